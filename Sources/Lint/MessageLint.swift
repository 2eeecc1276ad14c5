public import Model

/// What is wrong with a message as it goes on the wire, errors first; its parts are looked at too.
public func lintMessage(_ message: [UInt8]) -> [Diagnostic] {
  var lint = MessageLint(message)
  lint.checkWire()
  lint.checkHeader()
  lint.checkList()
  lint.checkParts()
  return lint.findings.sorted
}

struct MessageLint {
  private let message: [UInt8]
  private let parts: MessageParts
  var findings = Findings()

  init(_ message: [UInt8]) {
    self.message = message
    parts = MessageParts(message)
  }

  mutating func checkWire() {
    var line = 1
    var length = 0
    var before: UInt8 = 0
    var reported: Set<String> = []
    func once(_ code: String, _ words: String) {
      if reported.insert(code).inserted { findings.add(.error, code, words, line: line) }
    }
    for byte in message {
      if before == 0x0D, byte != 0x0A { once("line-end-cr", "a carriage return without a line feed") }
      if byte == 0 { once("nul", "a NUL byte") }
      if byte == 0x0A {
        if before != 0x0D {
          once("line-end-lf", "a line feed without a carriage return; the wire form has both")
        }
        line += 1
        length = 0
      } else if byte != 0x0D {
        length += 1
        if length == 999 { once("line-998", "a line of more than 998 bytes") }
      }
      before = byte
    }
    if before != 0x0A { findings.add(.error, "final-newline", "the message does not end with a line break") }
  }

  mutating func checkHeader() {
    for line in parts.strayLines {
      findings.add(
        .error, "header-form",
        "a header line without a colon: \(excerpt(String(decoding: line, as: UTF8.self)))")
    }
    var names: [String: Int] = [:]
    for field in parts.header {
      names[field.name.lowercased(), default: 0] += 1
      checkField(field)
    }
    for name in ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version"]
    where names[name.lowercased()] == nil {
      findings.add(.error, "header-missing", "there is no \(name)")
    }
    for (name, count) in names.sorted(by: { $0.key < $1.key }) where count > 1 && name != "received" {
      findings.add(.error, "header-duplicate", "\(name) stands \(count) times in the header")
    }
    if names["bcc"] != nil { findings.add(.error, "bcc", "the header names blind copies") }
    for name in ["From", "To"] {
      guard let value = parts.values(name).first else { continue }
      let addresses = mailboxes(value)
      if addresses.count != 1 {
        findings.add(
          .error, name.lowercased(), "\(name) holds \(addresses.count) addresses; it needs exactly one")
      }
      if name == "From", addresses.contains(where: { $0.hasSuffix(".invalid") }) {
        findings.add(
          .warning, "from", "the sender's address is a placeholder",
          hint: "name one in the configuration before anything is sent")
      }
    }
    if let id = parts.values("Message-ID").first, !isMessageID(id) {
      findings.add(.error, "message-id", "the Message-ID is not <name@domain>: \(excerpt(id))")
    }
  }

  private mutating func checkField(_ field: MessageParts.Field) {
    if field.lines.contains(where: { $0.contains { $0 > 0x7E || $0 < 0x20 && $0 != 0x09 } }) {
      findings.add(.error, "header-bytes", "\(field.name) holds bytes that are not printable ASCII")
    }
    if field.value.isEmpty { findings.add(.error, "header-empty", "\(field.name) is empty") }
    for word in field.value.split(separator: " ") where word.hasPrefix("=?") && word.utf8.count > 75 {
      findings.add(
        .error, "rfc2047-length", "\(field.name) has an encoded word of \(word.utf8.count) characters")
    }
    let isFoldable = field.lines.contains { line in
      line.count > 78
        && line.dropFirst().prefix(77).drop { $0 != UInt8(ascii: ":") }.dropFirst(2).contains(0x20)
    }
    if isFoldable, !field.name.lowercased().hasPrefix("list-") {
      findings.add(.warning, "header-78", "\(field.name) has a line of more than 78 characters")
    }
  }

