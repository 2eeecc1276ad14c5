/// The signs of a text that are no words, counted in one pass.
struct TextMarks {
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var exclamations = 0
  private(set) var hasTradeMark = false
  /// Lines that begin with a bullet or a number.
  private(set) var listLines = 0

  init(_ text: String) {
    var isLineStart = true
    var isAfterDigits = false
    for scalar in text.unicodeScalars {
      if scalar == "!" { exclamations += 1 }
      if scalar == "™" || scalar == "®" { hasTradeMark = true }
      if scalar.isUpper {
        capitals += 1
        letters += 1
      } else if scalar.isLower {
        letters += 1
      }
      if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
        isLineStart = true
        isAfterDigits = false
      } else if isAfterDigits {
        if scalar == "." || scalar == ")" { listLines += 1 }
        if !scalar.isDigit { isAfterDigits = false }
      } else if isLineStart, scalar != " " {
        isLineStart = false
        isAfterDigits = scalar.isDigit
        if TextMarks.bullets.contains(scalar) { listLines += 1 }
      }
    }
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "-", "–", "*", "•", "·", "‣", "▪", "◦", "●", "✓", "✔", "→",
  ]
}
