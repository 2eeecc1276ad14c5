/// Tells bytes that are no text from pages and feeds: pictures, archives, documents of other programs.
public enum BinaryFile {
  /// What the bytes are, with its article: "a PNG picture"; `nil` for what may be text in any encoding.
  public static func kind(of bytes: [UInt8]) -> String? {
    for (start, name) in signatures where bytes.starts(with: start) { return name }
    if bytes.count > 12 {
      let type = bytes[8..<12]
      if bytes.starts(with: Array("RIFF".utf8)) {
        if type.elementsEqual("WEBP".utf8) { return "a WebP picture" }
        if type.elementsEqual("WAVE".utf8) || type.elementsEqual("AVI ".utf8) { return "a sound or film" }
      }
      if bytes[4..<8].elementsEqual("ftyp".utf8) {
        return type.elementsEqual("avif".utf8) || type.elementsEqual("heic".utf8)
          ? "a picture" : "a film or sound"
      }
    }
    return isBinary(bytes) ? "binary data" : nil
  }

  private static let signatures: [(start: [UInt8], name: String)] = [
    ([0x1F, 0x8B, 0x08], "a gzip file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"), (Array("GIF89a".utf8), "a GIF picture"),
    (Array("%PDF-".utf8), "a PDF document"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file"),
    ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59], "a bzip2 file"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    (Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("ID3".utf8) + [3], "a sound"), (Array("ID3".utf8) + [4], "a sound"),
    (Array("OggS\0".utf8), "a sound or film"),
    (Array("fLaC".utf8), "a sound"), ([0x1A, 0x45, 0xDF, 0xA3], "a film"), (Array("wOFF".utf8), "a font"),
    (Array("wOF2".utf8), "a font"), ([0x00, 0x00, 0x01, 0x00], "an icon"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"), ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    ([0x00, 0x61, 0x73, 0x6D], "a program"),
  ]

  /// Whether many of the first bytes are control characters, and not the zero bytes of UTF-16 and UTF-32.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(4096)
    guard start.count >= 32 else { return false }
    var controls = 0
    var zeros = [0, 0, 0, 0]
    for (index, byte) in start.enumerated() {
      if byte == 0 { zeros[index & 3] += 1 }
      // Tab, line feed, form feed, carriage return; ISO-2022 shifts with 14, 15 and 27.
      let isControl =
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x0E && byte != 0x0F && byte != 0x1B
      if byte != 0, isControl { controls += 1 }
    }
    // In UTF-16 and UTF-32 the zero bytes of Latin text stand in some columns and not in others.
    let isWide = zeros.contains { $0 * 4 >= start.count / 2 } && zeros.contains { $0 * 50 < start.count }
    let all = controls + (isWide ? 0 : zeros.reduce(0, +))
    return all * 20 > start.count
  }
}
