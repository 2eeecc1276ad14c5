/// One `property: value` of a style.
struct StyleDeclaration {
  /// In lower case.
  let name: String
  let value: String
  let isImportant: Bool

  /// For keywords; addresses in it lose their case.
  var lowercasedValue: String { value.lowercased() }
}

/// The declarations of a style attribute or of a rule, with what is none.
struct StyleDeclarations {
  private(set) var declarations: [StyleDeclaration] = []
  /// Pieces that are no declaration.
  private(set) var faults: [String] = []

  init(_ text: some StringProtocol) {
    for piece in pieces(Array(text.utf8), at: UInt8(ascii: ";")) { read(withoutStyleComments(piece)) }
  }

  func has(_ name: String) -> Bool { declarations.contains { $0.name == name } }

  /// The last one wins.
  subscript(name: String) -> String? { declarations.last { $0.name == name }?.value }

  private mutating func read(_ piece: [UInt8]) {
    let piece = trimmedBlanks(piece[...])
    guard !piece.isEmpty, piece.first != UInt8(ascii: "@") else { return }
    let words = String(decoding: piece, as: UTF8.self)
    guard let colon = piece.firstIndex(of: UInt8(ascii: ":")) else {
      faults.append(words)
      return
    }
    let name = trimmedBlanks(piece[..<colon])
    guard !name.isEmpty, name.allSatisfy(isNameByte), !isDigit(name[name.startIndex]) else {
      faults.append(words)
      return
    }
    var value = trimmedBlanks(piece[(colon + 1)...])
    var isImportant = false
    if let mark = value.lastIndex(of: UInt8(ascii: "!")),
      String(decoding: trimmedBlanks(value[(mark + 1)...]), as: UTF8.self).lowercased() == "important"
    {
      isImportant = true
      value = trimmedBlanks(value[..<mark])
    }
    if value.contains(where: { "{}!".utf8.contains($0) }) { faults.append(words) }
    declarations.append(
      StyleDeclaration(
        name: String(decoding: name, as: UTF8.self).lowercased(),
        value: String(decoding: value, as: UTF8.self),
        isImportant: isImportant))
  }
}

/// Cuts at a sign that stands in no string, bracket or comment.
func pieces(_ bytes: [UInt8], at mark: UInt8) -> [[UInt8]] {
  var found: [[UInt8]] = []
  var start = 0
  var brackets = 0
  var quote: UInt8?
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\") {
      index += 2
      continue
    }
    if let open = quote {
      if byte == open || byte == 0x0A { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
      index = endOfStyleComment(bytes, from: index + 2)
      continue
    } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
      brackets += 1
    } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
      brackets = max(0, brackets - 1)
    } else if byte == mark, brackets == 0 {
      found.append(Array(bytes[start..<index]))
      start = index + 1
    }
    index += 1
  }
  if start < bytes.count { found.append(Array(bytes[start...])) }
  return found
}

func endOfStyleComment(_ bytes: [UInt8], from start: Int) -> Int {
  var index = start
  while index + 1 < bytes.count {
    if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
    index += 1
  }
  return bytes.count
}

func withoutStyleComments(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "*")) else { return bytes }
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
      index = endOfStyleComment(bytes, from: index + 2)
      result.append(0x20)
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}

func trimmedBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop(while: isBlank)
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  return bytes
}

func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
}
