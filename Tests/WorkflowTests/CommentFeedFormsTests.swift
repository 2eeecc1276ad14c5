import Testing

@testable import Workflow

@Suite("Comment feeds are asked for in the form that states parents")
struct CommentFeedFormsTests {
  @Test(
    "WordPress' addresses have an Atom form, which comes first",
    arguments: [
      (
        "https://a.example/post/feed/", ["https://a.example/post/feed/atom/", "https://a.example/post/feed/"]
      ),
      ("https://a.example/post/feed", ["https://a.example/post/feed/atom/", "https://a.example/post/feed"]),
      (
        "https://a.example/?feed=rss2&p=7",
        ["https://a.example/?feed=atom&p=7", "https://a.example/?feed=rss2&p=7"]
      ),
      (
        "https://a.example/?feed=comments-rss2&p=7",
        ["https://a.example/?feed=atom&p=7", "https://a.example/?feed=comments-rss2&p=7"]
      ),
      ("https://a.example/replies.xml", ["https://a.example/replies.xml"]),
    ])
  func forms(url: String, expected: [String]) {
    #expect(commentFeedForms(url) == expected)
  }
}
