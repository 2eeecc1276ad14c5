import Model
import Testing

@testable import Summary

private let filter = JunkFilter(titleWords: [], leastWords: 13, language: .english)

private func junk(_ text: String, marks: [TextMark] = []) -> RejectionRule? {
  filter.junk(Passage(Block(index: 0, kind: .paragraph, text: text, marks: marks)))
}

@Suite("What is never printed, wherever it stands")
struct UnprintableTextTests {
  @Test(
    "Pleas and plugs are known in every language",
    arguments: [
      "Join us on May 3 for a free webinar on ropes and knots, and register today, since places are limited.",
      "My new book, The Calm Rope, is out now and can be ordered wherever books are sold in this country.",
      "I coach captains and their crews. If you need help, book a free call with me and we talk for half an hour.",
      "If you enjoy these letters, please leave us a rating or a review on the platform where you listen to them.",
      "Wenn dir der Blog gefällt, spendiere mir einen Kaffee oder erzähle deinen Freunden davon, das hilft mir sehr.",
      "Soutenez notre travail : faites un don, même petit, pour que ce journal reste libre et sans publicité.",
      "Apoya nuestro trabajo con una donación, por pequeña que sea, para que sigamos escribiendo cada semana.",
      "Sostieni il nostro lavoro con una donazione, anche piccola, perché questo giornale resti libero per tutti.",
      "Apoie nosso trabalho com uma doação, por menor que seja, para que possamos continuar a escrever.",
      "Steun ons werk met een kleine donatie, zodat wij elke week kunnen blijven schrijven over de haven.",
    ])
  func pleas(text: String) {
    #expect([.promotion, .furniture].contains(junk(text)))
  }

  @Test(
    "So are notices of how a text came about",
    arguments: [
      "A shorter version of this essay appeared in the spring issue of a journal for captains and their mates.",
      "This transcript was made by a machine and may contain errors, so listen to the talk if you quote it.",
      "You are receiving this email because you signed up on our website in the harbour or at one of our talks.",
      "Nothing here is legal or medical advice; ask somebody who knows your ship before you change the ropes.",
      "We reserve the right to remove what is rude, off the subject or written by a machine, without a word.",
      "Diese Zusammenfassung wurde mithilfe künstlicher Intelligenz erstellt und von einer Redakteurin geprüft.",
      "Ceci est un article invité de Jeanne Exemple, qui dirige un port et nous a déjà écrit deux fois.",
    ])
  func notices(text: String) {
    #expect(junk(text) == .furniture)
  }

  @Test("A plea at the end of a long paragraph does not cost the paragraph")
  func longParagraph() {
    let text =
      "Crews that rehearse the first minute of a fire lose less time than crews that read the manual, since the hands know "
      + "where to go while the head is still asking. We timed forty of them over two winters, and the difference was a full "
      + "minute on average, which is what a small fire needs to become a large one. Support our work if you can."
    #expect(junk(text) == nil)
  }

  @Test(
    "Ordinary advice is no plea",
    arguments: [
      "Take your team to a workshop once a year, and let the quietest of them choose what it is about and who speaks.",
      "A leader who reads one book a month and tells nobody has learned a habit, but the team has learned nothing.",
      "The best bulletin in the company was written by the cook, because she asked people what they were worried about.",
    ])
  func advice(text: String) {
    #expect(junk(text) == nil)
  }

  @Test(
    "Notes and references are known by their form",
    arguments: [
      "[3] The first count was made by hand, and nobody has repeated it since the harbour was moved to the north.",
      "* The first count was made by hand, and nobody has repeated it since the harbour was moved to the north.",
      "2 “The pole was painted red,” says the report that the harbour office printed in the year of the storm.",
      "Example A, Sample B, et al. Ropes under load: a study of forty harbours. J Rope Res. 2014;12(3):101–9.",
      "Example, A. (2014). Ropes under load: a study of forty harbours and their captains. Northern Press.",
      "(0:13) “Ferry line sold,” Harbour News, June 2026. (0:21) “A shop turns a profit,” Street Journal, May 2026.",
    ])
  func notes(text: String) {
    #expect(junk(text) == .note)
  }

