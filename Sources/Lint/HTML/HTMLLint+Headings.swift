import Model

extension HTMLLint {
  /// The headings, in reading order.
  var headings: [(level: Int, text: String, index: Int)] {
    document.nodes.indices.compactMap { index in
      headingLevel(document.nodes[index].name).map { (level: $0, text: document.spoken(index), index: index) }
    }
  }

  /// Screen readers jump from heading to heading.
  mutating func checkHeadings() {
    let headings = headings
    let first = headings.filter { $0.level == 1 }
    if first.count != 1, !isCut || first.count > 1 {
      findings.add(
        .error, "h1", "the document has \(first.count) <h1>", hint: "exactly one, the name of the newsletter",
        line: first.last.map { document.nodes[$0.index].line })
    }
    var level = 0
    for heading in headings {
      if heading.level > level + 1 {
        let before = level == 0 ? "no heading" : "h\(level)"
        say(
          .error, "heading-order", "h\(heading.level) follows \(before): \(excerpt(heading.text))",
          "leave no level out", at: heading.index)
      }
      if excerpt(heading.text).isEmpty {
        say(.error, "heading-empty", "an empty h\(heading.level)", "leave it out", at: heading.index)
      }
      level = heading.level
    }
  }
}
