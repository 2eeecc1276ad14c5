import Model

extension MessageLint {
  /// What large providers ask of bulk mail (RFC 2369, RFC 2919, RFC 8058).
  mutating func checkList() {
    if let field = header.first("List-Id") {
      if !isListID(field.value) {
        say(
          .error, "list-id", "List-Id is not \"name <id.domain>\": \(excerpt(field.value))", "RFC 2919",
          at: field)
      }
    } else {
      findings.add(
        .error, "header-missing", "there is no List-Id", hint: "readers sort by it, robots stay silent")
    }
    checkUnsubscribe()
    if header.first("List-Archive") == nil {
      findings.add(
        .warning, "list-archive", "there is no List-Archive", hint: "set the publication's homepage")
    }
    if header.first("List-Help") == nil { findings.add(.note, "list-help", "there is no List-Help") }
    checkRobots()
    checkSignature()
  }

  private mutating func checkUnsubscribe() {
    if let field = header.first("List-Unsubscribe") {
      checkUnsubscribe(field)
      let post = header.first("List-Unsubscribe-Post")
      if post == nil {
        findings.add(
          .error, "list-unsubscribe-post", "there is no List-Unsubscribe-Post",
          hint: "List-Unsubscribe-Post: List-Unsubscribe=One-Click")
      } else if let post, post.value != "List-Unsubscribe=One-Click" {
        say(
          .error, "list-unsubscribe-post", "List-Unsubscribe-Post is \(excerpt(post.value))",
          "exactly List-Unsubscribe=One-Click", at: post)
      }
    } else {
      findings.add(
        severityOfSettings, "list-unsubscribe",
        "there is no List-Unsubscribe; large providers refuse bulk mail without it",
        hint: "set the publication's unsubscribe address")
    }
  }

  private mutating func checkUnsubscribe(_ field: MessageField) {
    let addresses = bracketed(field.value)
    let secure = addresses.filter { $0.lowercased().hasBytePrefix("https://") }
    if secure.count != 1 {
      say(
        .error, "list-unsubscribe", "List-Unsubscribe has \(secure.count) https addresses in angle brackets",
        "exactly one (RFC 8058 section 3.1)", at: field)
    }
    for address in addresses {
      let isBad = address.utf8.contains { $0 <= 0x20 || $0 >= 0x7F || "{}".utf8.contains($0) }
      if isBad || address.containsBytes("example.invalid") {
        say(
          .error, "list-unsubscribe", "this is no address to unsubscribe: \(excerpt(address))",
          "set a real one", at: field)
      }
    }
    if !addresses.contains(where: { $0.lowercased().hasBytePrefix("mailto:") }) {
      say(.note, "list-unsubscribe", "no mailto address beside the https one", at: field)
    }
    guard let first = secure.first else { return }
    let query = first.utf8.dropFirst(8).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let words = query.split { !(isLetter($0) || isDigit($0) || "_~.-".utf8.contains($0)) }
    if !words.contains(where: { $0.count >= 12 && !$0.elementsEqual("unsubscribe".utf8) }) {
      say(
        .note, "list-unsubscribe-token", "the address to unsubscribe says nothing about who wants to go",
        "give each reader a token", at: field)
    }
    if query.contains(UInt8(ascii: "@")) || first.lowercased().containsBytes("%40") {
      say(
        .warning, "list-unsubscribe-token", "the reader's address stands in the address to unsubscribe",
        "use a token that only the server knows", at: field)
    }
  }

  private mutating func checkRobots() {
    if let field = header.first("Auto-Submitted") {
      let value = field.value.lowercased()
      if !value.hasBytePrefix("auto-generated") && value != "no" {
        say(
          .error, "auto-submitted", "Auto-Submitted is \(excerpt(field.value))", "auto-generated (RFC 3834)",
          at: field)
      }
    } else if header.first("List-Id") == nil, header.first("Precedence") == nil {
      findings.add(
        .error, "auto-reply", "nothing keeps robots from answering", hint: "Auto-Submitted: auto-generated")
    }
    if let field = header.first("Precedence"), !["bulk", "list"].contains(field.value.lowercased()) {
      say(.error, "precedence", "Precedence is \(excerpt(field.value))", "leave it out", at: field)
    }
  }

  /// What a signature that is there must cover.
  private mutating func checkSignature() {
    guard let field = header.first("DKIM-Signature") else { return }
    let parts = field.value.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
    guard let list = parts.first(where: { $0.lowercased().hasBytePrefix("h=") }) else {
      say(.error, "dkim-headers", "the signature does not say what it covers", "h=from:…", at: field)
      return
    }
    let covered = Set(list.dropFirst(2).lowercased().split(separator: ":").map(String.init))
    for name in ["from", "list-unsubscribe", "list-unsubscribe-post"] where !covered.contains(name) {
      say(.error, "dkim-headers", "the signature does not cover \(name)", "RFC 8058 section 3.1", at: field)
    }
    for name in ["subject", "date", "to", "mime-version", "content-type"] where !covered.contains(name) {
      say(.warning, "dkim-headers", "the signature does not cover \(name)", "sign it, too", at: field)
    }
  }
}

/// What stands in angle brackets.
private func bracketed(_ value: String) -> [String] {
  var found: [String] = []
  var inside: [UInt8]?
  for byte in value.utf8 {
    if byte == UInt8(ascii: "<") {
      inside = []
    } else if byte == UInt8(ascii: ">") {
      inside.map { found.append(String(decoding: $0, as: UTF8.self)) }
      inside = nil
    } else if !isBlank(byte) {
      inside?.append(byte)
    }
  }
  return found
}

/// `name <id.domain>`, or `<id.domain>`.
private func isListID(_ value: String) -> Bool {
  guard value.hasByteSuffix(">"), let open = value.utf8.lastIndex(of: UInt8(ascii: "<")) else { return false }
  let before = value.utf8[..<open]
  guard before.isEmpty || before.last.map(isBlank) == true else { return false }
  let id = value.utf8[open...].dropFirst().dropLast()
  let labels = id.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return labels.count >= 2
    && labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { isLetter($0) || isDigit($0) || "-_+".utf8.contains($0) }
    }
}
