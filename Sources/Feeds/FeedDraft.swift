/// A feed, an entry or an entry's source while it is being read.
struct FeedDraft {
  enum Kind { case channel, entry, source }

  let kind: Kind
  var metadata = ParsedMetadata()
  var channel = ParsedChannel()
  var entry = ParsedEntry()

  // How good the source of a value is that several elements can give; the smaller, the better.
  var titleRank = Int.max
  var rightsRank = Int.max
  var abstractRank = Int.max
  var commentCountRank = Int.max

  var hasLanguageElement = false
  var eitherDate: ParsedInstant?
  var guid: String?
  var guidIsPermalink = true
  var originalLink: String?
  var media: [ParsedMedia] = []
  /// Seconds (`itunes:duration`); belongs to the enclosure.
  var duration: Int?

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// Keeps a text if its source is better than that of the one at hand. Empty ones never count.
  mutating func keep(_ text: consuming ParsedText, in slot: FeedTerm.TextSlot) {
    guard !text.isEmpty else { return }
    switch slot.kind {
    case .title where slot.rank < titleRank:
      titleRank = slot.rank
      metadata.title = text
    case .rights where slot.rank < rightsRank:
      rightsRank = slot.rank
      metadata.rights = text
    case .info: if channel.info == nil { channel.info = text }
    case .description, .summary, .subtitle:
      // A subtitle is a feed's abstract, but only the last resort for an entry's.
      let rank = slot.kind == .subtitle && kind == .entry ? slot.rank + 10 : slot.rank
      guard rank < abstractRank else { return }
      abstractRank = rank
      if kind == .entry { entry.summary = text } else { channel.subtitle = text }
    default: break
    }
  }

  /// The last readable date of a kind counts; an unreadable one is kept for its words until then.
  mutating func keep(_ date: ParsedInstant, in slot: FeedTerm.DateSlot) {
    func later(_ known: ParsedInstant?) -> ParsedInstant? {
      date.instant != nil || known?.instant == nil ? date : known
    }
    switch slot {
    case .published: metadata.published = later(metadata.published)
    case .updated: metadata.updated = later(metadata.updated)
    case .created: metadata.created = later(metadata.created)
    case .expires: entry.expires = later(entry.expires)
    case .either:
      eitherDate = later(eitherDate)
      metadata.updated = later(metadata.updated)
    }
  }

  // MARK: Finishing

  /// Settles the links and dates of ``entry`` and moves all that belongs to it there.
  mutating func finishEntry() {
    let stated = preferredLink
    swap(&entry.metadata, &metadata)
    if entry.metadata.published?.instant == nil, let eitherDate { entry.metadata.published = eitherDate }
    entry.metadata.link = stated
    if let guid {
      entry.metadata.id = guid
      entry.idIsPermalink = guidIsPermalink && (stated == nil || stated == guid)
      if stated == nil, guidIsPermalink, isWebAddress(guid) { entry.metadata.link = guid }
    }
    if let originalLink { entry.metadata.link = originalLink }
    // Most entries have one link, to their page.
    for index in entry.metadata.links.indices where entry.metadata.links[index].rel != "alternate" {
      keepRelated(entry.metadata.links[index])
    }
    entry.media = media
    if let duration, let first = entry.enclosures.first {
      entry.enclosures[0] = ParsedEnclosure(
        url: first.url, type: first.type, length: first.length, title: first.title, duration: duration)
    }
  }

  private mutating func keepRelated(_ link: ParsedLink) {
    switch link.rel {
    case "enclosure" where !link.isRepaired:
      entry.enclosures.append(
        ParsedEnclosure(
          url: link.href, type: link.type, length: link.length, title: link.title, duration: nil))
    case "replies": keepReplies(link)
    case "related" where entry.externalLink == nil: entry.externalLink = link.href
    case "license": entry.metadata.licenses.append(link.href)
    default: break
    }
  }

  private mutating func keepReplies(_ link: ParsedLink) {
    if isFeedType(link.type) {
      if entry.commentsFeed == nil { entry.commentsFeed = link.href }
    } else if entry.commentsLink == nil {
      entry.commentsLink = link.href
    }
    if commentCountRank > 2, entry.commentCount == nil { entry.commentCount = link.count }
  }

  /// The feed or source, its links and dates settled.
  func finishedChannel() -> ParsedChannel {
    var result = channel
    result.metadata = metadata
    if result.metadata.published?.instant == nil, let eitherDate { result.metadata.published = eitherDate }
    result.metadata.link = preferredLink
    if let guid { result.metadata.id = guid }
    for link in metadata.links {
      switch link.rel {
      case "self" where result.selfLink == nil: result.selfLink = link.href
      case "next" where result.nextLink == nil: result.nextLink = link.href
      case "hub": result.hubs.append(link.href)
      case "license": result.metadata.licenses.append(link.href)
      default: break
      }
    }
    return result
  }

  /// The page for people: a proper alternate link in HTML or of no type, then any alternate, then a repaired
  /// one.
  private var preferredLink: String? {
    var best: (rank: Int, index: Int)?
    for index in metadata.links.indices where metadata.links[index].rel == "alternate" {
      let isPage = metadata.links[index].type.map(isPageType) ?? true
      let rank = metadata.links[index].isRepaired ? 2 : isPage ? 0 : 1
      if rank < best?.rank ?? .max { best = (rank, index) }
      if rank == 0 { break }
    }
    return best.map { metadata.links[$0.index].href }
  }
}

func isFeedType(_ type: String?) -> Bool {
  guard let type else { return false }
  let lower = asciiLowerCased(type)
  return lower.hasSuffix("+xml") && !lower.contains("xhtml") || lower.hasSuffix("/xml")
    || lower.hasPrefix("application/feed+json")
}

func isPageType(_ type: String) -> Bool {
  if type == "text/html" { return true }
  let lower = asciiLowerCased(type)
  return lower.contains("html")
}
