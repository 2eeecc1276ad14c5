import Markup
import Model

/// Parses feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1.
///
///     let feed = FeedParser(url: "https://blog.example/feed/").parse(bytes)
///     for entry in feed.entries { print(entry.title?.text ?? "untitled") }
///
/// Never throws and never gives up: a document that is no feed gives a ``ParsedFeed`` whose
/// ``ParsedFeed/isFeed`` is false, a
/// broken one gives all that can be read, with warnings. Opens no file and no connection, whatever the
/// document says.
public struct FeedParser: Sendable {
  private let base: WebAddress?
  private let contentType: String?
  private let contentLanguage: String?
  private let linkHeaders: [String]

  /// - Parameters:
  ///   - url: the address from which the bytes came.
  ///   - headers: of the response; names in any letter case.
  public init(url: String? = nil, headers: [(name: String, value: String)] = []) {
    func value(_ name: String) -> String? {
      headers.first { equalsIgnoringCase($0.name, name) }.flatMap { nonEmpty($0.value) }
    }
    let address = url.flatMap { WebAddress($0, spelling: .international) }
    let location = value("Content-Location").flatMap {
      WebAddress($0, relativeTo: address, spelling: .international)
    }
    base = location.flatMap { $0.isWeb ? $0 : nil } ?? address.flatMap { $0.isWeb ? $0 : nil }
    contentType = value("Content-Type")
    contentLanguage = value("Content-Language")
    linkHeaders = headers.filter { equalsIgnoringCase($0.name, "Link") }.map(\.value)
  }

  /// The version of libxml2, such as `2.9.14`.
  public static var libraryVersion: String { xmlLibraryVersion }

  /// Parses the body of a response.
  public func parse(_ bytes: [UInt8]) -> ParsedFeed {
    var feed = isJSON(bytes) ? parseJSON(bytes) : parseXML(bytes)
    if feed.isFeed {
      applyHeaders(to: &feed)
      settleLanguages(of: &feed)
      checkIdentities(of: &feed)
    } else {
      feed.warnings.append(
        Diagnostic(severity: .error, code: "not-a-feed", message: "this is no feed in any known format"))
    }
    limitWarnings(of: &feed)
    return feed
  }

  private func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  private func parseJSON(_ bytes: [UInt8]) -> ParsedFeed {
    var parser = JSONFeedParser(base: base)
    return parser.parse(bytes)
  }

  private func parseXML(_ bytes: [UInt8]) -> ParsedFeed {
    let decoded = CharsetDecoder(.xml).decode(bytes, contentType: contentType)
    var builder = FeedBuilder(base: base)
    let notes = XMLEventReader().read(decoded, with: &builder)
    var feed = builder.finished()
    feed.encoding = decoded.encoding
    feed.isWellFormed = !(decoded.notes + notes).contains(where: \.breaksWellFormedness)
    let repairs = (decoded.notes + notes).map { note in
      Diagnostic(
        severity: .warning, code: note.code.rawValue, message: trimmed(note.message), line: note.line,
        column: note.column)
    }
    feed.warnings = repairs + mediaTypeWarnings + feed.warnings
    if notes.contains(where: { $0.code == .truncated }) {
      feed.isCutOff = feed.entries.isEmpty || endsInEntry(decoded.utf8)
    }
    return feed
  }

  /// Whether the last entry that begins has no end.
  private func endsInEntry(_ document: [UInt8]) -> Bool {
    for index in document.indices.reversed() where document[index] == UInt8(ascii: "<") {
      let rest = document[(index + 1)...]
      for name in ["item", "entry"] {
        if rest.starts(with: name.utf8) { return true }
        if rest.starts(with: ("/" + name).utf8) { return false }
      }
    }
    return false
  }

  /// A feed that is sent as something else is read all the same.
  private var mediaTypeWarnings: [Diagnostic] {
    guard let contentType else { return [] }
    let type = asciiLowerCased(trimmed(String(contentType.prefix { $0 != ";" })))
    guard !type.isEmpty, !type.hasSuffix("xml"), type != "application/xml-dtd",
      type != "application/xml-external-parsed-entity", type != "text/xml-external-parsed-entity"
    else { return [] }
    return [
      Diagnostic(
        severity: .warning, code: "media-type-not-xml",
        message: "the media type \"\(type.prefix(60))\" is no XML")
    ]
  }

  // MARK: After the document

  private func applyHeaders(to feed: inout ParsedFeed) {
    if feed.channel.metadata.language == nil, let contentLanguage {
      feed.channel.metadata.language = languageTag(trimmed(String(contentLanguage.prefix { $0 != "," })))
    }
    for link in linkHeaders.flatMap({ LinkHeader.links($0) }) {
      guard let href = absoluteAddress(link.href, base: base) else { continue }
      switch link.rel {
      case "hub" where !feed.channel.hubs.contains(href): feed.channel.hubs.append(href)
      case "self" where feed.channel.selfLink == nil: feed.channel.selfLink = href
      default: break
      }
    }
  }

  /// A text without a language of its own is in that of the feed.
  private func settleLanguages(of feed: inout ParsedFeed) {
    guard let language = feed.channel.language.map(languageTag) else { return }
    feed.updateTexts { text in
      if text.language == nil, !text.refusesLanguage { text.language = language }
    }
  }

  private func checkIdentities(of feed: inout ParsedFeed) {
    var seen: Set<String> = []
    seen.reserveCapacity(feed.entries.count)
    for index in feed.entries.indices {
      guard let id = feed.entries[index].metadata.id else {
        feed.warnings.append(
          Diagnostic(severity: .warning, code: "id-missing", message: "entry \(index + 1) has no id"))
        continue
      }
      if !seen.insert(id).inserted {
        feed.warnings.append(
          Diagnostic(
            severity: .warning, code: "id-duplicate",
            message: "entry \(index + 1) has the id of another, \"\(id.prefix(120))\""))
      }
    }
  }

  private func limitWarnings(of feed: inout ParsedFeed) {
    let kept = 100
    guard feed.warnings.count > kept else { return }
    let left = feed.warnings.count - kept
    // What is said last, that this is no feed, must not be what is left out.
    let last = feed.isFeed ? [] : feed.warnings.suffix(1)
    feed.warnings = feed.warnings.prefix(kept - last.count) + last
    feed.warnings.append(
      Diagnostic(
        severity: .note, code: "warnings-omitted", message: "\(left) more warnings were left out"))
  }
}

/// `Link` headers (RFC 8288), as far as feeds need them.
enum LinkHeader {
  static func links(_ value: String) -> [(href: String, rel: String)] {
    var links: [(href: String, rel: String)] = []
    let parts = Array(value.utf8).split(separator: UInt8(ascii: "<")).dropFirst(
      value.utf8.first == 0x3C ? 0 : 1)
    for part in parts {
      guard let close = part.firstIndex(of: UInt8(ascii: ">")) else { continue }
      let href = String(decoding: part[..<close], as: UTF8.self)
      for parameter in part[(close + 1)...].split(separator: UInt8(ascii: ";")) {
        let text = trimmed(String(decoding: parameter, as: UTF8.self))
        guard asciiLowerCased(text).hasPrefix("rel=") else { continue }
        let words = text.dropFirst(4).split { $0 == "\"" || $0 == " " || $0 == "," }
        links += words.map { (href, asciiLowerCased(String($0))) }
      }
    }
    return links
  }
}
