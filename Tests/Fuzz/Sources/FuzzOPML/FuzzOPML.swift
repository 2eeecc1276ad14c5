import Feeds
import Model
import Properties

/// Any bytes, taken as a list of feeds: what was read can be written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let list = try? FeedList(opml: inputBytes(start, count)) else { return 0 }
  expect(Set(list.sources.map(\.id)).count == list.sources.count, "two feeds of one id")
  guard let again = try? FeedList(opml: Array(list.opml.utf8)) else {
    finding("our own list cannot be read: \(list.opml)")
  }
  expect(again.diagnostics.isEmpty, "our own list is doubtful: \(again.diagnostics)\n\(list.opml)")
  expect(again.sources.count == list.sources.count, "not as many feeds when read again:\n\(list.opml)")
  for source in list.sources {
    expect(again.sources.contains(source), "not the same when read again: \(source)\n\(list.opml)")
  }
  return 0
}
