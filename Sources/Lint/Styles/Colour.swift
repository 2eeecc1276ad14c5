#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A colour of sRGB, each channel from 0 to 1.
struct Colour: Equatable {
  let red: Double
  let green: Double
  let blue: Double
  var alpha = 1.0

  static let white = Colour(red: 1, green: 1, blue: 1)
  static let black = Colour(red: 0, green: 0, blue: 0)

  init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Reads `#1f2428`, `#fff`, names, `rgb()`, `rgba()`, `hsl()`; `bgcolor` may leave out the sign.
  init?(_ text: some StringProtocol) {
    let text = String(decoding: trimmedBlanks(Array(text.utf8)[...]), as: UTF8.self).lowercased()
    if text.hasBytePrefix("#") {
      guard let colour = Colour(hexadecimal: text.dropFirst()) else { return nil }
      self = colour
    } else if let value = colourNames[text] {
      self.init(hexadecimal: value)
    } else if text == "transparent" {
      self.init(red: 0, green: 0, blue: 0, alpha: 0)
    } else if let open = text.firstIndex(of: "("), text.hasByteSuffix(")") {
      self.init(function: text[..<open], arguments: text[text.index(after: open)...].dropLast())
    } else if text.utf8.count == 6 || text.utf8.count == 3, let colour = Colour(hexadecimal: text[...]) {
      self = colour
    } else {
      return nil
    }
  }

  private init?(hexadecimal digits: Substring) {
    var values: [Double] = []
    let isShort = digits.utf8.count <= 4
    var rest = digits.utf8[...]
    while !rest.isEmpty {
      let piece = rest.prefix(isShort ? 1 : 2)
      guard let value = String(piece).flatMap({ UInt8($0, radix: 16) }) else { return nil }
      values.append(Double(isShort ? value * 17 : value) / 255)
      rest = rest.dropFirst(piece.count)
    }
    guard values.count == 3 || values.count == 4, [3, 4, 6, 8].contains(digits.utf8.count) else { return nil }
    self.init(red: values[0], green: values[1], blue: values[2], alpha: values.count == 4 ? values[3] : 1)
  }

  private init?(function: Substring, arguments: Substring) {
    let words = arguments.split { $0 == "," || $0 == "/" || $0 == " " }
    let values = words.map { word in
      Double(word.prefix { !"%d".contains($0) }).map { word.hasByteSuffix("%") ? $0 / 100 : $0 }
    }
    guard values.count == 3 || values.count == 4, let first = values[0], let second = values[1],
      let third = values[2]
    else { return nil }
    let alpha = values.count == 4 ? min(max((values[3] ?? 1), 0), 1) : 1
    switch function {
    case "rgb", "rgba":
      let channels = zip(words, [first, second, third]).map { word, value in
        min(max(word.hasByteSuffix("%") ? value : value / 255, 0), 1)
      }
      self.init(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha)
    case "hsl", "hsla":
      self.init(hue: first, saturation: second, lightness: third, alpha: alpha)
    default: return nil
    }
  }

  private init(hue: Double, saturation: Double, lightness: Double, alpha: Double) {
    func channel(_ offset: Double) -> Double {
      let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
      let part = saturation * min(lightness, 1 - lightness)
      return lightness - part * max(-1, min(place - 3, 9 - place, 1))
    }
    self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
  }

  func over(_ ground: Colour) -> Colour {
    func mixed(_ top: Double, _ bottom: Double) -> Double { top * alpha + bottom * (1 - alpha) }
    return Colour(
      red: mixed(red, ground.red), green: mixed(green, ground.green), blue: mixed(blue, ground.blue))
  }

  /// Relative luminance (WCAG 2.2).
  var luminance: Double {
    func linear(_ value: Double) -> Double {
      value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// 1 to 21 (WCAG 2.2).
  func contrast(with other: Colour) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Light for dark with the same hue, as programs do that force a dark mode.
  var inverted: Colour {
    let shift = 1 - max(red, green, blue) - min(red, green, blue)
    return Colour(red: red + shift, green: green + shift, blue: blue + shift)
  }

  var hexadecimal: String {
    "#"
      + [red, green, blue].map { value in
        let byte = String(Int((min(max(value, 0), 1) * 255).rounded()), radix: 16)
        return byte.utf8.count == 1 ? "0" + byte : byte
      }.joined()
  }
}