  @Test("A block that is marked as a note is one")
  func markedNote() {
    let block = Block(index: 0, kind: .paragraph, text: "The first count was made by hand.", isNote: true)
    #expect(filter.junk(Passage(block)) == .note)
  }

  @Test(
    "What begins with a number or a name is not yet a note",
    arguments: [
      "2026 was the year in which the harbour lost its last pilot, and nobody noticed until the first fog of November.",
      "*Never* let the rope out of your hand, said the old mate, and he was right about that as about most things.",
      "J. Example was the first captain who wrote down what had worried him, and his crew read it every morning.",
    ])
  func noNotes(text: String) {
    #expect(junk(text) != .note)
  }

  @Test(
    "Chains of links, addresses and labels are no paragraphs",
    arguments: [
      (
        "Ropes in calm water — why pilots and ships meet — the harbour — slates on the wall — masts — a storm — breakfast.",
        RejectionRule.links
      ),
      (
        "More: https://a.example/x and https://b.example/y and https://c.example/z for all of us here.",
        .links
      ),
      ("NAME: Ann Example HOME: a small house by the sea SINCE: the spring of the storm", .specification),
    ])
  func links(text: String, rule: RejectionRule) {
    #expect(junk(text) == rule)
  }

  @Test("A paragraph that is mostly one link is none")
  func linkedParagraph() {
    let text = "The day on which all the keys of the harbour went missing and nobody said a word about it"
    #expect(
      junk(text, marks: [TextMark(.link, TextRange(start: 0, end: 80), url: "https://a.example/")]) == .links)
    #expect(
      junk(text, marks: [TextMark(.link, TextRange(start: 0, end: 20), url: "https://a.example/")]) != .links)
  }

  @Test(
    "Formulas and markup cannot be told",
    arguments: [
      ("The load is \u{FFFC} at most.", true), (#"It grows as \frac{a}{b} does."#, true),
      ("Take x_{i} here.", true),
      ("We have $$x+y$$ now.", true), ("<div class=\"a\">Text", true), ("Text</p>", true),
      ("The <main> element is useful.", false), (#"Open C:\Users\ann first."#, false),
      ("It costs $5 or $6.", false),
    ])
  func untellable(text: String, expected: Bool) {
    #expect(isUntellable(text) == expected)
  }

  @Test(
    "The sections of notes and sources are known by their headings in every language",
    arguments: [
      "References", "Notes and sources", "Literatur", "Quellen", "Notes de bas de page", "Fuentes",
      "Riferimenti", "Referências",
      "Bronnen",
    ])
  func noteSection(heading: String) {
    let blocks: [(Block.Kind, String, Int?)] = [
      (.paragraph, "The text of the article is here.", nil), (.heading, heading, 2),
      (.paragraph, "A source.", nil),
      (.heading, "Books", 3), (.paragraph, "Another source.", nil), (.heading, "The storm", 2),
      (.paragraph, "It goes on here.", nil),
    ]
    let passages = blocks.enumerated().map {
      Passage(Block(index: $0.offset, kind: $0.element.0, text: $0.element.1, level: $0.element.2))
    }
    #expect(noteSections(passages) == [1, 2, 3, 4])
  }

  @Test("A box about somebody is known by the heading above")
  func boxes() {
    let heading = Passage(Block(index: 0, kind: .heading, text: "About Example Ropes", level: 3))
    let box = Passage(
      Block(
        index: 1, kind: .paragraph,
        text: "Example Ropes makes ropes for ships of every size in four harbours of the north."))
    #expect(filter.rejection(of: box, junk: nil, next: nil, previous: heading) == .biography)
    #expect(filter.rejection(of: box, junk: nil, next: nil) == nil)
  }
}
