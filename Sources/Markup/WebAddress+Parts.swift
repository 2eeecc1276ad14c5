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
  init?(parsing bytes: ArraySlice<UInt8>, in baseScheme: String?, _ spelling: WebAddress.Spelling) {
    var rest = bytes
    if let colon = AddressParts.endOfScheme(rest) {
      scheme = String(decoding: rest[..<colon].map(lowered), as: UTF8.self)
      rest = rest[(colon + 1)...]
    }
    let isWeb = ["http", "https"].contains(scheme ?? baseScheme ?? "")
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = percentEncoded(rest[(mark + 1)...], .fragment, spelling)
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = percentEncoded(rest[(mark + 1)...], .query, spelling)
      rest = rest[..<mark]
    }
    if isWeb {
      rest = ArraySlice(rest.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard let authority = Authority(parsing: rest[..<slash], isWeb: isWeb, spelling) else { return nil }
      userInfo = authority.userInfo
      host = authority.host
      port = authority.port
      rest = rest[slash...]
    }
    path = percentEncoded(rest, .path, spelling)
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

  /// The address as text, and where its parts are.
  var serialised: (string: String, layout: AddressLayout) {
    var text = ""
    var layout = AddressLayout()
    func add(_ part: String) -> AddressLayout.Part {
      let start = text.utf8.count
      text += part
      return AddressLayout.Part(start: UInt32(start), count: UInt32(part.utf8.count))
    }
    if let scheme {
      layout.scheme = add(scheme)
      text += ":"
    }
    if let host {
      text += "//"
      if let userInfo {
        layout.userInfo = add(userInfo)
        text += "@"
      }
      layout.host = add(host)
      if let port {
        text += ":\(port)"
        layout.port = UInt16(port)
      }
      if !path.isEmpty && path.utf8.first != UInt8(ascii: "/") { text += "/" }
    } else if path.utf8.starts(with: "//".utf8) {
      text += "/."
    }
    layout.path = add(path)
    if let query {
      text += "?"
      layout.query = add(query)
    }
    if let fragment {
      text += "#"
      layout.fragment = add(fragment)
    }
    layout.isWeb = scheme == "http" || scheme == "https"
    return (text, layout)
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
    let refused =
      switch self {
      case .path: Self.refusedInPath
      case .query: Self.refusedInQuery
      case .fragment: Self.refusedInFragment
      case .userInfo: Self.refusedInUserInfo
      }
    return refused.bits(for: byte) == 0
  }

  private static let refusedInQuery = ASCIISet("\"<>'")
  private static let refusedInFragment = ASCIISet("\"<>`")
  private static let refusedInPath = ASCIISet("\"<>`{}^")
  private static let refusedInUserInfo = ASCIISet("\"<>`{}^|[]@/")
}

/// Some of the characters of ASCII.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    for offset in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[offset]
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  /// Not 0 if `byte`, which must be below 128, is one of them.
  @inline(__always)
  func bits(for byte: UInt8) -> UInt64 {
    (byte < 64 ? low : high) & 1 << UInt64(byte & 63)
  }
}

func percentEncoded(
  _ bytes: ArraySlice<UInt8>, _ set: EncodeSet, _ spelling: WebAddress.Spelling = .ascii
) -> String {
  func stays(_ byte: UInt8) -> Bool { set.allows(byte) || byte >= 0x80 && spelling == .international }
  if bytes.allSatisfy(stays) { return String(decoding: bytes, as: UTF8.self) }
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 16)
  for byte in bytes {
    if stays(byte) {
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
