import Configuration
import DigestTesting
import Foundation
import Model
import Store
import Testing
import Workflow

@Suite("What is collected over a week")
struct CollectingTests {
  private let site: ScriptedSite
  private let folder: TemporaryFolder

  init() throws {
    site = try ScriptedSite()
    folder = try TemporaryFolder()
  }

  private func job(_ feeds: FeedSource..., settings: [FeedSource.ID: FeedSettings] = [:]) -> ScriptedJob {
    ScriptedJob(
      folder: folder, site: site, feeds: feeds.isEmpty ? [site.source("blog")] : feeds, feedSettings: settings
    )
  }

  private func entries(_ job: WeeklyJob) throws -> [StoredEntry] {
    try job.store.entries(from: Instant(secondsSince1970: 0), to: Instant(secondsSince1970: .max))
  }

  private func article(_ id: String, _ subject: String, link: String = "/a/") -> String {
    """
    <title>On \(subject)</title><link>\(site.server.url(link))</link><guid isPermaLink="false">\(id)</guid>
    <pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate>\(ScriptedFeed.body(subject))
    """
  }

  @Test("An article on several pages is one article, if the pages say so")
  func severalPages() async throws {
    func page(_ number: Int, next: String) -> String {
      let prose = (1...3).map {
        "<p>Part \(number), paragraph \($0): what a team learns in a winter is written on its own paper, in its own words.</p>"
      }
      return """
        <html><body><article><h1>On rain</h1><div class="entry-content">\(prose.joined())
        <div class="page-links">\(next)</div></div></article></body></html>
        """
    }
    site.answer(
      "/feed/",
      ScriptedFeed.rss(
        """
        <title>On rain</title><link>\(site.server.url("/a/"))</link><guid>1</guid>
        <pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate><description>What a team learns […]</description>
        """))
    site.answer("/a/", page(1, next: "<a href=\"/a/2/\">2</a> <a href=\"/a/3/\">3</a>"))
    site.answer("/a/2/", page(2, next: "<a href=\"/a/\">1</a> <a href=\"/a/3/\">3</a>"))
    site.answer("/a/3/", page(3, next: "<a rel=\"next\" href=\"/b/\">Another article</a>"))
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    let article = try entries(job().at("2026-11-18T08:00:00Z")).first?.article
    let blocks = article?.blocks ?? []
    #expect(article?.body.count == 9)
    #expect(article?.body.last?.text.hasPrefix("Part 3, paragraph 3") == true)
    #expect(blocks.map(\.index) == Array(0..<blocks.count))
    #expect(site.requests(for: "/b/") == 0)
  }

  @Test("A page on another site is read as the entry's article only if words or author agree")
  func foreignPage() async throws {
    func page(_ author: String) -> String {
      let prose = (1...4).map {
        "<p>Paragraph \($0) of the harbour: ropes are stored dry, and \($0) times a year somebody smells at them.</p>"
      }
      return
        "<html><body><article><h1>Dry ropes</h1><p class=\"byline\">By \(author)</p>\(prose.joined())</article></body></html>"
    }
    func item(_ path: String, _ description: String) -> String {
      """
      <title>Dry ropes</title><link>\(site.server.url(path).replacing("127.0.0.1", with: "localhost"))</link>
      <guid isPermaLink="false">\(path)</guid><pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate>
      <author>Lin Kay</author><description>\(description)</description>
      """
    }
    site.answer("/1", page("Pia Reed"))
    site.answer("/2", page("Lin Kay"))
    site.answer("/3", page("Pia Reed"))
    site.answer(
      "/feed/",
      ScriptedFeed.rss(
        item(
          "/1",
          "I have said for years that nobody looks after the lines in our marina, and here is the proof."),
        item("/2", "Where I say what I think of lines that nobody has looked after for years and years."),
        item("/3", "Paragraph 1 of the harbour: ropes are stored dry, and 1 times a year somebody smells […]")
      ))
    let job = try job().at("2026-11-18T08:00:00Z")
    _ = try await job.fetch()
    let sources = try entries(job).map { ($0.entry.sourceID?.last ?? " ", $0.articleSource) }
    #expect(Dictionary(uniqueKeysWithValues: sources) == ["1": .feed, "2": .page, "3": .page])
  }

