import Feeds
import Model
import Properties

private let parser = FeedParser()

/// Any text, taken as the date of a feed: what was read can be written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let feed = parser.parse(rss(date: inputBytes(start, count)))
  guard let instant = feed.channel.published?.instant else { return 0 }
  let written = instant.description
  expect(Instant(rfc3339: written) == instant, "not the same when read again: \(written)")
  let again = parser.parse(rss(date: Array(written.utf8))).channel.published?.instant
  expect(again == instant, "not the same in a feed: \(written), \(String(describing: again))")
  return 0
}

/// A feed with a date in it; what markup would be is left out.
private func rss(date: [UInt8]) -> [UInt8] {
  Array("<rss version=\"2.0\"><channel><pubDate>".utf8)
    + date.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
    + Array("</pubDate></channel></rss>".utf8)
}
