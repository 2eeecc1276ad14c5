/// A document cut where its `<style>` elements begin and end.
struct StyleSheetPieces: Sequence, IteratorProtocol {
  struct Piece {
    let bytes: ArraySlice<UInt8>
    /// With its tags.
    let isStyleSheet: Bool
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
  }

  mutating func next() -> Piece? {
    guard index < bytes.count else { return nil }
    let rest = bytes[index...]
    let start = firstIndex(of: "<style", in: rest) ?? bytes.count
    if start > index {
      index = start
      return Piece(bytes: rest[..<start], isStyleSheet: false)
    }
    let close = firstIndex(of: "</style", in: rest)
    let end = close.flatMap { bytes[$0...].firstIndex(of: UInt8(ascii: ">")) }.map { $0 + 1 } ?? bytes.count
    index = end
    return Piece(bytes: rest[..<end], isStyleSheet: true)
  }
}

/// Where `tag`, in small letters, stands first in `bytes`, ASCII letter case ignored.
func firstIndex(of tag: String, in bytes: ArraySlice<UInt8>) -> Int? {
  let wanted = Array(tag.utf8)
  var index = bytes.startIndex
  while let found = bytes[index...].firstIndex(of: wanted[0]), bytes.endIndex - found >= wanted.count {
    if zip(bytes[found...], wanted).allSatisfy({ asciiLowercased($0) == $1 }) { return found }
    index = found + 1
  }
  return nil
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
