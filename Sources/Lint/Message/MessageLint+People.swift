import Model

extension MessageLint {
  /// From whom, to whom, about what, when.
  mutating func checkPeople() {
    if let field = header.first("From") {
      let senders = Mailbox.all(in: field.value)
      if senders.count != 1 {
        say(.error, "from", "From holds \(senders.count) addresses", "exactly one", at: field)
      } else if let sender = senders.first {
        check(sender, field)
      }
    }
    if let field = header.first("To") {
      let readers = Mailbox.all(in: field.value)
      if readers.count != 1 {
        say(
          .error, "to", "To holds \(readers.count) addresses",
          "exactly one; readers must not see each other", at: field)
      } else if let reader = readers.first, !reader.isSound {
        say(.error, "to", "To is no address: \(excerpt(reader.address))", "name@domain", at: field)
      }
    }
    if let field = header.first("Reply-To"), Mailbox.all(in: field.value).contains(where: { !$0.isSound }) {
      say(.error, "reply-to", "Reply-To is no address: \(excerpt(field.value))", "name@domain", at: field)
    }
  }

  private mutating func check(_ sender: Mailbox, _ field: MessageField) {
    if !sender.isSound || !sender.hasFullDomain {
      say(.error, "from", "From is no address: \(excerpt(sender.address))", "name@domain", at: field)
    }
    if sender.domain.hasByteSuffix(".invalid") {
      say(
        .warning, "from", "the sender's address is a placeholder",
        "name one in the configuration before anything is sent", at: field)
    }
    let name = withoutEncodedWords(sender.name)
    if name.isEmpty {
      say(.warning, "from-name", "From has no name", "lists of messages show it first", at: field)
    } else if name.utf8.contains(UInt8(ascii: "@")) {
      say(
        .warning, "from-name", "the sender's name holds an address", "filters take it for a forgery",
        at: field)
    }
    let user = sender.user.lowercased()
    if user.hasBytePrefix("no-reply") || user.hasBytePrefix("noreply") {
      say(
        .note, "from-noreply", "nobody can answer to \(excerpt(sender.address))",
        "answers please filters and editors", at: field)
    }
  }

  mutating func checkSubject() {
    guard let field = header.first("Subject") else { return }
    let subject = withoutEncodedWords(field.value)
    if subject.utf8.allSatisfy(isBlank) {
      say(.error, "subject", "the subject is empty", "say what is in this issue", at: field)
    }
    if subject.unicodeScalars.count > 90 {
      say(
        .warning, "subject-long", "the subject has \(subject.unicodeScalars.count) characters",
        "phones show 35 to 60", at: field)
    }
    if subject.unicodeScalars.contains(where: isDirectionControl) {
      say(
        .error, "subject-bidi", "the subject holds a character that turns or hides others", "drop it",
        at: field)
    }
    if subject.unicodeScalars.contains("\u{FFFD}") {
      say(.error, "subject-charset", "letters of the subject were lost", "encode it again", at: field)
    }
    let lowercased = subject.lowercased()
    if withoutReferences(subject) != subject || holdsTag(subject) {
      say(
        severityOfSettings, "subject-html", "the subject shows HTML: \(excerpt(subject))", "it is plain text",
        at: field)
    }
    if ["re:", "fw:", "fwd:"].contains(where: lowercased.hasBytePrefix) {
      say(
        .warning, "subject-re", "the subject looks like that of an answer", "filters count it against you",
        at: field)
    }
    if !rules.allowsBraces, !templateTags(in: Array(subject.utf8)).isEmpty {
      say(
        severityOfSettings, "template-residue", "the subject shows a template tag: \(excerpt(subject))",
        "correct the template",
        at: field)
    }
    if let field = header.first("Date") { checkDate(field) }
  }

  private mutating func checkDate(_ field: MessageField) {
    guard let date = MessageDate(field.value) else {
      say(
        .error, "date", "the date cannot be read: \(excerpt(field.value))",
        "such as Mon, 23 Nov 2026 08:00:00 +0100",
        at: field)
      return
    }
    if !(2010...2099).contains(date.year) {
      say(
        .error, "date", "the date is far off: \(excerpt(field.value))", "filters count it against you",
        at: field)
    }
    if date.isWeekdayRight == false {
      say(.error, "date", "the weekday is wrong: \(excerpt(field.value))", "or the day is", at: field)
    }
    if !date.hasNumericZone {
      say(
        .warning, "date-zone", "the zone is not a number: \(excerpt(field.value))", "such as +0100", at: field
      )
    }
  }

  private func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || [0x200B, 0xFEFF].contains(scalar.value)
  }

  /// `<b>`, `</b>`.
  private func holdsTag(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return places(of: [UInt8(ascii: "<")], in: bytes).contains { place in
      let rest = bytes[(place + 1)...]
      guard let first = rest.first, isLetter(first) || first == UInt8(ascii: "/") else { return false }
      return rest.contains(UInt8(ascii: ">"))
    }
  }

  /// Message-ID: one and the same at each attempt, at the sender's domain.
  mutating func checkIdentity() {
    guard let field = header.first("Message-ID") else { return }
    let bytes = Array(field.value.utf8)
    let inner = bytes.dropFirst().dropLast()
    let sides = inner.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let atoms = "!#$%&'*+/=?^_`{|}~.-".utf8
    guard bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">"), bytes.count <= 250,
      sides.count == 2,
      let left = sides.first, let right = sides.last, !left.isEmpty, let first = right.first,
      let last = right.last,
      left.allSatisfy({ isLetter($0) || isDigit($0) || atoms.contains($0) }),
      right.allSatisfy({ isLetter($0) || isDigit($0) || ".-".utf8.contains($0) }), first != UInt8(ascii: "."),
      last != UInt8(ascii: "."), first != UInt8(ascii: "-"), last != UInt8(ascii: "-")
    else {
      say(
        .error, "message-id", "the Message-ID is not <name@domain>: \(excerpt(field.value))",
        "RFC 5322 section 3.6.4", at: field)
      return
    }
    let domain = String(decoding: right, as: UTF8.self).lowercased()
    if domain == "localhost" || domain.hasByteSuffix(".local") || domain.hasByteSuffix(".localdomain") {
      say(
        .error, "message-id", "the Message-ID shows the name of a machine: \(excerpt(domain))",
        "use the sender's domain", at: field)
    }
    let sender = header.first("From").map { Mailbox.all(in: $0.value) }?.first?.domain ?? ""
    if !sender.isEmpty, !isSameSite(sender, domain) {
      say(
        .warning, "message-id-domain",
        "the Message-ID is of another domain than the sender: \(excerpt(domain))",
        "use the sender's", at: field)
    }
  }
}
