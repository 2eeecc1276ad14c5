/// Names by which the engines of the web mark comments, and what is no comment in spite of its name.
///
/// All are whole class names or ids in lower case: `one-sidebar` is no sidebar.
enum CommentMarkup {
  static let items: NameSet = [
    "comment", "wc-comment", "wpd-comment", "isso-comment", "u-comment", "serendipity_comment", "comtr",
    "crawler-post", "comment-item", "single-comment", "comment-entry", "pingback", "trackback", "comment-box",
    "commententry", "comment_item", "comment-listitem", "fdcomment", "s-comment", "forum-message",
    "message--post", "comment-single", "usercomment", "user-comment", "kommentar", "kommentar-item",
    "leserbrief", "leserkommentar", "commentaire", "comentario", "xenforo-comment", "kmt-item",
  ]

  /// Names that teasers of articles and counters have too.
  static let commonItems: NameSet = [
    "comment", "comment-item", "single-comment", "comment-entry", "comment-box", "commententry",
    "comment_item", "comment-listitem", "user-comment", "usercomment", "kommentar", "commentaire",
    "comentario",
  ]

  static let lists: NameSet = [
    "comments", "commentlist", "comment-list", "comments-area", "comments-list", "comment_list",
    "disqus_thread", "comments-block", "comments-section", "comment-section", "wp-block-comments",
    "wp-block-comment-template", "comment-thread", "comment-threads", "commentarea", "comments-wrapper",
    "comments_wrapper", "comments-container", "comments-inner", "comment-holder", "comments-content",
    "comment-tree", "commentwrap", "wpdcom", "wpcomm", "wpd-thread-list", "wc-thread-wrapper", "isso-thread",
    "isso-root", "comments_list", "the-comments", "singlecomments", "cmt", "all-comments", "comments-tree",
    "serendipity_comments", "post-comments", "article-comments", "node-comments", "comment-wrapper",
    "allcomments", "comments-template", "discussion", "kommentare", "commentaires", "comentarios",
    "itemcomments", "itemcommentslist", "comments-posts", "squarespace-comments", "commentslist", "jc",
    "dsq-comments", "entry-comments", "comment-wrap", "webmentions", "wp-comments", "reader-comments",
    "user-comments", "ping-list", "pinglist", "entry-pings", "comments_area", "comment-area", "dsq-content",
  ]

  /// Forms and what surrounds them: never part of the article, and no comments.
  static let forms: NameSet = [
    "respond", "comment-respond", "commentform", "comment-form", "reply-title", "comment-form-wrap",
    "addcomment", "comment-reply", "wpd-form-wrap", "wc_comm_form", "leave-comment", "leave-a-comment",
    "comments-form", "serendipity_commentform", "comments-open", "comment-form-wrapper", "new_comment",
    "comment-editor", "isso-postbox", "wpd_comm_form", "formulaire_forum", "postbox-comment",
  ]

  static let foreign: NameSet = [
    "widget", "widget_recent_comments", "recentcomments", "recent-comments", "recent_comments", "sidebar",
    "teaser", "modal", "menu", "miniature", "latest-comments", "wp-block-latest-comments", "comment-teaser",
    "top-comments-widget", "add-comment", "comment-login", "new-comment", "login-to-comment", "twitter-tweet",
    "comment-teasers", "comment-closed", "comments-closed", "comment-respond",
  ]

  /// Wrappers of the answers to what stands before them.
  static let replies: NameSet = [
    "indented", "children", "replies", "comment-replies", "child-comments", "comment-children", "answers",
    "child", "nested", "nested-comments", "subcomments", "sub-comments", "comment-responses",
    "isso-follow-up",
    "nested-comment", "comment-answers", "antworten", "reply-list", "comments-replies", "thread-replies",
  ]

  static let authors: [String] = [
    "fn", "comment-author-name", "comment_author", "wp-block-comment-author-name", "wpd-comment-author",
    "wc-comment-author", "comment-author-link", "comment__author", "comment-author", "commentauthor",
    "comment_author_name", "kmt-author", "p-author", "hnuser", "isso-author", "author-homepage",
    "comment_source_author",
    "commentauthorname", "comment-username", "username", "user", "author-name", "author", "creator",
    "u-author", "commenter", "autor", "benutzer", "nutzername", "comment-name", "comment_name",
    "commentername", "poster", "name", "nickname",
    "vcard",
  ]

  static let authorTokens = NameSet(authors)