  @Test("Where the comment feed leads to the feed of articles, nobody's article is a comment")
  func redirectedComments() async throws {
    let item =
      article("1", "rain", link: "/rain/")
      + "<wfw:commentRss>\(site.server.url("/rain/feed/"))</wfw:commentRss><slash:comments>2</slash:comments>"
    site.answer("/feed/", ScriptedFeed.rss(item, article("2", "snow", link: "/snow/")))
    for form in ["/rain/feed/", "/rain/feed/atom/"] {
      site.answer(form, status: 301, fields: [("Location", "/feed/")])
    }
    let job = try job().at("2026-11-18T08:00:00Z")
    _ = try await job.fetch()
    #expect(try entries(job).allSatisfy { ($0.discussion?.comments ?? []).isEmpty })
  }

  @Test("An id that is used for one article after the other passes no comments on")
  func usedAgain() async throws {
    func item(_ subject: String, day: Int) -> String {
      """
      <title>On \(subject)</title><link>\(site.server.url("/\(subject)/"))</link><guid isPermaLink="false">same</guid>
      <pubDate>\(day) Nov 2026 08:00:00 GMT</pubDate>\(ScriptedFeed.body(subject))
      <wfw:commentRss>\(site.server.url("/\(subject)/feed/"))</wfw:commentRss>
      """
    }
    site.answer("/feed/", ScriptedFeed.rss(item("rain", day: 16)))
    site.answer("/rain/feed/atom/", ScriptedFeed.comments([(1, "Ann", "2026-11-17T10:00:00Z")]))
    _ = try await job().at("2026-11-17T12:00:00Z").fetch()
    site.answer("/feed/", ScriptedFeed.rss(item("snow", day: 18)))
    _ = try await job().at("2026-11-18T12:00:00Z").fetch()
    site.answer(
      "/feed/", ScriptedFeed.rss(item("hail", day: 19), item("snow", day: 18), item("rain", day: 16)))
    let job = try job().at("2026-11-19T12:00:00Z")
    _ = try await job.fetch()
    let found = try entries(job).map { "\($0.entry.title): \($0.discussion?.comments.count ?? 0)" }
    #expect(found == ["On rain: 1", "On snow: 0", "On hail: 0"])
  }

  // MARK: Asking

