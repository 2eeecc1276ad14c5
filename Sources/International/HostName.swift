/// A host name as it is looked up: lower case, labels in other scripts as punycode (RFC 3492) behind `xn--`.
///
/// The mapping is the part of UTS #46 that addresses in feeds need: lower case, full-width forms and ideographic full
/// stops. `nil` if a label would be empty or longer than 63 bytes. (libcurl converts by the locale of the process, which
/// a program without a locale does not have.)
public func asciiHost(_ host: String) -> String? {
  if host.utf8.allSatisfy({ $0 < 0x80 }) {
    return String(decoding: host.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
  var labels: [[Unicode.Scalar]] = [[]]
  for scalar in host.unicodeScalars {
    let mapped = mappedScalars(scalar)
    for scalar in mapped {
      if scalar == "." { labels.append([]) } else { labels[labels.count - 1].append(scalar) }
    }
  }
  if labels.last?.isEmpty == true { labels.removeLast() }
  var ascii: [String] = []
  for label in labels {
    guard !label.isEmpty else { return nil }
    if label.allSatisfy(\.isASCII) {
      ascii.append(String(String.UnicodeScalarView(label)))
      continue
    }
    guard let encoded = punycode(label), encoded.utf8.count <= 59 else { return nil }
    ascii.append("xn--" + encoded)
  }
  return ascii.isEmpty ? nil : ascii.joined(separator: ".")
}

/// Lower case; full-width forms become ASCII; the three other full stops become one; soft hyphens vanish.
private func mappedScalars(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  switch scalar.value {
  case 0x3002, 0xFF0E, 0xFF61: ["."]
  case 0x00AD, 0x200B, 0x2060, 0xFEFF: []
  case 0xFF01...0xFF5E:
    Unicode.Scalar(scalar.value - 0xFEE0).map { Array(String($0).lowercased().unicodeScalars) } ?? []
  default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }
}

/// A label in ASCII, without the prefix `xn--` (RFC 3492 section 6.3); `nil` if it is too long to be a name anyway.
public func punycode(_ label: some Collection<Unicode.Scalar>) -> String? {
  guard label.count <= 63 else { return nil }
  var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
  let basicCount = output.count
  if basicCount > 0 { output.append(UInt8(ascii: "-")) }
  var codePoint: UInt32 = 128
  var delta: UInt32 = 0
  var bias: UInt32 = 72
  var handled = basicCount
  while handled < label.count {
    guard let next = label.lazy.map(\.value).filter({ $0 >= codePoint }).min() else { return nil }
    // At most 0x10FFFF * 64: no overflow with at most 63 scalars.
    delta += (next - codePoint) * UInt32(handled + 1)
    codePoint = next
    for scalar in label {
      if scalar.value < codePoint { delta += 1 }
      guard scalar.value == codePoint else { continue }
      appendInteger(delta, bias: bias, to: &output)
      bias = adapted(delta, count: UInt32(handled + 1), isFirst: handled == basicCount)
      delta = 0
      handled += 1
    }
    delta += 1
    codePoint += 1
  }
  return String(decoding: output, as: UTF8.self)
}

private func appendInteger(_ number: UInt32, bias: UInt32, to output: inout [UInt8]) {
  var rest = number
  var position: UInt32 = 36
  while true {
    let threshold = position <= bias ? 1 : min(26, position - bias)
    if rest < threshold { break }
    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
    rest = (rest - threshold) / (36 - threshold)
    position += 36
  }
  output.append(digit(rest))
}

private func digit(_ value: UInt32) -> UInt8 {
  UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
}

private func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
  var rest = isFirst ? delta / 700 : delta / 2
  rest += rest / count
  var steps: UInt32 = 0
  while rest > 455 {
    rest /= 35
    steps += 36
  }
  return steps + 36 * rest / (rest + 38)
}
