import Feeds
import FoundationEssentials

/// Parses a feed written in a test.
func parse(
  _ document: String, url: String? = nil, headers: [(name: String, value: String)] = []
) -> ParsedFeed {
  FeedParser(url: url, headers: headers).parse(Array(document.utf8))
}

/// An RSS 2.0 feed around some items.
func rss(_ channel: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
   xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
   xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>\(channel)</channel></rss>
  """
}

/// An Atom 1.0 feed around some entries.
func atom(_ content: String) -> String {
  """
  <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">\(content)</feed>
  """
}

/// The JSON form, keys sorted.
func json(_ feed: ParsedFeed) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(feed), as: UTF8.self)
}
