/// Writes values as JSON in one line, straight into bytes.
///
/// Members come in the order in which a value encodes them, those of dictionaries sorted: the same value gives
/// the same bytes. Slashes are not escaped, nor is anything beyond ASCII. Made for large texts: no tree of
/// values is built, and what needs no escape is copied as it is.
public enum JSONLine {
  /// - Throws: `EncodingError` for a number that JSON has no form for, and what the value itself throws.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let output = JSONOutput()
    try JSONValueEncoder(output: output, level: 0, codingPath: []).encode(value)
    return output.bytes
  }
}

/// The bytes written so far, and the containers that are open in them.
final class JSONOutput {
  enum Container { case object, array }

  private(set) var bytes: [UInt8] = []
  private var open: [(container: Container, isEmpty: Bool)] = []

  /// Number of open containers.
  var level: Int { open.count }

  func begin(_ container: Container) {
    bytes.append(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append((container, true))
  }

  func close(downTo level: Int) {
    while open.count > level, let last = open.popLast() {
      bytes.append(last.container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Prepares for the next element of the innermost container.
  func separate() {
    if open[open.count - 1].isEmpty {
      open[open.count - 1].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }

  func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A token of ASCII that needs no quotes: a number, `true`, `null`.
  func token(_ text: String) { bytes.append(contentsOf: text.utf8) }

  func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
