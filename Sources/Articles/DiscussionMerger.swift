import Markup
public import Model

/// Makes one discussion of what several sources know of it.
///
/// Comments are the same when they have the same number (`comment-12` in a page, `...#comment-12` in a
/// feed, 12 in a REST answer). Dates and words are taken from the feed, which states the time in UTC; who
/// answers whom from whoever says so, the feed first, because only some feeds do. The result stands oldest
/// first, each answer after what it answers. A pure function: same input, same bytes.
///
/// - Parameters:
///   - feed: from the feed of the comments.
///   - page: from the article's page.
///   - stored: from earlier runs: a page or feed may show only the newest.
///   - authors: the article's authors, by whose names their answers are recognised.
public func mergeDiscussion(
  feed: [Comment] = [], page: [Comment] = [], stored: [Comment] = [], authors: [String] = [],
  url: String? = nil,
  statedCount: Int? = nil
) -> Discussion {
  var merger = DiscussionMerger(authors: authors)
  merger.add(feed, from: .feed)
  merger.add(page, from: .page)
  merger.add(stored, from: .store)
  return Discussion(comments: merger.comments(), url: url, statedCount: statedCount)
}

struct DiscussionMerger {
  enum Source { case feed, page, store }

  private struct Known {
    let id: Comment.ID
    var feed: Comment?
    var page: Comment?
    var stored: Comment?
  }

  private let authors: Set<String>
  private var known: [Known] = []
  private var places: [Comment.ID: Int] = [:]

  init(authors: [String]) {
    self.authors = Set(authors.map(DiscussionMerger.name).filter { !$0.isEmpty })
  }

  mutating func add(_ comments: [Comment], from source: Source) {
    for comment in comments {
      let id = DiscussionMerger.identity(comment.id)
      let place = places[id] ?? known.count
      if place == known.count {
        known.append(Known(id: id))
        places[id] = place
      }
      switch source {
      case .feed: known[place].feed = known[place].feed ?? comment
      case .page: known[place].page = known[place].page ?? comment
      case .store: known[place].stored = known[place].stored ?? comment
      }
    }
  }

  /// The merged comments in order.
  func comments(keepingRepeats: Bool = false) -> [Comment] {
    var merged = withNotices(known.map(merge))
    if !keepingRepeats { merged = withoutRepeats(merged) }
    merged = withSoundParents(merged)
    return ordered(merged)
  }

  // MARK: - One comment

  private func merge(_ known: Known) -> Comment {
    let sources = [known.feed, known.page, known.stored].compactMap { $0 }
    let (parent, isInferred) = parent(known)
    let author = sources.lazy.compactMap { $0.author.map(plainName).flatMap(CommentName.withoutAddresses) }
      .first
    let isAuthor = sources.contains(where: \.isByArticleAuthor) || isArticleAuthor(author)
    return Comment(
      id: known.id, parentID: parent, isParentInferred: isInferred, author: author,
      authorURL: sources.lazy.compactMap { CommentLink.shown($0.authorURL, relativeTo: nil) }.first,
      published: sources.lazy.compactMap(\.published).first,
      text: text(known), votes: [known.page, known.feed, known.stored].lazy.compactMap { $0?.votes }.first,
      permalink: sources.lazy.compactMap { CommentLink.shown($0.permalink, relativeTo: nil) }.first,
      isByArticleAuthor: isAuthor,
      kind: sources.lazy.map(\.kind).first { $0 != .comment } ?? .comment)
  }

  /// A parent that markup states wins over one that was concluded.
  private func parent(_ known: Known) -> (Comment.ID?, Bool) {
    let sources = [known.feed, known.page, known.stored].compactMap { $0 }
    let stated =
      sources.first { $0.parentID != nil && !$0.isParentInferred } ?? sources.first { $0.parentID != nil }
    guard let stated, let parent = stated.parentID else { return (nil, false) }
    return (DiscussionMerger.identity(parent), stated.isParentInferred)
  }

  /// The feed's words, unless it has only their beginning.
  private func text(_ known: Known) -> String {
    let candidates = [known.feed, known.page, known.stored].compactMap { $0?.text }.filter { !$0.isEmpty }
    guard let first = candidates.first else { return "" }
    let longest = candidates.max { $0.utf8.count < $1.utf8.count } ?? first
    return QuotedWords.withoutCodes(first.utf8.count * 10 < longest.utf8.count * 7 ? longest : first)
  }

  private func isArticleAuthor(_ name: String?) -> Bool {
    guard let name else { return false }
    return authors.contains(DiscussionMerger.name(name))
  }

  /// A name for comparison: without a handle in brackets, letters and digits only.
  static func name(_ name: String) -> String {
    let plain = name.prefix { $0 != "(" && $0 != "@" }
    return lettersOnly(String(plain))
  }

  /// The number that all sources share, if the id holds one.
  static func identity(_ id: Comment.ID) -> Comment.ID {
    let text = id.rawValue
    if let after = text.range(ofASCII: "comment-") {
      let digits = text[after...].utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
      if !digits.isEmpty { return Comment.ID(rawValue: String(decoding: Array(digits), as: UTF8.self)) }
    }
    guard CommentLink.isPersonal(text.utf8) else { return id }
    // Some make ids of an address of e-mail (RFC 4151).
    return Comment.ID(rawValue: CommentLink.withoutPersonal(text))
  }

  // MARK: - All comments

