/// Whether every quotation mark that opens in a text closes in it, and none closes that did not open: a reader must not be left
/// inside somebody's speech. Apostrophes and single marks are not told apart and do not count.
func hasBalancedQuotationMarks(_ text: some StringProtocol) -> Bool {
  var open: [Unicode.Scalar] = []
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar {
    case "“":
      // „German“ closes with what opens “English”; behind a letter or a stop, somebody mistyped the closing mark.
      let closes = open.last == "„" || open.last == "“" && !mayOpen(after: previous)
      if closes { open.removeLast() } else { open.append(scalar) }
    case "”":
      if let last = open.last, last == "“" || last == "„" || last == "”" || last == "\"" {
        open.removeLast()
      } else if !previous.isDigit {
        // ”Swedish”; after a number it is an inch.
        open.append(scalar)
      }
    case "„", "「", "『": open.append(scalar)
    case "」", "』":
      guard open.last == (scalar == "」" ? "「" : "『") else { return false }
      open.removeLast()
    case "«", "»":
      let other: Unicode.Scalar = scalar == "«" ? "»" : "«"
      if open.last == other { open.removeLast() } else { open.append(scalar) }
    case "\"":
      if open.last == "\"" || open.last == "“" && !mayOpen(after: previous) {
        open.removeLast()
      } else if !previous.isDigit {
        // After a number it is an inch.
        open.append(scalar)
      }
    default: break
    }
    previous = scalar
  }
  return open.isEmpty
}

/// Whether a quotation can begin behind a sign: behind a space, a bracket or a dash.
private func mayOpen(after scalar: Unicode.Scalar) -> Bool {
  scalar.isSpace || "([{—–-/".unicodeScalars.contains(scalar)
}

/// Whether a text begins with a mark that opens a quotation.
func opensWithQuotationMark(_ text: String) -> Bool {
  text.unicodeScalars.first { !$0.isSpace }.map { "\"“„«»「『".unicodeScalars.contains($0) } ?? false
}
