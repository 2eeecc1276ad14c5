import Articles
import Model
import Testing

@Suite("Lines that stand beside a text")
struct FurnitureWordTests {
  private static let prose = [
    "The tide tables of the harbour were kept by hand, and nobody but the pilot knew them all by heart.",
    "A pencil broke on a winter morning, and three barges stranded before somebody found another one.",
    "Since then each of us keeps two pencils, and the second one is never lent to anybody at all.",
    "Leaders should ask themselves who keeps the only pencil in their house, and what it would cost to lose it.",
  ]

  private func roles(_ line: String, before: Bool) -> [Block.Role?] {
    let text = Self.prose.map { "<p>\($0)</p>" }.joined()
    let page =
      "<main><article><h1>Pencils</h1><p class=byline>By Ann Lee</p><div>\(before ? line + text : text + line)</div></article></main>"
    let blocks = extractArticle(bytes: Array(page.utf8), url: "https://tide.example/a/b/").article.blocks
    return blocks.filter { block in !Self.prose.contains(block.text) }.map(\.role)
  }

  @Test(
    "Above a text",
    arguments: [
      "<p>Table of Contents</p>",
      "<p>In this article</p><ul><li><a href='#a'>One</a></li><li><a href='#b'>Two</a></li></ul>",
      "<div>4 minutes</div>", "<div>5 min read</div>", "<p>Lesezeit: 3 Minuten</p>",
      "<div>--</div><div>3</div>",
      "<p>Editor's note: This article was first published in March 2019 and has been updated.</p>",
      "<p>This post is sponsored by Harbour Press.</p>",
      "<div><span>Nov 24</span><span>Written By <a>Ann Lee</a></span></div>",
    ])
  func above(line: String) {
    #expect(!roles(line, before: true).contains(nil))
  }

  @Test(
    "Below a text",
    arguments: [
      "<p>Thank you for reading Tide Notes. This post is public so feel free to share it.</p>",
      "<p>If you liked reading this, click the ❤️ button so more people can discover it on Substack.</p>",
      "<p>Join Medium for free to get updates from this writer.</p>",
      "<p>Dieser Text ist zuerst erschienen in der Hafenzeitung.</p>",
      "<p>Pencils was originally published in Tide Notes on Medium, where people are continuing the conversation.</p>",
    ])
  func below(line: String) {
    #expect(!roles(line, before: false).contains(nil))
  }

  @Test(
    "What an author says of such things is text",
    arguments: [
      "<p>Our race was sponsored by nobody, and so we painted the boat ourselves, twice, in the colours of the harbour, which the town "
        + "had not expected, and for which the mayor thanked us in a speech that took longer than the race itself had taken.</p>",
      "<p>Write down the contents of each drawer before you lock it.</p>",
    ])
  func ownWords(line: String) {
    #expect(roles(line, before: true).filter { $0 == nil }.count == 1)
  }

  @Test("Links to send an article on are no words of its sentences")
  func sharing() {
    let line =
      "<p>Who keeps the only pencil, and since when? <a href='https://ctt.ec/ab'>Click to tweet</a></p>"
    let page =
      "<article>\(Self.prose.map { "<p>\($0)</p>" }.joined())\(line)<p>\(Self.prose[0])</p></article>"
    let blocks = extractArticle(bytes: Array(page.utf8)).article.blocks
    #expect(blocks.contains { $0.text == "Who keeps the only pencil, and since when?" && $0.role == nil })
  }

  @Test("Prose that stands twice in boxes is read once, and a page of nothing else is read")
  func repeats() {
    func body(_ boxes: [String]) -> [String] {
      extractArticle(bytes: Array("<article>\(boxes.map { "<div>\($0)</div>" }.joined())</article>".utf8))
        .article.body.map(\.text)
    }
    #expect(body([Self.prose[0], Self.prose[1], Self.prose[0], Self.prose[2]]) == Array(Self.prose[0...2]))
    #expect(body([String](repeating: Self.prose[0], count: 9)) == [Self.prose[0]])
  }

  @Test("A heading may be a word of galleries")
  func heading() {
    let steps = zip(["Write", "Ask", "Listen"], Self.prose).map { "<li><h3>\($0)</h3><p>\($1)</p></li>" }
      .joined()
    let blocks = extractArticle(
      bytes: Array(
        "<article><p>\(Self.prose[3])</p><ol>\(steps)</ol><p>\(Self.prose[3]) So it is.</p><p>Yes, \(Self.prose[0])</p></article>"
          .utf8)
    ).article.body
    #expect(
      blocks.filter { $0.kind == .heading }.map(\.text).contains("Listen")
        || blocks.contains { $0.text.contains("Listen") })
  }
}
