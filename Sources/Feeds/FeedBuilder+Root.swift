import Markup

extension FeedBuilder {
  /// The root element tells format and version; a feed wrapped in something else is found, too.
  mutating func openRoot(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    frame.scope = .outside
    guard feed.format == nil else { return }
    switch term {
    case .rssRoot:
      feed.format = .rss
      feed.version = rssVersion(tag.value("version"))
      frame.scope = .root
    case .rdfRoot:
      feed.format = .rdf
      feed.version = "rss10"
      frame.scope = .root
    case .atomRoot where frame.namespace.isAtom || frames.isEmpty:
      feed.format = .atom
      feed.version = atomVersion(frame.namespace, tag.value("version"))
      frame.scope = .channel
    case .channel where frames.isEmpty:
      let isCDF = tag.name.local == "CHANNEL" || tag.value("href") != nil
      feed.format = isCDF ? .cdf : .rss
      feed.version = isCDF ? "cdf" : "rss"
      frame.scope = .channel
      openChannel(tag, frame)
    default: return
    }
    draft.metadata.language = frame.context.languageTag
  }

  /// The `channel` element: RDF and CDF have attributes on it.
  mutating func openChannel(_ tag: XMLStartTag, _ frame: FeedFrame) {
    if feed.format == .rdf {
      if let about = tag.attributes.first(where: { $0.name.local == "about" }), draft.metadata.id == nil {
        draft.metadata.id = nonEmpty(about.value)
      }
      let name = tag.name.namespace ?? ""
      if name.contains("netscape") || name.contains("0.9") { feed.version = "rss090" }
    }
    if feed.format == .cdf {
      if let href = nonEmpty(tag.value("href")).flatMap({ address($0, frame) }) {
        draft.metadata.links.append(ParsedLink(href: href))
      }
      if let base = nonEmpty(tag.value("base")), let address = WebAddress(base, spelling: .international),
        address.isWeb,
        outerBase == nil
      {
        ownBase = address
      }
      if let moment = nonEmpty(tag.value("lastmod")) { keepDate(moment, .updated) }
    }
    if let language = frame.context.languageTag, draft.metadata.language == nil {
      draft.metadata.language = language
    }
  }

  private func rssVersion(_ text: String?) -> String {
    switch nonEmpty(text) {
    case "0.90": "rss090"
    case "0.91": "rss091"
    case "0.92": "rss092"
    case "0.93": "rss093"
    case "0.94": "rss094"
    case "1.0": "rss10"
    case let version? where version.utf8.first == UInt8(ascii: "2"): "rss20"
    default: "rss"
    }
  }

  private func atomVersion(_ namespace: FeedNamespace, _ text: String?) -> String {
    if namespace == .atom10 { return "atom10" }
    switch nonEmpty(text) {
    case "0.1": return "atom01"
    case "0.2": return "atom02"
    case "1.0": return "atom10"
    default: return "atom03"
    }
  }
}
