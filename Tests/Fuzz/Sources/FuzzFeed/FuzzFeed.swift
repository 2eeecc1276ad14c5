import Feeds
import JSON
import Markup
import Model
import Properties

private let url = "https://blog.example/feed/"
private let parser = FeedParser(url: url)
private let normaliser = EntryNormaliser(feedID: FeedSource.ID(rawValue: "blog"), url: url)

/// Any bytes, taken as a feed: all of it can be written as JSON, and all HTML in it is safe.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let feed = parser.parse(inputBytes(start, count))
  expect(feed.warnings.count <= 101, "\(feed.warnings.count) warnings")
  expect(feed.isFeed || feed.warnings.contains { $0.code == "not-a-feed" }, "no feed, and not said so")
  check(feed.channel.metadata)
  check([feed.channel.subtitle, feed.channel.info])
  for entry in feed.entries {
    check(entry.metadata)
    check([entry.summary] + entry.content)
  }
  expectJSON(feed)
  let entries = normaliser.entries(of: feed)
  expect(Set(entries.map(\.id)).count == entries.count, "two entries of one id")
  if feed.isCommentFeed { _ = feed.comments }
  return 0
}

private func check(_ metadata: ParsedMetadata) {
  check([metadata.title, metadata.rights])
}

private func check(_ texts: [ParsedText?]) {
  for case let text? in texts { SafeHTMLFragment.check(text.safe.html) }
}

private func expectJSON(_ feed: ParsedFeed) {
  do {
    let line = try JSONLine.encode(feed)
    expect(isJSON(line), "no JSON: \(String(decoding: line, as: UTF8.self))")
  } catch {
    finding("no JSON: \(error)")
  }
}
