import Model

/// A place in a page that holds one comment.
struct CommentItem {
  /// The element that stands for the comment.
  let node: Int
  /// What belongs to it: the element itself, and for definition lists the `dd`s that follow.
  var ranges: [Range<Int>]
  /// Digits (or TypePad's hexadecimal name) out of its id; `nil` without one.
  var key: String?
  /// Index of the item that it answers.
  var parent: Int?
  /// Nesting as stated by a class such as `depth-2`.
  var depth: Int?
  /// Key of the comment that it answers, as an id or link states it.
  var parentKey: String?
  var isByArticleAuthor = false
  var kind = Comment.Kind.comment
}

/// Names by which the engines of the web mark comments, and what is no comment in spite of its name.
enum CommentMarkup {
  static let items: NameSet = [
    "comment", "wc-comment", "wpd-comment", "isso-comment", "u-comment", "serendipity_comment", "comtr",
    "crawler-post", "comment-item", "single-comment", "comment-entry", "pingback", "trackback", "comment-box",
    "commententry", "comment_item", "comment-listitem", "fdcomment", "s-comment",
  ]

  static let lists: NameSet = [
    "comments", "commentlist", "comment-list", "comments-area", "comments-list", "comment_list",
    "disqus_thread",
    "comments-block", "comments-section", "comment-section", "wp-block-comments", "wp-block-comment-template",
    "comment-thread", "comment-threads", "commentarea", "comments-wrapper", "comments_wrapper",
    "comments-container",
    "comments-inner", "comment-holder", "comments-content", "comment-tree", "commentwrap", "wpdcom",
    "wpd-thread-list",
    "wc-thread-wrapper", "isso-thread", "isso-root", "comments_list", "the-comments", "singlecomments", "cmt",
    "all-comments", "comments-tree", "serendipity_comments", "post-comments", "article-comments",
    "node-comments",
    "comment-wrapper", "allcomments", "comments-template", "discussion", "kommentare", "commentaires",
    "comentarios",
  ]

  /// Forms and what surrounds them: never part of the article, and no comments.
  static let forms: NameSet = [
    "respond", "comment-respond", "commentform", "comment-form", "reply-title", "comment-form-wrap",
    "addcomment",
    "comment-reply", "wpd-form-wrap", "wc_comm_form", "leave-comment", "leave-a-comment", "comments-form",
  ]

  static let foreign: NameSet = [
    "widget", "widget_recent_comments", "recentcomments", "recent-comments", "recent_comments", "sidebar",
    "teaser",
    "modal", "menu", "miniature", "latest-comments", "wp-block-latest-comments", "comment-teaser",
    "top-comments-widget",
  ]

  static let authors: [String] = [
    "fn", "comment-author-name", "comment_author", "wp-block-comment-author-name", "wpd-comment-author",
    "wc-comment-author", "comment-author-link", "comment__author", "comment-author", "commentauthor",
    "comment_author_name",
    "p-author", "hnuser", "isso-author", "username", "user", "author-name", "author", "creator", "commenter",
    "comment-name", "comment_name", "commentername", "poster", "name", "nickname", "vcard",
  ]

  static let dates: [String] = [
    "comment-metadata", "commentmetadata", "comment-date", "comment_date", "comment-time", "comment_time",
    "comment__date", "comment-timestamp", "comment-meta", "comment_meta", "comment-meta-data",
    "wp-block-comment-date",
    "wpd-comment-date", "wc-comment-date", "dt-published", "published", "post-time", "age", "date",
    "datetime", "time",
    "timestamp", "submitted", "posted", "permalink", "comment-permalink", "comment-info", "comment-footer",
    "commentdate",
    "comment-header", "meta", "info", "datum", "comment-data",
  ]

  static let bodies: [String] = [
    "comment-content", "comment_content", "comment-text", "comment_text", "comment__content", "comment__text",
    "wp-block-comment-content", "wpd-comment-text", "wc-comment-text", "format_text",
    "field-name-comment-body",
    "comment-body-text", "commentbody", "comment-message", "comment_body", "e-content", "isso-text",
    "commtext",
    "comment-body", "comment-entry", "commenttext", "comment-inner-text", "comment-copy", "entry-content",
    "message",
    "content", "text", "body", "post", "comment-main",
  ]

