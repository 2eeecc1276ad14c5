import Markup
import Model

/// Comments in JSON-LD (schema.org `Comment`), answers nested or named by their parents.
enum StructuredComments {
  private static let maximum = 5_000

  static func comments(_ values: [JSONValue], _ address: WebAddress?) -> [Comment] {
    var comments: [Comment] = []
    var waiting: [(value: JSONValue, parent: Comment.ID?)] = values.reversed().map { ($0, nil) }
    while let (value, parent) = waiting.popLast(), comments.count < maximum {
      guard let raw = value["text"]?.string ?? value["commentText"]?.string ?? value["description"]?.string
      else { continue }
      let text = plainText(raw)
      guard !text.isEmpty else { continue }
      let id = id(of: value) ?? Comment.ID(rawValue: "c\(comments.count + 1)")
      let author = (value["author"] ?? value["creator"])?.elements.first
      let date = (value["dateCreated"] ?? value["datePublished"] ?? value["commentTime"])?.string
        .flatMap { CommentDate.reading($0) }
      comments.append(
        Comment(
          id: id, parentID: parent ?? value["parentItem"].flatMap(StructuredComments.id),
          author: (author?["name"]?.string ?? author?.string).flatMap(CommentName.cleaned),
          authorURL: CommentLink.shown(author?["url"]?.string, relativeTo: address),
          published: date?.instant, text: text, votes: votes(value),
          permalink: CommentLink.shown(value["url"]?.string, relativeTo: address)))
      let answers = (value["comment"]?.elements ?? []) + (value["suggestedAnswer"]?.elements ?? [])
      for answer in answers.reversed() { waiting.append((answer, id)) }
    }
    return comments
  }

  /// What the object calls itself; the comment's number where that is known to hold it.
  private static func id(of value: JSONValue) -> Comment.ID? {
    guard
      let name = value["@id"]?.string ?? value["identifier"]?.string ?? value["url"]?.string ?? value.string
    else { return nil }
    let fragment = name.split(separator: "#").last.map(String.init) ?? name
    let key = CommentKey.ofID(asciiLowered(fragment))?.key ?? fragment
    return CommentLink.isPersonal(key.utf8[...]) ? nil : Comment.ID(rawValue: key)
  }

  private static func votes(_ value: JSONValue) -> Int? {
    let up = (value["upvoteCount"] ?? likes(value))?.string.flatMap { Int($0) }
    let down = value["downvoteCount"]?.string.flatMap { Int($0) }
    guard up != nil || down != nil else { return nil }
    return (up ?? 0).subtractingReportingOverflow(down ?? 0).partialValue
  }

  /// `interactionStatistic` of the type LikeAction.
  private static func likes(_ value: JSONValue) -> JSONValue? {
    value["interactionStatistic"]?.elements.first { counter in
      let type = counter["interactionType"]
      return (type?["@type"]?.string ?? type?.string ?? "").contains("LikeAction")
    }?["userInteractionCount"]
  }

  private static func plainText(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&")) else {
      return paragraphs(text)
    }
    let page = PageIndex(HTMLDocument.parse(text))
    return QuotedWords.paragraphs(page, of: 0).joined(separator: "\n\n")
  }

  /// Line ends in plain text part paragraphs.
  private static func paragraphs(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { foldedWhiteSpace(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  // MARK: - Beside comments of the page

  /// The page's comments with what only the structured data say of them.
  static func completed(_ comments: [Comment], by others: [Comment]) -> [Comment] {
    guard !others.isEmpty else { return comments }
    var byID: [Comment.ID: Comment] = [:]
    var byText: [String: Comment] = [:]
    for other in others {
      byID[other.id] = byID[other.id] ?? other
      let letters = lettersOnly(other.text)
      if letters.utf8.count >= 12 { byText[letters] = byText[letters] ?? other }
    }
    // Their ids lead to those of the page.
    var ids: [Comment.ID: Comment.ID] = [:]
    let pairs = comments.map { comment -> (Comment, Comment?) in
      let letters = lettersOnly(comment.text)
      let other = byText[letters] ?? byID[comment.id].flatMap { lettersOnly($0.text) == letters ? $0 : nil }
      if let other { ids[other.id] = comment.id }
      return (comment, other)
    }
    return pairs.map { comment, other in
      guard let other else { return comment }
      return Comment(
        id: comment.id, parentID: comment.parentID ?? other.parentID.flatMap { ids[$0] },
        isParentInferred: comment.isParentInferred, author: comment.author ?? other.author,
        authorURL: comment.authorURL ?? other.authorURL, published: comment.published ?? other.published,
        text: comment.text, votes: comment.votes ?? other.votes,
        permalink: comment.permalink ?? other.permalink,
        isByArticleAuthor: comment.isByArticleAuthor, kind: comment.kind)
    }
  }
}
