import Model
import Workflow

/// A few lines on what a fetch brought: counts, then every failure, then what the parser had to repair.
///
/// Quiet, only feeds that failed at least three times in a row are named: fewer mend themselves.
func fetchReport(_ reports: [FeedReport], options: CommonOptions) -> String {
  guard !options.quiet else {
    return failures(reports.filter(\.needsCare), Style(.output, options: options))
  }
  let style = Style(.output, options: options)
  func count(_ outcome: FeedReport.Outcome) -> Int { reports.count { $0.outcome == outcome } }
  let notDue = count(.notDue) == 0 ? "" : ", \(count(.notDue)) not due yet (--all asks them, too)"
  var text =
    "\(counted(reports.count, "feed")): \(count(.updated)) updated, \(count(.notModified)) unchanged, "
    + "\(count(.failed)) failed\(notDue); "
    + "\(counted(reports.reduce(0) { $0 + $1.newEntries }, "new entry", "new entries")), "
    + "\(counted(reports.reduce(0) { $0 + $1.newComments }, "new comment")), "
    + "\(counted(reports.reduce(0) { $0 + $1.pages }, "page")) read\n"
  text += failures(reports, style)
  for report in reports where report.outcome != .failed && !report.warnings.isEmpty {
    let shown = options.verbose ? report.warnings.count : 1
    for warning in report.warnings.prefix(shown) {
      text += style.faint("  - \(report.title): \(warning.message)\(place(warning))") + "\n"
    }
    if report.warnings.count > shown {
      text +=
        style.faint("    and \(counted(report.warnings.count - shown, "more note")) (-v shows them)") + "\n"
    }
  }
  return text
}

/// Those that need care stand out.
private func failures(_ reports: [FeedReport], _ style: Style) -> String {
  reports.filter { $0.outcome == .failed }.map { report in
    let times = report.needsCare ? " (failed \(report.failures ?? 0) times in a row)" : ""
    let mark = report.needsCare ? style.failure("  ! \(report.title)\(times)") : "  ! \(report.title)"
    return mark + ": \(report.message ?? "failed") [\(report.feedURL)]\n"
  }.joined()
}

extension FeedReport {
  fileprivate var needsCare: Bool { (failures ?? 0) >= FeedHealth.patience }
}

private func place(_ warning: Diagnostic) -> String {
  guard let source = warning.source else { return "" }
  return " [\(source)" + (warning.line.map { ":\($0)" } ?? "") + "]"
}

/// What an edition holds, where it was written, and what the lint says of it.
func editionReport(_ finished: FinishedEdition, options: CommonOptions) -> String {
  guard !options.quiet else { return "" }
  let style = Style(.output, options: options)
  let edition = finished.edition
  let items = edition.items
  let threads = items.reduce(0) { $0 + ($1.conversation?.threads.count ?? 0) }
  let paragraphs = items.reduce(0) { $0 + $1.paragraphs.count }
  var text =
    style.strong("\(edition.publication.title) \(edition.id)")
    + " · \(edition.period.firstDay) to \(edition.period.lastDay) \(edition.period.timeZone)\n"
  for item in items {
    let comments = counted(item.conversation?.commentCount ?? 0, "comment")
    text += "  \(item.number). \(item.title) " + style.faint("(\(item.sourceTitle), \(comments))") + "\n"
  }
  text +=
    "\(counted(items.count, "article")), \(counted(paragraphs, "key paragraph")), "
    + "\(counted(threads, "discussion")); \(edition.alsoPublished.count) more named\n"
  text += "wrote \(finished.folder.path)/{\(EditionFolder.files.joined(separator: ","))}\n"
  return text + lintSummary(finished.findings, options: options)
}

/// Counts, then every error, then (with -v) every warning.
func lintSummary(_ findings: [Diagnostic], options: CommonOptions) -> String {
  let style = Style(.output, options: options)
  let errors = findings.filter { $0.severity == .error }
  let warnings = findings.filter { $0.severity == .warning }
  var text = "lint: \(counted(errors.count, "error")), \(counted(warnings.count, "warning"))\n"
  for finding in errors { text += style.failure("  \(finding)") + "\n" }
  if options.verbose { for finding in warnings { text += style.warning("  \(finding)") + "\n" } }
  return text
}

/// `1 feed`, `3 feeds`, `no feeds`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  (count == 0 ? "no " : "\(count) ") + (count == 1 ? one : many ?? one + "s")
}
