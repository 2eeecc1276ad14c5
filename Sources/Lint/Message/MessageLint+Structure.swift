import Model

extension MessageLint {
  /// Parts and their order: what a program shows is the last that it can.
  mutating func checkStructure() {
    let all = entity.all
    let types = all.map(\.contentType)
    if !types.contains("text/plain") {
      findings.add(
        .error, "alternative", "there is no text/plain part",
        hint: "multipart/alternative with text, then HTML")
    }
    if types.contains("text/html"), !types.contains("multipart/alternative") {
      findings.add(
        .error, "alternative", "HTML without a plain text beside it",
        hint: "multipart/alternative with text, then HTML")
    }
    for part in all where part.contentType == "multipart/alternative" {
      let kinds = part.parts.map { $0.contentType == "multipart/related" ? "text/html" : $0.contentType }
      if kinds.first != "text/plain" || kinds.last != "text/html" || kinds.count < 2 {
        let found = kinds.isEmpty ? "nothing" : kinds.joined(separator: ", ")
        findings.add(
          .error, "alternative-order", "the alternatives are \(found)",
          hint: "text/plain first, text/html last",
          line: line(of: part.body.startIndex))
      }
    }
    for part in all {
      for name in part.repeatedParameters {
        findings.add(
          .error, "header-form", "Content-Type names \(excerpt(name)) twice", hint: "programs take either",
          line: part.header.first("Content-Type").map { line(of: $0.place) })
      }
      if part.isMultipart { checkBoundary(of: part) }
    }
  }

  private mutating func checkBoundary(of part: MessageEntity) {
    let place = line(of: part.body.startIndex)
    func say(_ code: String, _ words: String, _ hint: String) {
      findings.add(.error, code, words, hint: hint, line: place)
    }
    guard let boundary = part.boundary, !boundary.isEmpty else {
      say("boundary", "\(part.contentType) has no boundary", "boundary=\"…\"")
      return
    }
    let signs = "'()+_,-./:=? ".utf8
    if boundary.utf8.count > 70 || boundary.hasByteSuffix(" ")
      || !boundary.utf8.allSatisfy({ isLetter($0) || isDigit($0) || signs.contains($0) })
    {
      say(
        "boundary", "this is no boundary: \(excerpt(boundary))", "at most 70 letters, digits and '()+_,-./:=?"
      )
    }
    if part.closingCount != 1 {
      say("boundary", "the closing boundary stands \(part.closingCount) times", "once, at the end")
    }
    if part.hasEpilogue {
      say("epilogue", "text stands behind the last boundary", "nobody sees it; leave it out")
    }
    if !["7bit", "8bit", "binary"].contains(part.encoding) {
      say(
        "encoding-multipart", "\(part.contentType) is said to be \(part.encoding)",
        "only its parts are encoded")
    }
  }

  /// How each part is written for the wire (RFC 2045 section 6).
  mutating func checkEncodings() {
    for part in entity.all where !part.isMultipart {
      let name = part.contentType
      let place = line(of: part.body.startIndex)
      let lines = linesWithEnds(part.body).map { withoutLineEnd($0) }
      func say(
        _ severity: Severity, _ code: String, _ words: String, _ hint: String,
        at line: ArraySlice<UInt8>? = nil
      ) {
        findings.add(
          severity, code, words, hint: hint, line: line.map { self.line(of: $0.startIndex) } ?? place)
      }
      if name.hasBytePrefix("image/"), part.contentID == nil {
        say(.error, "cid", "\(name) without Content-ID", "the HTML names it as cid:…")
      }
      switch part.encoding {
      case "quoted-printable":
        if let long = lines.first(where: { $0.count > 76 }) {
          say(
            .error, "qp-length", "a quoted-printable line of \(long.count) characters", "76 at most", at: long
          )
        }
        if let line = lines.first(where: { $0.last == 0x20 || $0.last == 0x09 }) {
          say(.error, "qp-space", "a quoted-printable line ends with a blank", "=20", at: line)
        }
        if let line = lines.first(where: { $0.contains { $0 > 0x7E || $0 < 0x20 && $0 != 0x09 } }) {
          say(.error, "qp-8bit", "a byte that quoted-printable must escape", "=XX", at: line)
        }
        if let line = lines.first(where: hasBadEscape) {
          say(
            .error, "qp-escape", "a broken escape: \(excerpt(String(decoding: line, as: UTF8.self)))",
            "=3D for a sign", at: line)
        }
        if name.hasBytePrefix("text/"), let line = lines.first(where: hasEscapedLineEnd) {
          say(
            .error, "qp-line-end", "a line end is escaped", "write it as one (RFC 2045 section 6.7)", at: line
          )
        }
        if let line = lines.first(where: { $0.starts(with: "From ".utf8) }) {
          say(
            .warning, "qp-from", "a line begins with \"From \"", "=46rom; mailboxes put a > before it",
            at: line)
        }
        if let line = lines.first(where: { $0.elementsEqual(".".utf8) }) {
          say(.note, "qp-dot", "a line of one dot", "=2E", at: line)
        }
      case "base64":
        if let long = lines.first(where: { $0.count > 76 }) {
          say(.error, "base64-length", "a base64 line of \(long.count) characters", "76 at most", at: long)
        }
        if base64Decoded(part.body) == nil || part.body.count(where: { !isBlank($0) }) % 4 != 0 {
          say(.error, "base64", "base64 that cannot be read", "encode it again")
        }
      case "7bit":
        if let line = lines.first(where: { $0.contains { $0 > 0x7F } }) {
          say(
            .error, "encoding-8bit", "\(name) is said to be 7bit and is not", "quoted-printable or base64",
            at: line)
        }
      case "8bit":
        if let line = lines.first(where: { $0.contains { $0 > 0x7F } }) {
          say(
            .warning, "encoding-8bit", "\(name) needs servers that let 8 bits through",
            "quoted-printable or base64", at: line)
        }
      default:
        say(
          .error, "encoding-unknown", "\(name) is said to be \(excerpt(part.encoding))",
          "quoted-printable or base64")
      }
    }
  }
}

/// `=` without two digits in upper case behind it, and not at the end of the line.
private func hasBadEscape(_ line: ArraySlice<UInt8>) -> Bool {
  func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x46).contains(byte) }
  return line.indices.contains { index in
    guard line[index] == UInt8(ascii: "="), index + 1 < line.endIndex else { return false }
    let digits = line[(index + 1)...].prefix(2)
    return digits.count < 2 || !digits.allSatisfy(isHexadecimal)
  }
}

private func hasEscapedLineEnd(_ line: ArraySlice<UInt8>) -> Bool {
  line.indices.contains { index in
    guard line[index] == UInt8(ascii: "=") else { return false }
    let digits = line[(index + 1)...].prefix(2)
    return digits.elementsEqual("0A".utf8) || digits.elementsEqual("0D".utf8)
  }
}
