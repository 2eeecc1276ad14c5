import Hashing
public import Model
import Summary

/// Why a quotation is not what its source says.
public enum QuoteMismatch: Hashable, Sendable, CustomStringConvertible {
  /// The article has no such block, the discussion no such comment.
  case missingSource
  /// The source's text is not the one that was quoted from.
  case changedSource
  /// The range lies outside of the source.
  case rangeOutside
  /// The bytes at the range are others.
  case differentText
  /// A list's items or introduction do not stand there.
  case differentList

  public var description: String {
    switch self {
    case .missingSource: "the source of the quotation is gone"
    case .changedSource: "the source has changed since it was quoted"
    case .rangeOutside: "the quoted range lies outside of the source"
    case .differentText: "the quotation differs from the source"
    case .differentList: "the quoted list or its introduction differs from the source"
    }
  }
}

/// Checks that `quote` is exactly the bytes of its range in `source`, and that the source is the one that
/// was quoted.
///
/// `nil` if everything fits.
public func verifyQuote(_ quote: Edition.Quote, in source: String) -> QuoteMismatch? {
  guard let text = quote.range.slice(of: source) else { return .rangeOutside }
  guard text.utf8.elementsEqual(quote.text.utf8) else { return .differentText }
  return ContentHash(of: source) == quote.sourceHash ? nil : .changedSource
}

/// Checks `quote` against the block of `article` that it names; a list also against its items and its
/// introduction; a list that is cut holds its first items. A quotation's introduction ends the block before it.
public func verifyQuote(_ quote: Edition.Quote, in article: Article) -> QuoteMismatch? {
  guard let index = quote.blockIndex, let place = article.blocks.firstIndex(where: { $0.index == index })
  else {
    return .missingSource
  }
  let block = article.blocks[place]
  if let mismatch = verifyQuote(quote, in: block.text) { return mismatch }
  if quote.kind == .list {
    let isComplete = quote.items.count + quote.omittedItems == block.items.count
    guard isComplete, haveSameBytes(quote.items, Array(block.items.prefix(quote.items.count))) else {
      return .differentList
    }
  }
  guard let stem = quote.stem else { return nil }
  let before = place > 0 ? article.blocks[place - 1].text : ""
  return endsIn(stem, before) ? nil : .differentList
}

/// Checks a comment's quotation against the comment of that name in `discussion`.
public func verifyQuote(_ comment: Edition.QuotedComment, in discussion: Discussion) -> QuoteMismatch? {
  guard let source = discussion.comments.first(where: { $0.id == comment.commentID }) else {
    return .missingSource
  }
  return verifyQuote(comment.quote, in: source.text)
}

private func haveSameBytes(_ left: [String], _ right: [String]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
}

/// Whether `text` ends in `ending`, white space aside.
private func endsIn(_ ending: String, _ text: String) -> Bool {
  let space: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 9 && $0 <= 13) }
  var bytes = Array(text.utf8)
  while let last = bytes.last, space(last) { bytes.removeLast() }
  return bytes.count >= ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
}
