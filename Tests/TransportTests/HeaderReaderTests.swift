import Testing

@testable import Transport

@Suite("Header lines")
struct HeaderReaderTests {
  private func read(_ lines: [String], limitBytes: Int = 1000) -> (reader: HeaderReader, isWithinLimit: Bool)
  {
    var reader = HeaderReader(limitBytes: limitBytes)
    let isWithinLimit = lines.allSatisfy { reader.read(Array(($0 + "\r\n").utf8)) }
    return (reader, isWithinLimit)
  }

  @Test("Interim answers leave nothing behind")
  func interim() {
    let (reader, _) = read([
      "HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/1.1 200 OK", "ETag: W/\"1\"  ", "",
    ])
    #expect(reader.status == 200)
    #expect(reader.isComplete)
    #expect(reader.fields == [HTTPField(name: "ETag", value: "W/\"1\"")])
  }

  @Test("An interim answer alone is not complete")
  func onlyInterim() {
    #expect(!read(["HTTP/1.1 100 Continue", ""]).reader.isComplete)
  }

  @Test("A continued line belongs to its field")
  func folded() {
    let (reader, _) = read(["HTTP/1.1 200 OK", "ETag: \"a", "\tX-Other: 1\"", ""])
    #expect(reader.fields == [HTTPField(name: "ETag", value: "\"a X-Other: 1\"")])
  }

  @Test("Trailers, lines without a colon and odd status lines do no harm")
  func odd() {
    let (reader, _) = read(["HTTP/2 204", "rubbish", "A:", "", "Trailer: x"])
    #expect(reader.status == 204)
    #expect(reader.fields == [HTTPField(name: "A", value: "")])
    #expect(read(["HTTP/1.1 20", ""]).reader.status == 0)
    #expect(read(["HTTP/1.1", ""]).reader.status == 0)
  }

  @Test("Every byte counts against the limit, those of interim answers too")
  func limit() {
    let lines = ["HTTP/1.1 100 Continue", "", "HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK", ""]
    #expect(read(lines, limitBytes: 69).isWithinLimit)
    #expect(!read(lines, limitBytes: 68).isWithinLimit)
  }

  @Test("A value keeps its bytes on the way back")
  func verbatim() {
    let bytes: [UInt8] = Array("ETag: \"".utf8) + [0xE9, 0xC3, 0xA9, 0x80] + Array("\"\r\n".utf8)
    var reader = HeaderReader(limitBytes: 1000)
    _ = reader.read(Array("HTTP/1.1 200 OK\r\n".utf8))
    _ = reader.read(bytes)
    let value = reader.fields.first?.value ?? ""
    #expect(HTTPField(name: "ETag", value: value).lineBytes + [13, 10] == bytes)
  }

  @Test(
    "A field that would break out of its line is not sent",
    arguments: [
      ("X-A", "b", true), ("X-A", "", true), ("X-A", "a\tb", true), ("X-A", "é", true),
      ("X-A", "a\r\nX: 1", false),
      ("X-A", "a\nb", false), ("X-A", "a\0b", false), ("X A", "b", false), ("", "b", false),
      ("X:A", "b", false),
    ])
  func sendable(name: String, value: String, isSendable: Bool) {
    #expect(HTTPField(name: name, value: value).isSendable == isSendable)
  }
}
