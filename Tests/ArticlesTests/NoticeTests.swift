import Model
import Testing

@testable import Articles

@Suite("Comments that are none, and words that are quoted")
struct NoticeTests {
  @Test(
    "What stands for a deleted comment is a notice",
    arguments: [
      "[Comment deleted by author]", "This comment has been removed by a blog administrator.", "[deleted]",
      "(removed)",
      "This post was deleted by its author", "Dieser Kommentar wurde vom Autor gelöscht.",
      "Ce commentaire a été supprimé par un modérateur.", "Este comentario ha sido eliminado por el autor.",
      "Este comentário foi removido pelo autor.", "Questo commento è stato eliminato dall'autore.",
      "Deze reactie is verwijderd door de auteur.", "このコメントは投稿者によって削除されました。", "该评论已删除",
      "This comment has been removed for violating our guidelines.",
    ])
  func placeholder(text: String) {
    #expect(NoComment.isPlaceholder(text))
  }

  @Test(
    "Who tells of something deleted has written a comment",
    arguments: [
      "I deleted the spreadsheet, and nobody noticed.", "Why was my comment removed? I said nothing rude.",
      "We removed the fence.", "The author has removed one paragraph since.", "",
    ])
  func noPlaceholder(text: String) {
    #expect(!NoComment.isPlaceholder(text))
  }

  @Test(
    "Likes and reposts are notices, words about liking are not",
    arguments: [
      ("liked this.", true), ("… reposted this!", true), ("Cy liked this post on twitter.com", true),
      ("I liked this post, since we do the same.", false), ("I shared this with my crew.", false),
    ])
  func reaction(text: String, isNotice: Bool) {
    #expect(NoComment.isReaction(text, by: "Cy Day") == isNotice)
  }

  private func comment(_ id: String, _ text: String, answering parent: String? = nil) -> Comment {
    Comment(
      id: Comment.ID(rawValue: id), parentID: parent.map { Comment.ID(rawValue: $0) },
      author: "Ann &amp; Bob", text: text)
  }

  @Test("A notice keeps neither name nor words of before; what answered it goes up; reports leave it out")
  func merged() {
    let discussion = mergeDiscussion(
      page: [
        comment("1", "We tried it."), comment("2", "[deleted]", answering: "1"),
        comment("3", "So did we.", answering: "2"),
      ],
      stored: [comment("2", "A long text that somebody wished not to have written at all.", answering: "1")])
    #expect(discussion.comments.map(\.kind).filter { $0 == .notice }.count == 1)
    #expect(discussion.comments.first { $0.kind == .notice }?.text == "[deleted]")
    #expect(discussion.readersComments.map(\.id.rawValue) == ["1", "3"])
    #expect(discussion.readersComments.last?.parentID?.rawValue == "1")
    #expect(discussion.readersComments.first?.author == "Ann & Bob")
    #expect(CommentReport.reports(discussion.comments).map(\.id) == ["1", "3"])
  }

  @Test(
    "Types of plug-ins tell likes from comments",
    arguments: [("like", 0), ("repost", 0), ("note", 0), ("comment", 1), ("review", 1)])
  func types(type: String, count: Int) throws {
    let json =
      #"[{"id":7,"author_name":"Cy","type":"\#(type)","content":{"rendered":"<p>All six of us agreed on it.</p>"}}]"#
    let found = mergeDiscussion(feed: try #require(serviceComments(Array(json.utf8))))
    #expect(found.readersComments.count == count)
  }

  @Test(
    "Quotations in comments are marked, who is quoted is not said by the commenter",
    arguments: [
      (
        "<aside class=quote><div class=title>carla:</div><blockquote><p>small team</p></blockquote></aside><p>Yes.</p>",
        "> small team\n\nYes."
      ),
      (
        "<p>So:</p><blockquote><p>One.</p><p>Two.</p></blockquote><p>No.</p>",
        "So:\n\n> One.\n\n> Two.\n\nNo."
      ),
      ("<blockquote><p>All of it.</p></blockquote>", "All of it."),
    ])
  func quotes(html: String, expected: String) {
    #expect(commentText(html) == expected)
  }

  @Test("Codes of forums are marked as well")
  func codes() {
    #expect(QuotedWords.withoutCodes("[quote=Ann]One.[/quote] Two.") == "> One.\n\nTwo.")
    #expect(QuotedWords.withoutCodes("[quote]All.[/quote]") == "[quote]All.[/quote]")
    #expect(QuotedWords.withoutCodes("An array[quote] is fine.") == "An array[quote] is fine.")
  }

  @Test(
    "Names of emoji become emoji",
    arguments: [(":slight_smile:", "🙂"), (":wave:t3:", "👋"), (":unknown_thing:", ""), ("😀", "😀")])
  func emoji(name: String, expected: String) {
    #expect(EmojiName.text(name) == expected)
  }
}
