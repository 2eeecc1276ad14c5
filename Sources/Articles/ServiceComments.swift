import Markup
public import Model

/// The comments in the JSON of a comment service: those of WordPress (`/wp-json/wp/v2/comments`), the posts of a
/// Discourse topic (`/t/ID.json`) or a Disqus thread (`threads/listPosts`), the answers below a story of Hacker News
/// (`hn.algolia.com/api/v1/items/ID`) or a post of Reddit (`/comments/ID.json`), or JSON-LD.
///
/// Addresses of e-mail, of machines and of avatars are left behind. `nil` if the bytes are in none of these forms.
public func serviceComments(_ json: [UInt8], url: String? = nil) -> [Comment]? {
  let start = json.starts(with: [0xEF, 0xBB, 0xBF]) ? json.dropFirst(3) : json[...]
  guard json.count <= 16 << 20, let first = start.first(where: { $0 > 0x20 }),
    first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
    let value = JSONValue(parsing: String(decoding: start, as: UTF8.self))
  else { return nil }
  let address = url.flatMap { WebAddress($0) }
  if case .array(let values) = value, values.allSatisfy({ $0["content"]?["rendered"] != nil }) {
    return values.compactMap { wordPressComment($0, address) }
  }
  if let posts = value["post_stream"]?["posts"]?.elements {
    // The first post is the topic itself.
    let author = posts.first.flatMap { $0["post_number"]?.string == "1" ? $0["username"]?.string : nil }
    return posts.filter { $0["post_number"]?.string != "1" }
      .compactMap { discoursePost($0, in: value, author, address) }
  }
  if let thread = ServiceThread(value, address) { return thread.comments() }
  guard value.elements.contains(where: { $0["@context"] != nil || $0["@type"] != nil || $0["@graph"] != nil })
  else { return nil }
  return StructuredComments.comments(StructuredData(value).comments, address)
}

/// WordPress REST API handbook, "Comments": `parent` 0 is the top level.
private func wordPressComment(_ value: JSONValue, _ address: WebAddress?) -> Comment? {
  guard let id = value["id"]?.string, let text = commentText(value["content"]?["rendered"]?.string) else {
    return nil
  }
  if let status = value["status"]?.string, status != "approved" { return nil }
  let type = value["type"]?.string ?? ""
  let date = value["date_gmt"]?.string.map { $0.hasSuffix("Z") ? $0 : $0 + "Z" }
  let parent = value["parent"]?.string.flatMap { $0 == "0" ? nil : $0 }
  return Comment(
    id: Comment.ID(rawValue: id), parentID: parent.map { Comment.ID(rawValue: $0) },
    author: value["author_name"]?.string.map(plainName).flatMap(CommentName.cleaned),
    authorURL: CommentLink.shown(value["author_url"]?.string, relativeTo: address),
    published: date.flatMap { Instant(rfc3339: $0) }, text: text,
    permalink: CommentLink.shown(value["link"]?.string, relativeTo: address),
    kind: isNotice(type) ? .notice : type == "mention" ? .pingback : Comment.Kind(rawValue: type) ?? .comment)
}

/// Plug-ins keep likes and reposts as comments of a type of their own, WordPress its editors' notes.
private func isNotice(_ type: String) -> Bool {
  notices.contains(type) || type.utf8.starts(with: "wp_".utf8)
}

private let notices: NameSet = [
  "like", "likes", "repost", "favorite", "favourite", "bookmark", "reaction", "reacji", "emoji", "boost",
  "share",
  "rsvp", "rsvp:yes", "rsvp:no", "rsvp:maybe", "rsvp:interested", "invite", "tag", "follow", "listen",
  "watch", "read",
  "note", "order_note", "action_log", "webhook_delivery",
]

/// A post of Discourse; likes are votes.
private func discoursePost(
  _ value: JSONValue, in topic: JSONValue, _ author: String?, _ address: WebAddress?
) -> Comment? {
  guard let number = value["post_number"]?.string, let text = commentText(value["cooked"]?.string) else {
    return nil
  }
  // Only what people wrote: no moderator's actions, no hidden or deleted posts.
  guard value["post_type"]?.string ?? "1" == "1", value["hidden"] != .bool(true),
    value["deleted_at"]?.string == nil, value["user_deleted"] != .bool(true)
  else { return nil }
  let likes = value["actions_summary"]?.elements.first { $0["id"]?.string == "2" }?["count"]?.string
  let parent = value["reply_to_post_number"]?.string.flatMap { $0 == "1" ? nil : $0 }
  let name = value["name"]?.string.flatMap(CommentName.cleaned)
  let user = value["username"]?.string
  return Comment(
    id: Comment.ID(rawValue: number), parentID: parent.map { Comment.ID(rawValue: $0) },
    author: name ?? user.flatMap(CommentName.cleaned),
    published: value["created_at"]?.string.flatMap { Instant(rfc3339: $0) }, text: text,
    votes: likes.flatMap { Int($0) },
    permalink: CommentLink.shown(value["post_url"]?.string ?? topicPath(topic, number), relativeTo: address),
    isByArticleAuthor: author != nil && user == author)
}

private func topicPath(_ topic: JSONValue, _ number: String) -> String? {
  guard let slug = topic["slug"]?.string, let id = topic["id"]?.string else { return nil }
  return "/t/\(slug)/\(id)/\(number)"
}

/// A name with its character references replaced.
func plainName(_ name: String) -> String {
  name.utf8.contains(UInt8(ascii: "&")) ? HTMLDocument.parse(name).lineText(of: 0) : name
}

/// Paragraphs parted by blank lines; `nil` for no words.
func commentText(_ html: String?) -> String? {
  guard let html else { return nil }
  let text = QuotedWords.paragraphs(PageIndex(HTMLDocument.parse(html)), of: 0).joined(separator: "\n\n")
  return text.isEmpty ? nil : text
}
