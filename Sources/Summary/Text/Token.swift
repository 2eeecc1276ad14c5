/// A word of a text, folded for comparison.
struct Token: Hashable, Sendable {
  /// Lower case, every apostrophe written `'`, soft hyphens dropped.
  let word: String
  /// Bytes of ``word`` before its apostrophe; all of them if it has none.
  fileprivate let baseLength: UInt32
  /// The ``wordKey(_:)`` of both, and of the first three bytes.
  let key: UInt32
  let baseKey: UInt32
  let prefix: UInt32
  fileprivate let firstByte: UInt32
  fileprivate let endByte: UInt32
  fileprivate let letters: UInt32
  let isCapitalised: Bool
  /// Begins with a digit.
  let isNumber: Bool
  /// A colon follows, at most one space away.
  let isBeforeColon: Bool
  /// The scalar directly before and after it.
  let preceding: Unicode.Scalar?
  let following: Unicode.Scalar?

  /// UTF-8 offset of its first byte in the text.
  var start: Int { Int(firstByte) }

  /// UTF-8 offset after its last byte.
  var end: Int { Int(endByte) }

  /// Its letters, as many as the reader counts.
  var length: Int { Int(letters) }

  /// ``word`` up to its apostrophe: `i` of `i'm`; the same as ``word`` if it has none.
  var base: String { hasApostrophe ? String(word.utf8.prefix(Int(baseLength))) ?? word : word }

  var hasApostrophe: Bool { baseLength < word.utf8.count }

  /// One sign of a script that writes without spaces.
  var isUnspacedSign: Bool { length == 1 && word.unicodeScalars.first?.isUnspacedScript == true }
}

/// The words of `text`: runs of letters and digits, with apostrophes inside; in scripts that write without
/// spaces each sign is a word.
func tokens(of text: String) -> [Token] {
  tokens(of: ScalarText(text))
}

func tokens(of text: ScalarText) -> [Token] {
  let scalars = text.scalars
  var result: [Token] = []
  result.reserveCapacity(scalars.count / 6 + 1)
  var bytes: [UInt8] = []
  var index = 0
  while index < scalars.count {
    guard scalars[index].isWordPart else {
      index += 1
      continue
    }
    let start = index
    var apostrophe: Int?
    if scalars[index].isUnspacedScript {
      index += 1
    } else {
      while index < scalars.count {
        if scalars[index].isWordPart {
          if scalars[index].isUnspacedScript { break }
        } else if scalars[index].isApostrophe, apostrophe == nil, index + 1 < scalars.count,
          scalars[index + 1].isWordPart, !scalars[index + 1].isUnspacedScript
        {
          apostrophe = index
        } else if scalars[index] != "\u{AD}" {
          break
        }
        index += 1
      }
    }
    result.append(makeToken(text, start..<index, apostrophe: apostrophe, &bytes))
  }
  return result
}

private func makeToken(
  _ text: ScalarText, _ range: Range<Int>, apostrophe: Int?, _ bytes: inout [UInt8]
) -> Token {
  let scalars = text.scalars
  let word = folded(scalars[range], &bytes)
  let key = wordKey(word.utf8)
  let baseLength =
    apostrophe == nil ? word.utf8.count : bytes.firstIndex(of: UInt8(ascii: "'")) ?? bytes.count
  var colon = range.upperBound
  if colon < scalars.count, scalars[colon].isSpace { colon += 1 }
  return Token(
    word: word, baseLength: UInt32(clamping: baseLength), key: key,
    baseKey: apostrophe == nil ? key : wordKey(word.utf8.prefix(baseLength)),
    prefix: prefixKey(word),
    firstByte: UInt32(clamping: text.offset(of: range.lowerBound)),
    endByte: UInt32(clamping: text.offset(of: range.upperBound)), letters: UInt32(clamping: range.count),
    isCapitalised: scalars[range.lowerBound].isUpper,
    isNumber: scalars[range.lowerBound].isDigit,
    isBeforeColon: colon < scalars.count && scalars[colon] == ":",
    preceding: range.lowerBound > 0 ? scalars[range.lowerBound - 1] : nil,
    following: range.upperBound < scalars.count ? scalars[range.upperBound] : nil)
}

/// The word in `scalars` as it is compared; `bytes` is room to write it down.
private func folded(_ scalars: ArraySlice<Unicode.Scalar>, _ bytes: inout [UInt8]) -> String {
  bytes.removeAll(keepingCapacity: true)
  for scalar in scalars where scalar != "\u{AD}" {
    if scalar.isASCII {
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      bytes.append(UInt8(truncatingIfNeeded: scalar.value) | (isUpper ? 0x20 : 0))
    } else if scalar.isApostrophe {
      bytes.append(UInt8(ascii: "'"))
    } else {
      bytes += scalar.properties.lowercaseMapping.utf8
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
