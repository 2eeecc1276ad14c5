import Markup

extension FeedBuilder {
  /// An address of the feed, absolute if a base is known; what is absolute already stays as written. `nil`
  /// for addresses that
  /// run a program or show what the feed's author must not see.
  func address(_ text: String, _ frame: FeedFrame) -> String? {
    isWebAddress(text) ? text : absoluteAddress(text, base: base(in: frame.context))
  }

  /// Notes that an address was left out.
  mutating func refuse(_ text: String) {
    warn("address-invalid", "\"\(text.prefix(60))\" is no address to follow; left out")
  }

  /// An id: never touched, unless it is plainly a path on the feed's own site.
  func identifier(_ text: String, _ frame: FeedFrame) -> String {
    text.utf8.first == UInt8(ascii: "/") ? address(text, frame) ?? text : text
  }

  // MARK: Links

  /// Atom links have an address in `href`; those of RSS are text.
  mutating func openLink(_ tag: XMLStartTag, _ frame: inout FeedFrame) {
    guard
      let href = nonEmpty(tag.value("href")) ?? nonEmpty(tag.value("url"))
        ?? sameDocument(tag.value("href"), frame)
    else { return collect(tag, .link, .dropped, &frame) }
    guard let address = address(href, frame) else { return refuse(href) }
    let link = ParsedLink(
      href: address, rel: relation(tag.value("rel")), type: nonEmpty(tag.value("type")),
      title: nonEmpty(tag.value("title")), hreflang: nonEmpty(tag.value("hreflang")),
      length: wholeNumber(tag.value("length")),
      count: tag.attributes.first { $0.name.local == "count" && $0.name.prefix != nil }
        .flatMap { wholeNumber($0.value) })
    draft.metadata.links.append(link)
  }

  /// An empty `href` means what `xml:base` says (RFC 3986 §4.4); without one it is a slip.
  private func sameDocument(_ href: String?, _ frame: FeedFrame) -> String? {
    href == nil ? nil : frame.context.base?.string
  }

  /// `link` without `href`: in RSS the rule, in Atom a mistake.
  mutating func keepLinkText(_ text: String, _ field: FeedField, _ frame: FeedFrame) {
    guard let href = address(text, frame) else { return refuse(text) }
    let isRSS = field.namespace == .rss && feed.format != .atom
    draft.metadata.links.append(
      ParsedLink(
        href: href, rel: relation(field.attributes.value("rel")),
        type: nonEmpty(field.attributes.value("type")), title: nonEmpty(field.attributes.value("title")),
        isRepaired: !isRSS))
  }

  private func relation(_ text: String?) -> String {
    let iana = "http://www.iana.org/assignments/relation/"
    guard let rel = nonEmpty(text) else { return "alternate" }
    return rel.hasPrefix(iana) ? String(rel.dropFirst(iana.utf8.count)) : rel
  }

  mutating func addEnclosure(_ tag: XMLStartTag, _ frame: FeedFrame) {
    guard let text = nonEmpty(tag.value("url")) ?? nonEmpty(tag.value("href")), draft.kind == .entry else {
      return
    }
    guard let url = address(text, frame) else { return refuse(text) }
    draft.entry.enclosures.append(
      ParsedEnclosure(
        url: url, type: nonEmpty(tag.value("type")), length: wholeNumber(tag.value("length")),
        title: nonEmpty(tag.value("title")), duration: nil))
  }

  mutating func addReply(_ tag: XMLStartTag, _ frame: FeedFrame) {
    let reply = ParsedReply(
      ref: nonEmpty(tag.value("ref")), href: nonEmpty(tag.value("href")).flatMap { address($0, frame) },
      type: nonEmpty(tag.value("type")), source: nonEmpty(tag.value("source")).flatMap { address($0, frame) })
    if reply.ref != nil || reply.href != nil { draft.metadata.inReplyTo.append(reply) }
  }

  mutating func addCloud(_ tag: XMLStartTag) {
    let cloud = ParsedCloud(
      domain: nonEmpty(tag.value("domain")), port: wholeNumber(tag.value("port")),
      path: nonEmpty(tag.value("path")), registerProcedure: nonEmpty(tag.value("registerProcedure")),
      protocol: nonEmpty(tag.value("protocol")))
    if draft.channel.cloud == nil, !cloud.isEmpty { draft.channel.cloud = cloud }
  }

