/// The namespaces that feeds use, each under all the names it goes by.
enum FeedNamespace: Hashable {
  /// RSS of every version, and elements of no namespace.
  case rss
  case atom10
  /// Atom 0.3 and its drafts.
  case atom03
  case content, dc, dcterms, slash, wfw, thr, media, itunes, xhtml, cc, sy, feedburner, admin, rdf, xml
  case other

  /// The namespace of a name, compared without regard to letter case, scheme and trailing `/` or `#`; by the
  /// usual prefix if the
  /// prefix was never declared.
  init(uri: String?, prefix: String?) {
    guard let uri else {
      self = prefix.map { Self.byPrefix[asciiLowerCased($0)] ?? .other } ?? .rss
      return
    }
    self = Self.common[uri] ?? Self.byName[Self.key(uri)] ?? .other
  }

  var isAtom: Bool { self == .atom10 || self == .atom03 }

  private static func key(_ uri: String) -> String {
    var bytes = uri.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
      bytes = bytes.dropFirst(scheme.utf8.count)
    }
    if bytes.starts(with: "www.".utf8) { bytes = bytes.dropFirst(4) }
    while let last = bytes.last, last == 0x2F || last == 0x23 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names that most feeds use, letter by letter.
  private static let common: [String: FeedNamespace] = [
    "http://www.w3.org/2005/Atom": .atom10,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://purl.org/dc/elements/1.1/": .dc,
    "http://purl.org/rss/1.0/modules/slash/": .slash,
    "http://wellformedweb.org/CommentAPI/": .wfw,
    "http://purl.org/syndication/thread/1.0": .thr,
    "http://search.yahoo.com/mrss/": .media,
    "http://www.w3.org/1999/xhtml": .xhtml,
    "http://purl.org/rss/1.0/modules/syndication/": .sy,
  ]

  private static let byName: [String: FeedNamespace] = [
    "": .rss,
    "purl.org/rss/1.0": .rss,
    "purl.org/net/rss1.1": .rss,
    "my.netscape.com/rdf/simple/0.9": .rss,
    "channel.netscape.com/rdf/simple/0.9": .rss,
    "my.netscape.com/publish/formats/rss-0.91.dtd": .rss,
    "example.com/newformat": .rss,
    "example.com/necho": .rss,
    "purl.org/echo": .rss,
    "uri/of/echo/namespace": .rss,
    "purl.org/pie": .rss,
    "backend.userland.com/rss": .rss,
    "backend.userland.com/rss2": .rss,
    "backend.userland.com/rss091": .rss,
    "backend.userland.com/rss092": .rss,
    "blogs.law.harvard.edu/tech/rss": .rss,
    "cyber.law.harvard.edu/rss/rss.html": .rss,
    "cyber.law.harvard.edu/tech/rss": .rss,
    "rssboard.org/rss-specification": .rss,
    "w3.org/2005/atom": .atom10,
    "purl.org/atom/ns": .atom03,
    "purl.org/rss/1.0/modules/content": .content,
    "purl.org/dc/elements/1.1": .dc,
    "purl.org/dc/elements/1.0": .dc,
    "purl.org/dc/terms": .dcterms,
    "purl.org/rss/1.0/modules/slash": .slash,
    "wellformedweb.org/commentapi": .wfw,
    "purl.org/syndication/thread/1.0": .thr,
    "search.yahoo.com/mrss": .media,
    "video.search.yahoo.com/mrss": .media,
    "tools.search.yahoo.com/mrss": .media,
    "itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "example.com/dtds/podcast-1.0.dtd": .itunes,
    "w3.org/1999/xhtml": .xhtml,
    "web.resource.org/cc": .cc,
    "backend.userland.com/creativecommonsrssmodule": .cc,
    "cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": .cc,
    "creativecommons.org/ns": .cc,
    "purl.org/rss/1.0/modules/syndication": .sy,
    "rssnamespace.org/feedburner/ext/1.0": .feedburner,
    "webns.net/mvcb": .admin,
    "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "w3.org/xml/1998/namespace": .xml,
  ]

  private static let byPrefix: [String: FeedNamespace] = [
    "rss": .rss, "atom": .atom10, "a10": .atom10, "content": .content, "dc": .dc, "dcterms": .dcterms,
    "slash": .slash, "wfw": .wfw, "thr": .thr, "media": .media, "itunes": .itunes, "xhtml": .xhtml,
    "cc": .cc, "creativecommons": .cc, "sy": .sy, "feedburner": .feedburner, "admin": .admin, "rdf": .rdf,
    "xml": .xml,
  ]
}

/// ASCII capitals as small letters.
func asciiLowerCased(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return text }
  return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
}
