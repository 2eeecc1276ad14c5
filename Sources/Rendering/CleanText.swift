import Foundation

/// Text of strangers made fit for print: what cannot be seen and could move other text is gone, the rest is as it was.
///
/// Dropped are control characters, bidirectional embeddings, overrides and isolates (a title must not turn the line after it
/// around), zero-width spaces, soft hyphens, byte order marks and non-characters; every kind of white space becomes one
/// space; the result is in Unicode Normalisation Form C.
enum CleanText {
  /// One line: line breaks are white space too.
  static func line(_ text: String) -> String {
    folded(text.unicodeScalars[...])
  }

  /// Paragraphs, each with its lines: paragraphs are parted by blank lines, lines by line feeds.
  static func paragraphs(_ text: String) -> [[String]] {
    var paragraphs: [[String]] = [[]]
    for line in lines(text) {
      if !line.isEmpty {
        paragraphs[paragraphs.count - 1].append(line)
      } else if paragraphs.last?.isEmpty == false {
        paragraphs.append([])
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  /// Lines without folding the white space inside and at the start, for code; blank lines at both ends are dropped.
  static func codeLines(_ text: String) -> [String] {
    var lines = split(text).map { slice in
      var scalars = String.UnicodeScalarView()
      for scalar in slice {
        if scalar == "\t" {
          scalars.append(contentsOf: "  ".unicodeScalars)
        } else if isSpace(scalar) {
          scalars.append(" ")
        } else if !isDropped(scalar) {
          scalars.append(scalar)
        }
      }
      while scalars.last == " " { scalars.removeLast() }
      return normalised(String(scalars))
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func lines(_ text: String) -> [String] { split(text).map(folded) }

  /// At line feeds, carriage returns (with or without a line feed) and the Unicode separators.
  static func split(_ text: String) -> [Substring.UnicodeScalarView] {
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      switch scalars[index].value {
      case 0x0D where next < scalars.endIndex && scalars[next].value == 0x0A: break
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        lines.append(scalars[start..<index])
        start = next
      default: break
      }
      index = next
    }
    lines.append(scalars[start...])
    return lines
  }

  static func folded(_ scalars: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var hasPendingSpace = false
    var isPlain = true
    for scalar in scalars {
      if isSpace(scalar) {
        hasPendingSpace = !result.isEmpty
      } else if !isDropped(scalar) {
        if hasPendingSpace { result.append(" ") }
        hasPendingSpace = false
        result.append(scalar)
        if scalar.value >= 0x300 { isPlain = false }
      }
    }
    return isPlain ? String(result) : normalised(String(result))
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x2069,
      0xFEFF, 0xFFF9...0xFFFC, 0xFDD0...0xFDEF:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

/// Normalisation Form C. Foundation does it; most text is found to be in it already without asking.
private func normalised(_ text: String) -> String {
  text.unicodeScalars.contains(where: mayCompose) ? text.precomposedStringWithCanonicalMapping : text
}

/// False for scalars whose NFC_Quick_Check is Yes (UAX #15): they neither decompose nor join what stands before them.
private func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x300 else { return false }
  if (0x1161...0x11FF).contains(scalar.value) { return true }
  let properties = scalar.properties
  return properties.canonicalCombiningClass != .notReordered || properties.isFullCompositionExclusion
    || properties.generalCategory == .spacingMark || properties.generalCategory == .nonspacingMark
}

/// A number keeps the word after it on its line: the space between them becomes a no-break space.
func keepingNumbers(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isAfterDigit = false
  for scalar in text.unicodeScalars {
    result.append(scalar == " " && isAfterDigit ? "\u{A0}" : scalar)
    isAfterDigit = scalar.properties.numericType == .decimal
  }
  return String(result)
}
