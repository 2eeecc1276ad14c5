/// A character encoding: the name under which we report it and the way to decode it.
struct Charset: Hashable {
  enum Decoding: Hashable {
    case utf8
    case windows1252
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)
    /// By the name that glibc's `iconv` knows.
    case iconv(String)
  }

  /// Lower case, such as `gb18030`.
  let name: String
  let decoding: Decoding

  static let utf8 = Charset(name: "utf-8", decoding: .utf8)
  static let ascii = Charset(name: "us-ascii", decoding: .windows1252)
  static let latin1 = Charset(name: "iso-8859-1", decoding: .windows1252)
  static let windows1252 = Charset(name: "windows-1252", decoding: .windows1252)
  static let utf16LittleEndian = Charset(name: "utf-16le", decoding: .utf16(bigEndian: false))
  static let utf16BigEndian = Charset(name: "utf-16be", decoding: .utf16(bigEndian: true))
  static let utf32LittleEndian = Charset(name: "utf-32le", decoding: .utf32(bigEndian: false))
  static let utf32BigEndian = Charset(name: "utf-32be", decoding: .utf32(bigEndian: true))

  /// True if ASCII bytes mean ASCII characters.
  var extendsASCII: Bool {
    switch decoding {
    case .utf16, .utf32: false
    case .iconv(let name): !name.hasPrefix("IBM")
    default: true
    }
  }

  /// The encoding that browsers understand by `label` (WHATWG Encoding §4.2, with the spellings found in
  /// feeds).
  ///
  /// `nil` for labels that no one knows, and for UTF-7, HZ and most of ISO 2022, which browsers refuse.
  init?(label: String) {
    let key = Charset.key(label)
    guard let found = Charset.labels[key] ?? Charset.numbered(key) else { return nil }
    self = found
  }

  private init(name: String, decoding: Decoding) {
    self.name = name
    self.decoding = decoding
  }

  /// Letters and digits of a label, lower case: `UTF_8`, `utf8` and `"utf-8"` are one.
  private static func key(_ label: String) -> String {
    var key: [UInt8] = []
    for byte in label.utf8 {
      switch byte {
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A: key.append(byte)
      default: continue
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// ISO 8859 and Windows code pages, which differ by number only.
  private static func numbered(_ key: String) -> Charset? {
    func number(after prefix: String) -> Int? {
      key.hasPrefix(prefix) ? Int(key.dropFirst(prefix.utf8.count)) : nil
    }
    for prefix in ["iso8859", "iso88590", "88590", "8859", "csiso8859"] {
      guard let part = number(after: prefix) else { continue }
      switch part {
      case 1: return .latin1
      case 8: return Charset(name: "windows-1255", decoding: .iconv("CP1255"))
      case 9: return Charset(name: "windows-1254", decoding: .iconv("CP1254"))
      case 11: return Charset(name: "windows-874", decoding: .iconv("CP874"))
      case 2...7, 10, 13...16:
        return Charset(name: "iso-8859-\(part)", decoding: .iconv("ISO-8859-\(part)"))
      default: return nil
      }
    }
    for prefix in ["windows", "cp", "xcp", "ms", "win"] {
      guard let page = number(after: prefix) else { continue }
      switch page {
      case 1252: return .windows1252
      case 1250, 1251, 1253...1258:
        return Charset(name: "windows-\(page)", decoding: .iconv("CP\(page)"))
      case 437, 850, 852, 855, 857, 858, 860...866:
        return Charset(name: "ibm\(page)", decoding: .iconv("CP\(page)"))
      default: break
      }
    }
    for prefix in ["cp", "ibm", "ebcdiccp"] {
      guard let page = number(after: prefix),
        [37, 273, 277, 278, 280, 284, 285, 297, 500, 1047].contains(page)
      else { continue }
      let digits = page < 100 ? "0\(page)" : "\(page)"
      return Charset(name: "ibm\(digits)", decoding: .iconv("IBM\(digits)"))
    }
    return nil
  }

  private static let labels: [String: Charset] = {
    var table: [String: Charset] = [:]
    func add(_ charset: Charset, _ keys: String...) { for key in keys { table[key] = charset } }
    func add(_ name: String, _ iconv: String, _ keys: String...) {
      for key in keys { table[key] = Charset(name: name, decoding: .iconv(iconv)) }
    }
    add(.utf8, "utf8", "unicode11utf8", "unicode20utf8", "xunicode20utf8", "u8", "cp65001", "utf8n")
    add(.ascii, "ascii", "usascii", "ansix341968", "iso646us", "ansix341986", "iso646irv1991", "isoir6", "us")
    add(.latin1, "latin1", "l1", "iso885911987", "isoir100", "ibm819", "cp819", "isolatin1", "csisolatin1")
    add(.windows1252, "ansi", "1252")
    add(.utf16LittleEndian, "utf16", "utf16le", "ucs2", "unicode", "iso10646ucs2", "csunicode", "u16")
    add(.utf16BigEndian, "utf16be", "unicodefffe", "ucs2be")
    add(.utf32LittleEndian, "utf32", "utf32le", "u32", "ucs4le")
    add(.utf32BigEndian, "utf32be", "ucs4", "iso10646ucs4", "ucs4be")
    add("iso-8859-2", "ISO-8859-2", "latin2", "l2", "isolatin2", "csisolatin2")
    add("iso-8859-3", "ISO-8859-3", "latin3", "l3")
    add("iso-8859-4", "ISO-8859-4", "latin4", "l4")
    add("windows-1254", "CP1254", "latin5", "l5")
    add("iso-8859-15", "ISO-8859-15", "latin9", "l9")
    add("iso-8859-5", "ISO-8859-5", "cyrillic")
    add("iso-8859-6", "ISO-8859-6", "arabic")
    add("iso-8859-7", "ISO-8859-7", "greek", "greek8")
    add("windows-1255", "CP1255", "hebrew", "iso88598i", "iso88598e", "logical", "visual")
    add("windows-874", "CP874", "tis620", "windows874", "dos874", "cp874")
    add("koi8-r", "KOI8-R", "koi8r", "koi8", "koi", "cskoi8r")
    add("koi8-u", "KOI8-U", "koi8u", "koi8ru")
    add("macintosh", "MACINTOSH", "macintosh", "mac", "macroman", "xmacroman")
    add("x-mac-cyrillic", "MAC-CYRILLIC", "xmaccyrillic", "maccyrillic", "xmacukrainian")
    add(
      "gb18030", "GB18030", "gb18030", "gbk", "gb2312", "gb231280", "cp936", "ms936", "chinese", "xgbk",
      "csgb2312", "euccn", "isoir58", "windows936")
    add(
      "big5", "BIG5-HKSCS", "big5", "big5hkscs", "big5tw", "cnbig5", "xxbig5", "csbig5", "cp950", "ms950",
      "windows950")
    add(
      "shift_jis", "CP932", "shiftjis", "sjis", "xsjis", "mskanji", "windows31j", "cp932", "ms932",
      "csshiftjis", "csmskanji", "windows932")
    // Its escape sequences could hide markup from whoever reads the bytes; nobody does before they are
    // decoded.
    add("iso-2022-jp", "ISO-2022-JP", "iso2022jp", "csiso2022jp")
    add("euc-jp", "EUC-JP", "eucjp", "xeucjp", "ujis", "cseucpkdfmtjapanese")
    add(
      "euc-kr", "CP949", "euckr", "ksc56011987", "ksc5601", "ksc56011989", "korean", "windows949", "cp949",
      "ms949", "uhc", "cseuckr", "csksc56011987", "isoir149")
    add("euc-tw", "EUC-TW", "euctw")
    add("viscii", "VISCII", "viscii")
    add("tcvn", "TCVN", "tcvn", "tcvn5712", "tcvn57121")
    return table
  }()
}
