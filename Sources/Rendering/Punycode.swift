/// A label of a host name in ASCII (RFC 3492, section 6.3), without the prefix `xn--`.
///
/// `nil` for labels that are too long for the domain name system anyway.
func punycode(_ label: some StringProtocol) -> String? {
  let scalars = label.unicodeScalars.map { Int($0.value) }
  guard scalars.count <= 63 else { return nil }
  var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
  let basicCount = output.count
  if basicCount > 0 { output.append(UInt8(ascii: "-")) }
  var n = 0x80
  var delta = 0
  var bias = 72
  var handled = basicCount
  while handled < scalars.count {
    guard let next = scalars.filter({ $0 >= n }).min() else { return nil }
    delta += (next - n) * (handled + 1)
    n = next
    for scalar in scalars {
      if scalar < n { delta += 1 }
      guard scalar == n else { continue }
      var q = delta
      var k = 36
      while true {
        let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
        if q < threshold { break }
        output.append(digit(threshold + (q - threshold) % (36 - threshold)))
        q = (q - threshold) / (36 - threshold)
        k += 36
      }
      output.append(digit(q))
      bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
      delta = 0
      handled += 1
    }
    delta += 1
    n += 1
  }
  return output.count <= 59 ? String(decoding: output, as: UTF8.self) : nil
}

/// RFC 3492, section 6.1.
private func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / count
  var k = 0
  while delta > 455 {
    delta /= 35
    k += 36
  }
  return k + 36 * delta / (delta + 38)
}

private func digit(_ value: Int) -> UInt8 {
  UInt8(truncatingIfNeeded: value < 26 ? 0x61 + value : 0x16 + value)
}
