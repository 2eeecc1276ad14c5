import Model
import Testing

@testable import Summary

@Suite("Top comments")
struct CommentTests {
  private let report = comment(
    "report", "Ann",
    """
    We tried this on our ward for six weeks. My boss asked for the shout first and thanked whoever \
    gave it. In the end 
    """
      + """
      the alarms went down by half, and two nurses who had been leaving stayed. What helped was that \
      he never wrote it down.
      """
  )

  private func rank(_ comments: [Model.Comment]) -> [RankedComment] {
    CommentRanker().rank(Discussion(comments: comments), article: post)
  }

  @Test(
    "What editors never print sinks below the floor",
    arguments: [
      ("Ann", "Great post! Sharing this with my team."), ("Ben", "Thank you so much for this, Ida."),
      (
        "Crew Academy",
        """
        Struggling with silence on deck? We help 500 leaders a year to shout. Book a demo today, 40% \
        off with code ROPE.
        """
      ),
      (
        "Carl",
        """
        One notes with some amusement that the author discovers what every ship's cook knows. How \
        touching. One looks forward to the sequel about water being wet.
        """
      ),
      ("Dora", "Anybody who asks for a report is an idiot and a coward, and whoever writes one is a clown."),
      (
        "Emil", "Studies are clear that 82% of managers are deaf to a shout, it is a proven fact, look it up."
      ),
      ("Fred", "\"A ship in harbour is safe.\" Old sailors' proverb. Says it all."),
      ("Gina", "FIRST COMMENT!!! LOVE LOVE LOVE THE ROPE STORY!!!"),
    ])
  func never(author: String, text: String) {
    let ranked = rank([comment("x", author, text), report])
    #expect(ranked.first?.id == "report")
    #expect(ranked.last?.isShowable == false)
    #expect(ranked.last?.rule.isEmpty == false)
  }

  @Test("A comment that echoes the article is no contribution")
  func echo() {
    let echo = comment("echo", "Ann", "So true: " + post.blocks[2].text)
    #expect(rank([echo]).first?.reasons.contains { $0.feature == "echo" && $0.contribution < -5 } == true)
  }

  @Test("An answer of the author lifts the comment; a short thanks does not")
  func answered() throws {
    let question = comment(
      "q", "Ben", "What do you do when the deckhand is new and shouts at everything he sees on the deck?")
    let thanks = comment("a", "Ida Brandt", "Thanks, Ben!", answers: "q")
    let answer = comment(
      "a", "Ida Brandt",
      "I let him shout for a month. After that he asked me which of them I would have missed, and we went "
        + "through them one by one.", answers: "q")
    let plain = try #require(rank([question]).first).score
    #expect(rank([question, thanks]).first { $0.id == "q" }?.score == plain)
    #expect(
      rank([question, answer]).first { $0.id == "q" }?.score == plain + CommentWeights().authorAnswered)
    #expect(rank([question, answer]).last?.id == "a")
  }

  @Test("Pingbacks, empty comments and copies are never shown")
  func excluded() {
    let copy = comment("copy", "Zoe", report.text + " Really.")
    let ping = comment("ping", "Other blog", "[…] a report always arrives after the rope has parted […]")
    let ranked = rank([report, copy, ping, comment("empty", "Ben", " … ")])
    #expect(
      ranked.filter(\.isShowable).map(\.id.rawValue) == ["report"]
        || ranked.filter(\.isShowable).map(\.id.rawValue) == ["copy"])
    #expect(Set(ranked.map(\.id)).count == 4)
  }

  @Test("Without the article's text length and care decide")
  func withoutArticle() {
    let ranked = CommentRanker().rank(
      Discussion(comments: [comment("short", "Ben", "Nonsense."), report]), article: nil)
    #expect(ranked.map(\.id.rawValue) == ["report", "short"])
    #expect(ranked[0].isShowable && !ranked[1].isShowable)
  }

  @Test("A German discussion is read with German lists")
  func german() throws {
    let german = Article(
      title: "Das Seil und der Bericht", language: "de",
      blocks: article([
        """
        Wer auf der Fähre ein Problem sieht, der ruft es laut, und niemand fragt nach dem Rang. Ein \
        Bericht kommt immer zu spät, 
        """
          + """
          wenn das Seil schon gerissen ist, und die größte Gefahr jeder Organisation ist das \
          höfliche Schweigen der Leute.
          """
      ]).blocks)
    let ranked = CommentRanker().rank(
      Discussion(comments: [
        comment("lob", "Uwe", "Toller Beitrag, vielen Dank!"),
        comment(
          "bericht", "Eva",
          """
          Wir haben das bei uns auf der Station gemacht. Nach sechs Wochen war das Schweigen weg, \
          und mein Chef fragt bis heute jede Woche.
          """
        ),
      ]), article: german)
    #expect(ranked.map(\.id.rawValue) == ["bericht", "lob"])
    #expect(ranked[0].isShowable && !ranked[1].isShowable)
  }
}

