/// A message cut into its header and parts, as far as that can be done.
struct MessageParts {
  struct Field {
    let name: String
    /// Unfolded.
    let value: String
    /// As on the wire, without line ends.
    let lines: [[UInt8]]
  }

  struct Part {
    let fields: [Field]
    let body: ArraySlice<UInt8>

    var contentType: String {
      let value = fields.first { $0.name.lowercased() == "content-type" }?.value ?? "text/plain"
      return value.prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
    }

    var encoding: String {
      fields.first { $0.name.lowercased() == "content-transfer-encoding" }?.value.lowercased() ?? "7bit"
    }
  }

  let header: [Field]
  /// Lines of the header that are no field.
  let strayLines: [[UInt8]]
  let boundary: String?
  let parts: [Part]
  let closingCount: Int

  init(_ message: [UInt8]) {
    let (fields, stray, body) = readHeader(message[...])
    header = fields
    strayLines = stray
    let type = fields.first { $0.name.lowercased() == "content-type" }?.value ?? ""
    boundary = parameter("boundary", of: type)
    guard type.lowercased().hasPrefix("multipart/"), let boundary, !boundary.isEmpty else {
      parts = [Part(fields: fields, body: body)]
      closingCount = 0
      return
    }
    var parts: [Part] = []
    var closings = 0
    var start: Int?
    let mark = Array("--\(boundary)".utf8)
    for line in linesWithEnds(body) {
      guard line.starts(with: mark) else { continue }
      let tail = trimmed(line.dropFirst(mark.count))
      guard tail.isEmpty || tail.elementsEqual("--".utf8) else { continue }
      if let start {
        let (fields, _, content) = readHeader(body[start..<line.startIndex])
        parts.append(Part(fields: fields, body: content))
      }
      start = tail.isEmpty ? line.endIndex : nil
      if !tail.isEmpty { closings += 1 }
    }
    self.parts = parts
    closingCount = closings
  }

  func values(_ name: String) -> [String] {
    header.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}

private func readHeader(
  _ bytes: ArraySlice<UInt8>
) -> (fields: [MessageParts.Field], stray: [[UInt8]], body: ArraySlice<UInt8>) {
  var groups: [[[UInt8]]] = []
  var stray: [[UInt8]] = []
  var body = bytes[bytes.endIndex...]
  for line in linesWithEnds(bytes) {
    let content = Array(withoutLineEnd(line))
    if content.isEmpty {
      body = bytes[line.endIndex...]
      break
    }
    if content[0] == 0x20 || content[0] == 0x09, !groups.isEmpty {
      groups[groups.count - 1].append(content)
    } else if content.contains(UInt8(ascii: ":")) {
      groups.append([content])
    } else {
      stray.append(content)
    }
  }
  let fields = groups.compactMap { lines -> MessageParts.Field? in
    guard let first = lines.first, let colon = first.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var value = Array(first[(colon + 1)...])
    for line in lines.dropFirst() { value += line }
    return MessageParts.Field(
      name: String(decoding: first[..<colon], as: UTF8.self),
      value: String(decoding: trimmed(value[...]), as: UTF8.self), lines: lines)
  }
  return (fields, stray, body)
}

/// Each line with its line feed.
func linesWithEnds(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  while start < bytes.endIndex {
    let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    lines.append(bytes[start..<end])
    start = end
  }
  return lines
}

func withoutLineEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line
  if line.last == 0x0A { line.removeLast() }
  if line.last == 0x0D { line.removeLast() }
  return line
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop { $0 <= 0x20 }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return bytes
}

/// `boundary="…"` of a content type.
private func parameter(_ name: String, of value: String) -> String? {
  for piece in value.split(separator: ";").dropFirst() {
    guard let equals = piece.firstIndex(of: "=") else { continue }
    let key = piece[..<equals].filter { !$0.isWhitespace }.lowercased()
    guard key == name else { continue }
    var text = piece[piece.index(after: equals)...].drop(while: \.isWhitespace)
    if text.first == "\"" { text = text.dropFirst().prefix { $0 != "\"" } }
    return String(text)
  }
  return nil
}
