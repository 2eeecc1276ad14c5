import Markup
import Model

/// A thread as the interfaces of Disqus, Hacker News and Reddit give it.
struct ServiceThread {
  private let form: Form
  private let values: [JSONValue]
  private let address: WebAddress?
  /// The name of who began the thread.
  private let author: String?

  private enum Form { case disqus, hackerNews, reddit }

  /// Answers nest; more than these are not read.
  private static let maximum = 20_000

  /// `nil` if the value is in none of their forms.
  init?(_ value: JSONValue, _ address: WebAddress?) {
    self.address = address
    if let response = value["response"] {
      let posts = response["posts"]?.elements ?? response.elements
      guard value["code"] != nil || response["posts"] != nil,
        posts.allSatisfy({ $0["message"] != nil || $0["raw_message"] != nil })
      else { return nil }
      (form, values, author) = (.disqus, posts, nil)
    } else if let children = value["children"], value["created_at"] != nil || value["story_id"] != nil {
      (form, values, author) = (.hackerNews, children.elements, value["author"]?.string)
    } else if case .array(let listings) = value, listings.count == 2,
      listings.allSatisfy({ $0["kind"]?.string == "Listing" })
    {
      let post = listings[0]["data"]?["children"]?.elements.first?["data"]
      (form, values) = (.reddit, listings[1]["data"]?["children"]?.elements ?? [])
      author = post?["author"]?.string
    } else {
      return nil
    }
  }

  func comments() -> [Comment] {
    var comments: [Comment] = []
    var waiting: [(value: JSONValue, parent: Comment.ID?)] = values.reversed().map { ($0, nil) }
    var steps = 0
    while let (value, parent) = waiting.popLast(), steps < ServiceThread.maximum {
      steps += 1
      let comment: Comment?
      let answers: [JSONValue]
      switch form {
      case .disqus: (comment, answers) = (disqus(value), [])
      case .hackerNews: (comment, answers) = (hackerNews(value, parent), value["children"]?.elements ?? [])
      case .reddit:
        comment = reddit(value, parent)
        answers = value["data"]?["replies"]?["data"]?["children"]?.elements ?? []
      }
      if let comment { comments.append(comment) }
      // Answers to what was deleted answer its parent.
      for answer in answers.reversed() { waiting.append((answer, comment?.id ?? parent)) }
    }
    return comments
  }

  /// Disqus API, "Post": times are in UTC.
  private func disqus(_ value: JSONValue) -> Comment? {
    guard let id = value["id"]?.string, value["isDeleted"] != .bool(true), value["isSpam"] != .bool(true),
      value["isApproved"] != .bool(false),
      let text = commentText(value["message"]?.string) ?? value["raw_message"]?.string
    else { return nil }
    let likes = value["likes"]?.string.flatMap { Int($0) }
    let dislikes = value["dislikes"]?.string.flatMap { Int($0) }
    let who = value["author"]
    return Comment(
      id: Comment.ID(rawValue: id), parentID: value["parent"]?.string.map { Comment.ID(rawValue: $0) },
      author: (who?["name"]?.string ?? who?["username"]?.string).flatMap(CommentName.cleaned),
      authorURL: CommentLink.shown(who?["url"]?.string, relativeTo: address),
      published: value["createdAt"]?.string.flatMap { CommentDate.reading($0)?.instant }, text: text,
      votes: likes.map { $0.subtractingReportingOverflow(dislikes ?? 0).partialValue },
      permalink: CommentLink.shown(value["url"]?.string, relativeTo: address))
  }

  /// Algolia's interface to Hacker News; it knows no points of comments.
  private func hackerNews(_ value: JSONValue, _ parent: Comment.ID?) -> Comment? {
    guard let id = value["id"]?.string, let text = commentText(value["text"]?.string) else { return nil }
    let name = value["author"]?.string
    return Comment(
      id: Comment.ID(rawValue: id), parentID: parent, author: name.flatMap(CommentName.cleaned),
      published: value["created_at"]?.string.flatMap { CommentDate.reading($0)?.instant }, text: text,
      permalink: "https://news.ycombinator.com/item?id=\(id)",
      isByArticleAuthor: name != nil && name == author)
  }

  private func reddit(_ value: JSONValue, _ parent: Comment.ID?) -> Comment? {
    guard value["kind"]?.string == "t1", let data = value["data"], let id = data["id"]?.string,
      let raw = data["body"]?.string, !["[deleted]", "[removed]"].contains(raw)
    else { return nil }
    // The markup is escaped once more.
    let html = data["body_html"]?.string.map {
      $0.utf8.starts(with: "&lt;".utf8) ? HTMLDocument.parse($0).rawText(of: 0) : $0
    }
    let name = data["author"]?.string
    return Comment(
      id: Comment.ID(rawValue: id), parentID: parent, author: name.flatMap(CommentName.cleaned),
      published: data["created_utc"]?.string.flatMap { CommentDate.counting($0)?.instant },
      text: commentText(html) ?? raw, votes: data["score"]?.string.flatMap { Int($0) },
      permalink: data["permalink"]?.string.flatMap {
        CommentLink.shown($0, relativeTo: WebAddress("https://www.reddit.com/"))
      },
      isByArticleAuthor: data["is_submitter"] == .bool(true) || name != nil && name == author)
  }
}
