import Feeds
import Model
import Testing

@Suite("JSON Feed")
struct JSONFeedTests {
  @Test("A JSON feed is read like any other")
  func feed() throws {
    let feed = parse(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://e.example/",
       "language": "en", "authors": [{"name": "Ann"}], "hubs": [{"type": "x", "url": "https://h.example/"}],
       "items": [{"id": 7, "url": "/1", "content_html": "<p>x</p>", "content_text": "x", "tags": ["a", "a", "b"],
       "date_published": "2026-11-16T10:00:00+01:00", "attachments": [{"url": "https://e.example/a.mp3",
       "mime_type": "audio/mpeg", "size_in_bytes": 1e400, "duration_in_seconds": 61.0}]}, 5, {"id": "8"}]}
      """.replacing("1e400", with: "12"), url: "https://e.example/feed.json")
    #expect(feed.version == "json11")
    #expect(feed.channel.hubs == ["https://h.example/"])
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "7")
    #expect(entry.link == "https://e.example/1")
    #expect(entry.content.map(\.type) == ["text/html", "text/plain"])
    #expect(entry.categories.map(\.term) == ["a", "b"])
    #expect(entry.published?.instant == Instant(rfc3339: "2026-11-16T09:00:00Z"))
    #expect(entry.enclosures.first?.duration == 61)
    #expect(feed.entries.count == 2)
  }

  @Test(
    "Broken JSON is said to be broken",
    arguments: [
      #"{"version": "https://jsonfeed.org/version/1", "items": ["#,
      String(repeating: #"{"a":["#, count: 5000),
      #"{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1e999}]}}"#,
    ])
  func broken(document: String) {
    let feed = parse(document)
    #expect(!feed.isWellFormed)
    #expect(feed.warnings.contains { $0.code == "json-invalid" })
  }
}
