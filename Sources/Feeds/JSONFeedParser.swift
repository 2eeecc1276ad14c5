import Markup
import Model

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeedParser {
  private let base: WebAddress?
  private var warnings: [Diagnostic] = []

  init(base: WebAddress?) {
    self.base = base
  }

  mutating func parse(_ bytes: [UInt8]) -> ParsedFeed {
    var feed = ParsedFeed()
    let decoded = CharsetDecoder(.html).decode(bytes, contentType: "application/json; charset=utf-8")
    feed.encoding = decoded.encoding
    feed.isWellFormed = decoded.notes.isEmpty
    for note in decoded.notes { warn(note.code.rawValue, note.message) }
    if let document = JSONValue(decoded.utf8) {
      read(document, into: &feed)
    } else {
      feed.isWellFormed = false
      warn("json-invalid", "the document is no valid JSON")
    }
    feed.warnings = warnings
    return feed
  }

  private mutating func read(_ document: JSONValue, into feed: inout ParsedFeed) {
    guard let version = version(of: document) else { return }
    feed.format = .json
    feed.version = version
    feed.channel = channel(document)
    let items = document["items"]?.elements ?? []
    for item in items.prefix(FeedBuilder.entryLimit) {
      guard case .object = item else { continue }
      feed.entries.append(entry(item))
    }
    if items.count > FeedBuilder.entryLimit {
      warn("limit-exceeded", "only the first \(FeedBuilder.entryLimit) entries are read")
    }
  }

  private mutating func warn(_ code: String, _ message: String) {
    warnings.append(Diagnostic(severity: .warning, code: code, message: message))
  }

  private func version(of document: JSONValue) -> String? {
    let text = document["version"]?.text
    if text?.contains("jsonfeed.org") != true {
      guard case .array = document["items"], text != nil || document["title"] != nil else { return nil }
    }
    guard let text else { return "json11" }
    return text.hasSuffix("/1") || text.hasSuffix("1.0") ? "json10" : "json11"
  }

  // MARK: Feed

  private mutating func channel(_ document: JSONValue) -> ParsedChannel {
    var channel = ParsedChannel()
    channel.metadata.title = plain(document["title"])
    channel.subtitle = plain(document["description"])
    channel.metadata.link = address(document["home_page_url"])
    channel.selfLink = address(document["feed_url"])
    channel.nextLink = address(document["next_url"])
    channel.metadata.language = document["language"]?.text.map(languageTag)
    channel.metadata.authors = people(document)
    channel.icon = address(document["favicon"])
    channel.logo = address(document["icon"])
    if let icon = channel.logo { channel.metadata.image = ParsedImage(url: icon) }
    for hub in document["hubs"]?.elements ?? [] {
      if let url = address(hub["url"]) { channel.hubs.append(url) }
    }
    return channel
  }

  private mutating func people(_ value: JSONValue) -> [ParsedPerson] {
    var found: [ParsedPerson] = []
    for author in (value["authors"]?.elements ?? []) + (value["author"].map { [$0] } ?? []) {
      let name = (author["name"]?.text ?? author.text).flatMap(ParsedPerson.plainName)
      let person = ParsedPerson(name: name, url: address(author["url"]))
      if person != ParsedPerson() { found = found.adding(person) }
    }
    return found
  }

  // MARK: Entries

  private mutating func entry(_ item: JSONValue) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.metadata.id = item["id"]?.text
    entry.metadata.link = address(item["url"])
    entry.externalLink = address(item["external_url"])
    entry.metadata.title = plain(item["title"])
    entry.metadata.language = item["language"]?.text.map(languageTag)
    entry.metadata.authors = people(item)
    entry.summary = plain(item["summary"])
    if let html = item["content_html"]?.text { entry.content.append(text("text/html", html)) }
    if let plain = item["content_text"]?.text { entry.content.append(text("text/plain", plain)) }
    entry.metadata.published = date(item["date_published"])
    entry.metadata.updated = date(item["date_modified"])
    for tag in item["tags"]?.elements ?? [] {
      guard let term = tag.text, !entry.categories.contains(where: { $0.term == term }) else { continue }
      entry.metadata.categories.append(ParsedCategory(term: term))
    }
    if let image = address(item["image"] ?? item["banner_image"]) {
      entry.metadata.image = ParsedImage(url: image)
    }
    for attachment in item["attachments"]?.elements ?? [] {
      if let enclosure = enclosure(attachment) { entry.enclosures.append(enclosure) }
    }
    return entry
  }

  private mutating func enclosure(_ value: JSONValue) -> ParsedEnclosure? {
    address(value["url"]).map {
      ParsedEnclosure(
        url: $0, type: value["mime_type"]?.text, length: value["size_in_bytes"]?.integer,
        title: value["title"]?.text, duration: value["duration_in_seconds"]?.integer)
    }
  }

  private mutating func date(_ value: JSONValue?) -> ParsedInstant? {
    guard let text = value?.text else { return nil }
    let reading = FeedDate.reading(text)
    if let (code, message) = reading.warning(about: text) { warn(code, message) }
    return ParsedInstant(instant: reading.instant, source: text)
  }

  private func plain(_ value: JSONValue?) -> ParsedText? {
    value?.text.map { text("text/plain", $0) }
  }

  private func text(_ type: String, _ source: String) -> ParsedText {
    ParsedText(type: type, source: source, base: base?.string)
  }

  private mutating func address(_ value: JSONValue?) -> String? {
    guard case .string(let string) = value, let text = nonEmpty(string) else { return nil }
    if let address = absoluteAddress(text, base: base) { return address }
    warn("address-invalid", "\"\(text.prefix(60))\" is no address to follow; left out")
    return nil
  }
}