  mutating func checkList() {
    let unsubscribe = parts.values("List-Unsubscribe").first
    if let unsubscribe {
      let addresses = unsubscribe.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      let secure = addresses.filter { $0.lowercased().hasPrefix("<https://") }
      if secure.count != 1 {
        findings.add(
          .error, "list-unsubscribe",
          "List-Unsubscribe needs exactly one https address, it has \(secure.count)")
      }
      if parts.values("List-Unsubscribe-Post").first != "List-Unsubscribe=One-Click" {
        findings.add(
          .error, "list-unsubscribe-post",
          "List-Unsubscribe-Post must be exactly \"List-Unsubscribe=One-Click\"")
      }
    } else {
      findings.add(
        .warning, "list-unsubscribe",
        "there is no List-Unsubscribe; large providers refuse bulk mail without it",
        hint: "set the publication's unsubscribe address")
    }
    if parts.values("List-Id").isEmpty { findings.add(.error, "list-id", "there is no List-Id") }
    if parts.values("List-Archive").isEmpty {
      findings.add(
        .warning, "list-archive", "there is no List-Archive", hint: "set the publication's homepage")
    }
  }

  mutating func checkParts() {
    if let boundary = parts.boundary {
      if parts.closingCount != 1 {
        findings.add(.error, "boundary", "the closing boundary stands \(parts.closingCount) times")
      }
      if boundary.utf8.count > 70 {
        findings.add(.error, "boundary", "the boundary has more than 70 characters")
      }
    }
    let types = parts.parts.map(\.contentType)
    if types != ["text/plain", "text/html"] {
      let found = types.isEmpty ? "none" : types.joined(separator: ", ")
      findings.add(.error, "alternative", "the parts must be text/plain, then text/html; found \(found)")
    }
    var contents: [String: String] = [:]
    for part in parts.parts where part.contentType.hasPrefix("text/") {
      if part.encoding == "quoted-printable" || part.encoding == "base64",
        linesWithEnds(part.body).contains(where: { withoutLineEnd($0).count > 76 })
      {
        findings.add(
          .error, "line-76", "a \(part.encoding) line of \(part.contentType) has more than 76 characters")
      }
      guard let bytes = decoded(part), let text = String(validating: bytes, as: UTF8.self) else {
        findings.add(.error, "encoding", "the \(part.contentType) part cannot be decoded")
        continue
      }
      contents[part.contentType] = text
    }
    let html = contents["text/html"]
    if let text = contents["text/plain"] {
      var lint = TextLint(text, source: "text/plain part")
      findings.add(lint.run(html: html))
    }
    if let html {
      var lint = HTMLLint(html, source: "text/html part")
      findings.add(lint.run())
    }
  }
}

/// The addresses of a From or To value: what stands in angle brackets, or a bare address.
private func mailboxes(_ value: String) -> [String] {
  var found: [String] = []
  var bare = ""
  var isQuoted = false
  var isEscaped = false
  var bracket: String?
  for scalar in value.unicodeScalars {
    if isEscaped {
      isEscaped = false
    } else if isQuoted {
      if scalar == "\\" { isEscaped = true } else if scalar == "\"" { isQuoted = false }
    } else if scalar == "\"" {
      isQuoted = true
    } else if scalar == "<" {
      bracket = ""
    } else if scalar == ">" {
      found.append(bracket ?? "")
      bracket = nil
      bare = ""
    } else if bracket != nil {
      bracket?.unicodeScalars.append(scalar)
    } else if scalar == "," {
      if bare.contains("@") { found.append(bare) }
      bare = ""
    } else {
      bare.unicodeScalars.append(scalar)
    }
  }
  if bare.contains("@") { found.append(bare) }
  return found
}

private func isMessageID(_ text: String) -> Bool {
  guard text.first == "<", text.last == ">", text.utf8.count <= 250 else { return false }
  let sides = text.dropFirst().dropLast().split(separator: "@", omittingEmptySubsequences: false)
  return sides.count == 2 && !sides[0].isEmpty && !sides[1].isEmpty
    && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
}
