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
    let site = FeedSite(feed, base: base)
    let found = feed.entries.map { entry($0, in: feed, of: site) }
    let shared = sharedIDs(found, home: feed.channel.link.flatMap(comparableLink))
    var seen: Set<Entry.ID> = []
    return found.compactMap { entry in
      // Of several forms of one article the first keeps the id; what several articles share is no id of any.
      let isFirst = shared[entry.id] == .versions && !seen.contains(entry.id)
      let entry = shared[entry.id] == nil || isFirst ? entry : entry.identified(as: entry.idByWords)
      return seen.insert(entry.id).inserted ? entry : nil
    }
  }

  private enum Sharing {
    case versions, articles
  }

  /// The identities that several different entries have. Some feeds give all their entries one guid.
  private func sharedIDs(_ entries: [Entry], home: String?) -> [Entry.ID: Sharing] {
    var firsts: [Entry.ID: Entry] = [:]
    var result: [Entry.ID: Sharing] = [:]
    for entry in entries {
      guard let first = firsts.updateValue(firsts[entry.id] ?? entry, forKey: entry.id) else { continue }
      guard first.idByWords != entry.idByWords else { continue }
      let link = entry.url.flatMap(comparableLink)
      let isOnePage =
        link != nil && link != home && link == first.url.flatMap(comparableLink)
        && result[entry.id] != .articles
      result[entry.id] = isOnePage ? .versions : .articles
    }
    return result
  }

  private func entry(_ parsed: ParsedEntry, in feed: ParsedFeed, of site: FeedSite) -> Entry {
    let url = site.page(of: parsed, link: webAddress(parsed.link)).flatMap(webAddress)
    let content = parsed.content.first { !$0.isBlank && $0.isReadable }
    let summary = parsed.summary.flatMap { $0.isBlank ? nil : $0 }
    return Entry(
      id: identity(of: parsed), feedID: feedID, sourceID: parsed.id, url: url,
      title: title(of: parsed, in: feed, body: content ?? summary, url: url),
      authors: authors(of: parsed, in: feed), published: parsed.published?.instant,
      updated: parsed.updated?.instant,
      categories: parsed.categories.map { foldedWhiteSpace($0.label ?? $0.term) },
      language: parsed.language ?? parsed.content.first?.language ?? parsed.title?.language
        ?? feed.channel.language,
      contentHTML: content?.markup, summaryHTML: summary?.markup, base: (content ?? summary)?.base,
      commentsURL: webAddress(parsed.commentsLink),
      commentsFeedURL: webAddress(parsed.commentsFeed), commentCount: parsed.commentCount)
  }

  // MARK: Identity

  /// From the feed's id of the entry, else its address, else its words. The move of a site from http to https
  /// makes no new entry.
  private func identity(of entry: ParsedEntry) -> Entry.ID {
    let key: String
    if let id = entry.id {
      key = withoutScheme(id)
    } else if let link = webAddress(entry.link) {
      key = withoutScheme(link)
    } else {
      let body = entry.content.first ?? entry.summary
      key = "\(entry.title?.source ?? "")\n\(body?.source ?? "")"
    }
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
  private func title(of entry: ParsedEntry, in feed: ParsedFeed, body: ParsedText?, url: String?) -> String {
    if let title = entry.title.map({ TitleText.text(of: $0, in: feed.format) }), !title.isEmpty {
      return title
    }
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
      // Blogger calls an author whose name it hides "Unknown".
      guard let name = person.name.map(NameLine.name), !name.isEmpty, !names.contains(name),
        !name.utf8.contains(UInt8(ascii: "@")), name != "Unknown"
      else { continue }
      names.append(name)
    }
    return names
  }
}

extension ParsedText {
  /// Whether there is nothing in it to read.
  fileprivate var isBlank: Bool { source.utf8.allSatisfy { $0 <= 0x20 } }

  /// Whether it is HTML or text of some kind, which may have marks of its own.
  fileprivate var isReadable: Bool { isMarkup || type.hasPrefix("text/") && !type.hasPrefix("text/xml") }
}

extension Entry {
  /// An identity made from all that the feed says of the entry's name and place, for feeds whose ids say nothing.
  public var idByWords: ID {
    let key = "\(feedID)\n\(sourceID ?? "")\n\(url ?? "")\n\(title)"
    return ID(rawValue: ContentHash(of: key).prefix(16))
  }
}
