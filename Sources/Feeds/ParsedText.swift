public import Markup

/// A piece of human text as a feed carries it.
///
/// Making it safe takes longer than parsing the feed, so it happens when ``html`` or ``text`` is asked for.
public struct ParsedText: Hashable, Sendable {
  /// MIME type: `text/plain`, `text/html`, `application/xhtml+xml`, or what the feed declared.
  public let type: String
  /// After XML decoding; markup if ``isMarkup``. Not safe.
  public internal(set) var source: String
  /// BCP 47.
  public internal(set) var language: String?
  /// Base address in force.
  public let base: String?
  /// Address of content that is not inline.
  public let src: String?
  /// True if `xml:lang=""` says that the language is not that of the feed.
  let refusesLanguage: Bool
  /// What ``source`` is if the document was encoded twice; only while the feed is being read.
  var undoubled: String?

  init(
    type: String, source: String, language: String? = nil, base: String? = nil, src: String? = nil,
    refusesLanguage: Bool = false
  ) {
    self.type = type
    self.source = source
    self.language = language
    self.base = base
    self.src = src
    self.refusesLanguage = refusesLanguage
  }

  /// Whether ``source`` is HTML.
  public var isMarkup: Bool { type == "text/html" || type == "application/xhtml+xml" }

  /// Whether ``source`` is text at all, not an image or something else in base64.
  public var isText: Bool { Self.isText(type: type) }

  static func isText(type: String) -> Bool {
    type.hasPrefix("text/") || type.hasSuffix("/xml") || type.hasSuffix("+xml")
      || type == "application/octet-stream"
  }

  public var isEmpty: Bool { source.isEmpty && src == nil }

  /// The text as safe HTML with absolute addresses, and as plain text.
  public var safe: SafeHTML {
    isMarkup
      ? SafeHTML(sanitising: source, base: base.flatMap { WebAddress($0, spelling: .international) })
      : SafeHTML(plain: isText ? source : "")
  }

  /// Plain text: of HTML its text content, in one line.
  public var text: String {
    guard isMarkup else { return isText ? source : "" }
    // Most titles are declared to be HTML and hold none.
    guard source.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return foldedWhiteSpace(source)
    }
    return safe.text
  }
}

extension ParsedText: Encodable {
  private enum CodingKeys: String, CodingKey { case type, text, html, language, base, src }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    let safe = safe
    let text = isMarkup ? safe.text : isText ? source : ""
    if !text.isEmpty { try container.encode(text, forKey: .text) }
    if !safe.html.isEmpty { try container.encode(safe.html, forKey: .html) }
    try container.encodeIfPresent(language, forKey: .language)
    try container.encodeIfPresent(base, forKey: .base)
    try container.encodeIfPresent(src, forKey: .src)
  }
}
