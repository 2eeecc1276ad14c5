import Articles
import Model
import Testing

@Suite("Comments in the JSON of services")
struct ServiceCommentsTests {
  @Test("WordPress comments have parents, dates in UTC, and nobody's mail address or avatar")
  func wordPress() throws {
    let json = """
      [{"id":11,"post":7,"parent":0,"author":0,"author_name":"Ines &amp; Tom","author_url":"https://ines.example/",
       "date":"2026-11-18T10:00:00","date_gmt":"2026-11-18T09:00:00",
       "content":{"rendered":"<p>We did this in a bakery.</p>\n<p>It took <b>six</b> weeks.</p>"},
       "link":"https://b.example/rota/#comment-11","type":"comment",
       "author_avatar_urls":{"24":"https://a.example/avatar/0123456789abcdef0123456789abcdef"}},
       {"id":12,"parent":11,"author_name":"Tom","date_gmt":"2026-11-18T11:30:00","content":{"rendered":"<p>So it did.</p>"},
       "type":"comment"},
       {"id":13,"parent":0,"author_name":"Elsewhere","content":{"rendered":"<p>[…] the rota […]</p>"},"type":"pingback"},
       {"id":14,"parent":0,"content":{"rendered":""},"type":"comment"}]
      """
    let comments = try #require(serviceComments(Array(json.utf8)))
    #expect(comments.map(\.id) == ["11", "12", "13"])
    #expect(comments.map(\.parentID) == [nil, "11", nil])
    #expect(comments[0].text == "We did this in a bakery.\n\nIt took six weeks.")
    #expect(comments[0].published == Instant(rfc3339: "2026-11-18T09:00:00Z"))
    #expect(comments[0].permalink == "https://b.example/rota/#comment-11")
    #expect(comments.map(\.kind) == [.comment, .comment, .pingback])
  }

  @Test("Posts of a Discourse topic answer one another, likes are votes, the topic itself is no comment")
  func discourse() throws {
    let json = """
      {"id":5,"slug":"rota","post_stream":{"posts":[
       {"post_number":1,"username":"host","cooked":"<p>The article.</p>","created_at":"2026-11-18T08:00:00.000Z"},
       {"post_number":2,"username":"ines","name":"Ines","cooked":"<p>A bakery.</p>","created_at":"2026-11-18T09:00:00.000Z",
        "reply_to_post_number":null,"actions_summary":[{"id":2,"count":4}],"avatar_template":"/a/{size}.png"},
       {"post_number":3,"username":"tom","cooked":"<p>Six weeks.</p>","reply_to_post_number":2},
       {"post_number":4,"username":"system","cooked":"<p>closed</p>","post_type":3}]}}
      """
    let comments = try #require(serviceComments(Array(json.utf8), url: "https://talk.example/t/rota/5.json"))
    #expect(comments.map(\.id) == ["2", "3"])
    #expect(comments.map(\.parentID) == [nil, "2"])
    #expect(comments.map(\.author) == ["Ines", "tom"])
    #expect(comments.map(\.votes) == [4, nil])
    #expect(comments[0].permalink == "https://talk.example/t/rota/5/2")
  }

  @Test(
    "Anything else is not taken for comments",
    arguments: ["", "{}", "[1]", "<html></html>", #"{"items":[]}"#])
  func others(json: String) {
    #expect(serviceComments(Array(json.utf8)) == nil)
  }
}
