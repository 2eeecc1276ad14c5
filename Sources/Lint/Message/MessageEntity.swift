/// A message or a part of one: its header, and what it holds (RFC 2046).
struct MessageEntity {
  /// Parts in parts that are looked into; honest mail has three.
  private static let deepest = 6

  let header: MessageHeader
  let body: ArraySlice<UInt8>
  private(set) var parts: [MessageEntity] = []
  /// How often the closing boundary stands.
  private(set) var closingCount = 0
  private(set) var hasEpilogue = false

  /// `text/html`, in lower case.
  let contentType: String
  private let parameters: [String: String]
  /// Names of parameters of Content-Type that stand there twice.
  let repeatedParameters: [String]

  init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
    header = MessageHeader(bytes)
    body = header.body
    let type = header.first("Content-Type")?.value ?? "text/plain"
    contentType = String(
      decoding: type.utf8.prefix { $0 != UInt8(ascii: ";") && !isBlank($0) }, as: UTF8.self
    ).lowercased()
    (parameters, repeatedParameters) = headerParameters(type)
    if isMultipart, let boundary, !boundary.isEmpty, depth < MessageEntity.deepest {
      cut(at: boundary, depth)
    }
  }

  var isMultipart: Bool { contentType.hasBytePrefix("multipart/") }
  var boundary: String? { parameters["boundary"] }
  var charset: String? { parameters["charset"]?.lowercased() }
  var isFlowed: Bool { parameters["format"]?.lowercased() == "flowed" }

  /// In lower case.
  var encoding: String { header.first("Content-Transfer-Encoding")?.value.lowercased() ?? "7bit" }

  var isAttachment: Bool {
    header.first("Content-Disposition")?.value.lowercased().hasBytePrefix("attachment") == true
      || parameters["name"] != nil && contentType.hasBytePrefix("text/")
  }

  /// Without its brackets.
  var contentID: String? {
    header.first("Content-ID").map {
      String(decoding: $0.value.utf8.filter { !"<> ".utf8.contains($0) }, as: UTF8.self)
    }
  }

  /// The entity and all in it, in reading order.
  var all: [MessageEntity] { [self] + parts.flatMap(\.all) }

  private mutating func cut(at boundary: String, _ depth: Int) {
    let mark = Array("--\(boundary)".utf8)
    var start: Int?
    var end = body.endIndex
    for line in linesWithEnds(body) where line.starts(with: mark) {
      let tail = trimmedBlanks(line.dropFirst(mark.count))
      guard tail.isEmpty || tail.elementsEqual("--".utf8) else { continue }
      if let start {
        parts.append(MessageEntity(withoutLineEnd(body[start..<line.startIndex]), depth: depth + 1))
      }
      start = tail.isEmpty ? line.endIndex : nil
      if !tail.isEmpty {
        closingCount += 1
        end = line.endIndex
      }
    }
    // A part that nothing closes is one all the same.
    if let start { parts.append(MessageEntity(body[start...], depth: depth + 1)) }
    hasEpilogue = start == nil && closingCount > 0 && !body[end...].allSatisfy(isBlank)
  }
}

/// `charset="utf-8"; format=flowed` behind the first semicolon of a field.
private func headerParameters(_ value: String) -> (found: [String: String], repeated: [String]) {
  var found: [String: String] = [:]
  var repeated: [String] = []
  for piece in pieces(Array(value.utf8), at: UInt8(ascii: ";")).dropFirst() {
    guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
    let key = String(decoding: trimmedBlanks(piece[..<equals]), as: UTF8.self).lowercased()
    var text = trimmedBlanks(piece[(equals + 1)...])
    if text.first == UInt8(ascii: "\"") { text = text.dropFirst().prefix { $0 != UInt8(ascii: "\"") } }
    if found.updateValue(String(decoding: text, as: UTF8.self), forKey: key) != nil { repeated.append(key) }
  }
  return (found, repeated)
}
