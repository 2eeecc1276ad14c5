import International
public import Model

/// What is wrong with the plain-text form of an edition, errors first.
///
/// - Parameter html: the HTML form; when given, the two must have the same headings in the same order and the same links.
public func lintText(_ text: String, html: String? = nil) -> [Diagnostic] {
  var lint = TextLint(text)
  return lint.run(html: html)
}

struct TextLint {
  /// Widest line in terminal cells; an address may be longer.
  private static let widest = 78

  let text: String
  let lines: [Substring]
  var findings: Findings

  init(_ text: String, source: String? = nil) {
    findings = Findings(source: source)
    let unified = text.contains("\r\n") ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
    self.text = unified
    var lines = unified.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  mutating func run(html: String?) -> [Diagnostic] {
    checkWhole()
    checkLines()
    checkReferences()
    if let html { checkParity(with: html) }
    return findings.sorted
  }

  private mutating func checkWhole() {
    if text.allSatisfy(\.isWhitespace) {
      findings.add(.error, "empty", "there is no text")
      return
    }
    if !text.hasSuffix("\n") {
      findings.add(.error, "final-newline", "the text does not end with a line break")
    }
    if !lines.contains(where: { namesUnsubscribing(String($0)) }) {
      findings.add(
        .warning, "unsubscribe", "there is no line to unsubscribe",
        hint: "set the publication's unsubscribe address")
    }
  }

  private mutating func checkLines() {
    var blankLines = 0
    for (index, line) in lines.enumerated() {
      let number = index + 1
      let width = displayWidth(line)
      if width > TextLint.widest, !isAddressOnly(line) {
        findings.add(
          .error, "width", "\(width) cells; mail programs break lines after \(TextLint.widest)", line: number)
      }
      if line.utf8.last == 0x20 || line.utf8.last == 0x09 {
        findings.add(.error, "trailing-space", "white space at the end of the line", line: number)
      }
      checkCharacters(of: line, number)
      blankLines = line.isEmpty ? blankLines + 1 : 0
      if blankLines == 3 { findings.add(.warning, "blank-run", "three blank lines in a row", line: number) }
      for leftover in leftovers(in: String(line)) {
        findings.add(.warning, leftover.code, "\(leftover.words): \(excerpt(String(line)))", line: number)
      }
    }
  }

  private mutating func checkCharacters(of line: Substring, _ number: Int) {
    var isolates = 0
    var isTurned = false
    for scalar in line.unicodeScalars where scalar.value < 0x20 || scalar.value > 0x7E {
      switch scalar.value {
      case 0x09: findings.add(.error, "tab", "a tab", line: number)
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        findings.add(.error, "control-character", "a control character", line: number)
      case 0xFFFD:
        findings.add(.warning, "replacement-character", "U+FFFD: letters were lost in decoding", line: number)
      case 0x202A...0x202E: isTurned = true
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates -= 1
      default: continue
      }
      if isolates < 0 { isTurned = true }
    }
    if isTurned || isolates != 0 {
      findings.add(
        .error, "bidi-control", "a direction control that turns around what follows it", line: number)
    }
  }

  /// True if nothing but signs stands beside an address: it must not be broken, however long.
  private func isAddressOnly(_ line: Substring) -> Bool {
    guard let address = addresses(in: line).first else { return false }
    return line.unicodeScalars.count - address.unicodeScalars.count
      <= line.unicodeScalars.prefix { " <>()[]0123456789:.-*•→>|".unicodeScalars.contains($0) }.count
  }
}

/// The http, https and mailto addresses of a text, without the punctuation around them.
func addresses(in text: some StringProtocol) -> [String] {
  let bytes = Array(text.utf8)
  var found: [String] = []
  var index = 0
  while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
    index = colon + 1
    guard let scheme = ["https://", "http://", "mailto:"].first(where: { ends($0, at: colon, in: bytes) }),
      let mark = scheme.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { continue }
    let start = colon - scheme.utf8.distance(from: scheme.utf8.startIndex, to: mark)
    let end =
      bytes[colon...].firstIndex { $0 <= 0x20 || $0 == 0x7F || "<>\"".utf8.contains($0) } ?? bytes.count
    var address = String(decoding: bytes[start..<end], as: UTF8.self)
    while let last = address.last, ".,;:!?'\"»”’".contains(last) { address.removeLast() }
    while address.last == ")", address.count(where: { $0 == ")" }) > address.count(where: { $0 == "(" }) {
      address.removeLast()
    }
    found.append(address)
    index = max(index, end)
  }
  return found
}

/// True if `scheme` stands in `bytes` with its colon at `colon`, letter case ignored.
private func ends(_ scheme: String, at colon: Int, in bytes: [UInt8]) -> Bool {
  let scheme = Array(scheme.utf8)
  guard let mark = scheme.firstIndex(of: UInt8(ascii: ":")), colon >= mark,
    colon - mark + scheme.count <= bytes.count
  else { return false }
  return zip(bytes[(colon - mark)...], scheme).allSatisfy { $0 == $1 || ($0 | 0x20) == $1 }
}
