/// Where the parts of an address are in its text.
struct AddressLayout: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    var start: UInt32
    var count: UInt32
  }

  var scheme: Part?
  var userInfo: Part?
  var host: Part?
  var port: UInt16?
  var path = Part(start: 0, count: 0)
  var query: Part?
  var fragment: Part?
  var isWeb = false

  init() {}

  /// The layout of a web address that needs no cleaning: scheme and host in small letters, no user, no
  /// segment of dots, and nothing that would have to be encoded. Most addresses are like this.
  init?(ofClean text: Span<UInt8>) {
    guard text.count > 8, text.count < 1 << 20, text[0] == UInt8(ascii: "h"), text[1] == UInt8(ascii: "t"),
      text[2] == UInt8(ascii: "t"), text[3] == UInt8(ascii: "p")
    else { return nil }
    let colon = text[4] == UInt8(ascii: "s") ? 5 : 4
    guard text[colon] == UInt8(ascii: ":"), text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    let hostStart = colon + 3
    var index = hostStart
    while index < text.count, AddressLayout.isHostByte(text[index]) { index += 1 }
    let hostEnd = index
    if index < text.count, text[index] == UInt8(ascii: ":") {
      guard let number = AddressLayout.port(text, at: &index) else { return nil }
      port = number
    }
    guard hostEnd > hostStart, index < text.count, text[index] == UInt8(ascii: "/") else { return nil }
    let pathStart = index
    var previous: UInt8 = 0
    while index < text.count, text[index] != UInt8(ascii: "?"), text[index] != UInt8(ascii: "#") {
      let byte = text[index]
      guard EncodeSet.path.allows(byte), byte != UInt8(ascii: "\\") else { return nil }
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%") { return nil }
      previous = byte
      index += 1
    }
    let pathEnd = index
    if index < text.count, text[index] == UInt8(ascii: "?") {
      let start = index + 1
      index = start
      while index < text.count, text[index] != UInt8(ascii: "#") {
        guard EncodeSet.query.allows(text[index]) else { return nil }
        index += 1
      }
      query = AddressLayout.part(start, index)
    }
    if index < text.count {
      let start = index + 1
      for place in start..<text.count where !EncodeSet.fragment.allows(text[place]) { return nil }
      fragment = AddressLayout.part(start, text.count)
    }
    scheme = AddressLayout.part(0, colon)
    host = AddressLayout.part(hostStart, hostEnd)
    path = AddressLayout.part(pathStart, pathEnd)
    isWeb = true
  }

  private static func part(_ start: Int, _ end: Int) -> Part {
    Part(start: UInt32(start), count: UInt32(end - start))
  }

  /// A number without zeros in front, and `index` behind it.
  private static func port(_ text: Span<UInt8>, at index: inout Int) -> UInt16? {
    let start = index + 1
    index = start
    var number = 0
    while index < text.count, index < start + 5, text[index] >= 0x30, text[index] <= 0x39 {
      number = number * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard index > start, text[start] != 0x30 else { return nil }
    return UInt16(exactly: number)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
