import Model

extension MessageLint {
  /// The form of the fields, and that each stands once.
  mutating func checkHeader() {
    for stray in header.strayLines where !stray.words.hasBytePrefix("From ") {
      findings.add(
        .error, "header-form", "a header line without a colon: \(excerpt(stray.words))",
        hint: "a line break got into a field", line: line(of: stray.place))
    }
    if header.hasBlankFold {
      findings.add(
        .error, "fold-blank", "a folded header line of blanks only", hint: "some servers end the header there"
      )
    }
    var seen: Set<String> = []
    for field in header.fields {
      check(field)
      let name = field.lowercasedName
      if !seen.insert(name).inserted, singleFields.contains(name) {
        say(
          .error, "header-duplicate", "\(field.name) stands twice in the header", "programs read either",
          at: field)
      }
      if !seen.isEmpty, !knownFields.contains(name), !name.hasBytePrefix("dkim-"), !name.hasBytePrefix("arc-")
      {
        say(
          .warning, "header-unknown", "\(excerpt(field.name)) is no field of a newsletter",
          "make sure that no content came into the header", at: field)
      }
    }
    for name in ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version"]
    where header.first(name) == nil {
      findings.add(.error, "header-missing", "there is no \(name)", hint: "add it")
    }
    if let field = header.first("Bcc") {
      say(.error, "bcc", "the header names blind copies", "name them to the server only", at: field)
    }
    if let field = header.first("Cc") {
      say(.warning, "cc", "copies in a newsletter", "one message a reader", at: field)
    }
    if let field = header.first("Return-Path") {
      say(.warning, "return-path", "Return-Path is added by the last server", "leave it out", at: field)
    }
    for name in ["X-Mailer", "User-Agent"] {
      if let field = header.first(name) {
        say(.note, "x-mailer", "\(field.name) tells with what it was made", at: field)
      }
    }
    if let field = header.first("MIME-Version"), !isVersionOne(field.value) {
      say(.error, "mime-version", "MIME-Version is \(excerpt(field.value))", "1.0", at: field)
    }
  }

  private mutating func check(_ field: MessageField) {
    let name = excerpt(field.name)
    if field.name.isEmpty || !field.name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      say(
        .error, "header-form", "\"\(name)\" is no name of a field", "printable ASCII, then a colon", at: field
      )
    }
    if field.lines.contains(where: { $0.contains { $0 > 0x7F } }) {
      say(
        .error, "header-bytes", "\(name) holds bytes that are not ASCII", "encode them (RFC 2047)", at: field)
    }
    if field.lines.contains(where: { $0.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F } }) {
      say(.error, "header-control", "\(name) holds a control character", "drop it before encoding", at: field)
    }
    if field.value.isEmpty { say(.error, "header-empty", "\(name) is empty", "leave it out", at: field) }
    checkEncodedWords(of: field)
    let longest = field.lines.enumerated().max { length($0, field) < length($1, field) }
    if let longest, length(longest, field) > 78, !mayBeLong(field),
      trimmedBlanks(longest.element.prefix(78)).contains(where: { $0 == 0x20 })
    {
      say(
        .warning, "header-78", "\(name) has a line of more than 78 characters", "fold it at a blank",
        at: field)
    }
  }

  private func length(_ line: (offset: Int, element: [UInt8]), _ field: MessageField) -> Int {
    line.element.count + (line.offset == 0 ? field.name.utf8.count + 1 : 0)
  }

  private func mayBeLong(_ field: MessageField) -> Bool {
    let name = field.lowercasedName
    return name.hasBytePrefix("list-") || name.hasBytePrefix("dkim-") || name == "message-id"
      || name == "references"
  }

  private mutating func checkEncodedWords(of field: MessageField) {
    let name = excerpt(field.name)
    let bytes = Array(field.lines.joined(separator: [0x20]))
    var rest = bytes
    for (word, range) in EncodedWord.all(in: bytes) {
      for index in range { rest[index] = 0x20 }
      if word.length > 75 {
        say(
          .error, "rfc2047-length", "\(name) has an encoded word of \(word.length) characters", "75 at most",
          at: field)
      }
      let isSetOff =
        (range.lowerBound == 0 || isBlank(bytes[range.lowerBound - 1])
          || "(\"".utf8.contains(bytes[range.lowerBound - 1]))
        && (range.upperBound == bytes.count || isBlank(bytes[range.upperBound])
          || "),;\"".utf8.contains(bytes[range.upperBound]))
      if !isSetOff {
        say(
          .warning, "rfc2047", "\(name): an encoded word touches another word", "put a blank between",
          at: field)
      }
      switch word.content {
      case .failure(let error):
        switch error.fault {
        case .broken:
          say(.error, "rfc2047", "\(name): an encoded word that cannot be read", "encode it again", at: field)
        case .split:
          say(
            .error, "rfc2047-split", "\(name): an encoded word is not whole characters",
            "cut between characters", at: field)
        }
      case .success(let text):
        if text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) {
          say(
            .error, "header-injection", "\(name): a line break inside of an encoded word",
            "drop it before encoding", at: field)
        } else if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
          say(
            .error, "header-control", "\(name): a control character inside of an encoded word",
            "drop it before encoding", at: field)
        }
      }
    }
    if firstPlace(of: Array("=?".utf8), in: rest) != nil, firstPlace(of: Array("?=".utf8), in: rest) != nil {
      say(
        .error, "rfc2047", "\(name): something looks like an encoded word and is none", "encode it again",
        at: field)
    }
    if bytes != rest, isInQuotes(EncodedWord.all(in: bytes).map(\.range), bytes) {
      say(
        .error, "rfc2047-quoted", "\(name): an encoded word stands in quotes",
        "leave the quotes out (RFC 2047 section 5)", at: field)
    }
  }

  private func isInQuotes(_ words: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    var isQuoted = false
    var starts = Set(words.map(\.lowerBound))
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\""), index == 0 || bytes[index - 1] != UInt8(ascii: "\\") {
        isQuoted.toggle()
      }
      if starts.remove(index) != nil, isQuoted { return true }
    }
    return false
  }
}

/// `1.0`, with or without a comment in brackets.
private func isVersionOne(_ value: String) -> Bool {
  let words = trimmedBlanks(Array(value.utf8.prefix { $0 != UInt8(ascii: "(") })[...])
  return words.elementsEqual("1.0".utf8)
}

/// Fields that stand once (RFC 5322 section 3.6, RFC 2369, RFC 8058).
private let singleFields: Set<String> = [
  "from", "date", "subject", "message-id", "mime-version", "to", "cc", "bcc", "reply-to", "sender",
  "in-reply-to",
  "references", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-archive", "list-help",
  "list-post",
  "list-owner", "list-subscribe", "content-type", "content-transfer-encoding", "auto-submitted", "precedence",
  "feedback-id", "return-path",
]

private let knownFields: Set<String> = singleFields.union([
  "received", "content-language", "content-disposition", "content-id", "content-description", "comments",
  "keywords",
  "x-mailer", "user-agent", "organization", "archived-at", "authentication-results", "content-location",
  "x-auto-response-suppress", "x-priority", "importance", "resent-date", "resent-from", "resent-to",
  "require-recipient-valid-since",
])
