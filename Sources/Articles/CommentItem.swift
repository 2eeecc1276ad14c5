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
  /// True if only words, no markup, said so.
  var isParentInferred = false
  /// Nesting as stated by a class such as `depth-2` or by indentation: only more or less says anything.
  var depth: Int?
  /// Key of the comment that it answers, as an id or attribute states it.
  var parentKey: String?
  var isByArticleAuthor = false
  /// Whether it stands in a list of comments, or has a name that nothing else has.
  var isListed = true
  var kind = Comment.Kind.comment

  /// Index after the last node that belongs to it or its answers.
  var end: Int { ranges.last?.upperBound ?? node }
}
