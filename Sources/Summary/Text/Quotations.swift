import Model

/// For each sentence whether it is a part of a quotation that is longer than it: alone it would leave a mark open, or say as
/// the author's own what somebody else says. A mark that is never closed does not count.
func cutQuotations(_ sentences: [TextRange], in text: ScalarText) -> [Bool] {
  var result = Array(repeating: false, count: sentences.count)
  var opening: Int?
  var isLow = false
  var next = 0
  for (index, scalar) in text.scalars.enumerated() {
    if let start = opening, scalar == "”" || isLow && scalar == "“" {
      let range = text.offset(of: start)..<text.offset(of: index)
      while next < sentences.count, sentences[next].end <= range.lowerBound { next += 1 }
      var place = next
      while place < sentences.count, sentences[place].start <= range.upperBound {
        let sentence = sentences[place]
        result[place] = result[place] || sentence.start > range.lowerBound || sentence.end <= range.upperBound
        place += 1
      }
      opening = nil
    } else if scalar == "“" || scalar == "„" {
      opening = index
      isLow = scalar == "„"
    }
  }
  return result
}
