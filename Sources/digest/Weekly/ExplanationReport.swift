import Model
import Workflow

/// An explanation that can be read aloud: who decided what, best first.
struct ExplanationReport {
  private let style: Style
  private let isVerbose: Bool

  init(options: CommonOptions) {
    style = Style(.output, options: options)
    isVerbose = options.verbose
  }

  func text(_ explanation: Explanation) -> String {
    let decision = explanation.decision
    var text = style.strong(decision.title) + "\n"
    text += "\(place(decision, in: explanation.edition)): \(decision.rule)"
    text += decision.score.map { ", \(number($0)) in all" } ?? ""
    text += because(decision.reasons) + "\n"
    text += terms(decision.reasons, indent: "  ")
    guard let item = explanation.item else { return text }
    text += weighed(item.considered.paragraphs, "paragraph")
    text += weighed(item.considered.comments, "comment")
    return text
  }

  private func place(_ decision: Edition.Decision, in edition: Edition.ID) -> String {
    switch decision.state {
    case .picked: "In \(edition)"
    case .named: "Only named in \(edition)"
    case .ongoing: "Still talked about in \(edition)"
    case .dropped: "Not in \(edition)"
    }
  }

  /// The words of what speaks for it, then of what speaks against it.
  private func because(_ reasons: [Reason]) -> String {
    let speaking = reasons.filter { $0.words != nil }.sorted { abs($0.contribution) > abs($1.contribution) }
    let pro = speaking.filter { $0.contribution > 0 }.compactMap(\.words)
    let contra = speaking.filter { $0.contribution < 0 }.compactMap(\.words)
    var text = pro.isEmpty ? "" : "\n  for it: " + pro.joined(separator: "; ")
    if !contra.isEmpty { text += "\n  against it: " + contra.joined(separator: "; ") }
    return text
  }

  private func weighed(_ all: [Edition.Weighed], _ noun: String) -> String {
    guard !all.isEmpty else { return "" }
    let picked = all.filter(\.isPicked)
    let others = all.filter { !$0.isPicked }.enumerated().sorted { left, right in
      let (a, b) = (left.element.score ?? -.infinity, right.element.score ?? -.infinity)
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    var text =
      "\n" + style.strong("\(counted(picked.count, noun)) printed, \(others.count) passed over") + "\n"
    text += (picked + others).map(line).joined()
    return text
  }

  private func line(_ weighed: Edition.Weighed) -> String {
    // What is printed with another comment was not weighed by itself.
    let score = weighed.score.flatMap { $0 <= -20 ? nil : number($0) } ?? "-"
    let padded = String(repeating: " ", count: max(0, 6 - score.count)) + score
    let rule = weighed.rule + praise(weighed)
    let line = "\(weighed.isPicked ? "+" : " ") \(padded)  \(weighed.opening)\n            \(rule)\n"
    return (weighed.isPicked ? line : style.faint(line)) + terms(weighed.reasons, indent: "            ")
  }

  /// What speaks for a pick, where the rule that decided does not say it.
  private func praise(_ weighed: Edition.Weighed) -> String {
    let words = weighed.reasons.filter { $0.contribution > 0 }.sorted { $0.contribution > $1.contribution }
      .compactMap(\.words).prefix(3)
    guard weighed.isPicked, let first = words.first, !weighed.rule.contains(first) else { return "" }
    return ": " + words.joined(separator: "; ")
  }

  private func terms(_ reasons: [Reason], indent: String) -> String {
    guard isVerbose, !reasons.isEmpty else { return "" }
    let terms = reasons.map { "\($0.feature) \($0.contribution < 0 ? "" : "+")\(number($0.contribution))" }
    return style.faint(indent + terms.joined(separator: ", ")) + "\n"
  }

  /// Two decimals.
  private func number(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let fraction = hundredths % 100
    return (value < 0 && hundredths > 0 ? "-" : "")
      + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