@Suite("Exchanges worth printing")
struct ThreadTests {
  private let long =
    """
    Great article, Ida! I tried this with my own crew for a year, and it went badly until we changed \
    one thing. My mate 
    """
      + """
      asked every evening who had seen something and said nothing. Nobody answered for two weeks. Then \
      the cook told him about 
      """
      + """
      the gas. Since then somebody has spoken every evening, and we have not had one surprise since \
      May. I know it sounds small. 
      """
      + """
      On a ship there are no small things, and the cook knew it better than I did when I took over the \
      crew. Thanks again! Ann
      """

  private func threads(_ comments: [Model.Comment], limits: ThreadLimits = ThreadLimits()) -> ThreadSelection
  {
    ThreadSelection(discussion: Discussion(comments: comments), article: post, limits: limits)
  }

  private let answer =
    """
    Thanks, Ann! We had the same with the gas, and it took us until spring before anybody asked the \
    cook at all. Ida
    """

  @Test("A comment stands with the author's answer; greetings and thanks are cut away at sentence ends")
  func exchange() throws {
    let pick = try #require(
      threads([comment("1", "Ann", long), comment("2", "Ida Brandt", answer, answers: "1")]).picks.first)
    #expect(pick.comments.map(\.place) == [0, 1])
    #expect(pick.comments.map(\.depth) == [0, 1])
    #expect(pick.comments[1].isByArticleAuthor)
    let text = try #require(pick.comments[0].excerpt.range.slice(of: long))
    #expect(text.hasPrefix("I tried this"))
    #expect(!text.contains("Thanks again"))
    #expect(tokens(of: text).count <= 99)
    #expect(pick.comments[0].excerpt.isCutBefore && pick.comments[0].excerpt.isCutAfter)
    #expect(pick.comments[1].excerpt.range.slice(of: answer)?.hasPrefix("We had the same") == true)
  }

  @Test("An emoji behind the last sentence is printed with it, and cuts nothing off")
  func emoji() throws {
    let text = """
      I tried this with my own crew for a year, and it went badly until my mate asked every evening who had seen \
      something. Since then we have not had one surprise. 🎉
      """
    let pick = try #require(threads([comment("1", "Ann", text)]).picks.first?.comments.first)
    #expect(pick.excerpt.range.slice(of: text)?.hasSuffix(" 🎉") == true)
    #expect(!pick.excerpt.isCutAfter)
  }

  @Test("A reply that is best stands below the comment that it answers")
  func reply() throws {
    let selection = threads([
      comment("1", "Ben", "What do you do if the deckhand shouts at everything?"),
      comment("2", "Ann", long, answers: "1"),
    ])
    #expect(selection.picks.map { $0.comments.map(\.place) } == [[0, 1]])
  }

  @Test("Nobody gets two threads, and no more are shown than allowed")
  func slots() {
    let other =
      """
      My brother tried it with his team of nine in a bakery. After three months the night shift \
      stopped hiding its mistakes, and he asked me why nobody had told him.
      """
    let selection = threads([
      comment("1", "Ann", long), comment("2", "ann", other),
      comment(
        "3", "Ben",
        other.replacing("brother", with: "sister").replacing("bakery", with: "school").replacing(
          "nine", with: "twelve boys and girls")),
    ])
    #expect(selection.picks.count <= 2)
    #expect(selection.picks.flatMap { $0.comments.map(\.place) }.count { $0 < 2 } == 1)
    #expect(threads([comment("1", "Ann", long)], limits: ThreadLimits(most: 0)).picks.isEmpty)
  }

  @Test("A discussion of praise and pingbacks has no thread")
  func none() {
    let selection = threads([
      comment("1", "Ann", "Great post!"), comment("2", "Blog", "[…] rope […]", kind: .pingback),
    ])
    #expect(selection.picks.isEmpty)
    #expect(selection.verdicts.count == 2)
  }

  @Test("Comments that answer each other in a circle, or themselves, do no harm")
  func circles() {
    let selection = threads([
      comment("1", "Ann", long, answers: "2"), comment("2", "Ben", answer, answers: "1"),
      comment("3", "Eva", answer, answers: "3"),
      comment("3", "Eva", answer, answers: "nobody"),
    ])
    #expect(selection.verdicts.count == 4)
  }

  @Test("People are counted by name, pingbacks are not people")
  func counts() {
    let counts = DiscussionCounts(
      Discussion(comments: [
        comment("1", "Ann", "x"), comment("2", "ANN", "y"), comment("3", "Ida Brandt", "z"),
        comment("4", nil, "v"),
        comment("5", nil, "w"), comment("6", "Blog", "[...]", kind: .trackback),
      ]), article: post)
    #expect(counts.comments == 5)
    #expect(counts.people == 3)
    #expect(counts.authorReplies == 1)
  }
}
