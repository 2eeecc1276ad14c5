/// The name of a comment within its page, taken out of an id, a fragment or an attribute.
enum CommentKey {
  /// Digits out of `comment-12`, `li-comment-12`, `wc-comm-12_0`, `c12`, ...; lower-case id expected.
  static func ofID(_ id: String) -> (key: String, parent: String?)? {
    var rest = id.utf8[...]
    for prefix in wrappers where rest.starts(with: prefix.utf8) { rest = rest.dropFirst(prefix.utf8.count) }
    for prefix in prefixes {
      guard rest.starts(with: prefix.utf8) else { continue }
      let tail = rest.dropFirst(prefix.utf8.count)
      let digits = tail.prefix { isDigit($0) }
      guard !digits.isEmpty else { continue }
      if prefix == "c" && digits.count < 2 { return nil }
      let after = tail.dropFirst(digits.count)
      let key = String(decoding: Array(digits), as: UTF8.self)
      if after.isEmpty { return (key, nil) }
      // wpDiscuz: number of the comment, of what it answers.
      if after.first == UInt8(ascii: "_"), after.dropFirst().allSatisfy(isDigit) {
        let parent = String(decoding: Array(after.dropFirst()), as: UTF8.self)
        return (key, parent == "0" || parent.isEmpty ? nil : parent)
      }
      // TypePad's and Squarespace's hexadecimal names.
      if tail.count >= 12, tail.allSatisfy(isHexDigit) {
        return isHash(tail) ? nil : (String(decoding: Array(tail), as: UTF8.self), nil)
      }
      return nil
    }
    return numbered(id)
  }

  /// `xenforo-comment-12`: any words, then "comment", then nothing but the number.
  private static func numbered(_ id: String) -> (key: String, parent: String?)? {
    let digits = id.utf8.reversed().prefix { isDigit($0) }
    guard (2...18).contains(digits.count), digits.count < id.utf8.count else { return nil }
    var rest = id.utf8.dropLast(digits.count)
    if let mark = rest.last, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") { rest = rest.dropLast() }
    for word in ["comment", "kommentar", "commentaire", "comentario"]
    where rest.reversed().starts(with: word.utf8.reversed()) {
      let before = rest.dropLast(word.utf8.count).last
      guard before == nil || before == UInt8(ascii: "-") || before == UInt8(ascii: "_") else { continue }
      return (String(decoding: Array(digits.reversed()), as: UTF8.self), nil)
    }
    return nil
  }

  /// The key in an address's fragment.
  static func ofLink(_ href: String) -> String? {
    guard let mark = href.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    return ofID(asciiLowered(String(href[href.utf8.index(after: mark)...])))?.key
  }

  /// The first run of digits in an attribute's value.
  static func digits(_ text: String) -> String? {
    let digits = text.utf8.drop { !isDigit($0) }.prefix { isDigit($0) }
    return digits.isEmpty ? nil : String(decoding: Array(digits), as: UTF8.self)
  }

  /// Whether the text is nothing but digits, and so many that it names something.
  static func isNumber(_ text: String, atLeast count: Int) -> Bool {
    text.utf8.count >= count && text.utf8.allSatisfy(isDigit)
  }

  /// As long as the digests that services make of addresses of e-mail.
  static func isHash(_ bytes: some Collection<UInt8>) -> Bool {
    [32, 40, 64].contains(bytes.count) && bytes.allSatisfy(isHexDigit)
  }

  private static let wrappers = ["li-", "div-", "article-", "dd-", "dt-", "single-", "the-", "wp-", "js-"]

  private static let prefixes = [
    "comment-box-item-", "comment-item-", "comment-id-", "comment-", "comment_", "comment", "wc-comm-",
    "wpd-comm-", "isso-", "cmt-", "kmt-", "cid-", "c", "post_", "post-comment-", "dsq-comment-",
    "serendipity_comment_", "forum", "post-", "reply-", "response-",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}