  /// Lines that hold a name beside other things, such as "Posted by: Ann Lee | June 6, 2013".
  static let lines: [String] = [
    "submitted", "documentbyline", "byline", "comment-info", "comment-footer", "comment-meta", "comment_meta",
    "commentmetadata", "comment-metadata", "comment-header", "comment-head", "comment-byline",
    "serendipity_comment_source", "forum-chapo", "meta", "info", "head", "header", "comment-details",
  ]

  static let dates: [String] = [
    "comment-metadata", "commentmetadata", "comment-date", "comment_date", "comment-time", "comment_time",
    "comment__date", "comment__time", "comment-timestamp", "comment-meta", "comment_meta",
    "comment-meta-data", "wp-block-comment-date", "wpd-comment-date", "wc-comment-date", "dt-published",
    "published", "post-time", "age", "date", "datetime", "time", "timestamp", "submitted", "posted",
    "permalink", "comment-permalink", "comment-info", "comment-footer", "commentdate", "comment-header",
    "meta", "info", "datum", "comment-data", "comment_source_date", "documentbyline", "byline",
  ]

  static let bodies: [String] = [
    "comment-content", "comment_content", "comment-text", "comment_text", "comment__content", "comment__text",
    "wp-block-comment-content", "wpd-comment-text", "wc-comment-text", "format_text",
    "field-name-comment-body", "field--name-comment-body", "comment-body-text", "commentbody",
    "comment-message", "message-content", "comment_body", "e-content", "isso-text", "commtext",
    "serendipity_commentbody",
    "forum-texte", "comment-texte", "usertext-body", "bbwrapper", "commenttext", "comment-inner-text",
    "comment-copy", "comment-entry-content",
    // Less certain names: below, an author may stand inside.
    "comment-body", "comment-entry", "entry-content", "message", "md", "content", "text", "txt", "body",
    "post", "comment-main", "description",
  ]

  static let bodyTokens = NameSet(bodies)

  /// Names that only the words of a comment have.
  static let certainBodies = NameSet(bodies.prefix { $0 != "comment-body" })

  /// What only a comment itself has, not a wrapper round one.
  static let ownParts: NameSet = [
    "fn", "comment-author", "comment-author-name", "comment_author", "comment-content", "comment_content",
    "comment-text", "comment_text", "e-content", "p-author", "wpd-comment-text", "wc-comment-text",
    "comment-meta", "comment-metadata",
  ]

  /// Parts of a comment that are not what the commenter wrote.
  static let controls: NameSet = [
    "reply", "comment-reply", "comment-reply-link", "reply-link", "comment-edit-link", "edit-link",
    "comment-actions", "comment-meta", "commentmetadata", "comment-metadata", "comment-author", "vcard",
    "avatar", "says", "comment-footer", "comment-header", "comment-links", "comment-tools", "comment-number",
    "comment-num", "comment-date", "comment_date", "comment-time", "comment_time", "permalink",
    "wpd-comment-footer", "wpd-comment-header", "wc-comment-footer", "wc-comment-header", "wc-comment-left",
    "wpd-comment-left", "wpd-reply-to", "wc-reply-to", "votes", "vote", "comment-rating", "rating",
    "like-button", "likes", "gdrts-rating-block", "sharedaddy", "jp-likes", "comment-likes",
    "comment-awaiting-moderation", "addtoany_share_save_container", "links", "indented", "comment-subject",
    "new", "comment-author-attr", "report", "flag", "comment-flag", "comment-info", "post_info",
    "item-control", "comment-actions-wrap", "datetime", "screen-reader-text", "comment_meta", "commentcount",
    "count", "comment-replies", "comment-replybox-single", "comment-replybox-thread", "comment-permalink",
    "submitted", "wp-block-comment-reply-link", "wp-block-comment-edit-link", "comment-share",
    "comment-report", "user-picture", "cluv", "cld-like-dislike-wrap", "comment-like-wrap", "documentbyline",
    "commentactions", "serendipity_comment_source", "forum-repondre-message", "forum-chapo", "commentlink",
    "commentdate", "commentauthorname", "commenttoolbar", "comments-buttons", "comments-vote",
    "comment-anchor", "comment-controls", "isso-comment-header", "isso-comment-footer", "isso-follow-up",
    "post-author-badge", "badge", "comment-awaiting", "crawler-post-meta", "reply-container", "tagline",
    "wp-block-comment-author-name", "wp-block-comment-date", "wp-block-avatar", "comment-karma",
    "comment_rating", "ckrating", "wpulike", "comment-like-count", "comment-votes", "subscribe-to-comments",
    "comment-byline", "comment-form", "reply-form", "comment-respond", "message-actionbar",
    "comment-reply-wrap",
    "comment-reply-link-wrap", "edit_comment_link", "comment-edit", "comment_num", "comment__meta",
    "comment-head", "author-badge", "userattrs", "flat-list", "post-author-label", "sce-edit-button",
    "wc-vote", "wpd-vote", "comment-vote", "comment-upvote", "recommend", "comment-rank", "post-likes",
  ]

