/// The entities that a document's own DTD declares, as far as they are harmless: short texts without further
/// references.
///
/// External entities are known by name and stand for nothing.
struct XMLEntityTable {
  /// True if the document has a DTD, whatever it says.
  private(set) var hasDTD = false
  private var declared: [String: [UInt8]] = [:]
  private var isUnended = false
  private var roomLeft = 1_000_000

  static func isPredefined(_ name: ArraySlice<UInt8>) -> Bool {
    ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
  }

  /// What the DTD says that `name` stands for; `nil` if it says nothing.
  mutating func replacement(for name: ArraySlice<UInt8>) -> [UInt8]? {
    guard !declared.isEmpty, let text = declared[String(decoding: name, as: UTF8.self)] else { return nil }
    guard roomLeft >= text.count else { return [] }
    roomLeft -= text.count
    return text
  }

  /// Reads the `<!DOCTYPE` at `start` and returns the index after it; `nil` if it has no end.
  mutating func readDocumentType(_ bytes: [UInt8], from start: Int) -> Int? {
    // The end that was not found from an earlier place is not found from a later one.
    guard !isUnended else { return nil }
    hasDTD = true
    isUnended = true
    var index = start + 9
    var quote: UInt8 = 0
    var isInside = false
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        isInside = true
      } else if byte == UInt8(ascii: "]") {
        isInside = false
      } else if isInside, byte == UInt8(ascii: "<") {
        if matches("<!--", bytes, index) {
          guard let end = find("-->", in: bytes, from: index + 4, to: bytes.count) else { return nil }
          index = end + 3
          continue
        }
        if matches("<!ENTITY", bytes, index), let end = readEntity(bytes, from: index + 8) {
          index = end
          continue
        }
      } else if byte == UInt8(ascii: ">"), !isInside {
        isUnended = false
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Reads what follows `<!ENTITY`; returns the index after its value, `nil` if it is no general entity.
  private mutating func readEntity(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    func skipBlanks() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }
    skipBlanks()
    let nameStart = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">"), index - nameStart < 100
    {
      index += 1
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    skipBlanks()
    guard index < bytes.count, !name.isEmpty, name != "%", declared.count < 200 else { return nil }
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 else {
      if declared[name] == nil { declared[name] = [] }
      return index
    }
    guard let end = bytes[(index + 1)...].firstIndex(of: quote) else { return nil }
    if declared[name] == nil { declared[name] = Self.harmless(bytes[index + 1..<end]) }
    return end + 1
  }

  /// The value with its character references replaced; empty if it is long or refers to other entities.
  private static func harmless(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.count <= 1000 else { return [] }
    var text: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      let byte = value[index]
      if byte == UInt8(ascii: "&") {
        guard let end = value[index...].firstIndex(of: UInt8(ascii: ";")) else { return [] }
        let name = value[(index + 1)..<end]
        if name.first == UInt8(ascii: "#"), let scalar = characterNumber(name.dropFirst()),
          Unicode.Scalar(scalar) != nil, scalar >= 0x20
        {
          appendUTF8(scalar, to: &text)
        } else if let known = htmlEntity(name) {
          text += known
        } else {
          return []
        }
        index = end + 1
      } else if byte == UInt8(ascii: "%") {
        return []
      } else {
        if byte >= 0x20 || byte == 0x0A || byte == 0x09 { text.append(byte) }
        index += 1
      }
    }
    return text
  }

  private func matches(_ word: StaticString, _ bytes: [UInt8], _ index: Int) -> Bool {
    find(word, in: bytes, from: index, to: min(bytes.count, index + word.utf8CodeUnitCount), exactly: true)
      != nil
  }
}
