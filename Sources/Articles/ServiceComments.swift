import Markup
public import Model

/// The comments in the JSON of a comment service: those of WordPress (`/wp-json/wp/v2/comments`) or the posts of a
/// Discourse topic (`/t/ID.json`).
///
/// Addresses of e-mail, of machines and of avatars are left behind. `nil` if the bytes are in neither form.
public func serviceComments(_ json: [UInt8], url: String? = nil) -> [Comment]? {
  guard json.count <= 16 << 20, let value = JSONValue(parsing: String(decoding: json, as: UTF8.self)) else {
    return nil
  }
  let address = url.flatMap { WebAddress($0) }
  if case .array(let values) = value, values.allSatisfy({ $0["content"]?["rendered"] != nil }) {
    return values.compactMap { wordPressComment($0, address) }
  }
  if let posts = value["post_stream"]?["posts"]?.elements {
    // The first post is the topic itself.
    return posts.dropFirst().compactMap { discoursePost($0, in: value, address) }
  }
  return nil
}

/// WordPress REST API handbook, "Comments": `parent` 0 is the top level.
private func wordPressComment(_ value: JSONValue, _ address: WebAddress?) -> Comment? {
  guard let id = value["id"]?.string, let text = commentText(value["content"]?["rendered"]?.string) else {
    return nil
  }
  if let status = value["status"]?.string, status != "approved" { return nil }
  let date = value["date_gmt"]?.string.map { $0.hasSuffix("Z") ? $0 : $0 + "Z" }
  let parent = value["parent"]?.string.flatMap { $0 == "0" ? nil : $0 }
  return Comment(
    id: Comment.ID(rawValue: id), parentID: parent.map { Comment.ID(rawValue: $0) },
    author: value["author_name"]?.string.flatMap(CommentReader.cleaned),
    authorURL: webLink(value["author_url"]?.string, address),
    published: date.flatMap { Instant(rfc3339: $0) }, text: text,
    permalink: webLink(value["link"]?.string, address),
    kind: value["type"]?.string.flatMap(Comment.Kind.init(rawValue:)) ?? .comment)
}

/// A post of Discourse; likes are votes.
private func discoursePost(_ value: JSONValue, in topic: JSONValue, _ address: WebAddress?) -> Comment? {
  guard let number = value["post_number"]?.string, let text = commentText(value["cooked"]?.string) else {
    return nil
  }
  // Only what people wrote: no moderator's actions, no hidden or deleted posts.
  guard value["post_type"]?.string ?? "1" == "1", value["hidden"] != .bool(true),
    value["deleted_at"]?.string == nil
  else { return nil }
  let likes = value["actions_summary"]?.elements.first { $0["id"]?.string == "2" }?["count"]?.string
  let parent = value["reply_to_post_number"]?.string.flatMap { $0 == "1" ? nil : $0 }
  let name = value["name"]?.string.flatMap(CommentReader.cleaned)
  return Comment(
    id: Comment.ID(rawValue: number), parentID: parent.map { Comment.ID(rawValue: $0) },
    author: name ?? value["username"]?.string.flatMap(CommentReader.cleaned),
    published: value["created_at"]?.string.flatMap { Instant(rfc3339: $0) }, text: text,
    votes: likes.flatMap { Int($0) },
    permalink: webLink(value["post_url"]?.string ?? topicPath(topic, number), address))
}

private func topicPath(_ topic: JSONValue, _ number: String) -> String? {
  guard let slug = topic["slug"]?.string, let id = topic["id"]?.string else { return nil }
  return "/t/\(slug)/\(id)/\(number)"
}

/// Paragraphs parted by blank lines; `nil` for no words.
private func commentText(_ html: String?) -> String? {
  guard let html else { return nil }
  let text = BlockFlow.blocks(PageIndex(HTMLDocument.parse(html)), of: 0).map(\.text).filter { !$0.isEmpty }
    .joined(separator: "\n\n")
  return text.isEmpty ? nil : text
}

private func webLink(_ text: String?, _ address: WebAddress?) -> String? {
  text.flatMap { WebAddress($0, relativeTo: address) }.flatMap { $0.isWeb ? $0.string : nil }
}
