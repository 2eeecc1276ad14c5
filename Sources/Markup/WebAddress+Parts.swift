/// The components of an address (RFC 3986 §3), and the algorithms of §5 on them.
struct AddressParts: Hashable, Sendable {
  var scheme: String?
  var userInfo: String?
  var host: String?
  var port: Int?
  var path: String
  var query: String?
  var fragment: String?

  init(
    scheme: String?, userInfo: String?, host: String?, port: Int?, path: String, query: String?,
    fragment: String?
  ) {
    self.scheme = scheme
    self.userInfo = userInfo
    self.host = host
    self.port = port
    self.path = path
    self.query = query
    self.fragment = fragment
  }

  /// Splits trimmed bytes; `baseScheme` tells whether a relative reference is to a web address.
  init?(parsing bytes: ArraySlice<UInt8>, in baseScheme: String?) {
    var rest = bytes
    if let colon = AddressParts.endOfScheme(rest) {
      scheme = String(decoding: rest[..<colon].map(lowered), as: UTF8.self)
      rest = rest[(colon + 1)...]
    }
    let isWeb = ["http", "https"].contains(scheme ?? baseScheme ?? "")
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = percentEncoded(rest[(mark + 1)...], .fragment)
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = percentEncoded(rest[(mark + 1)...], .query)
      rest = rest[..<mark]
    }
    if isWeb {
      rest = ArraySlice(rest.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard let authority = Authority(parsing: rest[..<slash], isWeb: isWeb) else { return nil }
      userInfo = authority.userInfo
      host = authority.host
      port = authority.port
      rest = rest[slash...]
    }
    path = percentEncoded(rest, .path)
  }

  /// RFC 3986 §5.2.2.
  func resolved(against base: AddressParts) -> AddressParts {
    var target = self
    if scheme != nil { return withoutDotSegments }
    target.scheme = base.scheme
    if host != nil { return target.withoutDotSegments }
    target.userInfo = base.userInfo
    target.host = base.host
    target.port = base.port
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
      return target
    }
    if !path.utf8.starts(with: "/".utf8) {
      if base.host != nil && base.path.isEmpty {
        target.path = "/" + path
      } else {
        let directory = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? ""
        target.path = directory + path
      }
    }
    return target.withoutDotSegments
  }

  /// RFC 3986 §5.2.4, for paths that begin at a root; others keep their dots.
  var withoutDotSegments: AddressParts {
    guard path.utf8.first == UInt8(ascii: "/"),
      path.utf8.contains(UInt8(ascii: ".")) || path.utf8.contains(UInt8(ascii: "%"))
    else { return self }
    var kept: [Substring.UTF8View] = []
    let segments = path.dropFirst().utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var endsInDirectory = false
    for segment in segments {
      endsInDirectory = false
      switch AddressParts.dots(segment) {
      case 1: endsInDirectory = true
      case 2:
        if !kept.isEmpty { kept.removeLast() }
        endsInDirectory = true
      default: kept.append(segment)
      }
    }
    var bytes: [UInt8] = []
    for segment in kept {
      bytes.append(UInt8(ascii: "/"))
      bytes.append(contentsOf: segment)
    }
    if endsInDirectory { bytes.append(UInt8(ascii: "/")) }
    var result = self
    result.path = String(decoding: bytes, as: UTF8.self)
    return result
  }

  var serialised: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let host {
      text += "//"
      if let userInfo { text += userInfo + "@" }
      text += host
      if let port { text += ":\(port)" }
      if !path.isEmpty && path.utf8.first != UInt8(ascii: "/") { text += "/" }
    } else if path.utf8.starts(with: "//".utf8) {
      text += "/."
    }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// Index of the colon that ends a scheme, if there is one.
  private static func endOfScheme(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: continue
      case let byte where isLetter(byte): continue
      default: return nil
      }
    }
    return nil
  }

  /// 1 for `.`, 2 for `..` (also spelled `%2e`), 0 for any other segment.
  private static func dots(_ segment: Substring.UTF8View) -> Int {
    var count = 0
    var bytes = segment[...]
    while let byte = bytes.first {
      if byte == UInt8(ascii: ".") {
        bytes = bytes.dropFirst()
      } else if bytes.count >= 3, bytes.prefix(3).map(lowered) == Array("%2e".utf8) {
        bytes = bytes.dropFirst(3)
      } else {
        return 0
      }
      count += 1
      if count > 2 { return 0 }
    }
    return count
  }
}

/// Which bytes may stand in a part of an address as they are.
enum EncodeSet {
  case path, query, fragment, userInfo

  func allows(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte < 0x7F else { return false }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): return false
    case UInt8(ascii: "`"): return self == .query
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"): return self == .query || self == .fragment
    case UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "/"):
      return self != .userInfo || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "=")
    case UInt8(ascii: "'"): return self != .query
    default: return true
    }
  }
}

func percentEncoded(_ bytes: ArraySlice<UInt8>, _ set: EncodeSet) -> String {
  if bytes.allSatisfy(set.allows) { return String(decoding: bytes, as: UTF8.self) }
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 16)
  for byte in bytes {
    if set.allows(byte) {
      result.append(byte)
    } else {
      result.append(UInt8(ascii: "%"))
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
  }
  return String(decoding: result, as: UTF8.self)
}

func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