  static let byArticleAuthor: NameSet = [
    "bypostauthor", "by-author", "byauthor", "comment-by-post-author", "is-author", "blog-author",
    "authorcomment", "comment-author-is-post-author", "by-post-author", "comment-by-node-author",
    "comment-by-author", "by-node-author", "authorresponse", "serendipity_comment_author_self",
    "author-comment", "commentaire_de_auteur", "usertype-author", "comment--author", "wc-post-author",
    "from-author",
  ]

  /// The same, on the element that holds the name.
  static let authorMarks: NameSet = [
    "submitter", "user_is_author", "blog-author", "by-post-author", "isauthor", "is-author",
    "post-author-badge", "author-badge", "comment-author-badge", "by-author", "post-author-label",
  ]

  /// Whether a class or id names a list of the newest comments of all articles.
  static func isOfManyPages(_ token: String) -> Bool {
    guard (10..<60).contains(token.utf8.count), mentionsComments(token) else { return false }
    if recent.contains(where: token.hasSuffix) { return true }
    let parts = token.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      .map { String(decoding: Array($0), as: UTF8.self) }
    if parts.contains(where: recent.contains) { return true }
    return parts.contains { $0 == "comments" || $0 == "kommentare" }
      && parts.contains { ["recent", "latest", "newest", "neueste"].contains($0) }
  }

  private static let recent: [String] = [
    "recentcomments", "latestcomments", "lastcomments", "neuestekommentare", "letztekommentare",
  ]

  /// Whether the words of a class or id say that it is a list of comments, such as `recipe-comments`.
  static func namesList(_ token: String) -> Bool {
    guard (8..<60).contains(token.utf8.count), let parts = words(token), let first = parts.first,
      !["has", "no", "show", "hide", "open", "with", "count", "allow", "closed", "view", "go", "to", "num"]
        .contains(first)
    else { return false }
    if let last = parts.last, last == "comments" || last == "kommentare" { return true }
    return parts.indices.dropLast().contains { place in
      ["comment", "comments", "kommentar", "kommentare"].contains(parts[place])
        && ["list", "entries", "section", "area", "thread", "threads", "tree"].contains(parts[place + 1])
    }
  }

  /// Whether the words of a class say that it is a comment, such as `c-comment-card`.
  static func namesItem(_ token: String) -> Bool {
    guard (7..<60).contains(token.utf8.count), let parts = words(token), let last = parts.last else {
      return false
    }
    if ["comment", "kommentar"].contains(last) {
      return !parts.dropLast().contains {
        [
          "add", "new", "post", "no", "leave", "write", "reply", "icon", "count", "edit", "has", "link",
          "btn", "button", "to",
        ].contains($0)
      }
    }
    guard parts.count >= 2, ["comment", "kommentar"].contains(parts[parts.count - 2]) else { return false }
    return ["item", "card", "container", "box", "entry", "row", "block", "post", "node", "single"].contains(
      last)
  }

  /// Most tokens do not: seen before they are taken apart.
  private static func mentionsComments(_ token: String) -> Bool {
    var last: UInt8 = 0
    for byte in token.utf8 {
      if byte == UInt8(ascii: "m"), last == byte { return true }
      last = byte
    }
    return false
  }

  private static func words(_ token: String) -> [String]? {
    guard mentionsComments(token) else { return nil }
    return token.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      .map { String(decoding: Array($0), as: UTF8.self) }
  }

  /// Whether a class that no list here knows says by its end what it is for, such as
  /// `x-list-comment-name`.
  static func ends(_ token: String, _ endings: [String]) -> Bool {
    endings.contains { token.utf8.count > $0.utf8.count && token.hasSuffix($0) }
  }

  static let authorEndings = [
    "commentname", "comment-name", "comment_name", "commentauthor", "comment-author", "comment_author",
    "commentusername", "comment-username", "comment-user", "commenter-name", "author-name", "authorname",
    "author_name", "user-name", "user_name", "__author", "__name", "__username", "-username",
  ]

  static let dateEndings = [
    "timestamp", "commentdate", "comment-date", "comment_date", "commenttime", "comment-time", "__date",
    "__time", "-datetime", "-date", "_date",
  ]

  static let bodyEndings = [
    "commenttext", "comment-text", "comment_text", "commentcontent", "comment-content", "comment_content",
    "commentbody", "comment-body", "comment_body", "comment-message", "__text", "__content", "__body",
    "__message",
  ]
}
