/// Writes values as JSON in one line, straight into bytes.
///
/// Members are sorted by the bytes of their names: the same value gives the same bytes, however it encodes
/// itself. Slashes are not escaped, nor is anything beyond ASCII. Made for large texts: no tree of values is
/// built, and what needs no escape is copied as it is.
public enum JSONLine {
  /// - Parameter extra: one more member of the outermost object.
  /// - Throws: `EncodingError` for a number that JSON has no form for, and what the value itself throws.
  public static func encode(
    _ value: some Encodable, adding extra: (name: String, value: String)? = nil
  ) throws -> [UInt8] {
    let output = JSONOutput(extra: extra)
    try JSONValueEncoder(output: output, level: 0, codingPath: []).encode(value)
    return output.bytes
  }

  /// Hands the bytes over as they come, so that they are never all in memory.
  ///
  /// - Parameters:
  ///   - value: one whose outermost members come sorted. (They cannot be sorted when some are gone already; an
  ///     array among them is handed over element by element.)
  ///   - extra: one more member of the outermost object.
  ///   - receive: gets pieces of some hundred kilobytes.
  /// - Throws: as ``encode(_:adding:)``; a part may have been handed over by then.
  public static func stream(
    _ value: some Encodable, adding extra: (name: String, value: String)? = nil,
    to receive: @escaping ([UInt8]) -> Void
  ) throws {
    let output = JSONOutput(extra: extra, receive: receive)
    try JSONValueEncoder(output: output, level: 0, codingPath: []).encode(value)
    output.flush()
  }
}
