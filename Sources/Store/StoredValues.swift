import Foundation

/// A value as the store keeps it: JSON with sorted keys, so that equal values are equal bytes.
func encoded(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}

func decoded<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
  try JSONDecoder().decode(type, from: data)
}
