/// Finds names of up to 16 bytes among a few dozen by their bytes, without making a `String` of them.
struct NameIndex: Sendable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// -1 in an empty slot.
    var number = -1
  }

  private var slots: [Slot]

  init(_ names: [String]) {
    slots = Array(repeating: Slot(), count: 256)
    precondition(names.count < 128)
    for (number, name) in names.enumerated() {
      let (low, high) = name.utf8.span.withUnsafeBufferPointer { NameIndex.packed($0) }
      var place = NameIndex.hash(low, high)
      while slots[place].number >= 0 { place = (place + 1) & 255 }
      slots[place] = Slot(low: low, high: high, number: number)
    }
  }

  /// The place of the name in the list given to ``init(_:)``.
  func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard name.count <= 16 else { return nil }
    let (low, high) = NameIndex.packed(name)
    var place = NameIndex.hash(low, high)
    while slots[place].number >= 0 {
      if slots[place].low == low, slots[place].high == high { return slots[place].number }
      place = (place &+ 1) & 255
    }
    return nil
  }

  /// The bytes of a name in two numbers; no name holds a zero byte.
  private static func packed(_ name: UnsafeBufferPointer<UInt8>) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in name.indices {
      if index < 8 { low = low << 8 | UInt64(name[index]) } else { high = high << 8 | UInt64(name[index]) }
    }
    return (low, high)
  }

  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 56)
  }
}
