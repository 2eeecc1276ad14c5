import Model

/// Whether words hold something that a reader can not make out in plain text: a formula's place or source, or markup.
///
/// It says so of a sentence as well as of a paragraph: an excerpt may leave the sentence out.
public func isUntellable(_ text: some StringProtocol) -> Bool {
  let bytes = Array(text.utf8)
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBC:
      return true
    case UInt8(ascii: "\\") where isCommand(bytes, at: index): return true
    case UInt8(ascii: "$") where index + 1 < bytes.count && bytes[index + 1] == byte: return true
    case UInt8(ascii: "^"), UInt8(ascii: "_"):
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") { return true }
    case UInt8(ascii: "<") where isTag(bytes, at: index): return true
    default: break
    }
  }
  return false
}

/// `\frac{`, `\alpha`, `\(`; not the backslashes of a path.
private func isCommand(_ bytes: [UInt8], at index: Int) -> Bool {
  var end = index + 1
  if end < bytes.count, bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "[") { return true }
  while end < bytes.count, end - index < 20, isLetter(bytes[end]) { end += 1 }
  guard end > index + 1 else { return false }
  if end < bytes.count, bytes[end] == UInt8(ascii: "{") { return true }
  return texCommands.contains(String(decoding: bytes[index + 1..<end], as: UTF8.self))
}

private let texCommands: Set<String> = [
  "alpha", "beta", "gamma", "delta", "epsilon", "theta", "lambda", "mu", "pi", "rho", "sigma", "phi", "psi",
  "omega",
  "Delta", "Sigma", "Omega", "sum", "prod", "int", "sqrt", "frac", "lim", "log", "cdot", "times", "leq",
  "geq", "neq",
  "infty", "partial", "nabla", "forall", "exists", "in", "to", "left", "right", "approx", "equiv",
  "rightarrow", "ldots",
]

/// A closing tag, or one with attributes: `<div>` by itself may be what a text is about.
private func isTag(_ bytes: [UInt8], at index: Int) -> Bool {
  let isClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
  var end = index + (isClosing ? 2 : 1)
  let first = end
  while end < bytes.count, end - first < 20, isLetter(bytes[end]) || bytes[end] >= 0x30 && bytes[end] <= 0x39
  {
    end += 1
  }
  guard end > first, isLetter(bytes[first]), end < bytes.count else { return false }
  if isClosing { return bytes[end] == UInt8(ascii: ">") }
  guard bytes[end] == UInt8(ascii: " ") else { return false }
  for byte in bytes[end...].dropFirst().prefix(40) {
    if byte == UInt8(ascii: "=") { return true }
    guard isLetter(byte) || byte == UInt8(ascii: "-") else { return false }
  }
  return false
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