  static let bodyTokens = NameSet(bodies)

  /// What only a comment itself has, not a wrapper round one.
  static let ownParts: NameSet = [
    "fn", "comment-author", "comment-author-name", "comment_author", "comment-content", "comment_content",
    "comment-text",
    "comment_text", "e-content", "p-author", "wpd-comment-text", "wc-comment-text", "comment-meta",
    "comment-metadata",
  ]

  /// Parts of a comment that are not what the commenter wrote.
  static let controls: NameSet = [
    "reply", "comment-reply", "comment-reply-link", "reply-link", "comment-edit-link", "edit-link",
    "comment-actions",
    "comment-meta", "commentmetadata", "comment-metadata", "comment-author", "vcard", "avatar", "says",
    "comment-footer",
    "comment-header", "comment-links", "comment-tools", "comment-number", "comment-num", "comment-date",
    "comment_date",
    "comment-time", "comment_time", "permalink", "wpd-comment-footer", "wpd-comment-header",
    "wc-comment-footer",
    "wc-comment-header", "wc-comment-left", "wpd-comment-left", "wpd-reply-to", "wc-reply-to", "votes",
    "vote",
    "comment-rating", "rating", "like-button", "likes", "gdrts-rating-block", "sharedaddy", "jp-likes",
    "comment-likes", "comment-awaiting-moderation", "addtoany_share_save_container", "links", "indented",
    "comment-subject", "new", "comment-author-attr", "report", "flag", "comment-flag", "comment-info",
    "post_info",
    "item-control", "comment-actions-wrap", "datetime", "screen-reader-text", "comment_meta", "commentcount",
    "count",
    "comment-replies", "comment-replybox-single", "comment-replybox-thread", "comment-permalink", "submitted",
    "wp-block-comment-reply-link", "wp-block-comment-edit-link", "comment-share", "comment-report",
    "user-picture",
  ]

  static let byArticleAuthor: NameSet = [
    "bypostauthor", "by-author", "byauthor", "comment-by-post-author", "is-author", "blog-author",
    "authorcomment",
    "comment-author-is-post-author",
  ]

  /// Digits out of `comment-12`, `li-comment-12`, `wc-comm-12_0`, `c12`, ...; lower-case id expected.
  static func key(ofID id: String) -> (key: String, parent: String?)? {
    guard id.utf8.contains(where: isDigit) else { return nil }
    let bytes = id.utf8.span
    var start = 0
    for prefix in ["li-", "div-", "article-", "dd-", "dt-", "single-", "the-", "wp-"]
    where bytes.holds(prefix, at: start) {
      start += prefix.utf8.count
    }
    for prefix in [
      "comment-box-item-", "comment-item-", "comment-id-", "comment-", "comment_", "comment", "wc-comm-",
      "wpd-comm-", "isso-", "cmt-", "kommentar-", "c", "post_", "post-comment-",
    ] {
      guard bytes.holds(prefix, at: start) else { continue }
      let tail = id.utf8.dropFirst(start + prefix.utf8.count)
      let digits = tail.prefix { isDigit($0) }
      if !digits.isEmpty {
        if prefix == "c" && digits.count < 2 { return nil }
        let after = tail.dropFirst(digits.count)
        let key = String(decoding: Array(digits), as: UTF8.self)
        if after.isEmpty { return (key, nil) }
        // wpDiscuz: number of the comment, of what it answers.
        if after.first == UInt8(ascii: "_"), after.dropFirst().allSatisfy(isDigit) {
          let parent = String(decoding: Array(after.dropFirst()), as: UTF8.self)
          return (key, parent == "0" || parent.isEmpty ? nil : parent)
        }
        // TypePad's hexadecimal names.
        if tail.count >= 12, tail.allSatisfy(isHexDigit) {
          return (String(decoding: Array(tail), as: UTF8.self), nil)
        }
        return nil
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}
