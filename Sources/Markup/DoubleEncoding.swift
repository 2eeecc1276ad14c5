/// Text that was encoded as UTF-8 twice: `FlÃ¼chtling` for `Flüchtling`.
public enum DoubleEncoding {
  /// `text` decoded once more, or `nil` if it is not plainly encoded twice.
  ///
  /// It is if every character is one of ISO 8859-1 or windows-1252, and their bytes together are valid UTF-8
  /// with characters beyond ASCII. One `é` that stands for itself is proof of the contrary.
  public static func undone(_ text: UTF8Buffer) -> UTF8Buffer? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) ?? windows1252Byte(scalar.value) else { return nil }
      bytes.append(byte)
    }
    let survey = UTF8Survey(bytes)
    guard survey.invalidCount == 0, survey.multibyteCount > 0 else { return nil }
    return UTF8Buffer(String(decoding: bytes, as: UTF8.self))
  }
}
