import Foundation
import JSON
import Testing

@Suite("JSON in one line")
struct JSONLineTests {
  @Test("A value is written as Foundation reads and writes it")
  func sameAsFoundation() throws {
    let value = Sample(
      name: "a \"b\" \\ /é漢\u{1F600}\u{7F}\u{2028}", count: -3, ratio: 0.25, whole: 4, tiny: 1e-9,
      large: 1e300,
      isOn: true, missing: nil, list: ["\u{0}\u{1}\u{8}\t\n\u{C}\r\u{1F}", ""],
      table: ["b": 2, "a": 1, "é": 3],
      inner: Inner(values: [[1], [], [2, 3]], optional: [nil, 1]), kind: .second, empty: Empty())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let expected = try JSONSerialization.jsonObject(with: encoder.encode(value)) as? NSDictionary
    let bytes = try JSONLine.encode(value)
    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary == expected)
    #expect(try JSONDecoder().decode(Sample.self, from: Data(bytes)) == value)
    #expect(!bytes.contains(UInt8(ascii: "\n")))
  }

  @Test("Members are sorted by the bytes of their names, in whatever order they are encoded")
  func order() throws {
    let text = String(decoding: try JSONLine.encode(Ordered()), as: UTF8.self)
    #expect(text == #"{"a":3,"nested":{"list":[{"x":1},[2]],"y":2},"table":{"a":1,"b":2},"z":1}"#)
    let names = ["b": 1, "a": 2, "ab": 3, "": 4, "B": 5, "é": 6]
    #expect(
      String(decoding: try JSONLine.encode(names), as: UTF8.self)
        == #"{"":4,"B":5,"a":2,"ab":3,"b":1,"é":6}"#)
  }

  @Test("A member can be added to the outermost object", arguments: ["a", "m", "zz"])
  func added(name: String) throws {
    let bytes = try JSONLine.encode(["b": [["q": 1]], "n": []], adding: (name, "x"))
    let expected = ["b": #""b":[{"q":1}]"#, "n": #""n":[]"#, name: "\"\(name)\":\"x\""]
      .sorted { $0.key < $1.key }.map(\.value).joined(separator: ",")
    #expect(String(decoding: bytes, as: UTF8.self) == "{\(expected)}")
  }

  @Test("A large value is handed over in pieces that make up the same bytes")
  func streamed() throws {
    let value = ["list": (0..<3000).map { ["z": String(repeating: "w", count: 300), "a": "\($0)"] }]
    var pieces: [[UInt8]] = []
    try JSONLine.stream(value, adding: ("file", "f")) { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(try pieces.flatMap { $0 } == JSONLine.encode(value, adding: ("file", "f")))
  }

  @Test("A large object inside a value is sorted before it is handed over")
  func streamedObject() throws {
    let value = [
      "object": Dictionary(
        uniqueKeysWithValues: (0..<30).map { ("\($0)", String(repeating: "w", count: 20_000)) })
    ]
    var bytes: [UInt8] = []
    try JSONLine.stream(value) { bytes += $0 }
    #expect(try bytes == JSONLine.encode(value))
  }

  @Test("Parts of a value that encode themselves share one object")
  func shared() throws {
    #expect(
      String(decoding: try JSONLine.encode(Merged()), as: UTF8.self)
        == #"{"optional":[],"own":1,"values":[]}"#)
  }

  @Test("A value that writes nothing is an empty object, at any place")
  func nothing() throws {
    #expect(String(decoding: try JSONLine.encode(Silent()), as: UTF8.self) == "{}")
    #expect(
      String(decoding: try JSONLine.encode(["a": [Silent(), Silent()]]), as: UTF8.self) == #"{"a":[{},{}]}"#)
    #expect(String(decoding: try JSONLine.encode("x"), as: UTF8.self) == #""x""#)
  }

  @Test("A number that JSON has no form for is an error", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(value: Double) {
    #expect(throws: EncodingError.self) { try JSONLine.encode(["a": value]) }
    #expect(throws: EncodingError.self) { try JSONLine.encode([value]) }
  }

  @Test(
    "Whole numbers have no fraction", arguments: [(1.0, "1"), (-0.5, "-0.5"), (1e16, "1e+16"), (0.1, "0.1")])
  func numbers(value: Double, expected: String) throws {
    #expect(String(decoding: try JSONLine.encode([value]), as: UTF8.self) == "[\(expected)]")
  }
}

private struct Sample: Codable, Equatable {
  enum Kind: String, Codable { case first, second }
  let name: String
  let count: Int
  let ratio: Double
  let whole: Double
  let tiny: Double
  let large: Double
  let isOn: Bool
  let missing: String?
  let list: [String]
  let table: [String: Int]
  let inner: Inner
  let kind: Kind
  let empty: Empty
}

private struct Inner: Codable, Equatable {
  let values: [[Int]]
  let optional: [Int?]
}

private struct Silent: Encodable {
  func encode(to encoder: any Encoder) throws {}
}

private struct Empty: Codable, Equatable {}

private struct Ordered: Encodable {
  enum Key: CodingKey { case z, table, nested, a, list, x, y }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .z)
    try container.encode(["b": 2, "a": 1], forKey: .table)
    var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
    var list = nested.nestedUnkeyedContainer(forKey: .list)
    var object = list.nestedContainer(keyedBy: Key.self)
    try object.encode(1, forKey: .x)
    try list.encode([2])
    try nested.encode(2, forKey: .y)
    try container.encode(3, forKey: .a)
  }
}

private struct Merged: Encodable {
  enum Key: CodingKey { case own }

  func encode(to encoder: any Encoder) throws {
    try Inner(values: [], optional: []).encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .own)
  }
}