  @Test("A body that did not change is not read again, also where the server knows no validators")
  func sameBody() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")))
    #expect(try await job().at("2026-11-18T08:00:00Z").fetch().map(\.outcome) == [.updated])
    let again = try await job().at("2026-11-18T09:00:00Z").fetch()
    #expect(again.map(\.outcome) == [.notModified])
    #expect(again.map(\.newEntries) == [0])
  }

  @Test("When nothing changed, nothing but the visit is written")
  func onlyTheVisit() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")), etag: "\"1\"")
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    let before = try job().at("2026-11-18T08:00:00Z").store.contents()
    let stored = try entries(job().at("2026-11-18T08:00:00Z"))
    _ = try await job().at("2026-11-18T09:00:00Z").fetch()
    #expect(try job().at("2026-11-18T09:00:00Z").store.contents() == before)
    #expect(try entries(job().at("2026-11-18T09:00:00Z")) == stored)
    #expect(
      try job().at("2026-11-18T09:00:00Z").store.feedStates().first?.checkedAt
        == Instant(rfc3339: "2026-11-18T09:00:00Z"))
  }

  @Test("A feed that is gone (410) is not asked again, unless all are")
  func gone() async throws {
    site.answer("/feed/", status: 410)
    let first = try await job().at("2026-11-18T08:00:00Z").fetch()
    let second = try await job().at("2026-11-19T08:00:00Z").fetch()
    #expect(first.map(\.outcome) == [.failed])
    #expect(second.map(\.message) == first.map(\.message))
    #expect(site.requests(for: "/feed/") == 1)
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")))
    #expect(
      try await job().at("2026-11-20T08:00:00Z").fetch(FetchScope(asksAll: true)).map(\.outcome) == [.updated]
    )
  }

  @Test("A host that asked to be left alone is left alone in later runs too, with all its feeds")
  func pausedHost() async throws {
    site.answer("/feed/", status: 503, fields: [("Retry-After", "7200")])
    site.answer("/other/", ScriptedFeed.rss(article("1", "rain")))
    _ = try await job(site.source("one")).at("2026-11-18T08:00:00Z").fetch()
    let both = job(site.source("one"), site.source("two", "/other/"))
    let soon = try await both.at("2026-11-18T09:00:00Z").fetch()
    #expect(soon.map(\.outcome) == [.failed, .failed])
    #expect(soon.last?.message?.contains("2026-11-18T10:00:00Z") == true)
    #expect(site.requests(for: "/other/") == 0)
    site.answer("/feed/", ScriptedFeed.rss(article("2", "snow", link: "/b/")))
    #expect(try await both.at("2026-11-18T10:00:01Z").fetch().map(\.outcome) == [.updated, .updated])
  }

  @Test("A feed with an interval of its own is not asked before, unless it alone is meant")
  func interval() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")))
    let job = job(settings: ["blog": FeedSettings(intervalSeconds: 3600)])
    _ = try await job.at("2026-11-18T08:00:00Z").fetch()
    #expect(try await job.at("2026-11-18T08:59:00Z").fetch().map(\.outcome) == [.notDue])
    #expect(site.requests(for: "/feed/") == 1)
    #expect(
      try await job.at("2026-11-18T08:59:00Z").fetch(FetchScope(only: "blog")).map(\.outcome) == [
        .notModified
      ])
    #expect(try await job.at("2026-11-18T10:00:00Z").fetch().map(\.outcome) == [.notModified])
  }

  @Test("A feed is asked again when it and its server want to be, and before an edition in any case")
  func wishes() async throws {
    site.answer(
      "/feed/",
      ScriptedFeed.rss(article("1", "rain")).replacing("<title>Blog", with: "<ttl>120</ttl><title>Blog"),
      etag: "\"1\"", fields: [("Cache-Control", "max-age=600")])
    var asked: [Bool] = []
    for time in ["08:00", "09:30", "10:01", "11:59", "12:02"] {
      asked.append(try await job().at("2026-11-18T\(time):00Z").fetch().map(\.outcome) != [.notDue])
    }
    #expect(asked == [true, false, true, false, true])
    let thorough = FetchScope(isThorough: true)
    #expect(try await job().at("2026-11-18T12:03:00Z").fetch(thorough).map(\.outcome) == [.notModified])
  }

  @Test("A feed that is disabled is not asked")
  func disabled() async throws {
    let job = job(settings: ["blog": FeedSettings(isEnabled: false)])
    #expect(try await job.at("2026-11-18T08:00:00Z").fetch().isEmpty)
    #expect(site.server.requests.isEmpty)
  }

  @Test("A move for good is shown once three visits in a row said so")
  func moved() async throws {
    site.answer("/feed/", status: 301, fields: [("Location", site.server.url("/new/"))])
    site.answer("/new/", ScriptedFeed.rss(article("1", "rain")))
    var shown: [String?] = []
    for hour in 10...12 {
      let job = try job().at("2026-11-18T\(hour):00:00Z")
      _ = try await job.fetch()
      shown.append(try job.workspace.feedStates()["blog"]?.movedTo)
    }
    #expect(shown == [nil, nil, site.server.url("/new/")])
  }

  @Test("Failures are counted over runs and reported with their number")
  func failures() async throws {
    site.answer("/feed/", status: 500)
    var counted: [Int?] = []
    for hour in 10...12 {
      counted += try await job().at("2026-11-18T\(hour):00:00Z").fetch().map(\.failures)
    }
    #expect(counted == [1, 2, 3])
    #expect(
      try job().at("2026-11-18T13:00:00Z").workspace.status(now: Instant(secondsSince1970: 0)).needCare.map(
        \.id) == ["blog"])
  }

  @Test("A feed that breaks off is a failure; what is whole of it is taken, and the rest when it comes")
  func cutOff() async throws {
    let whole = ScriptedFeed.rss(article("1", "rain"), article("2", "snow", link: "/b/"))
    site.answer("/feed/", String(whole.prefix(whole.count - 200)), etag: "\"1\"")
    let cut = try await job().at("2026-11-18T08:00:00Z").fetch()
    #expect(cut.map(\.outcome) == [.failed])
    #expect(cut.first?.message?.contains("breaks off") == true)
    #expect(cut.map(\.newEntries) == [1])
    site.answer("/feed/", whole, etag: "\"1\"")
    let again = try await job().at("2026-11-18T09:00:00Z").fetch()
    #expect(again.map(\.outcome) == [.updated])
    #expect(again.map(\.newEntries) == [1])
  }

  @Test("A feed that lacks only its last end tags is whole")
  func missingEndTags() async throws {
    let whole = ScriptedFeed.rss(article("1", "rain"))
    site.answer("/feed/", whole.replacing("</channel></rss>", with: ""))
    #expect(try await job().at("2026-11-18T08:00:00Z").fetch().map(\.outcome) == [.updated])
  }

  // MARK: Identity

  @Test("An entry whose id changed is the same entry; another with its page is not")
  func changedID() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("old", "rain")))
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    site.answer("/feed/", ScriptedFeed.rss(article("new", "rain")))
    #expect(try await job().at("2026-11-18T09:00:00Z").fetch().map(\.newEntries) == [0])
    site.answer("/feed/", ScriptedFeed.rss(article("new", "rain"), article("third", "snow")))
    #expect(try await job().at("2026-11-18T10:00:00Z").fetch().map(\.newEntries) == [2])
  }

  @Test("One article in two feeds is one article of the edition, that of the feed listed first")
  func twoFeeds() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")))
    site.answer("/planet/", ScriptedFeed.rss(article("x", "rain")))
    let job = try job(site.source("blog"), site.source("planet", "/planet/")).at("2026-11-23T08:00:00Z")
    _ = try await job.fetch()
    let week = try #require(Week("2026-W47"))
    let edition = try job.draft(.week(week))
    #expect(edition.items.map(\.feedID) == ["blog"])
    #expect(edition.alsoPublished.isEmpty)
  }

  @Test("An older week is drafted from what the feed answered, though nothing was read of it then")
  func oldWeek() async throws {
    site.answer("/feed/", ScriptedFeed.rss(article("1", "rain")))
    let job = try job().at("2027-03-01T08:00:00Z")
    _ = try await job.fetch()
    #expect(try entries(job).first?.article == nil)
    let week = try #require(Week("2026-W47"))
    #expect(try job.draft(.week(week)).items.map(\.title) == ["On rain"])
  }

  @Test("A week of short notes makes an edition of them")
  func notes() async throws {
    site.answer(
      "/feed/",
      ScriptedFeed.rss(
        """
        <title>A note</title><guid isPermaLink="false">1</guid><pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate>
        <description>The boiler is mended, and whoever left the window open on Friday owes the choir an evening of tea.</description>
        """))
    let job = try job().at("2026-11-23T08:00:00Z")
    _ = try await job.fetch()
    let week = try #require(Week("2026-W47"))
    #expect(try job.draft(.week(week)).items.map(\.title) == ["A note"])
  }

  // MARK: Comments

  private func discussed(count: Int) -> String {
    ScriptedFeed.rss(
      article("1", "rain")
        + "<wfw:commentRss>\(site.server.url("/a/feed/"))</wfw:commentRss><slash:comments>\(count)</slash:comments>"
    )
  }

  private func authors(_ time: String) throws -> [String] {
    try entries(job().at(time)).first?.discussion?.comments.compactMap(\.author) ?? []
  }

  @Test("A comment that drops out of the feed is kept, one that was deleted goes, an old one stays")
  func comments() async throws {
    site.answer("/feed/", discussed(count: 3))
    site.answer(
      "/a/feed/atom/",
      ScriptedFeed.comments([
        (3, "Cleo", "2026-11-18T07:00:00Z"), (2, "Ben", "2026-11-17T12:00:00Z"),
        (1, "Ann", "2026-11-17T10:00:00Z"),
      ]))
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    #expect(try authors("2026-11-18T08:00:00Z") == ["Ann", "Ben", "Cleo"])
    site.answer("/feed/", discussed(count: 8))
    site.answer(
      "/a/feed/atom/",
      ScriptedFeed.comments([(5, "Dora", "2026-11-19T07:00:00Z"), (2, "Ben", "2026-11-17T12:00:00Z")]))
    _ = try await job().at("2026-11-19T08:00:00Z").fetch()
    #expect(try authors("2026-11-19T08:00:00Z") == ["Ann", "Ben", "Dora"])
  }

  @Test(
    "A discussion is asked for again though the feed says nothing new, the less often the older the article")
  func olderDiscussions() async throws {
    site.answer("/feed/", discussed(count: 1), etag: "\"1\"")
    site.answer("/a/feed/atom/", ScriptedFeed.comments([(1, "Ann", "2026-11-17T10:00:00Z")]))
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    // The article is a day old: once an hour.
    _ = try await job().at("2026-11-18T08:30:00Z").fetch()
    #expect(site.requests(for: "/a/feed/atom/") == 1)
    _ = try await job().at("2026-11-18T09:30:00Z").fetch()
    #expect(site.requests(for: "/a/feed/atom/") == 2)
    _ = try await job().at("2026-11-18T09:31:00Z").fetch(FetchScope(isThorough: true))
    #expect(site.requests(for: "/a/feed/atom/") == 3)
  }

  @Test(
    "Where WordPress may be asked, the comments that its feed no longer shows come from its own interface")
  func wordPress() async throws {
    let item = article("\(site.server.url("/"))?p=7", "rain") + "<slash:comments>2</slash:comments>"
    site.answer(
      "/feed/", ScriptedFeed.rss(item + "<wfw:commentRss>\(site.server.url("/a/feed/"))</wfw:commentRss>"))
    site.answer("/a/feed/atom/", ScriptedFeed.comments([(2, "Ben", "2026-11-17T12:00:00Z")]))
    let path =
      "/wp-json/wp/v2/comments?post=7&per_page=100&order=asc"
      + "&_fields=id,parent,author_name,author_url,date_gmt,content,link,type&page=1"
    site.answer(
      path,
      """
      [{"id":1,"parent":0,"author_name":"Ann","date_gmt":"2026-11-17T10:00:00","content":{"rendered":"<p>A bakery.</p>"}},
       {"id":2,"parent":1,"author_name":"Ben","date_gmt":"2026-11-17T12:00:00","content":{"rendered":"<p>A ward.</p>"}}]
      """)
    var job = job()
    job.usesWordPressREST = true
    _ = try await job.at("2026-11-18T08:00:00Z").fetch()
    let comments = try entries(job.at("2026-11-18T08:00:00Z")).first?.discussion?.comments
    #expect(comments?.map(\.author) == ["Ann", "Ben"])
    #expect(comments?.map(\.parentID) == [nil, "1"])
  }

  @Test("A count that rose is followed at once, however lately the discussion was read")
  func risenCount() async throws {
    site.answer("/feed/", discussed(count: 1))
    site.answer("/a/feed/atom/", ScriptedFeed.comments([(1, "Ann", "2026-11-17T10:00:00Z")]))
    _ = try await job().at("2026-11-27T08:00:00Z").fetch()
    site.answer("/feed/", discussed(count: 2))
    site.answer(
      "/a/feed/atom/",
      ScriptedFeed.comments([(2, "Ben", "2026-11-27T08:05:00Z"), (1, "Ann", "2026-11-17T10:00:00Z")]))
    _ = try await job().at("2026-11-27T08:10:00Z").fetch()
    #expect(try authors("2026-11-27T08:10:00Z") == ["Ann", "Ben"])
  }

  @Test("Comments that could not be read are asked for again, though their number stays")
  func unreadableComments() async throws {
    site.answer("/feed/", discussed(count: 1))
    site.answer("/a/feed/atom/", status: 500)
    site.answer("/a/feed/", status: 500)
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    #expect(try authors("2026-11-18T08:00:00Z").isEmpty)
    site.answer("/feed/", discussed(count: 1).replacing("<title>Blog", with: "<title>The Blog"))
    site.answer("/a/feed/atom/", ScriptedFeed.comments([(1, "Ann", "2026-11-17T10:00:00Z")]))
    _ = try await job().at("2026-11-18T08:05:00Z").fetch()
    #expect(try authors("2026-11-18T08:05:00Z") == ["Ann"])
  }

  @Test(
    "A page is not asked for again while its comment feed says nothing new, and then only for what changed")
  func quietDiscussion() async throws {
    site.answer("/feed/", discussed(count: 12), etag: "\"1\"")
    site.answer("/a/feed/atom/", ScriptedFeed.comments([(1, "Ann", "2026-11-17T10:00:00Z")]), etag: "\"1\"")
    site.answer("/a/", "<html><body><p>Rain.</p></body></html>", etag: "\"1\"")
    _ = try await job().at("2026-11-18T08:00:00Z").fetch()
    #expect(site.requests(for: "/a/") == 1)
    _ = try await job().at("2026-11-18T10:00:00Z").fetch()
    #expect(site.requests(for: "/a/feed/atom/") == 2)
    #expect(site.requests(for: "/a/") == 1)
    site.answer(
      "/a/feed/atom/", ScriptedFeed.comments([(2, "Ben", "2026-11-18T11:00:00Z")]), etag: "\"2\"")
    _ = try await job().at("2026-11-18T12:00:00Z").fetch()
    #expect(site.requests(for: "/a/") == 2)
    #expect(site.server.requests.last { $0.target == "/a/" }?.field("If-None-Match") == "\"1\"")
    #expect(try authors("2026-11-18T12:00:00Z") == ["Ann", "Ben"])
  }

  // MARK: Forgetting

  @Test("A person who was forgotten does not come in again, nor does an article")
  func forgotten() async throws {
    site.answer("/feed/", discussed(count: 2))
    site.answer(
      "/a/feed/atom/",
      ScriptedFeed.comments([(2, "Ben", "2026-11-17T12:00:00Z"), (1, "Ann", "2026-11-17T10:00:00Z")]))
    let job = try job().at("2026-11-18T08:00:00Z")
    _ = try await job.fetch()
    #expect(try job.workspace.forget(.person("ann")).comments == 1)
    #expect(try authors("2026-11-18T08:00:00Z") == ["Ben"])
    site.answer("/feed/", discussed(count: 3))
    _ = try await self.job().at("2026-11-18T10:00:00Z").fetch()
    #expect(try authors("2026-11-18T10:00:00Z") == ["Ben"])
    let comments = site.server.url("/a/feed/atom/")
    let hash = try #require(try job.store.document(at: comments)?.hash)
    #expect(try job.store.response(hash, at: comments) == nil)

    #expect(try job.workspace.forget(.url(site.server.url("/a"))).entries == 1)
    site.answer("/feed/", discussed(count: 4))
    _ = try await self.job().at("2026-11-18T11:00:00Z").fetch()
    #expect(try entries(job).isEmpty)
    // Not in the answers that are kept either.
    #expect(try job.store.contents().responses == 0)
  }

  @Test("Forgetting an article whose link is the home page leaves the rest of the site alone")
  func forgottenHomePage() async throws {
    site.answer(
      "/feed/", ScriptedFeed.rss(article("1", "rain", link: "/"), article("2", "snow", link: "/b/")))
    site.answer("/other/", ScriptedFeed.rss(article("3", "hail", link: "/c/")))
    let job = try job(site.source("blog"), site.source("other", "/other/")).at("2026-11-18T08:00:00Z")
    _ = try await job.fetch()
    #expect(try job.workspace.forget(.url(site.server.url("/"))).entries == 1)
    #expect(try entries(job).map(\.entry.title).sorted() == ["On hail", "On snow"])
    #expect(try job.store.document(at: site.server.url("/other/")) != nil)
  }

  @Test("Of a page that is kept the readers' avatars are blotted out, and nothing else")
  func avatars() async throws {
    let page =
      "<html><body><img src='https://a.example/avatar/0123456789abcdef0123456789abcdef?s=48'></body></html>"
    site.answer("/a/", page)
    let item =
      "<title>T</title><link>\(site.server.url("/a/"))</link><guid>1</guid><description>It begins […]</description>"
    site.answer("/feed/", ScriptedFeed.rss(item + "<pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate>"))
    let job = try job().at("2026-11-18T08:00:00Z")
    _ = try await job.fetch()
    let url = site.server.url("/a/")
    let hash = try #require(try job.store.document(at: url)?.hash)
    let kept = try #require(try job.store.response(hash, at: url)?.body())
    #expect(
      String(decoding: kept, as: UTF8.self)
        == page.replacingOccurrences(
          of: "0123456789abcdef0123456789abcdef", with: String(repeating: "0", count: 32)))
  }
}
