/// An address of a From or To field.
struct Mailbox {
  /// What people see; empty if there is only an address.
  let name: String
  let address: String

  var user: String { String(decoding: address.utf8.prefix { $0 != UInt8(ascii: "@") }, as: UTF8.self) }

  var domain: String {
    guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
    return String(decoding: address.utf8[at...].dropFirst(), as: UTF8.self).lowercased()
  }

  var isSound: Bool {
    let domain = domain
    return !user.isEmpty && domain.utf8.contains(UInt8(ascii: ".")) && !domain.hasBytePrefix(".")
      && !domain.hasByteSuffix(".")
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>,".utf8.contains($0) }
      && address.utf8.count { $0 == UInt8(ascii: "@") } == 1
  }

  /// All addresses of a value: what stands in angle brackets, or a bare address (RFC 5322 section 3.4).
  static func all(in value: String) -> [Mailbox] {
    var found: [Mailbox] = []
    var words: [UInt8] = []
    var bracket: [UInt8]?
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    func text(_ bytes: [UInt8]) -> String { String(decoding: trimmedBlanks(bytes[...]), as: UTF8.self) }
    func close() {
      if let inside = bracket {
        found.append(Mailbox(name: text(words), address: text(inside)))
      } else if words.contains(UInt8(ascii: "@")) {
        found.append(Mailbox(name: "", address: text(words)))
      } else if words.contains(where: { !isBlank($0) }) {
        found.append(Mailbox(name: text(words), address: ""))
      }
      words = []
      bracket = nil
    }
    for byte in value.utf8 {
      if isEscaped {
        isEscaped = false
        words.append(byte)
      } else if isQuoted {
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = true
        case UInt8(ascii: "\""): isQuoted = false
        default: words.append(byte)
        }
      } else {
        switch byte {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")") where depth > 0: depth -= 1
        case _ where depth > 0: continue
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "<"): bracket = []
        case UInt8(ascii: ">"): continue
        case UInt8(ascii: ","): close()
        case UInt8(ascii: ";"): continue
        default: if bracket != nil { bracket?.append(byte) } else { words.append(byte) }
        }
      }
    }
    close()
    return found
  }
}
