internal import CLibXML2

/// The names of one document, each made a value once.
///
/// libxml2 keeps one copy of each name, so that equal names are equal pointers.
struct XMLNameTable {
  /// Where the parts of a name are in memory; 0 for what is missing.
  private struct Key: Hashable {
    let local: UInt
    let prefix: UInt
    let uri: UInt
  }

  private var numbers: [Key: Int] = [:]
  private var names: [XMLName] = []
  /// The last name met for each hash: feeds repeat a few dozen names, and this spares their hashing.
  private var recent = [(key: Key, number: Int)](
    repeating: (Key(local: 0, prefix: 0, uri: 0), -1), count: 128)

  subscript(number: Int) -> XMLName { names[number] }

  mutating func number(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) -> Int {
    let key = Key(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), uri: UInt(bitPattern: uri))
    let hash = (key.local &+ key.prefix) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(hash >> 57)
    let known = recent[slot]
    if known.key.local == key.local, known.key.prefix == key.prefix, known.key.uri == key.uri {
      return known.number
    }
    let number =
      numbers[key]
      ?? add(
        key,
        XMLName(
          local: local.map { String(cString: $0) } ?? "", prefix: prefix.map { String(cString: $0) },
          namespace: uri.map { String(cString: $0) }))
    recent[slot] = (key, number)
    return number
  }

  private mutating func add(_ key: Key, _ name: XMLName) -> Int {
    let number = names.count
    names.append(name)
    numbers[key] = number
    return number
  }
}
