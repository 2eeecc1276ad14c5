/// Writes one value, in the place of the output where it belongs.
///
/// `Encodable` never says when a container is complete: it is when something is written outside of it.
struct JSONValueEncoder: Encoder {
  let output: JSONOutput
  /// Number of containers that were open before this value.
  let level: Int
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Writes a value that stands at this place, whole.
  func encode<Value: Encodable>(_ value: Value) throws {
    if Value.self == String.self, let text = value as? String { return output.string(text) }
    let start = output.count
    try value.encode(to: self)
    output.close(downTo: level)
    // A value without anything in it.
    if output.count == start { output.token("{}") }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONObjectEncoder<Key>(inside: opened(.object)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONArrayEncoder(inside: opened(.array))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONSingleEncoder(encoder: self)
  }

  /// Several parts of a value may each ask for its container: it is the same one.
  private func opened(_ container: JSONOutput.Container) -> JSONValueEncoder {
    if output.level == level { output.begin(container) } else { output.close(downTo: level + 1) }
    return JSONValueEncoder(output: output, level: level + 1, codingPath: codingPath)
  }

  /// For what is in the container that this encoder stands for.
  func nested(_ key: (any CodingKey)?) -> JSONValueEncoder {
    JSONValueEncoder(output: output, level: level, codingPath: key.map { codingPath + [$0] } ?? codingPath)
  }

  func number(_ value: Double) throws -> String {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no form for \(value)"))
    }
    // 3.0 is 3, as everywhere else in our files.
    return value.rounded() == value && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
