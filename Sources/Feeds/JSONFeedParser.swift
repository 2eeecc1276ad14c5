import Markup
import Model

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeedParser {
  let base: WebAddress?

  func parse(_ bytes: [UInt8]) -> ParsedFeed {
    var feed = ParsedFeed()
    let decoded = CharsetDecoder(.html).decode(bytes, contentType: "application/json; charset=utf-8")
    feed.encoding = decoded.encoding
    feed.isWellFormed = decoded.notes.isEmpty
    guard let document = JSONValue(decoded.utf8) else {
      feed.isWellFormed = false
      feed.warnings.append(
        Diagnostic(severity: .warning, code: "json-invalid", message: "the document is no valid JSON"))
      return feed
    }
    guard let version = version(of: document) else { return feed }
    feed.format = .json
    feed.version = version
    feed.channel = channel(document)
    for item in (document["items"]?.elements ?? []).prefix(FeedBuilder.entryLimit) {
      guard case .object = item else { continue }
      feed.entries.append(entry(item, &feed.warnings))
    }
    return feed
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

  private func channel(_ document: JSONValue) -> ParsedChannel {
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
    channel.hubs = (document["hubs"]?.elements ?? []).compactMap { address($0["url"]) }
    return channel
  }

  private func people(_ value: JSONValue) -> [ParsedPerson] {
    var found: [ParsedPerson] = []
    for author in (value["authors"]?.elements ?? []) + (value["author"].map { [$0] } ?? []) {
      let person = ParsedPerson(name: author["name"]?.text ?? author.text, url: address(author["url"]))
      if person != ParsedPerson() { found = found.adding(person) }
    }
    return found
  }

  // MARK: Entries

  private func entry(_ item: JSONValue, _ warnings: inout [Diagnostic]) -> ParsedEntry {
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
    entry.metadata.published = date(item["date_published"], &warnings)
    entry.metadata.updated = date(item["date_modified"], &warnings)
    for tag in item["tags"]?.elements ?? [] {
      guard let term = tag.text, !entry.categories.contains(where: { $0.term == term }) else { continue }
      entry.metadata.categories.append(ParsedCategory(term: term))
    }
    if let image = address(item["image"] ?? item["banner_image"]) {
      entry.metadata.image = ParsedImage(url: image)
    }
    entry.enclosures = (item["attachments"]?.elements ?? []).compactMap(enclosure)
    return entry
  }

  private func enclosure(_ value: JSONValue) -> ParsedEnclosure? {
    address(value["url"]).map {
      ParsedEnclosure(
        url: $0, type: value["mime_type"]?.text, length: value["size_in_bytes"]?.integer,
        title: value["title"]?.text, duration: value["duration_in_seconds"]?.integer)
    }
  }

  private func date(_ value: JSONValue?, _ warnings: inout [Diagnostic]) -> ParsedInstant? {
    guard let text = value?.text else { return nil }
    let date = FeedDate.read(text)
    if date.instant == nil {
      warnings.append(
        Diagnostic(
          severity: .warning, code: "date-unreadable", message: "\"\(text.prefix(60))\" is no date"))
    }
    return date
  }

  private func plain(_ value: JSONValue?) -> ParsedText? {
    value?.text.map { text("text/plain", $0) }
  }

  private func text(_ type: String, _ source: String) -> ParsedText {
    ParsedText(type: type, source: source, base: base?.string)
  }

  private func address(_ value: JSONValue?) -> String? {
    value?.text.flatMap { absoluteAddress($0, base: base) }
  }
}