  mutating func addGeneratorAgent(_ tag: XMLStartTag, _ frame: FeedFrame) {
    guard draft.channel.generator == nil,
      let resource = tag.attributes.first(where: { $0.name.local == "resource" }),
      let url = nonEmpty(resource.value)
    else { return }
    draft.channel.generator = ParsedGenerator(name: url, url: address(url, frame), version: nil)
  }

  // MARK: Pictures

  mutating func openITunesImage(_ tag: XMLStartTag, _ frame: inout FeedFrame) {
    if let href = nonEmpty(tag.value("href")) ?? nonEmpty(tag.value("url")) {
      guard tag.value("rel").map({ trimmed($0) == "image" }) ?? true, let url = address(href, frame) else {
        return
      }
      setImage(url)
    } else {
      collect(tag, .itunesImage, .dropped, &frame)
    }
  }

  mutating func setImage(_ url: String) {
    if draft.metadata.image == nil { draft.metadata.image = ParsedImage(url: url) }
  }

  mutating func addThumbnail(_ url: String, width: String?, height: String?, _ frame: FeedFrame) {
    guard draft.kind == .entry, let url = address(url, frame) else { return }
    draft.entry.thumbnails.append(
      ParsedThumbnail(url: url, width: wholeNumber(width), height: wholeNumber(height)))
  }

  // MARK: Categories

  mutating func keepCategory(_ text: String, _ field: FeedField, _ frame: FeedFrame) {
    guard let term = nonEmpty(field.attributes.value("term")) ?? nonEmpty(text) else {
      if let label = nonEmpty(field.attributes.value("label")) {
        addCategory(ParsedCategory(term: label, label: label))
      }
      return
    }
    addCategory(
      ParsedCategory(
        term: term, scheme: nonEmpty(field.attributes.value("scheme") ?? field.attributes.value("domain")),
        label: nonEmpty(field.attributes.value("label"))))
  }

  mutating func openITunesCategory(_ tag: XMLStartTag, _ frame: inout FeedFrame) {
    frame.scope = .category
    if let term = nonEmpty(tag.value("text")) {
      addCategory(ParsedCategory(term: term, scheme: "http://www.itunes.com/"))
    }
  }

  mutating func addCategory(_ category: ParsedCategory) {
    // Exact repeats are dropped; beyond some number nobody looks.
    guard draft.metadata.categories.count < 250,
      !draft.metadata.categories.contains(where: { $0 == category })
    else { return }
    draft.metadata.categories.append(category)
  }
}

/// True for an address of the web without a byte to take out: most of them.
func isWebAddress(_ text: String) -> Bool {
  let bytes = text.utf8.span
  guard bytes.count > 8, bytes[0] == UInt8(ascii: "h"), bytes[1] == UInt8(ascii: "t"),
    bytes[2] == UInt8(ascii: "t"), bytes[3] == UInt8(ascii: "p"),
    bytes[4] == UInt8(ascii: ":") || bytes[4] == UInt8(ascii: "s") && bytes[5] == UInt8(ascii: ":")
  else { return false }
  for index in bytes.indices where bytes[index] <= 0x20 { return false }
  return true
}

/// `text` as an absolute address if a base is known; what is absolute already stays as written, without line
/// breaks.
///
/// `nil` if its scheme is one that nobody should follow from a feed: `javascript:`, `data:`, `file:` and all
/// that are not
/// known to be harmless.
func absoluteAddress(_ text: String, base: WebAddress?) -> String? {
  var text = trimmed(text)
  if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
    text = String(decoding: text.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }, as: UTF8.self)
  }
  if let scheme = scheme(of: text) { return harmlessSchemes.contains(scheme) ? text : nil }
  guard let base, let resolved = WebAddress(text, relativeTo: base, spelling: .international) else {
    return text
  }
  return resolved.string
}

private let harmlessSchemes: Set<String> = [
  "http", "https", "mailto", "tel", "ftp", "ftps", "urn", "tag", "feed", "magnet", "news", "nntp", "acct",
  "geo",
  "gemini", "gopher", "irc", "ircs", "xmpp",
]

/// The scheme with which `text` begins (RFC 3986 §3.1), in small letters.
private func scheme(of text: String) -> String? {
  guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return nil }
  for (offset, byte) in text.utf8.enumerated() {
    switch byte {
    case UInt8(ascii: ":"):
      return asciiLowerCased(String(decoding: Array(text.utf8.prefix(offset)), as: UTF8.self))
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      continue
    default: return nil
    }
  }
  return nil
}
