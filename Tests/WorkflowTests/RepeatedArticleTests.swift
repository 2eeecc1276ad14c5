import Foundation
import Model
import Store
import Testing

@testable import Workflow

@Suite("One article in several feeds")
struct RepeatedArticleTests {
  private static let rope = """
    A rope is stored dry, for a wet one rots from within and looks sound until the day on which it has to hold. \
    Our harbour master cuts a hand's breadth off every line in March and smells at the cut before he signs for it.
    """
  private static let mast = """
    Whoever steps a mast alone learns how little strength has to do with it. The foot is wedged first, then the tackle \
    does the lifting, and the only art is to stand where it will not fall.
    """

  private let feeds = [
    FeedSource(id: "log", feedURL: "https://log.example/feed", title: "Log"),
    FeedSource(id: "own", feedURL: "https://www.ropes.example/feed", title: "Ropes"),
    FeedSource(id: "planet", feedURL: "https://planet.example/feed", title: "Planet"),
  ]

  private func entry(
    _ feed: FeedSource.ID, _ title: String, by authors: [String] = [], _ text: String?,
    quoting quote: String? = nil,
    link: String = "https://ropes.example/dry", comment: String? = nil
  ) -> StoredEntry {
    let blocks =
      (quote.map { [Block(index: 0, kind: .quote, text: $0)] } ?? [])
      + (text.map { [Block(index: 1, kind: .paragraph, text: $0)] } ?? [])
    return StoredEntry(
      entry: Entry(
        id: Entry.ID(rawValue: "\(feed)-\(title)"), feedID: feed, url: link, title: title, authors: authors),
      date: Instant(secondsSince1970: 0), link: String(link.dropFirst(8)), article: Article(blocks: blocks),
      discussion: comment.map { Discussion(comments: [Comment(id: "1", author: "Bo", text: $0)]) })
  }

  private func titles(_ entries: StoredEntry...) -> [String] {
    withoutRepeats(entries, feeds: feeds).map(\.entry.title)
  }

  @Test("A remark on an article is not the article, whichever comes first and however it is called")
  func remark() {
    let article = entry("own", "Dry ropes", by: ["Pia Reed"], Self.rope)
    for title in ["Worth reading", "Dry ropes"] {
      let remark = entry("log", title, by: ["Lin"], Self.mast, quoting: Self.rope)
      #expect(titles(remark, article) == [title, "Dry ropes"])
      #expect(titles(article, remark) == ["Dry ropes", title])
    }
  }

  @Test("Articles that all have their home page for a link are several")
  func homePage() {
    let home = "https://ropes.example"
    #expect(
      titles(
        entry("log", "A", Self.rope, link: home), entry("own", "B", Self.mast, link: home),
        entry("planet", "C", nil, link: home)) == ["A", "B", "C"])
    #expect(
      titles(entry("log", "News", Self.rope, link: home), entry("own", "News", Self.mast, link: home)).count
        == 2)
  }

  @Test("Title, names and text are those of one entry: that of the article's own site")
  func ownSite() throws {
    let copy = entry("log", "Pia Reed: Dry ropes", by: ["Planet"], Self.rope)
    let own = entry("own", "Dry ropes", by: ["Pia Reed"], Self.rope + " It ends here.")
    for entries in [[copy, own], [own, copy]] {
      let found = withoutRepeats(entries, feeds: feeds)
      #expect(found.count == 1)
      #expect(found.first?.entry == own.entry)
      #expect(found.first?.article == own.article)
    }
  }

  @Test("Else the feed that is listed first counts, unless it has but a part of the text")
  func listOrder() {
    let link = "https://elsewhere.example/dry"
    let full = entry("planet", "Dry ropes", Self.rope, link: link, comment: "We keep ours in sand.")
    #expect(titles(entry("log", "Dry ropes!", Self.rope, link: link), full) == ["Dry ropes!"])
    let teaser = entry("log", "Dry ropes!", String(Self.rope.prefix(70)) + " […]", link: link)
    #expect(titles(teaser, full) == ["Dry ropes"])
    #expect(titles(full, teaser) == ["Dry ropes"])
    let merged = withoutRepeats([full, entry("log", "Dry ropes", Self.rope, link: link)], feeds: feeds)
    #expect(merged.first?.entry.feedID == "log")
    #expect(merged.first?.discussion?.comments.count == 1)
  }

  @Test("Without text the titles decide; in scripts without spaces the characters")
  func titlesAndScripts() {
    #expect(titles(entry("log", "Dry ropes", nil), entry("own", "dry ROPES", Self.rope)) == ["dry ROPES"])
    #expect(titles(entry("log", "Remark", nil), entry("own", "Dry ropes", Self.rope)).count == 2)
    let text = "綱は乾かして仕舞う。濡れた綱は中から腐り、切れる日まで丈夫に見える。"
    #expect(titles(entry("log", "綱", text), entry("own", "乾いた綱", text + "港の長は三月に切る。")).count == 1)
    #expect(titles(entry("log", "綱", text), entry("own", "帆", "帆は風を聴く耳である。一人で立てる者は力の要らぬことを知る。")).count == 2)
  }

  @Test("Entries of one feed about one page are several; of very many with one link few are compared")
  func manyEntries() {
    #expect(titles(entry("log", "A", Self.rope), entry("log", "A", Self.rope)).count == 2)
    let many = (0..<3000).map { number in
      entry(
        number % 2 == 0 ? "log" : "own", "T\(number)",
        (0..<40).map { "w\(number)x\($0)" }.joined(separator: " "))
    }
    #expect(withoutRepeats(many, feeds: feeds).count == 3000)
  }
}
