/// Members of an object.
struct JSONObjectEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  /// Inside the object.
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  init(inside encoder: JSONValueEncoder) { self.encoder = encoder }

  private func begin(_ key: Key) {
    encoder.output.close(downTo: encoder.level)
    encoder.output.key(key.stringValue)
  }

  private func token(_ text: String, _ key: Key) {
    begin(key)
    encoder.output.token(text)
  }

  mutating func encodeNil(forKey key: Key) throws { token("null", key) }
  mutating func encode(_ value: Bool, forKey key: Key) throws { token(value ? "true" : "false", key) }
  mutating func encode(_ value: String, forKey key: Key) throws {
    begin(key)
    encoder.output.string(value)
  }
  mutating func encode(_ value: Double, forKey key: Key) throws {
    token(try encoder.nested(key).number(value), key)
  }
  mutating func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }
  mutating func encode(_ value: Int, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: Int8, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: Int16, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: Int32, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: Int64, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: UInt, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: UInt8, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: UInt16, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: UInt32, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode(_ value: UInt64, forKey key: Key) throws { token("\(value)", key) }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    begin(key)
    try encoder.nested(key).encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return encoder.nested(key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return encoder.nested(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { encoder }
  mutating func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return encoder.nested(key)
  }
}

/// Elements of an array.
struct JSONArrayEncoder: UnkeyedEncodingContainer {
  /// Inside the array.
  let encoder: JSONValueEncoder
  private(set) var count = 0
  var codingPath: [any CodingKey] { encoder.codingPath }

  init(inside encoder: JSONValueEncoder) { self.encoder = encoder }

  private mutating func begin() {
    encoder.output.close(downTo: encoder.level)
    encoder.output.separate()
    count += 1
  }

  mutating func encodeNil() throws {
    begin()
    encoder.output.token("null")
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    begin()
    try encoder.encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    begin()
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return encoder
  }
}

/// A value that is no container.
struct JSONSingleEncoder: SingleValueEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  mutating func encodeNil() throws { encoder.output.token("null") }
  mutating func encode(_ value: Bool) throws { encoder.output.token(value ? "true" : "false") }
  mutating func encode(_ value: String) throws { encoder.output.string(value) }
  mutating func encode(_ value: Double) throws { encoder.output.token(try encoder.number(value)) }
  mutating func encode(_ value: Float) throws { encoder.output.token(try encoder.number(Double(value))) }
  mutating func encode(_ value: Int) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: Int8) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: Int16) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: Int32) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: Int64) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: UInt) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: UInt8) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: UInt16) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: UInt32) throws { encoder.output.token("\(value)") }
  mutating func encode(_ value: UInt64) throws { encoder.output.token("\(value)") }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(value) }
}
