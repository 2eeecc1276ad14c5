import Model
import Testing

@testable import Summary

@Suite("Key paragraphs")
struct ParagraphTests {
  @Test("The point is preferred to the scene and the mechanical detail")
  func preference() {
    let picks = ParagraphSelection(
      article: post, limits: ParagraphLimits(fewest: 2, most: 2, quotation: QuotationLimits(share: 1))
    ).picks
    #expect(picks.map(\.position) == [1, 2] || picks.map(\.position) == [2, 4])
  }

  @Test("Every score is the sum of its named terms")
  func sums() {
    for block in ParagraphRanker().rank(post) {
      let sum = block.reasons.reduce(0) { $0 + $1.contribution }
      #expect(abs((block.score ?? 0) - sum) < 0.0015)
    }
  }

  @Test(
    "What can not be printed is known by its rule",
    arguments: [
      ("Too short to say anything.", RejectionRule.tooShort),
      (
        "Posted by Ann Moor in the section on leadership and the work of crews at sea and elsewhere.",
        .furniture
      ),
      (
        """
        Photo: a ferry in the harbour of Leith on a winter day with the crew standing on the deck in \
        the rain.
        """,
        .furniture
      ),
      (
        """
        Ida Brandt is the founder of a small school for crews and writes about work at sea from a \
        house in Leith.
        """,
        .biography
      ),
      (
        """
        If this was useful to you, you will like what we send every week: join the list and \
        subscribe to our newsletter.
        """,
        .promotion
      ),
      (
        """
        Why do we still believe that people who are silent in a meeting have nothing to say about \
        what they see every day?
        """,
        .question
      ),
      (
        """
        There are many ways to make it easy for people to say what they see, and these are the ones \
        that we tried:
        """,
        .introduces
      ),
      (
        """
        - the first of the many points that somebody wrote with a hyphen and without a list around \
        it in the source.
        """,
        .bullet
      ),
      (
        """
        Ann Moor Ida Brandt Ben Hull Carl Voss Dora Kern Emil Stone Fred Wood Gina Field Hans Hill \
        Ina Brook and others.
        """,
        .names
      ),
      (
        """
        if (rope.isParted()) { crew.shout(); } else { crew.wait(); } // the whole of the program \
        that we wrote on deck
        """,
        .code
      ),
    ])
  func junk(text: String, rule: RejectionRule) {
    #expect(verdict(text) == rule)
  }

  @Test("Blocks with a role, headings, code and pictures are never candidates")
  func kinds() {
    let text = post.blocks[2].text
    let blocks = [
      Block(index: 0, kind: .paragraph, role: .callToAction, text: text),
      Block(index: 1, kind: .heading, text: text, level: 2),
      Block(index: 2, kind: .code, text: text), Block(index: 3, kind: .figure, text: text),
      Block(index: 4, kind: .paragraph, text: text),
    ]
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(Article(title: "Rope", blocks: blocks))
    #expect(ranked.map { $0.score != nil } == [false, false, false, false, true])
  }

  @Test("A paragraph that repeats a longer one is dropped")
  func repetition() {
    let quote =
      """
      A report always arrives after the rope has parted; the biggest risk of every organisation is a \
      polite silence.
      """
    let ranked = ParagraphRanker().rank(article(post.blocks.map(\.text) + [quote]))
    #expect(ranked.last?.rejection == .repetition)
  }

  @Test("What follows the heading of the comments is no part of the article")
  func commentsInText() {
    var blocks = post.blocks
    blocks.append(Block(index: 5, kind: .heading, text: "3 comments", level: 3))
    blocks.append(
      Block(
        index: 6, kind: .paragraph,
        text: post.blocks[4].text.replacing("people", with: "crews") + " I saw the same in Hull."))
    let ranked = ParagraphRanker().rank(Article(title: "The rope", blocks: blocks))
    #expect(ranked[6].rejection == .afterArticle)
  }

  @Test("Picks stand in reading order, within the words and the share that are allowed")
  func limits() {
    for share in [0.2, 0.35, 0.6, 1] {
      let selection = ParagraphSelection(
        article: post, limits: ParagraphLimits(quotation: QuotationLimits(share: share)))
      let positions = selection.picks.map(\.position)
      let quoted = selection.picks.reduce(0) { $0 + $1.wordCount }
      #expect(positions == positions.sorted())
      #expect(!positions.isEmpty)
      #expect(quoted <= Int(Double(post.wordCount) * share))
      #expect(selection.verdicts.count == post.blocks.count)
      #expect(selection.verdicts.allSatisfy { !$0.rule.isEmpty })
    }
  }

  @Test("An article that says one thing three times gets one paragraph of it")
  func nearDuplicates() {
    let text = post.blocks[2].text
    let again = text.replacing("Managers should", with: "Leaders must").replacing("polite", with: "courteous")
    let selection = ParagraphSelection(
      article: article([text, again, post.blocks[3].text]),
      limits: ParagraphLimits(fewest: 3, quotation: QuotationLimits(share: 1)))
    #expect(selection.picks.count { $0.position < 2 } == 1)
  }

