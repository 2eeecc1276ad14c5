/// An address of a From or To field.
struct Mailbox {
  /// What people see; empty if there is only an address.
  let name: String
  let address: String
  /// Something stands before or behind the address that belongs to nothing.
  var hasStrays = false

  var user: String { String(decoding: address.utf8.prefix { $0 != UInt8(ascii: "@") }, as: UTF8.self) }

  var domain: String {
    guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
    return String(decoding: address.utf8[at...].dropFirst(), as: UTF8.self).lowercased()
  }

  /// True if it can be read in one way only: one `@` with a name on both sides, and no stray signs around it.
  var isSound: Bool {
    let domain = domain
    return !hasStrays && !user.isEmpty && !domain.isEmpty && !domain.hasBytePrefix(".")
      && !domain.hasByteSuffix(".")
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>,;:()[]\\".utf8.contains($0) }
      && address.utf8.count { $0 == UInt8(ascii: "@") } == 1
  }

  /// False for the names of machines.
  var hasFullDomain: Bool { domain.utf8.contains(UInt8(ascii: ".")) }

  /// All addresses of a value: what stands in angle brackets, or a bare address (RFC 5322 section 3.4).
  static func all(in value: String) -> [Mailbox] {
    var found: [Mailbox] = []
    var words: [UInt8] = []
    var bracket: [UInt8]?
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    var isClosed = false
    var hasStrays = false
    func text(_ bytes: [UInt8]) -> String { String(decoding: trimmedBlanks(bytes[...]), as: UTF8.self) }
    func close() {
      if let inside = bracket {
        found.append(Mailbox(name: text(words), address: text(inside), hasStrays: hasStrays || !isClosed))
      } else if words.contains(UInt8(ascii: "@")) {
        found.append(Mailbox(name: "", address: text(words), hasStrays: hasStrays))
      } else if words.contains(where: { !isBlank($0) }) {
        found.append(Mailbox(name: text(words), address: ""))
      }
      words = []
      bracket = nil
      isClosed = false
      hasStrays = false
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
        case UInt8(ascii: "<") where bracket == nil: bracket = []
        case UInt8(ascii: ">"):
          if bracket == nil || isClosed { hasStrays = true } else { isClosed = true }
        case UInt8(ascii: ","): close()
        default:
          if isClosed {
            if !isBlank(byte) { hasStrays = true }
          } else if bracket != nil {
            bracket?.append(byte)
          } else {
            words.append(byte)
          }
        }
      }
    }
    close()
    return found
  }
}
