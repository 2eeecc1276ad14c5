import Foundation
import JSON

/// A value as the store keeps it: JSON with sorted keys, so that equal values are equal bytes.
func encoded(_ value: some Encodable) throws -> Data {
  Data(try JSONLine.encode(value))
}

func decoded<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
  try JSONDecoder().decode(type, from: data)
}
