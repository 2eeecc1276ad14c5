/// One header field with its line end, folded to lines of at most 78 characters where it can be.
struct HeaderField: Hashable, Sendable {
  /// `Name: value CR LF`.
  let line: String

  /// A value in its final ASCII form.
  init(_ name: String, structured value: String) {
    line = "\(name): \(value)\r\n"
  }

  /// Free text, such as a subject.
  init(_ name: String, unstructured text: String) {
    let start = name.utf8.count + 2
    let words = isPlainASCII(text) ? folded(text, start: start) : encodedWords(text, start: start)
    line = "\(name): \(words)\r\n"
  }

  /// A name and an address: `"The Slow Week" <weekly@example.org>`.
  init(_ name: String, name displayName: String, address: MailAddress) {
    self.init(name, phrase: displayName, then: "<\(address.text)>")
  }

  /// Words for people before something in angle brackets.
  init(_ name: String, phrase: String, then rest: String) {
    let start = name.utf8.count + 2
    let isShort = phrase.utf8.count <= 60
    let words = isPlainASCII(phrase) && isShort ? quoted(phrase) : encodedWords(phrase, start: start)
    let lastLine = words.utf8.split(separator: 0x0A).last?.count ?? 0
    let used = lastLine == words.utf8.count ? start + lastLine : lastLine
    line = "\(name): \(words)" + (used + 1 + rest.utf8.count <= 76 ? " " : "\r\n ") + rest + "\r\n"
  }
}

/// ASCII that cannot be taken for an encoded word.
private func isPlainASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.isEmpty
    && !hasEncodedWordMark(text)
}

private func hasEncodedWordMark(_ text: String) -> Bool {
  zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "=") && $1 == UInt8(ascii: "?") }
}

/// An atom if it is one, else a quoted string (RFC 5322, section 3.2.4).
private func quoted(_ phrase: String) -> String {
  var text: [UInt8] = [UInt8(ascii: "\"")]
  for byte in phrase.utf8 {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
    text.append(byte)
  }
  return String(decoding: text + [UInt8(ascii: "\"")], as: UTF8.self)
}

/// Breaks before words so that no line passes 76 characters, if words allow it.
private func folded(_ text: String, start: Int) -> String {
  var result = ""
  var used = start
  for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
    if index > 0 {
      let isFull = used + 1 + word.utf8.count > 76
      result += isFull ? "\r\n " : " "
      used = isFull ? 1 : used + 1
    }
    result += word
    used += word.utf8.count
  }
  // A word that no line can hold goes over as encoded words.
  return result.utf8.split(separator: 0x0A).allSatisfy({ $0.count + start <= 900 })
    ? result : encodedWords(text, start: start)
}

/// The text in encoded words (RFC 2047) of at most 75 characters, each a whole number of grapheme clusters.
///
/// Q or B for the whole, whichever is shorter.
func encodedWords(_ text: String, start: Int) -> String {
  let bytes = Array(text.utf8)
  let escapes = bytes.count { !isQSafe($0) && $0 != 0x20 }
  let usesQ = bytes.count + 2 * escapes <= (bytes.count + 2) / 3 * 4
  var words: [String] = []
  var current: [UInt8] = []
  var limit = max(30, 75 - start)
  func length(_ bytes: [UInt8]) -> Int {
    12 + (usesQ ? bytes.reduce(0) { $0 + (isQSafe($1) || $1 == 0x20 ? 1 : 3) } : (bytes.count + 2) / 3 * 4)
  }
  func flush() {
    guard !current.isEmpty else { return }
    words.append(usesQ ? "=?utf-8?Q?\(qEncoded(current))?=" : "=?utf-8?B?\(base64(current))?=")
    current = []
    limit = 75
  }
  for character in text {
    var units = [Array(character.utf8)]
    // A cluster of many marks may be longer than a word: then whole scalars must do.
    if length(units[0]) > 60 { units = character.unicodeScalars.map { Array(String($0).utf8) } }
    for unit in units {
      if length(current + unit) > limit { flush() }
      current += unit
    }
  }
  flush()
  return words.joined(separator: "\r\n ")
}

/// May stand in an encoded word within a phrase (RFC 2047, section 5, rule 3).
private func isQSafe(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "/"):
    true
  default: false
  }
}

private func qEncoded(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  for byte in bytes {
    if byte == 0x20 {
      result.append(UInt8(ascii: "_"))
    } else if isQSafe(byte) {
      result.append(byte)
    } else {
      result += [UInt8(ascii: "="), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
