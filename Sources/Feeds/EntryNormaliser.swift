import Hashing
import Markup
public import Model

/// Turns what a feed says into the entries that the rest of the program works with: absolute web addresses,
/// one identity per entry that stays the same from fetch to fetch. Texts stay as they came until they are read:
/// most entries are too old to be.
public struct EntryNormaliser: Sendable {
  private let feedID: FeedSource.ID
  private let base: WebAddress?

  /// - Parameter url: the address from which the feed came; relative addresses that the feed left are
  /// resolved against it.
  public init(feedID: FeedSource.ID, url: String? = nil) {
    self.feedID = feedID
    base = url.flatMap { WebAddress($0) }
  }

  /// The entries in document order, without exact repeats.
  public func entries(of feed: ParsedFeed) -> [Entry] {
    var places: [Entry.ID: Int] = [:]
    // Some feeds give all their entries one guid: those are told apart by their words as well.
    var fullIDs: Set<Entry.ID> = []
    return feed.entries.enumerated().compactMap { place, parsed in
      let id = identity(of: parsed)
      guard let first = places.updateValue(places[id] ?? place, forKey: id) else {
        return entry(parsed, id: id, in: feed)
      }
      fullIDs.insert(identity(of: feed.entries[first], addingTitle: true))
      let fullID = identity(of: parsed, addingTitle: true)
      return fullIDs.insert(fullID).inserted ? entry(parsed, id: fullID, in: feed) : nil
    }
  }

  private func entry(_ parsed: ParsedEntry, id: Entry.ID, in feed: ParsedFeed) -> Entry {
    let url = webAddress(parsed.link)
    let content = parsed.content.first { !$0.isBlank && ($0.isMarkup || $0.type == "text/plain") }
    let summary = parsed.summary.flatMap { $0.isBlank ? nil : $0 }
    return Entry(
      id: id, feedID: feedID, sourceID: parsed.id, url: url,
      title: title(of: parsed, body: content ?? summary, url: url), authors: authors(of: parsed, in: feed),
      published: parsed.published?.instant, updated: parsed.updated?.instant,
      categories: parsed.categories.map { foldedWhiteSpace($0.label ?? $0.term) },
      language: parsed.language ?? parsed.content.first?.language ?? parsed.title?.language
        ?? feed.channel.language,
      contentHTML: content?.markup, summaryHTML: summary?.markup, base: (content ?? summary)?.base,
      commentsURL: webAddress(parsed.commentsLink),
      commentsFeedURL: webAddress(parsed.commentsFeed), commentCount: parsed.commentCount)
  }

  // MARK: Identity

  /// From the feed's id of the entry, else its address, else its words. The move of a site from http to https
  /// makes no
  /// new entry.
  private func identity(of entry: ParsedEntry, addingTitle: Bool = false) -> Entry.ID {
    var key: String
    if let id = entry.id {
      key = withoutScheme(id)
    } else if let link = webAddress(entry.link) {
      key = withoutScheme(link)
    } else {
      let body = entry.content.first ?? entry.summary
      key = "\(entry.title?.source ?? "")\n\(body?.source ?? "")"
    }
    if addingTitle { key += "\n\(webAddress(entry.link) ?? "")\n\(entry.title?.source ?? "")" }
    return Entry.ID(rawValue: ContentHash(of: "\(feedID)\n\(key)").prefix(16))
  }

  private func withoutScheme(_ id: String) -> String {
    for scheme in ["https://", "http://"] where id.utf8.starts(with: scheme.utf8) {
      return "//" + id.dropFirst(scheme.utf8.count)
    }
    return id
  }

  private func webAddress(_ text: String?) -> String? {
    guard let text, let address = WebAddress(text, relativeTo: base), address.isWeb, address.host != ""
    else { return nil }
    return address.string
  }

  // MARK: Texts

  /// The title; without one the first words of the text, the address, or "Untitled".
  private func title(of entry: ParsedEntry, body: ParsedText?, url: String?) -> String {
    if let title = entry.title?.text, !title.isEmpty { return title }
    let words = (body?.text ?? "").split { $0 == " " || $0.isNewline }
    if !words.isEmpty {
      return words.prefix(10).joined(separator: " ") + (words.count > 10 ? "…" : "")
    }
    return url ?? entry.id ?? "Untitled"
  }

  /// Names only. An Atom or JSON entry without an author is by the feed's (RFC 4287 §4.2.1).
  private func authors(of entry: ParsedEntry, in feed: ParsedFeed) -> [String] {
    var people = entry.authors
    if people.isEmpty { people = entry.source?.authors ?? [] }
    if people.isEmpty, feed.format == .atom || feed.format == .json { people = feed.channel.authors }
    var names: [String] = []
    for person in people {
      guard let name = person.name.map(foldedWhiteSpace), !name.isEmpty, !names.contains(name),
        !name.utf8.contains(UInt8(ascii: "@"))
      else { continue }
      names.append(name)
    }
    return names
  }
}

extension ParsedText {
  /// Whether there is nothing in it to read.
  fileprivate var isBlank: Bool { source.utf8.allSatisfy { $0 <= 0x20 } }

  /// The text as HTML, not safe.
  fileprivate var markup: String { isMarkup ? source : safe.html }
}
