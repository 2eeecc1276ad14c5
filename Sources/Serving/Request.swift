/// The head of an HTTP request, as far as this server cares for it.
public struct Request: Hashable, Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
  }

  public let method: Method
  /// What stands before the question mark, as it came: nothing is decoded, and dots mean nothing.
  public let path: String
  /// Host and port as the client named them, in lower case.
  public let host: String

  public init(method: Method, path: String, host: String) {
    self.method = method
    self.path = path
    self.host = host
  }
}

extension Request {
  /// The largest head that is read, in bytes. Browsers send about 700.
  static let largestHead = 8 * 1024
  private static let mostFields = 64

  /// Reads a head with the empty line at its end (RFC 9112 sections 2 to 3); `nil` while that line has not come.
  ///
  /// - Throws: the answer for what is refused: malformed heads, other methods, bodies, heads that are too large.
  init?(_ bytes: [UInt8]) throws(Refusal) {
    guard let end = Request.headEnd(bytes) else {
      if bytes.count >= Request.largestHead { throw .headTooLarge }
      return nil
    }
    let lines = try Request.lines(bytes[..<end])
    guard lines.count - 1 <= Request.mostFields else { throw .headTooLarge }
    let parts = lines[0].split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, String(decoding: parts[2], as: UTF8.self).hasPrefix("HTTP/1.") else {
      throw .malformed
    }
    guard let method = Method(rawValue: String(decoding: parts[0], as: UTF8.self)) else {
      throw .otherMethod
    }
    var hosts: [String] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
        throw .malformed
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
      switch name {
      case "host": hosts.append(value.lowercased())
      case "transfer-encoding": throw .hasBody
      case "content-length" where value != "0": throw .hasBody
      default: break
      }
    }
    guard parts[1].first == UInt8(ascii: "/"), hosts.count == 1 else { throw .malformed }
    self.init(
      method: method, path: String(decoding: parts[1].prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self),
      host: hosts[0])
  }

  /// Where the empty line begins.
  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...(bytes.count - 4)).first {
      bytes[$0] == 0x0D && bytes[$0 + 1] == 0x0A && bytes[$0 + 2] == 0x0D && bytes[$0 + 3] == 0x0A
    }
  }

  /// Lines without their ends. A control character in one is refused, a lone CR or LF among them.
  private static func lines(_ head: ArraySlice<UInt8>) throws(Refusal) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = head.startIndex
    var index = start
    while index < head.endIndex {
      if head[index] == 0x0D, index + 1 < head.endIndex, head[index + 1] == 0x0A {
        lines.append(head[start..<index])
        index += 2
        start = index
        continue
      }
      guard head[index] >= 0x20 && head[index] != 0x7F || head[index] == 0x09 else { throw .malformed }
      index += 1
    }
    lines.append(head[start...])
    return lines
  }
}