  @Test("The ranking of a text in a language without lists stands on length, topic and place")
  func foreign() {
    let polish = [
      """
      Załoga promu miała prostą zasadę: kto widzi, ten mówi, a nikt nie pyta o stopień ani o to, kto \
      odpowiada za pokład.
      """,
      """
      Zimą pękła cuma, ale wszyscy krzyknęli na czas. Od tamtej pory zasada nie wisi na ścianie, bo \
      każdy ją zna i nikt nie chce jej stracić.
      """,
    ]
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(
      Article(title: "Cuma", language: "pl", blocks: article(polish).blocks))
    #expect(ranked.allSatisfy { $0.score != nil })
    #expect(ranked.allSatisfy { $0.reasons.allSatisfy { $0.feature != "claims" } })
  }

  @Test("A text in Dutch is judged by what it claims, too")
  func dutch() {
    let scene =
      """
      Op de veerboot stond een jongen met een kop thee bij de reling, en de thee was grijs als de zee \
      en de lucht en de kade van de stad.
      """
    let point =
      """
      Leiders moeten het risico van beleefde stilte altijd serieus nemen, want het grootste probleem \
      van elk bedrijf is dat niemand iets zegt.
      """
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(
      Article(title: "De tros", language: "nl", blocks: article([scene, point]).blocks))
    #expect((ranked[1].contribution(of: "claims") ?? 0) > 0)
    #expect((ranked[0].contribution(of: "claims") ?? 0) < 0)
  }

  @Test("Neither code without marks nor a table of words is running text")
  func notProse() {
    let text =
      """
      select stats entries avg partition status code period server log summary order period descending \
      limit twenty group status axis series interval minute.
      """
    #expect(verdict(text) == .notProse)
  }

  @Test("The legend of a drawing is a box of facts")
  func legend() {
    let text =
      """
      The parts of the winch on the port side are (1) the drum with its rope, (2) the brake of cast \
      iron, (3) the pawl that holds it and (4) the motor that nobody ever sees.
      """
    #expect(verdict(text) == .specification)
  }

  @Test("What stands late among requests and notes belongs to them")
  func surrounded() {
    let request = "Subscribe to our letter about crews and get one story from the sea every week."
    let texts =
      post.blocks.map(\.text) + [
        "A word about us.",
        """
        Every week some of the best crews share what they know on our pages, and we are proud to print \
        it for you.
        """, request, request,
      ]
    let ranked = ParagraphRanker().rank(article(texts))
    #expect(ranked[6].rejection == .surrounded)
    #expect(ranked[4].score != nil)
  }

  @Test("What the page shows counts: a heading before it, a pull quote of it, a sentence in strong type")
  func page() {
    var blocks = post.blocks.map { Block(index: $0.index, kind: .paragraph, text: $0.text) }
    let point = blocks[2].text
    let strong = sentenceRanges(of: point)[0]
    blocks[2] = Block(index: 2, kind: .paragraph, text: point, marks: [TextMark(.strong, strong)])
    blocks.insert(Block(index: 0, kind: .heading, text: "What to ask for", level: 2), at: 2)
    blocks.append(
      Block(
        index: 0, kind: .quote,
        text:
          "the biggest risk of every organisation is a polite silence, and no system of reports has ever ended it"
      ))
    let ranked = ParagraphRanker().rank(
      Article(
        title: "The rope", language: "en", blocks: blocks.enumerated().map { $1.with(index: $0, role: nil) }))
    for feature in ["section", "pulled", "emphasis"] {
      #expect((ranked[3].contribution(of: feature) ?? 0) > 0, "\(feature)")
      #expect(ranked[4].contribution(of: feature) == nil, "\(feature)")
    }
  }

  @Test("A paragraph that can not stand alone brings the one before it along")
  func antecedent() {
    let texts = [
      "The mate of the ferry kept a list of everybody who had shouted too early that winter, and read it at breakfast.",
      """
      He thanked each of them in front of the crew, because the biggest risk of every organisation is a \
      polite silence that nobody should ever reward with an easy life, however right it looks on paper.
      """,
      post.blocks[3].text, post.blocks[0].text,
    ]
    let article = article(texts, title: "Silence is the biggest risk of an organisation")
    let selection = ParagraphSelection(
      article: article,
      limits: ParagraphLimits(fewest: 2, most: 3, quotation: QuotationLimits(words: 80, share: 1)))
    #expect(selection.picks.map(\.position) == [0, 1])
    #expect(selection.verdicts[0].rule == "printed because the next paragraph leans on it")
  }
}

extension RankedBlock {
  func contribution(of feature: String) -> Double? {
    reasons.first { $0.feature == feature }?.contribution
  }
}
