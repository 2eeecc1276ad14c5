import Model

extension TextLint {
  /// What stands in the lines, one by one.
  mutating func checkLines() {
    var blankLines = 0
    var before: TextLine?
    for (index, line) in lines.enumerated() {
      let number = index + 1
      let last = line.text.unicodeScalars.last
      if let last, last.properties.isWhitespace, line.text != "-- " {
        findings.add(
          .error, "trailing-space", "white space at the end of the line",
          hint: "it costs escapes and shows in quotes",
          line: number)
      }
      checkCharacters(of: line, number)
      checkForm(of: line, number)
      checkResidue(in: line, number)
      checkEdges(of: line, after: before, next: index + 1 < lines.count ? lines[index + 1] : nil, number)
      blankLines = line.isBlank ? blankLines + 1 : 0
      if blankLines == 3 {
        findings.add(
          .warning, "blank-run", "three blank lines in a row", hint: "one or two part sections", line: number)
      }
      before = line
    }
  }

  private mutating func checkCharacters(of line: TextLine, _ number: Int) {
    var isolates = 0
    var embeddings = 0
    var isTurned = false
    for scalar in line.text.unicodeScalars where scalar.value < 0x20 || scalar.value > 0x7E {
      switch scalar.value {
      case 0x09: findings.add(.error, "tab", "a tab", hint: "its width differs; use blanks", line: number)
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        // A bare carriage return has a finding of its own.
        guard scalar.value != 0x0D else { continue }
        findings.add(
          .error, "control-character", "the control character \(scalarName(scalar.value))",
          hint: "drop it where the text comes in", line: number)
      case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value):
        findings.add(
          .error, "control-character", "\(scalarName(scalar.value)) is no character",
          hint: "drop it where the text comes in",
          line: number)
      case 0x200B, 0xFEFF, 0xAD, 0x2060, 0x34F:
        findings.add(
          .warning, "invisible", "the character \(scalarName(scalar.value)), which nobody sees",
          hint: "searching fails on it",
          line: number)
      case 0xA0:
        findings.add(
          .warning, "no-break-space", "a no-break space", hint: "copying and searching trip over it",
          line: number)
      case 0x202D, 0x202E: isTurned = true
      case 0x202A, 0x202B: embeddings += 1
      case 0x202C: embeddings -= 1
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates -= 1
      default: continue
      }
      if isolates < 0 || embeddings < 0 { isTurned = true }
    }
    if isTurned || isolates != 0 || embeddings != 0 {
      findings.add(
        .error, "bidi-control", "a direction control that turns around what follows it",
        hint: "close it on the same line, or drop it", line: number)
    }
  }

  private mutating func checkForm(of line: TextLine, _ number: Int) {
    guard !line.text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    if !isComposed(line.text) {
      findings.add(
        .error, "nfc", "letters and their accents stand apart (not Unicode NFC): \(excerpt(line.text))",
        hint: "compose them where the text comes in", line: number)
    }
  }

  /// Markup and programs that show through.
  private mutating func checkResidue(in line: TextLine, _ number: Int) {
    let bytes = Array(line.text.utf8)
    if let tag = firstTag(in: bytes) {
      findings.add(
        severityOfContent, "html-residue", "an HTML tag: \(excerpt(tag))", hint: "text has none", line: number
      )
    }
    if bytes.contains(UInt8(ascii: "&")) {
      let words = line.withoutAddresses
      let read = withoutReferences(words)
      if read.utf8.count != words.utf8.count || read != words {
        findings.add(
          severityOfContent, "entity", "an HTML character reference: \(excerpt(line.text))",
          hint: "write the character",
          line: number)
      }
    }
    if !rules.allowsBraces, !templateTags(in: bytes).isEmpty {
      findings.add(
        severityOfContent, "template-residue",
        "this looks like a template tag that was not filled: \(excerpt(line.text))",
        hint: "correct the template; --allow-braces if an article shows such tags", line: number)
    }
    if holdsValue(line.text) {
      findings.add(
        .warning, "value-residue", "this looks like a value of a program: \(excerpt(line.text))",
        hint: "correct the template, or leave the line out when there is nothing to say", line: number)
    }
  }

  /// Where lines may not break (UAX #14).
  private mutating func checkEdges(of line: TextLine, after before: TextLine?, next: TextLine?, _ number: Int)
  {
    guard let first = line.trimmed.unicodeScalars.first else { return }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: sayCut(first, number)
    default:
      if [0x200D, 0xFE0E, 0xFE0F].contains(first.value) || (0x1F3FB...0x1F3FF).contains(first.value) {
        sayCut(first, number)
      }
    }
    if before?.isBlank == false, staysWithWordBefore.contains(first), !mayBegin(line.trimmed) {
      findings.add(
        .warning, "line-start", "the line begins with \"\(first)\", which must stay with the word before it",
        hint: "break lines by UAX #14", line: number)
    }
    if let last = line.trimmed.unicodeScalars.last, staysWithWordBehind.contains(last), next?.isBlank == false
    {
      findings.add(
        .warning, "line-end-character",
        "the line ends with \"\(last)\", which must stay with the word behind it",
        hint: "break lines by UAX #14", line: number)
    }
  }

  private mutating func sayCut(_ scalar: Unicode.Scalar, _ number: Int) {
    findings.add(
      .error, "grapheme-split", "the line begins with \(scalarName(scalar.value)): a letter was cut in two",
      hint: "break lines between letters", line: number)
  }
}

/// `…`, `)`, `:smile:`, `» `, `.swift`, and rules.
private func mayBegin(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  if text.hasBytePrefix("...") || text.hasBytePrefix("…") || bytes.count == 1 { return true }
  let signs = text.unicodeScalars.prefix { "-=~_*.#·•>| ".unicodeScalars.contains($0) }.count
  if signs >= 3, signs == text.unicodeScalars.count { return true }
  guard bytes.count > 1 else { return true }
  switch bytes[0] {
  case UInt8(ascii: "."): return isLetter(bytes[1]) || isDigit(bytes[1]) || bytes[1] == UInt8(ascii: ";")
  case UInt8(ascii: ":"), UInt8(ascii: ";"): return !isBlank(bytes[1])
  // A list of signs, or the end of code.
  case UInt8(ascii: ")"): return bytes[1] != 0x20
  default: return text.hasBytePrefix("» ") || text.hasBytePrefix("> ")
  }
}

private let staysWithWordBefore: Set<Unicode.Scalar> = Set(
  "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】｠〗〙〟‥…‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?;:)]}»›%،؟؛۔।॥".unicodeScalars)

private let staysWithWordBehind: Set<Unicode.Scalar> = Set("‘“（〔［｛〈《「『【｟〖〘〝([{«‹¿¡".unicodeScalars)

/// `<b>`, `</p>`, `<a href="…">`.
private func firstTag(in bytes: [UInt8]) -> String? {
  var from = 0
  while from < bytes.count, let open = bytes[from...].firstIndex(of: UInt8(ascii: "<")) {
    from = open + 1
    var rest = bytes[from...]
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    let name = rest.prefix { isLetter($0) || isDigit($0) }
    guard !name.isEmpty, name.count <= 12, let next = rest.dropFirst(name.count).first,
      isBlank(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/"),
      knownElements.contains(String(decoding: name, as: UTF8.self).lowercased()),
      let close = bytes[from...].firstIndex(where: { "<>".utf8.contains($0) }),
      bytes[close] == UInt8(ascii: ">")
    else { continue }
    return String(decoding: bytes[open...close], as: UTF8.self)
  }
  return nil
}
