import Model

extension HTMLLint {
  /// How many of the mail programs know what is used outside of the style sheet, and what has nothing to fall back on.
  mutating func checkSupport() {
    let use = FeatureUse(document, cascade)
    let score = SupportScore(use)
    measures.support = rounded(score.percent, 1)
    measures.fullSupport = rounded(score.fullEverywhere, 1)
    measures.lowestSupport = score.lowest.map { rounded($0.percent, 1) }
    measures.lowestSupportProgram = score.lowest?.program.name
    if let lowest = score.lowest {
      findings.add(
        .note, "support",
        "\(MailProgram.allCases.count) mail programs know \(rounded(score.percent, 1)) % of what is used; "
          + "\(lowest.program.name) knows least, \(rounded(lowest.percent, 1)) %")
    }
    for gap in score.gaps {
      let isCovered = hasFallback(gap)
      let without = gap.without.isEmpty ? "" : "; not at all: \(names(gap.without))"
      let partly = gap.partly.isEmpty ? "" : "; in part: \(names(gap.partly))"
      let message = "\(gap.feature) (used \(gap.use.count) times)\(without)\(partly)"
      if gap.without.isEmpty || isCovered {
        findings.add(.note, "support-gap", message, line: gap.use.line)
      } else {
        findings.add(
          .warning, "fallback-needed", message, hint: "leave it out, or give these something else",
          line: gap.use.line)
      }
    }
    for (name, count) in use.unknownProperties.sorted(by: { $0.key < $1.key }) {
      findings.add(
        .note, "css-unknown", "nobody is known to know the property \(excerpt(name)) (used \(count) times)")
    }
  }

  private func hasFallback(_ gap: SupportScore.Gap) -> Bool {
    switch gap.fallback {
    case .graceful, .cellspacing, .contentStays: true
    case .partly: gap.without.isEmpty
    case .ghostTable: hasGhostTable
    case .backgroundColour: !findings.has("background-image")
    case nil: false
    }
  }

  /// True if Outlook gets a table of fixed width.
  private var hasGhostTable: Bool {
    tree.comments.contains { comment in
      let text = comment.text.lowercased()
      guard text.hasBytePrefix("[if"), text.containsBytes("mso"),
        let table = firstPlace(of: Array("<table".utf8), in: Array(text.utf8))
      else { return false }
      let tag = String(decoding: Array(text.utf8)[table...].prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
      return tag.containsBytes("width=") || tag.containsBytes("width:")
    }
  }

  private func names(_ programs: [MailProgram]) -> String { programs.map(\.name).joined(separator: ", ") }
}
