/// Cuts a selector into its parts.
struct SelectorReader {
  enum Part {
    case name(String)
    case anything
    case aClass(String)
    case id(String)
    case attribute(String, String?)
    case root
    /// Something that says nothing about an opened message.
    case never
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// - Returns: `false` if nothing could be read.
  mutating func readCompound(_ found: (Part) -> Void) -> Bool {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "*"):
        index += 1
        found(.anything)
      case UInt8(ascii: "."):
        index += 1
        found(.aClass(name()))
      case UInt8(ascii: "#"):
        index += 1
        found(.id(name()))
      case UInt8(ascii: "["): found(attribute())
      case UInt8(ascii: ":"):
        index += 1
        let pseudo = name().lowercased()
        found(pseudo == "root" ? .root : .never)
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
          index = (bytes[index...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count - 1) + 1
        }
      case _ where isNameByte(byte): found(.name(name().lowercased()))
      default: return index > start
      }
    }
    return index > start
  }

  /// The sign between two parts; a blank is 0x20.
  mutating func readCombinator() -> UInt8 {
    var sign: UInt8 = 0x20
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
      } else if ">+~".utf8.contains(bytes[index]) {
        sign = bytes[index]
        index += 1
      } else {
        break
      }
    }
    return sign
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func attribute() -> Part {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
    let content = Array(bytes[(index + 1)..<end])
    index = min(end + 1, bytes.count)
    guard let equals = content.firstIndex(of: UInt8(ascii: "=")) else {
      return .attribute(String(decoding: trimmedBlanks(content[...]), as: UTF8.self).lowercased(), nil)
    }
    let name = trimmedBlanks(content[..<equals])
    guard let last = name.last, isNameByte(last) else { return .never }
    let value = trimmedBlanks(content[(equals + 1)...]).filter { !"\"'".utf8.contains($0) }
    return .attribute(
      String(decoding: name, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
  }
}
