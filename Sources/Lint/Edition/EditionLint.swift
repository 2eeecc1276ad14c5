public import Model

/// Judges what an edition takes from each article against what its editor allows.
///
/// Codes: `quoted-words` and `quoted-share`, both errors. What introduces a list or a quotation counts; a comment and the author's
/// question to the readers do not.
public func lintEdition(_ edition: Edition, limits: QuotationLimits = .standard) -> LintReport {
  var findings = Findings()
  for item in edition.items {
    let quoted = item.paragraphs.reduce(0) { $0 + countWords($1.text) + countWords($1.stem ?? "") }
    let name = "article \(item.number), “\(excerpt(item.title))”"
    if quoted > limits.words {
      findings.add(
        .error, "quoted-words", "\(name): \(quoted) words are quoted; \(limits.words) is the most",
        hint: "draft it again, or raise edition.quoted_words")
    }
    if quoted > limits.budget(articleWords: item.wordCount), quoted <= limits.words {
      let share = item.wordCount > 0 ? quoted * 100 / item.wordCount : 100
      findings.add(
        .error, "quoted-share",
        "\(name): \(quoted) of its \(item.wordCount) words are quoted, \(share) %; \(Int((limits.share * 100).rounded())) % is the most",
        hint: "draft it again, or raise edition.quoted_share")
    }
  }
  return LintReport(findings, LintMeasures())
}
