import Model
import Testing

@testable import Summary

@Suite("Any text at all")
struct PropertyTests {
  private static let texts: [String] = [
    "", " ", "x", "…", "word", "\u{FEFF}\u{200B}", "مرحبا بالعالم. هذه جملة ثانية؟ نعم",
    "שלום עולם. משפט שני!",
    "人間は考える葦である。だから考える。", "nospaces" + String(repeating: "abcdefghij", count: 2000),
    String(repeating: ".", count: 5000), String(repeating: "“(", count: 3000),
    String(repeating: "a. ", count: 4000),
    String(repeating: "\n", count: 500), String(repeating: "e\u{301}\u{302}", count: 900),
    "\u{0}\u{1}\u{7}. B\u{0}.",
    "- one\n- two\n- three", "👩‍👩‍👧‍👦 says: “Hi!” 🇩🇪🇫🇷.", "i\u{307}stanbul İSTANBUL ǅungla ß ﬁ.",
  ]

  @Test(
    """
    Sentences and words lie in order on whole characters, and nothing but white space lies between \
    sentences
    """,
    arguments: texts)
  func plumbing(text: String) {
    for language in TextLanguage.allCases {
      let ranges = sentenceRanges(of: text, language: language)
      var end = 0
      for range in ranges {
        #expect(range.start >= end && range.start < range.end)
        let gap = TextRange(start: end, end: range.start).slice(of: text)
        #expect(gap?.unicodeScalars.allSatisfy(\.isSpace) == true)
        #expect(range.slice(of: text) != nil)
        end = range.end
      }
      let rest = TextRange(start: end, end: text.utf8.count).slice(of: text)
      #expect(rest?.unicodeScalars.allSatisfy(\.isSpace) == true)
    }
    for token in tokens(of: text) {
      #expect(TextRange(start: token.start, end: token.end).slice(of: text) != nil)
    }
  }

  @Test("Selections give exact spans, the same each time", arguments: texts)
  func selections(text: String) {
    let blocks = [
      Block(index: 0, kind: .paragraph, text: text), Block(index: 1, kind: .list, text: text, items: [text]),
      Block(index: 2, kind: .quote, text: text), Block(index: 3, kind: .paragraph, text: text + " " + text),
    ]
    let article = Article(title: text, language: "en", blocks: blocks)
    let selection = ParagraphSelection(article: article, limits: ParagraphLimits())
    for pick in selection.picks {
      let own = blocks[pick.position].text
      let range = pick.excerpt.range
      #expect(range.slice(of: own) != nil)
      // Cuts only where a sentence begins or ends.
      let sentences = sentenceRanges(of: own, language: TextLanguage(of: own, tag: "en"))
      #expect(range.start == 0 || sentences.contains { $0.start == range.start })
      #expect(range.end == own.utf8.count || sentences.contains { $0.end == range.end })
    }
    #expect(selection == ParagraphSelection(article: article, limits: ParagraphLimits()))
    #expect(SummaryReport(sentences: 3, of: article) == SummaryReport(sentences: 3, of: article))
    let discussion = Discussion(comments: [
      comment("1", text, text), comment("2", "Ann", text, answers: "1"),
      comment("3", nil, text + " We tried it for six weeks."),
    ])
    let threads = ThreadSelection(discussion: discussion, article: article)
    for part in threads.picks.flatMap(\.comments) {
      #expect(part.excerpt.range.slice(of: discussion.comments[part.place].text) != nil)
    }
    #expect(threads == ThreadSelection(discussion: discussion, article: article))
    _ = textArticle(from: text)
  }

  @Test(
    "An article of nothing but a list, of nothing but quotations or in any script gives something or nothing")
  func oddArticles() {
    let list = Block(
      index: 0, kind: .list, text: "one thing\nanother thing", items: ["one thing", "another thing"])
    let quotes = (0..<4).map {
      Block(
        index: $0, kind: .quote,
        text:
          "“Number \($0) says that nobody on a ferry should ever be silent about a rope, and everybody agrees.”"
      )
    }
    let scripts = [
      "يجب على القادة أن يستمعوا إلى الناس قبل أن يطلبوا منهم تقريرا. هذا هو الدرس الأهم من كل ما رأيناه في هذا الشتاء.",
      "船員は見たことを必ず言うべきだ。沈黙は組織にとって最大の危険であり、報告書では決して防げない。",
      "ลูกเรือต้องพูดสิ่งที่เห็น เพราะความเงียบคือความเสี่ยงที่ใหญ่ที่สุดขององค์กร",
    ].enumerated().map { Block(index: $0, kind: .paragraph, text: $1) }
    // Four words are no paragraph, and nobody is named for the quotations.
    let isPrintable = [false, false, false, true, true]
    for (blocks, isPrintable) in zip([[], [list], quotes, scripts, [scripts[1]]], isPrintable) {
      let selection = ParagraphSelection(
        article: Article(title: "沈黙", blocks: blocks),
        limits: ParagraphLimits(quotation: QuotationLimits(share: 1)))
      #expect(isPrintable == !selection.picks.isEmpty)
      for pick in selection.picks {
        #expect(pick.excerpt.range.slice(of: blocks[pick.position].text)?.isEmpty == false)
      }
    }
  }

  @Test("Twice the text takes about twice the time")
  func linear() {
    func time(_ count: Int) -> Duration {
      let article = Article(
        title: "Crew",
        blocks: (0..<count).map {
          Block(
            index: $0, kind: .paragraph,
            text:
              "Crew \($0) should say what it sees on day \($0 * 7), because silence is a risk that nobody needs."
          )
        })
      return (0..<3).map { _ in
        ContinuousClock().measure { _ = ParagraphSelection(article: article, limits: ParagraphLimits()) }
      }.min() ?? .zero
    }
    let small = time(300)
    #expect(time(2400) < small * 40)
  }

  @Test(
    "A hundred thousand words in one block, many blocks and many comments are no trouble",
    .timeLimit(.minutes(5)))
  func large() {
    let sentence =
      "The crew of boat number one says what it sees, because the mate should always thank whoever shouts. "
    let huge = String(repeating: sentence, count: 5_500)
    let one = Article(title: "Crew", blocks: [Block(index: 0, kind: .paragraph, text: huge)])
    #expect(ParagraphSelection(article: one, limits: ParagraphLimits()).picks.count == 1)
    let many = Article(
      title: "Crew",
      blocks: (0..<600).map {
        Block(index: $0, kind: .paragraph, text: "Number \($0): " + sentence + sentence + sentence)
      })
    #expect(!ParagraphSelection(article: many, limits: ParagraphLimits()).picks.isEmpty)
    let comments = (0..<600).map {
      comment("\($0)", "A\($0)", "\($0) " + sentence, answers: $0 > 0 ? "\($0 - 1)" : nil)
    }
    #expect(
      ThreadSelection(discussion: Discussion(comments: comments), article: many).verdicts.count == 600)
  }
}
