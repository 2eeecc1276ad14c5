/// A colour as a theme writes it: `#` and six hexadecimal digits, the one form that every mail program knows.
struct Colour: Hashable, Sendable {
  /// Red, green and blue, 0 to 255.
  let channels: [UInt8]

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    var channels: [UInt8] = []
    for index in stride(from: 1, to: 7, by: 2) {
      guard let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else { return nil }
      channels.append(high << 4 | low)
    }
    self.channels = channels
  }

  /// How well one can be read on the other, 1 to 21 (WCAG 2.2, "contrast ratio").
  func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// WCAG 2.2, "relative luminance". The power 2.4 is taken by arithmetic alone, so that the same colours give the same answer
  /// with every C library.
  private var luminance: Double {
    0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2])
  }

  private func linear(_ channel: UInt8) -> Double {
    let share = Double(channel) / 255
    if share <= 0.04045 { return share / 12.92 }
    return twelfthPower(of: fifthRoot((share + 0.055) / 1.055))
  }
}

/// x^2.4 is the twelfth power of the fifth root.
private func twelfthPower(of value: Double) -> Double {
  let square = value * value
  let fourth = square * square
  return fourth * fourth * fourth
}

/// By Newton's method; `value` lies between 0.05 and 1.
private func fifthRoot(_ value: Double) -> Double {
  var root = 1.0
  for _ in 0..<40 {
    let fourth = root * root * root * root
    root -= (fourth * root - value) / (5 * fourth)
  }
  return root
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
