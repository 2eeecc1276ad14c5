import Configuration
import Feeds
public import Model
public import Store

/// Why an article is not in an edition.
public enum WhyNot: Hashable, Sendable {
  /// It was looked at: the rule that decided.
  case decided(Explanation)
  /// It is stored, and the edition did not look at it.
  case stored(StoredEntry, reason: String)
  /// No feed brought it.
  case unknown(reason: String)

  /// One sentence.
  public var reason: String {
    switch self {
    case .decided(let explanation): explanation.decision.rule
    case .stored(_, let reason), .unknown(let reason): reason
    }
  }
}

/// Says why the article at `url` is not in the edition.
///
/// - Parameters:
///   - feeds: The feeds that are read, by which it is known whether the site is among them.
///   - store: What was fetched; `nil` if nothing was yet.
///   - dayOf: The calendar day of an instant in the publication's zone.
/// - Throws: `badInput` if `url` is no web address; what the store throws.
public func whyNot(
  _ url: String, in edition: Edition, feeds: [FeedSource], store: EntryStore?, dayOf: (Instant) -> Day
) throws -> WhyNot {
  guard let link = comparableLink(url) else {
    throw WorkflowError(
      .badInput, "\(url): not the address of an article (give it as http://... or https://...)")
  }
  if let decision = edition.decision(onLink: url) { return .decided(edition.explanation(decision)) }
  let stored = try store?.entries(withLink: link) ?? []
  guard let entry = stored.first else { return .unknown(reason: absence(of: link, feeds: feeds)) }
  let date = entry.date
  let day = dayOf(date)
  if date < edition.period.start {
    return .stored(
      entry, reason: "it appeared on \(day), before \(edition.period.firstDay), the edition's first day")
  }
  if date >= edition.period.end {
    return .stored(
      entry, reason: "it appeared on \(day), after \(edition.period.lastDay), the edition's last day")
  }
  return .stored(
    entry,
    reason:
      "it was not known yet when \(edition.id) was drafted (draft it again: digest draft --week \(edition.id))"
  )
}

private func absence(of link: String, feeds: [FeedSource]) -> String {
  let host = link.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
  let site = feeds.filter { feed in
    [feed.feedURL, feed.siteURL].compactMap { $0.flatMap(comparableLink) }.contains { other in
      other.prefix { $0 != "/" && $0 != "?" && $0 != ":" } == host
    }
  }
  guard let feed = site.first else {
    return "no feed of \(host) is read (add it: digest feeds add https://\(host)/)"
  }
  return
    "the feed \"\(feed.title)\" never held it while it was read (look at it: digest feeds check \(feed.id))"
}

extension Workspace {
  /// The store, if something was fetched already; none is made.
  public func existingStore() throws -> EntryStore? {
    let path = self.path(settings.storePath)
    return Files.exists(path) ? try EntryStore(path: path) : nil
  }
}
