import Feeds
import Foundation
import Model
import Testing

/// Feeds that are not part of the package, where they are at hand.
private let collection: URL? = {
  let shared =
    ProcessInfo.processInfo.environment["DIGEST_SHARED"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    .standardizedFileURL
  let folder = shared.appending(path: "corpora/real-feeds")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite("Collected feeds")
struct SharedFeedsTests {
  @Test(
    "Every collected feed is read, and each of its entries has a title",
    .enabled(if: collection != nil, "the collection of feeds is not at hand"))
  func collected() throws {
    let root = try #require(collection)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }.sorted() ?? []
    var feeds = 0
    for path in paths
    where [".xml", ".rss", ".atom", ".json", ".rdf"].contains(where: { path.hasSuffix($0) }) {
      guard path.contains("/"),
        let data = FileManager.default.contents(atPath: root.appending(path: path).path)
      else { continue }
      let feed = FeedParser().parse([UInt8](data))
      if feed.isFeed { feeds += 1 }
      let entries = EntryNormaliser(feedID: "f").entries(of: feed)
      #expect(entries.allSatisfy { !$0.title.isEmpty }, "\(path)")
    }
    #expect(feeds > 200)
  }
}
