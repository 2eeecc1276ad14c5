import Markup

extension FeedBuilder {
  /// Reads a person given as one string.
  mutating func readPerson(_ text: String) {
    let found = ParsedPerson(text: text)
    person.name = person.name ?? found.name
    person.email = person.email ?? found.email
    person.url = person.url ?? found.url
  }

  /// The end of a person: one that says anything is kept, each only once.
  mutating func keepPerson() {
    var found = ParsedPerson(
      name: person.name.flatMap(ParsedPerson.plainName), email: person.email, url: person.url)
    if let name = person.name, found.email == nil {
      let parts = ParsedPerson(text: name)
      found = ParsedPerson(name: parts.name, email: parts.email, url: person.url)
    }
    guard found != ParsedPerson() else { return }
    switch person.role {
    case .author: draft.metadata.authors = draft.metadata.authors.adding(found)
    case .contributor: draft.metadata.contributors = draft.metadata.contributors.adding(found)
    case .publisher: draft.metadata.publisher = draft.metadata.publisher ?? found
    }
  }
}

extension [ParsedPerson] {
  /// With `person`, unless it is there already or a fuller one of its name is; beyond 200 nobody looks.
  func adding(_ person: ParsedPerson) -> [ParsedPerson] {
    guard count < 200 else { return self }
    for (index, known) in enumerated() where known.name == person.name && person.name != nil {
      if person.email == nil && person.url == nil || person == known { return self }
      if known.email == nil && known.url == nil {
        var people = self
        people[index] = person
        return people
      }
    }
    return contains(person) ? self : self + [person]
  }
}

extension ParsedPerson {
  /// A name whose markup and references were escaped with it, as people read it: WordPress writes `Smith &amp; Jones`
  /// and plug-ins write links into elements that hold plain text.
  static func plainName(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return nonEmpty(text)
    }
    let text = withoutSection(trimmed(text))
    guard TextForm.looksLikeHTML(Array(text.utf8)) else { return nonEmpty(text) }
    return nonEmpty(foldedWhiteSpace(HTMLDocument.parse(text).lineText(of: 0)))
  }

  /// Splits `a@b.c (Name)`, `Name (a@b.c)`, `Name <a@b.c>`; a bare address of e-mail is one.
  init(text: String) {
    // `<a href="mailto:a@b.c">Name</a>` is none of these forms.
    let isMarkup = text.utf8.contains(UInt8(ascii: "<")) && TextForm.hasEndTag(Array(text.utf8))
    let parts = ParsedPerson(splitting: isMarkup ? ParsedPerson.plainName(text) ?? "" : text)
    guard let name = parts.name, let plain = ParsedPerson.plainName(name), plain != name else {
      self = parts
      return
    }
    // What is escaped may be one of them.
    let inner = ParsedPerson(splitting: plain)
    self.init(name: inner.name, email: inner.email ?? parts.email)
  }

  private init(splitting text: String) {
    let text = trimmed(text)
    guard text.utf8.contains(UInt8(ascii: "@")) else {
      self.init(name: nonEmpty(text))
      return
    }
    let bytes = Array(text.utf8)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else {
      self.init(name: nonEmpty(text))
      return
    }
    var start = at
    while start > 0, isAddressByte(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard start < at, end > at + 1,
      bytes[at + 1..<end].contains(UInt8(ascii: ".")) || bytes.count == end - start
    else {
      self.init(name: nonEmpty(text))
      return
    }
    var rest = Array(bytes[..<start]) + [0x20] + Array(bytes[end...])
    if let mail = String(decoding: rest, as: UTF8.self).range(ofASCII: "mailto:") {
      rest.removeSubrange(mail)
    }
    rest = rest.map { [0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x22].contains($0) ? 0x20 : $0 }
    let words = rest.split(separator: 0x20).map { Array($0) }
    var name = Array(words.joined(separator: [0x20]))
    while let last = name.last, last == UInt8(ascii: ",") || last == UInt8(ascii: "-") { name.removeLast() }
    self.init(
      name: nonEmpty(String(decoding: name, as: UTF8.self)),
      email: String(decoding: bytes[start..<end], as: UTF8.self))
  }
}

extension String {
  /// Byte offsets of an ASCII word in small letters, in any case.
  fileprivate func range(ofASCII word: String) -> Range<Int>? {
    let bytes = utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    for start in 0...bytes.count - word.count where bytes[start..<start + word.count].elementsEqual(word) {
      return start..<start + word.count
    }
    return nil
  }
}

/// What stands in an address of e-mail on either side of the `@`.
private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
  case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
  default: false
  }
}
