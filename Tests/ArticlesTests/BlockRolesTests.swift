import Articles
import Model
import Testing

@Suite("Roles of blocks")
struct BlockRolesTests {
  /// An article with one line more at its end.
  private func role(ofLast html: String, authors: [String] = []) -> Block.Role? {
    let body = (1...6).map {
      "<p>Paragraph \($0) says something about teams, trust and the work between people.</p>"
    }
    let blocks = readBlocks(fromHTML: body.joined() + html, authors: authors)
    return blocks.last?.role
  }

  @Test(
    "A line at the end of an article is recognised",
    arguments: [
      ("<p>Photo © Ann Lee – Fotolia.com</p>", Block.Role.credit), ("<p>Photo by Ann Lee</p>", .credit),
      ("<p>Image: Ann Lee via Flickr</p>", .credit), ("<p>Bild: Anna Lehmann</p>", .credit),
      ("<p>© Ann Lee</p>", .credit),
      ("<p>What do you think? Leave a comment below.</p>", .callToAction),
      ("<p>Have you seen this? What did you do? Let me know in the comments!</p>", .callToAction),
      ("<p>Was meint ihr? Schreibt einen Kommentar!</p>", .callToAction),
      ("<p>Subscribe to our newsletter and get one idea a week.</p>", .callToAction),
      ("<p>The post <a href=x>Trust</a> appeared first on <a href=y>A Blog</a>.</p>", .boilerplate),
      ("<p>Share this: <a>Twitter</a> <a>Facebook</a></p>", .boilerplate),
      ("<p><a>Tweet</a> <a>LinkedIn</a> <a>Email</a></p>", .boilerplate),
      ("<p>Related: <a href=x>How to listen</a></p>", .boilerplate),
      ("<p>Originally published at another place.</p>", .boilerplate),
      ("<div class=\"sharedaddy\">Some words of a plug-in</div>", .boilerplate),
      ("<div class=\"author-box\"><p>Likes mountains.</p></div>", .bio),
      ("<h3>About the author</h3><p>Likes mountains.</p>", .bio),
      ("<p><em>Ann Lee is the author of two books and a speaker. Follow her on Twitter.</em></p>", .bio),
    ])
  func tails(html: String, expected: Block.Role) {
    #expect(role(ofLast: html) == expected)
  }

  @Test(
    "A sentence of the text is left alone",
    arguments: [
      "<p>Photographs tell us who we were, and that is why we keep them.</p>",
      "<p>We should subscribe to the idea that trust is given before it is earned, and that everything else follows from it, day after day, in every team that I have seen at work, however small it was and however far from the centre of things it stood.</p>",
      "<p>She is the leader that we need.</p>", "<p>By now you know what I mean.</p>",
      "<p>Leaders share what they know.</p>",
    ])
  func text(html: String) {
    #expect(role(ofLast: html) == nil)
  }

  @Test("A call in the middle of a text is text")
  func middle() {
    let html =
      "<p>They wrote: let me know what you think of it, all of you, and we did, for it was the first time that anybody had asked.</p>"
      + (1...8).map { "<p>Paragraph \($0) goes on with it, as paragraphs do.</p>" }.joined()
    #expect(readBlocks(fromHTML: html).allSatisfy { $0.role == nil })
  }

  @Test("Words about a known author are a biography, words by one are not")
  func author() {
    #expect(role(ofLast: "<p>Bo is a coach.</p>", authors: ["Bo"]) == nil)
    #expect(
      role(ofLast: "<p>Bo Day is a coach who helps teams to talk to each other.</p>", authors: ["Bo Day"])
        == .bio)
    #expect(role(ofLast: "<p>I am a coach and the author of a book.</p>", authors: ["Bo Day"]) == nil)
  }
}
