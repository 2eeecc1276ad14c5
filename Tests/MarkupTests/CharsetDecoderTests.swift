import Markup
import Testing

@Suite("Charset detection")
struct CharsetDecoderTests {
  @Test("A byte order mark beats header and declaration")
  func byteOrderMark() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".utf8)
    let decoded = CharsetDecoder(.xml).decode(bytes, contentType: "text/xml; charset=utf-16")
    #expect(decoded.encoding == "utf-8")
    #expect(text(decoded).hasSuffix("<a>é</a>"))
    #expect(decoded.notes.isEmpty)
  }

  @Test("The header beats the declaration")
  func header() {
    let bytes = Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8) + [0xE4]
    let decoded = CharsetDecoder(.xml).decode(bytes, contentType: "text/xml; charset=\"iso-8859-1\"")
    #expect(decoded.encoding == "iso-8859-1")
    #expect(text(decoded).hasSuffix("<a>ä"))
    #expect(decoded.notes.isEmpty)
  }

  @Test(
    "Labels mean what browsers take them for",
    arguments: [
      ("ISO-8859-1", "windows-1252", [0x93, 0xE9] as [UInt8], "“é"),
      ("latin2", "iso-8859-2", [0xE8], "č"),
      ("gb2312", "gb18030", [0xC4, 0xE3], "你"),
      ("x-sjis", "shift_jis", [0x83, 0x8A], "リ"),
      ("ks_c_5601-1987", "euc-kr", [0xB0, 0xA1], "가"),
      ("Big5", "big5", [0xA4, 0xA4], "中"),
      ("koi8-r", "koi8-r", [0xCC], "л"),
      ("windows-1251", "windows-1251", [0xEB], "л"),
      ("iso-8859-9", "windows-1254", [0xFD], "ı"),
    ])
  func labels(label: String, name: String, bytes: [UInt8], expected: String) {
    let document = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><a>".utf8) + bytes + Array("</a>".utf8)
    let decoded = CharsetDecoder(.xml).decode(document)
    #expect(decoded.encoding == name)
    #expect(text(decoded).hasSuffix("<a>\(expected)</a>"))
    #expect(decoded.notes.isEmpty)
  }

  @Test("UTF-8 that is declared as something else is UTF-8, with a note")
  func wronglyDeclared() {
    let decoded = CharsetDecoder(.xml).decode(
      Array("<?xml version='1.0' encoding='iso-8859-1'?><a>Führung “x”</a>".utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(text(decoded).contains("Führung “x”"))
    #expect(decoded.notes.map(\.code) == [.encodingMismatch])
  }

  @Test("Bytes that are no UTF-8 and declare nothing are windows-1252, with a note")
  func undeclared() {
    let decoded = CharsetDecoder(.xml).decode(Array("<a>".utf8) + [0x93, 0xFC, 0x94])
    #expect(decoded.encoding == "windows-1252")
    #expect(text(decoded) == "<a>“ü”")
    #expect(decoded.notes.map(\.code) == [.encodingMismatch])
  }

  @Test("A single bad byte in UTF-8 is replaced, not the document")
  func singleBadByte() {
    let decoded = CharsetDecoder(.xml).decode(Array("<a>Größe ".utf8) + [0x92] + Array(" für".utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(text(decoded) == "<a>Größe ’ für")
    #expect(decoded.notes.map(\.code) == [.encodingMismatch])
  }

  @Test("UTF-16 and UTF-32 are known by their form", arguments: [true, false])
  func forms(isBigEndian: Bool) {
    let document = "<a>é🙂</a>"
    let units = document.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
    let scalars = document.unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = [24, 16, 8, 0].map { UInt8(scalar.value >> UInt32($0) & 0xFF) }
      return isBigEndian ? bytes : bytes.reversed()
    }
    let end = isBigEndian ? "be" : "le"
    #expect(text(CharsetDecoder(.xml).decode(units)) == document)
    #expect(
      CharsetDecoder(.xml).decode(units, contentType: "text/xml; charset=utf-16").encoding == "utf-16\(end)")
    #expect(CharsetDecoder(.xml).decode(units, contentType: "text/xml; charset=utf-16").notes.isEmpty)
    #expect(text(CharsetDecoder(.xml).decode(scalars)) == document)
    #expect(CharsetDecoder(.xml).decode(scalars).encoding == "utf-32\(end)")
  }

  @Test("\"UTF-16\" on ASCII bytes is not believed")
  func falseUTF16() {
    let decoded = CharsetDecoder(.xml).decode(Array("<?xml version='1.0' encoding='utf-16'?><a>é</a>".utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(text(decoded).hasSuffix("<a>é</a>"))
  }

  @Test("An unknown label is noted and passed over")
  func unknownLabel() {
    let decoded = CharsetDecoder(.xml).decode(Array("<?xml version='1.0' encoding='klingon'?><a>é</a>".utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.notes.map(\.code) == [.encodingUnknown])
  }

  @Test("An HTML page may declare its encoding in a meta element")
  func meta() {
    for tag in [
      "<meta charset=windows-1251>",
      "<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
    ] {
      let decoded = CharsetDecoder(.html).decode(Array("<html><head>\(tag)<title>".utf8) + [0xEB])
      #expect(decoded.encoding == "windows-1251")
      #expect(text(decoded).hasSuffix("л"))
    }
  }

  private func text(_ decoded: DecodedMarkup) -> String { String(decoding: decoded.utf8, as: UTF8.self) }
}
