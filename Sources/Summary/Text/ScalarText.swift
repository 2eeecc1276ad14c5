/// A text as an array of scalars with the UTF-8 offset of each, for scanners that look both ways.
struct ScalarText {
  let scalars: [Unicode.Scalar]
  /// Offset of each scalar, and of the end; empty where all are ASCII and lie where they are counted.
  private let offsets: [UInt32]

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    let count = text.utf8.count
    scalars.reserveCapacity(count)
    scalars.append(contentsOf: text.unicodeScalars)
    self.scalars = scalars
    guard scalars.count < count else {
      offsets = []
      return
    }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset: UInt32 = 0
    for scalar in scalars {
      offsets.append(offset)
      offset &+= UInt32(UTF8.width(scalar))
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  /// UTF-8 offset of the scalar at `index`, or of the end. Texts of more than 4 GB are not expected.
  func offset(of index: Int) -> Int { offsets.isEmpty ? index : Int(offsets[index]) }

  var count: Int { scalars.count }
}

extension Unicode.Scalar {
  var isSpace: Bool {
    isASCII ? self == " " || (value >= 9 && value <= 13) : properties.isWhitespace || self == "\u{FEFF}"
  }

  /// A letter, a digit, or a mark that belongs to the letter before it.
  var isWordPart: Bool {
    if isASCII {
      let lower = value | 0x20
      return (lower >= 0x61 && lower <= 0x7A) || (value >= 0x30 && value <= 0x39)
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      return true
    default:
      return false
    }
  }

  var isDigit: Bool {
    isASCII ? value >= 0x30 && value <= 0x39 : properties.generalCategory == .decimalNumber
  }

  var isUpper: Bool {
    if isASCII { return value >= 0x41 && value <= 0x5A }
    let category = properties.generalCategory
    return category == .uppercaseLetter || category == .titlecaseLetter
  }

  var isLower: Bool {
    isASCII ? value >= 0x61 && value <= 0x7A : properties.generalCategory == .lowercaseLetter
  }

  /// A sign of a script that writes without spaces: each is taken as a word of its own.
  var isUnspacedScript: Bool {
    guard value >= 0x0E00 else { return false }
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }

  /// The signs that people write for the apostrophe inside a word.
  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "\u{02BC}" }
}
