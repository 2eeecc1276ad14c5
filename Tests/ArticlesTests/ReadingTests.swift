import Markup
import Model
import Testing

@testable import Articles

@Suite("Words as their author wrote them")
struct ReadingTests {
  private func text(_ html: String, language: String? = nil) -> String {
    readBlocks(fromHTML: html, language: language).map(\.text).joined(separator: "\n")
  }

  @Test(
    "A q element has the quotation marks of its language, once",
    arguments: [
      ("<p>She said <q>we are late</q>, and left.</p>", "en", "She said “we are late”, and left."),
      ("<p>She said <q>he said <q>no</q> twice</q>.</p>", "en", "She said “he said ‘no’ twice”."),
      ("<p>Sie sagte <q>zu spät </q> und ging.</p>", "de", "Sie sagte „zu spät“ und ging."),
      ("<p lang='fr'>Elle dit <q>trop tard</q>.</p>", "en", "Elle dit «\u{A0}trop tard\u{A0}»."),
      ("<p>彼女は<q>遅い</q>と言った。</p>", "ja", "彼女は「遅い」と言った。"),
      ("<p>She said <q>“we are late”</q>.</p>", "en", "She said “we are late”."),
    ])
  func quotationMarks(html: String, language: String, expected: String) {
    #expect(text(html, language: language) == expected)
  }