  /// What stands where a comment was deleted, likes and reposts are notices, without name and words of before; what answered
  /// them answers what they answered.
  private func withNotices(_ comments: [Comment]) -> [Comment] {
    var parents: [Comment.ID: Comment.ID?] = [:]
    for (comment, known) in zip(comments, known) where notice(comment, known) != nil {
      parents[comment.id] = .some(comment.parentID)
    }
    if parents.isEmpty { return comments }
    return zip(comments, known).map { comment, known in
      if let text = notice(comment, known) {
        return Comment(id: comment.id, published: comment.published, text: text, kind: .notice)
      }
      var parent = comment.parentID
      var steps = 0
      while let id = parent, let next = parents[id], steps < parents.count {
        parent = next
        steps += 1
      }
      return parent == comment.parentID ? comment : comment.answering(parent)
    }
  }

  /// The words of a notice; `nil` for a comment. What any source says counts, whatever was stored of it before.
  private func notice(_ comment: Comment, _ known: Known) -> String? {
    guard comment.kind == .comment || comment.kind == .notice else { return nil }
    let texts = [known.feed, known.page, known.stored].compactMap { $0?.text }
    if let placeholder = texts.first(where: NoComment.isPlaceholder) { return placeholder }
    return comment.kind == .notice || NoComment.isReaction(comment.text, by: comment.author)
      ? comment.text : nil
  }

  /// The same words by the same person, posted twice or named differently by two sources: the first stays, with
  /// what only the other says; answers to the other go to it.
  private func withoutRepeats(_ comments: [Comment]) -> [Comment] {
    struct Words: Hashable {
      let author: String
      let text: String
    }
    var first: [Words: Comment.ID] = [:]
    var replaced: [Comment.ID: Comment.ID] = [:]
    var others: [Comment.ID: Comment] = [:]
    var kept: [Comment] = []
    for comment in comments {
      let letters = lettersOnly(comment.text)
      guard letters.utf8.count >= 20, comment.kind != .notice else {
        kept.append(comment)
        continue
      }
      let words = Words(author: DiscussionMerger.name(comment.author ?? ""), text: letters)
      if let id = first[words] {
        replaced[comment.id] = id
        others[id] = others[id] ?? comment
      } else {
        first[words] = comment.id
        kept.append(comment)
      }
    }
    if replaced.isEmpty { return kept }
    return kept.map { comment in
      let comment = others[comment.id].map { comment.completed(by: $0) } ?? comment
      guard let parent = comment.parentID, let other = replaced[parent] else { return comment }
      return comment.answering(other == comment.id ? nil : other)
    }
  }

  /// Parents that exist and do not answer their own answers.
  private func withSoundParents(_ comments: [Comment]) -> [Comment] {
    var parents: [Comment.ID: Comment.ID] = [:]
    let ids = Set(comments.map(\.id))
    for comment in comments {
      if let parent = comment.parentID, ids.contains(parent), parent != comment.id {
        parents[comment.id] = parent
      }
    }
    var sound: Set<Comment.ID> = []
    for comment in comments {
      var path: [Comment.ID] = []
      var onPath: Set<Comment.ID> = []
      var place: Comment.ID? = comment.id
      while let id = place, !sound.contains(id) {
        if onPath.contains(id) {
          parents[id] = nil
          break
        }
        path.append(id)
        onPath.insert(id)
        place = parents[id]
      }
      sound.formUnion(path)
    }
    return comments.map { $0.parentID == parents[$0.id] ? $0 : $0.answering(parents[$0.id]) }
  }

  /// Oldest first, answers after what they answer.
  private func ordered(_ comments: [Comment]) -> [Comment] {
    var children: [Comment.ID: [Int]] = [:]
    var roots: [Int] = []
    for (index, comment) in comments.enumerated() {
      if let parent = comment.parentID {
        children[parent, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    func sorted(_ indices: [Int]) -> [Int] {
      indices.sorted { left, right in
        switch (comments[left].published, comments[right].published) {
        case (let one?, let other?) where one != other: return one < other
        default: return left < right
        }
      }
    }
    // Dates that some lack are no order: then the source's own order stands.
    let isDated = comments.allSatisfy { $0.published != nil }
    var waiting = Array((isDated ? sorted(roots) : roots).reversed())
    var result: [Comment] = []
    result.reserveCapacity(comments.count)
    while let index = waiting.popLast() {
      result.append(comments[index])
      let answers = children[comments[index].id] ?? []
      waiting.append(contentsOf: (isDated ? sorted(answers) : answers).reversed())
    }
    return result
  }
}

extension Comment {
  /// The same comment with another parent.
  func answering(_ parent: Comment.ID?) -> Comment {
    Comment(
      id: id, parentID: parent, isParentInferred: parent != nil && isParentInferred, author: author,
      authorURL: authorURL, published: published, text: text, votes: votes, permalink: permalink,
      isByArticleAuthor: isByArticleAuthor, kind: kind)
  }

  /// The same comment, said to be by the article's author or not.
  func markedByArticleAuthor(_ isByArticleAuthor: Bool) -> Comment {
    Comment(
      id: id, parentID: parentID, isParentInferred: isParentInferred, author: author, authorURL: authorURL,
      published: published, text: text, votes: votes, permalink: permalink,
      isByArticleAuthor: isByArticleAuthor,
      kind: kind)
  }

  /// The same comment with what it lacks and another source says.
  func completed(by other: Comment) -> Comment {
    Comment(
      id: id, parentID: parentID ?? other.parentID,
      isParentInferred: parentID == nil ? other.isParentInferred : isParentInferred,
      author: author ?? other.author,
      authorURL: authorURL ?? other.authorURL, published: published ?? other.published, text: text,
      votes: votes ?? other.votes, permalink: permalink ?? other.permalink,
      isByArticleAuthor: isByArticleAuthor || other.isByArticleAuthor, kind: kind)
  }
}
