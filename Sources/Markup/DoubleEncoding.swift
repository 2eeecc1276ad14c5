/// Text that was encoded as UTF-8 twice: `FlÃ¼chtling` for `Flüchtling`.
public enum DoubleEncoding {
  /// `utf8` decoded once more, or `nil` if it is not plainly encoded twice.
  ///
  /// It is if every character is one of ISO 8859-1 or windows-1252, and their bytes together are valid UTF-8
  /// with characters beyond ASCII. One `é` that stands for itself is proof of the contrary.
  public static func undone(_ utf8: [UInt8]) -> [UInt8]? {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) ?? windows1252Byte(scalar.value) else { return nil }
      bytes.append(byte)
    }
    let survey = UTF8Survey(bytes)
    return survey.invalidCount == 0 && survey.multibyteCount > 0 ? bytes : nil
  }
}
