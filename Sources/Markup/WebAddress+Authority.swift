/// The authority of an address: `user@host:port`.
struct Authority {
  let userInfo: String?
  let host: String
  let port: Int?

  /// `nil` if the host holds what no host may hold, or the port is no port.
  init?(parsing bytes: ArraySlice<UInt8>, isWeb: Bool) {
    guard bytes.count <= 2048 else { return nil }
    var rest = bytes
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      userInfo = percentEncoded(rest[..<at], .userInfo)
      rest = rest[(at + 1)...]
    } else {
      userInfo = nil
    }
    let bracket = rest.lastIndex(of: UInt8(ascii: "]")) ?? rest.startIndex
    if let colon = rest[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      let digits = rest[(colon + 1)...]
      guard digits.count <= 5, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= 65_535 else { return nil }
      port = digits.isEmpty ? nil : number
      rest = rest[..<colon]
    } else {
      port = nil
    }
    guard let host = Authority.host(rest, isWeb: isWeb), !(isWeb && host.isEmpty) else { return nil }
    self.host = host
  }

  private static func host(_ bytes: ArraySlice<UInt8>, isWeb: Bool) -> String? {
    if bytes.first == UInt8(ascii: "[") {
      let inner = bytes.dropFirst().dropLast()
      guard bytes.last == UInt8(ascii: "]"), !inner.isEmpty,
        inner.allSatisfy({ isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
      else { return nil }
      return String(decoding: bytes.map(lowered), as: UTF8.self)
    }
    let decoded = percentDecoded(bytes)
    if decoded.allSatisfy({ $0 < 0x80 }) {
      guard decoded.allSatisfy({ isHostByte($0) }) else { return nil }
      return String(decoding: decoded.map(lowered), as: UTF8.self)
    }
    guard let text = String(validating: decoded, as: UTF8.self) else { return nil }
    let ascii = asciiHost(text)
    return ascii.utf8.allSatisfy { $0 < 0x80 && isHostByte($0) } ? ascii : nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte < 0x7F else { return false }
    return !"#%/:<>?@[\\]^|\"`{}".utf8.contains(byte)
  }
}

/// A host with international labels as ASCII (`xn--...`), lower case.
///
/// Lower-casing, full-width letters and the three ideographic full stops are mapped; the rest of IDNA's
/// tables is not needed to name the hosts that feeds link to.
func asciiHost(_ host: String) -> String {
  var labels: [[Unicode.Scalar]] = [[]]
  for scalar in host.unicodeScalars {
    switch scalar.value {
    case 0x2E, 0x3002, 0xFF0E, 0xFF61: labels.append([])
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
    case 0xFF01...0xFF5E:
      if let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
        labels[labels.count - 1].append(contentsOf: plain.properties.lowercaseMapping.unicodeScalars)
      }
    default: labels[labels.count - 1].append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return labels.map { label in
    var text = ""
    if label.allSatisfy({ $0.value < 0x80 }) {
      text.unicodeScalars.append(contentsOf: label)
      return text
    }
    return "xn--" + punycode(label)
  }.joined(separator: ".")
}

/// RFC 3492 §6.3.
func punycode(_ label: [Unicode.Scalar]) -> String {
  let basic = label.filter { $0.value < 0x80 }.map { UInt8($0.value) }
  var output = basic
  if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
  var code = 128
  var delta = 0
  var bias = 72
  var handled = basic.count
  while handled < label.count {
    guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() else { break }
    let (growth, overflow) = (next - code).multipliedReportingOverflow(by: handled + 1)
    if overflow { break }
    delta += growth
    code = next
    for scalar in label {
      if Int(scalar.value) < code { delta += 1 }
      guard Int(scalar.value) == code else { continue }
      var quotient = delta
      var weight = 36
      while true {
        let threshold = min(max(weight - bias, 1), 26)
        if quotient < threshold { break }
        output.append(punycodeDigit(threshold + (quotient - threshold) % (36 - threshold)))
        quotient = (quotient - threshold) / (36 - threshold)
        weight += 36
      }
      output.append(punycodeDigit(quotient))
      bias = adaptedBias(delta, points: handled + 1, isFirst: handled == basic.count)
      delta = 0
      handled += 1
    }
    delta += 1
    code += 1
  }
  return String(decoding: output, as: UTF8.self)
}

private func punycodeDigit(_ value: Int) -> UInt8 {
  value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(min(value - 26, 9))
}

private func adaptedBias(_ delta: Int, points: Int, isFirst: Bool) -> Int {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / points
  var bias = 0
  while delta > 455 {
    delta /= 35
    bias += 36
  }
  return bias + 36 * delta / (delta + 38)
}

func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}
