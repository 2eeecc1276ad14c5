/// Names with a value each, asked far more often for what is not among them than for what is.
///
/// Most questions are answered by the first byte and the length of the name, without hashing it.
struct NameTable<Value: Sendable>: Sendable {
  private let values: [String: Value]
  /// For the low five bits of a first byte: a bit for each length of a name that begins so.
  private var lengths = InlineArray<32, UInt64>(repeating: 0)

  init(_ values: [String: Value]) {
    self.values = values
    for name in values.keys {
      guard let first = name.utf8.first else { continue }
      lengths[Int(first & 31)] |= 1 << UInt64(min(name.utf8.count, 63))
    }
  }

  subscript(name: String) -> Value? {
    guard let first = name.utf8.first else { return values[name] }
    guard lengths[Int(first & 31)] & 1 << UInt64(min(name.utf8.count, 63)) != 0 else { return nil }
    return values[name]
  }
}

/// A set of names, as quick as ``NameTable``.
struct NameSet: ExpressibleByArrayLiteral, Sendable {
  private let table: NameTable<Bool>

  init(_ names: some Sequence<String>) {
    table = NameTable(Dictionary(names.map { ($0, true) }, uniquingKeysWith: { first, _ in first }))
  }

  init(arrayLiteral names: String...) { self.init(names) }

  func contains(_ name: String) -> Bool { table[name] != nil }
}