  @Test(
    "Words that were struck out go, what was put in stays",
    arguments: [
      ("<p>Down by <del>a half</del> <ins>a third</ins>.</p>", "Down by a third."),
      ("<p>We are <s>angry</s> glad, <strike>seldom</strike> often.</p>", "We are glad, often."),
      ("<p>All <span style='text-decoration: line-through'>old</span> new.</p>", "All new."),
    ])
  func struckOut(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test("A tag that strikes out a whole article is a mistake of the page")
  func struckOutPage() {
    #expect(text("<s><p>One rain.</p><p>Two rains.</p><p>Three rains.</p></s>").contains("Two rains."))
  }

  @Test(
    "Marks of footnotes are no words",
    arguments: [
      "months<sup>1</sup>", "months<sup><a href='#fn1'>1</a></sup>", "months<sup>*</sup>",
      "months<a class='footnote-anchor' href='#footnote-1'>1</a>", "months<sup>[2]</sup>",
      "months<sup class='reference'><a href='#cite_note-2'>[2]</a></sup>", "months<sup>1,2</sup>",
      "months<a href='#_ftn1' name='_ftnref1'>[1]</a>",
      "months<sup class='fn' data-fn='a'><a href='#a'>1</a></sup>",
      "months<a href='https://b.example/1/#easy-footnote-bottom-1'>1</a>", "months<sup>†</sup>",
      "months<sup class='noprint reference'>[citation needed]</sup>",
      "months<sup>1</sup><span class='footnote-popup'>Counted by hand.</span>",
    ])
  func footnoteMarks(words: String) throws {
    let block = try #require(readBlocks(fromHTML: "<p>It took two \(words) in all.</p>").first)
    #expect(block.text == "It took two months in all.")
  }

  @Test(
    "Small type above the line that is no mark stays",
    arguments: [
      ("x<sup>2</sup>", "x2"), ("12 m<sup>2</sup>", "12 m2"), ("10<sup>6</sup>", "10⁶"),
      ("the 1<sup>st</sup>", "the 1st"),
      ("H<sub>2</sub>O", "H2O"), ("40 feet<sup>2</sup>", "40 feet2"), ("M<sup>lle</sup> Or", "Mlle Or"),
    ])
  func superscripts(html: String, expected: String) {
    #expect(text("<p>\(html)</p>") == expected)
  }

  @Test(
    "Notes are kept and known as notes",
    arguments: [
      "<ol class='footnotes'><li id='fn1'>Counted by hand. <a href='#fnref1'>↩</a></li></ol>",
      "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Counted by hand.</p>",
      "<p><sup>1</sup> Counted by hand.</p>",
      "<div class='footnote'><a class='footnote-number' href='#footnote-anchor-1'>1</a><div>Counted by hand.</div></div>",
      "<section role='doc-endnotes'><p>Counted by hand.</p></section>",
      "<ol><li id='cite_note-1'>Counted by hand.</li></ol>",
    ])
  func notes(html: String) throws {
    let blocks = readBlocks(fromHTML: "<p>It took two months, more than anybody had thought of.</p>" + html)
    let note = try #require(blocks.first { $0.text.contains("Counted by hand.") })
    #expect(note.isNote && !note.text.contains("↩"))
    #expect(!blocks[0].isNote)
  }

  @Test(
    "A formula is told once, in letters",
    arguments: [
      ("<math><mi>x</mi><mo>=</mo><mn>3</mn></math>", "x=3"),
      ("<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>", "1/n"),
      (
        "<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math>",
        "x²+√(a+b)"
      ),
      (
        """
        <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi><mo>=</mo><mn>3</mn></mrow>\
        <annotation encoding="application/x-tex">x=3</annotation></semantics></math></span>\
        <span class="katex-html" aria-hidden="true">x=3</span></span>
        """, "x=3"
      ),
      ("<span class='katex'><span class='katex-html' aria-hidden='true'>x=3</span></span>", "x=3"),
      (
        "<mjx-container><mjx-math aria-hidden='true'></mjx-math><mjx-assistive-mml><math><mi>y</mi></math></mjx-assistive-mml></mjx-container>",
        "y"
      ),
      ("<img class='latex' src='/l.png' alt='x=3'>", "x=3"),
      ("<img src='https://w.example/latex.php?l=x' alt='$x=3$'>", "x=3"),
      (
        """
        <span class="mwe-math-element"><span style="display: none;"><math alttext="{\\displaystyle x}"><mi>x</mi></math></span>\
        <img class="mwe-math-fallback-image-inline" aria-hidden="true" alt="{\\displaystyle x}"></span>
        """, "x"
      ),
      ("<math><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>", "\u{FFFC}"),
      ("<img class='latex' src='/l.png'>", "\u{FFFC}"),
    ])
  func formulas(html: String, expected: String) {
    #expect(text("<p>It was \(html) calls a night.</p>") == "It was \(expected) calls a night.")
  }

  @Test(
    "Readings of characters stand in brackets",
    arguments: [
      ("<ruby>引継<rt>ひきつぎ</rt></ruby>は", "引継(ひきつぎ)は"),
      ("<ruby>引継<rp>（</rp><rt>ひきつぎ</rt><rp>）</rp></ruby>は", "引継（ひきつぎ）は"),
    ])
  func ruby(html: String, expected: String) {
    #expect(text("<p>\(html)大切。</p>") == expected + "大切。")
  }

  @Test("A first line in strong type is the heading of what stands below it")
  func boldHeading() {
    let html = """
      <p><strong>Old rooms</strong><br>A few years ago our school moved into a barn, and nobody believed that children \
      could learn in it.</p>
      """
    let blocks = readBlocks(fromHTML: html)
    #expect(blocks.map(\.kind) == [.heading, .paragraph])
    #expect(blocks.last?.text.hasPrefix("A few years ago") == true)
    #expect(readBlocks(fromHTML: "<p><b>Sampleton</b><br>4 Mill Lane</p>").map(\.kind) == [.paragraph])
    let asked = """
      <p><strong>Sample, Harbour Radio</strong><br><strong>You have won three times. What worries you?</strong><br><em>We \
      have trained for a whole winter, and what worries me is that nobody has told the cook about it yet.</em></p>
      """
    #expect(readBlocks(fromHTML: asked).map(\.kind) == [.heading, .heading, .paragraph])
  }

  @Test(
    "A line below a picture is its caption",
    arguments: [
      "<p><img src='b.jpg'><br><em>The board on its first night, with a column for worries.</em></p>",
      "<p><a href='b.jpg'><img src='b.jpg'></a><br />The board on its first night, with a column for worries.</p>",
      "<p><img src='b.jpg'></p><p><em>The board on its first night, with a column for worries.</em></p>",
    ])
  func captions(html: String) throws {
    let body =
      "<p>A ferry captain reads the faces in the mess before he reads the weather. If nobody jokes, he waits.</p>"
    let block = try #require(readBlocks(fromHTML: html + body).first)
    #expect(block.isNote)
  }

  @Test("Links that only hand a page on, marks of headings and words for screen readers are left out")
  func furnitureInline() {
    #expect(
      text("<p>We lose the worries first. <a href='https://ctt.ec/a'>Click to tweet</a></p>")
        == "We lose the worries first.")
    #expect(
      text("<h2>What we did <a class='anchor' href='#b'>#</a></h2><p>Much.</p>").hasPrefix("What we did\n"))
    #expect(
      text("<p>Read <a href='/a'>it<span class='sr-only'> (opens in a new tab)</span></a>.</p>") == "Read it."
    )
    #expect(
      text("<p>We use <span class='tooltip'>SBAR<span class='tooltiptext'>Situation</span></span> here.</p>")
        .hasPrefix("We use SBAR here."))
  }

  @Test("Numbers of lines beside code are no text, verses are no code")
  func columns() {
    let code =
      "<table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>count = 0\ncount += 1</pre></td></tr></table>"
    #expect(readBlocks(fromHTML: code).map(\.text) == ["count = 0\ncount += 1"])
    let verse = readBlocks(fromHTML: "<pre class='wp-block-verse'>The lamp is out,\nthe door is shut.</pre>")
    #expect(verse.map(\.kind) == [.paragraph] && verse.map(\.text) == ["The lamp is out,\nthe door is shut."])
  }
}

@Suite("Who said what is quoted")
struct AttributionTests {
  private func quote(_ html: String) throws -> Block {
    try #require(readBlocks(fromHTML: html, url: "https://b.example/1/").first { $0.kind == .quote })
  }

  private static let words = "<p>Most of us believe that the first day of a plan is its best one.</p>"

