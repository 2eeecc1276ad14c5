import Articles
import Editions
import Feeds
import Foundation
import Lint
import Model
import Testing

/// Feeds that are not part of the package, where they are at hand.
private let collection: [URL] = {
  let shared =
    ProcessInfo.processInfo.environment["DIGEST_SHARED"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    .standardizedFileURL
  let root = shared.appending(path: "corpora/real-feeds")
  let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }.sorted() ?? []
  return names.filter { name in
    name.contains("/") && [".xml", ".rss", ".atom", ".json"].contains(where: name.hasSuffix)
  }.map { root.appending(path: $0) }
}()

@Suite("Editions of collected feeds keep to what may be quoted")
struct RealFeedLimitsTests {
  @Test(
    "No article of any of them is quoted beyond the limits",
    .enabled(if: !collection.isEmpty, "the collection of feeds is not at hand"))
  func limits() throws {
    var editions = 0
    var quotes = 0
    // Every fourth is enough for a test; all are read when a release is measured.
    for (place, file) in collection.enumerated() where place % 4 == 0 {
      guard let data = FileManager.default.contents(atPath: file.path), data.count < 1 << 20 else { continue }
      let feed = FeedParser().parse([UInt8](data))
      let source = FeedSource(id: "f", feedURL: "https://f.example/feed", title: file.lastPathComponent)
      let candidates = EntryNormaliser(feedID: source.id, url: source.feedURL).entries(of: feed).prefix(24)
        .map {
          Candidate(
            entry: $0, source: source, article: carriedArticle(of: $0),
            firstSeen: Instant(day: Day(daysSince1970: 20_000)))
        }
      let edition = assemble(candidates)
      guard !edition.items.isEmpty else { continue }
      editions += 1
      quotes += edition.items.reduce(0) { $0 + $1.paragraphs.count }
      let findings = lintEdition(edition).findings
      #expect(findings.isEmpty, "\(file.lastPathComponent): \(findings)")
      #expect(edition.items.allSatisfy { $0.quotedShare <= QuotationLimits.standard.share })
    }
    #expect(editions >= 30 && quotes >= 100, "\(editions) editions, \(quotes) quotes")
  }

  private func assemble(_ candidates: [Candidate]) -> Edition {
    let first = Day(daysSince1970: 0)
    let last = Day(daysSince1970: 40_000)
    var policy = EditionPolicy()
    policy.maxArticles = 12
    return assembleEdition(
      id: "all", publication: Publication(title: "W", senderName: "W", senderAddress: "w@w.example.org"),
      period: Period(
        firstDay: first, lastDay: last, start: Instant(day: first),
        end: Instant(day: last.advanced(byDays: 1)),
        timeZone: "Etc/UTC", offsetSeconds: 0),
      date: Instant(day: last), candidates: candidates, policy: policy, dayOf: { $0.day() })
  }
}
