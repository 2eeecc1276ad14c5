/// The names of characters that HTML defines (HTML standard §13.5), looked up by their bytes.
///
/// libxml2 knows the 252 names of HTML 4; programs that write feeds and pages use all 2,125.
struct CharacterNames: Sendable {
  static let all = CharacterNames(PackageResources.characters_txt)
  static let maximumLength = 31

  struct Found {
    /// One character or two, in UTF-8.
    let text: ArraySlice<UInt8>
    /// Whether HTML reads the name without a semicolon, too.
    let isLegacy: Bool
  }

  private struct Entry {
    let name: Range<Int>
    let text: Range<Int>
    let isLegacy: Bool
  }

  /// The list from which this was read: the names stand in it.
  private let list: [UInt8]
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  /// Place of an entry by the hash of its name; -1 in an empty slot. Half of them are empty.
  private var slots = [Int16](repeating: -1, count: 4096)

  /// - Parameter list: a line for each character: its number, or two joined by `+`, and its names.
  private init(_ list: [UInt8]) {
    self.list = list
    entries.reserveCapacity(2125)
    list.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ list: UnsafeBufferPointer<UInt8>) {
    for line in list.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: 0x20)
      let start = texts.count
      for number in words[0].split(separator: UInt8(ascii: "+")) {
        appendUTF8(number.reduce(0) { $0 << 4 | (hexValue($1).map(UInt32.init) ?? 0) }, to: &texts)
      }
      for word in words.dropFirst() {
        let isLegacy = word.first == UInt8(ascii: "!")
        let name = isLegacy ? word.dropFirst() : word
        var slot = CharacterNames.hash(UnsafeBufferPointer(rebasing: name))
        while slots[slot] >= 0 { slot = (slot + 1) & 4095 }
        slots[slot] = Int16(entries.count)
        entries.append(
          Entry(name: name.startIndex..<name.endIndex, text: start..<texts.count, isLegacy: isLegacy))
      }
    }
  }

  /// What `name`, without `&` and semicolon, stands for; capital and small letters differ.
  func character(_ name: UnsafeBufferPointer<UInt8>) -> Found? {
    guard (2...CharacterNames.maximumLength).contains(name.count) else { return nil }
    var slot = CharacterNames.hash(name)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.name.count == name.count, list[entry.name].elementsEqual(name) {
        return Found(text: texts[entry.text], isLegacy: entry.isLegacy)
      }
      slot = (slot &+ 1) & 4095
    }
    return nil
  }

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(((mixed ^ (mixed >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}

/// The characters of a name that HTML defines, as UTF-8.
func htmlEntity(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  name.withUnsafeBufferPointer { CharacterNames.all.character($0)?.text }
}

/// True if HTML defines a character of this name.
public func isHTMLEntityName(_ name: String) -> Bool {
  htmlEntity(Array(name.utf8)[...]) != nil
}