  @Test(
    "A quotation keeps its name and address",
    arguments: [
      ("<blockquote cite='https://c.example/2'>\(words)</blockquote>", nil, "https://c.example/2"),
      ("<blockquote>\(words)<cite>Carla Sample</cite></blockquote>", "Carla Sample", nil),
      (
        "<blockquote>\(words)<footer>— Carla Sample, <cite>Plans</cite></footer></blockquote>",
        "Carla Sample, Plans", nil
      ),
      (
        "<blockquote><p>Most of us believe it. <cite>Carla Sample</cite></p></blockquote>", "Carla Sample",
        nil
      ),
      ("<blockquote>\(words)<p>— Carla Sample</p></blockquote>", "Carla Sample", nil),
      ("<blockquote>\(words)</blockquote><p>– Carla Sample</p>", "Carla Sample", nil),
      (
        "<figure><blockquote>\(words)</blockquote><figcaption>Carla Sample</figcaption></figure>",
        "Carla Sample", nil
      ),
      (
        "<p><a href='https://c.example/'>Carla Sample</a>:</p><blockquote>\(words)</blockquote>", nil,
        "https://c.example/"
      ),
      (
        """
        <blockquote class="twitter-tweet"><p>Watch the quiet one.</p>&mdash; Bea Sample (@bea) \
        <a href="https://twitter.com/bea/status/1">November 3, 2026</a></blockquote>
        """, "Bea Sample (@bea)", "https://twitter.com/bea/status/1"
      ),
    ] as [(String, String?, String?)])
  func attributions(html: String, name: String?, url: String?) throws {
    let block = try quote(html)
    #expect(block.attribution == Attribution(name: name, url: url))
    #expect(!block.text.contains("Sample"))
  }

  @Test("A title in the middle of a quotation is a part of it")
  func citedWork() throws {
    let block = try quote("<blockquote><p>In <cite>Plans</cite> she says it twice.</p></blockquote>")
    #expect(block.text == "In Plans she says it twice." && block.attribution == nil)
  }

  @Test("The line that signs a quotation is no body text, and is not lost")
  func signature() {
    let blocks = readBlocks(
      fromHTML: "<p>I read this.</p><blockquote>\(Self.words)<p>— Carla Sample</p></blockquote>")
    #expect(blocks.last?.role == .byline && blocks.last?.text == "— Carla Sample")
  }
}

@Suite("A feed's content is read like a page")
struct OneReadingTests {
  static let pieces = [
    "<p>Most handovers fail because the one who leaves speaks about tasks, and the other needs to hear about risks.</p>",
    "<h2>What we did <a class='anchor' href='#x'>#</a></h2>",
    "<blockquote><p>We were late.</p><cite>Carla</cite></blockquote>",
    "<div class='subscription-widget-wrap'><p class='cta-caption'>Thanks for reading! Subscribe for free.</p></div>",
    "<p>Last winter we changed <q>one</q> thing.<sup><a href='#fn1'>1</a></sup> It took three minutes, and the calls fell by a third.</p>",
    "<ul><li>Ask first.</li><li>Write <em>later</em>.</li></ul>",
    "<p hidden>Not to be seen by anybody who reads this.</p>",
    "<figure class='kg-card kg-bookmark-card'><a href='https://c.example/'><div>Night shifts</div><div>We look at nights.</div></a></figure>",
    "<div style='display:none'>A preheader that nobody reads.</div>", "<pre><code>let x = 1</code></pre>",
    "<p>It was cold<img class='wp-smiley' src='/e.png' alt='❄'>. We waited for an hour, and then another one, until somebody came.</p>",
    "<div class='wp-caption'><img src='b.jpg'><p class='wp-caption-text'>The board on its first night.</p></div>",
    "<div class='sharedaddy sd-sharing'><ul><li><a href='https://twitter.com/share'>Tweet</a></li></ul></div>",
    "<p>Leaders should copy this far beyond hospitals: ask for the worries before you ask for the files of a project.</p>",
  ]

  /// Whatever the pieces and their order, the same HTML gives the same words with the same roles.
  @Test("The same HTML in a feed and on a page gives the same blocks", arguments: 0..<60)
  func property(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var chosen = [Self.pieces[0], Self.pieces[4], Self.pieces[13]]
    for _ in 0..<(3 + next(6)) {
      chosen.insert(Self.pieces[next(Self.pieces.count)], at: next(chosen.count + 1))
    }
    let html = chosen.joined(separator: "\n")
    let url = "https://b.example/1/"
    let carried = readBlocks(fromHTML: html, title: "Handovers", url: url, language: "en")
    let page = """
      <html lang="en"><head><title>Handovers</title></head><body><article><h1>Handovers</h1>\
      <div class="entry-content">\(html)</div></article></body></html>
      """
    let read = extractArticle(bytes: Array(page.utf8), url: url).article.blocks
    func shown(_ blocks: [Block]) -> [String] {
      blocks.filter { $0.role == nil }.map {
        "\($0.kind) \($0.isNote) \($0.attribution?.name ?? "") \($0.text)"
      }
    }
    #expect(shown(carried) == shown(read), "\(html)")
  }
}
