import Hashing
import Model
import Summary

extension EditionAssembly {
  /// The entry as it stands in the edition.
  func makeItem(_ entry: Weighted, number: Int, dayOf: (Instant) -> Day) -> Edition.Item {
    let candidate = entry.candidate
    let article = candidate.article
    let picks = entry.paragraphs?.picks ?? []
    let quoted = picks.reduce(0) { $0 + $1.wordCount }
    return Edition.Item(
      number: number, entryID: candidate.entry.id, title: candidate.title, url: candidate.url,
      language: article.language ?? candidate.entry.language, authors: candidate.authors,
      feedID: candidate.source.id, sourceTitle: candidate.source.title, sourceURL: candidate.source.siteURL,
      published: candidate.entry.date, publishedOn: candidate.entry.date.map(dayOf),
      wordCount: article.wordCount, readingMinutes: article.readingMinutes,
      image: policy.printsImages ? article.image : nil,
      paragraphs: picks.compactMap { quote($0, in: article) },
      prompt: entry.paragraphs?.prompt.flatMap { quote($0, in: article) },
      conversation: conversation(entry, dayOf: dayOf),
      quotedShare: Double(quoted) / Double(max(1, article.wordCount)), score: entry.score,
      reasons: entry.reasons, beside: neighbour(of: entry), considered: considered(entry))
  }

  // MARK: - The article's own words

  private func quote(_ pick: ParagraphPick, in article: Article) -> Edition.Quote? {
    let block = article.blocks[pick.position]
    guard let text = pick.excerpt.range.slice(of: block.text) else { return nil }
    let stem = pick.stem.flatMap { $0.range.slice(of: article.blocks[$0.position].text) }
    return Edition.Quote(
      kind: block.kind, text: text, items: Array(block.items.prefix(pick.itemCount)),
      isOrdered: block.isOrdered,
      omittedItems: block.kind == .list ? block.items.count - pick.itemCount : 0, stem: stem,
      attribution: block.attribution, marks: block.marks.inside(pick.excerpt.range), blockIndex: block.index,
      range: pick.excerpt.range, sourceHash: ContentHash(of: block.text),
      isCutBefore: pick.excerpt.isCutBefore, isCutAfter: pick.excerpt.isCutAfter, score: pick.score,
      reasons: pick.reasons)
  }

  private func quote(_ prompt: AuthorPrompt, in article: Article) -> Edition.Quote? {
    let block = article.blocks[prompt.position]
    guard let text = prompt.excerpt.range.slice(of: block.text) else { return nil }
    return Edition.Quote(
      kind: block.kind, text: text, marks: block.marks.inside(prompt.excerpt.range), blockIndex: block.index,
      range: prompt.excerpt.range,
      sourceHash: ContentHash(of: block.text), isCutBefore: prompt.excerpt.isCutBefore,
      isCutAfter: prompt.excerpt.isCutAfter)
  }

  // MARK: - The readers' words

  /// `nil` where there is neither a comment nor a page on which to write one.
  private func conversation(_ entry: Weighted, dayOf: (Instant) -> Day) -> Edition.Conversation? {
    let discussion = entry.candidate.discussion
    let url = discussion.url ?? entry.candidate.entry.commentsURL
    guard entry.counts.comments > 0 || url != nil else { return nil }
    // The source may count more than it shows; WordPress counts pingbacks as comments.
    let pingbacks = discussion.comments.count - entry.counts.comments
    return Edition.Conversation(
      commentCount: max(entry.counts.comments, (discussion.statedCount ?? 0) - pingbacks),
      peopleCount: entry.counts.people, authorReplyCount: entry.counts.authorReplies, url: url,
      threads: entry.threads.picks.map { pick in
        Edition.Thread(
          comments: pick.comments.compactMap { quotedComment($0, pick, discussion, dayOf: dayOf) },
          score: pick.score, reasons: pick.reasons)
      })
  }

  private func quotedComment(
    _ part: ThreadPick.Part, _ pick: ThreadPick, _ discussion: Discussion, dayOf: (Instant) -> Day
  ) -> Edition.QuotedComment? {
    let comment = discussion.comments[part.place]
    guard let text = part.excerpt.range.slice(of: comment.text) else { return nil }
    let answered = part.answers.map { discussion.comments[$0] }
    return Edition.QuotedComment(
      commentID: comment.id, author: comment.author, isByArticleAuthor: part.isByArticleAuthor,
      answers: answered?.author, isParentInferred: answered != nil && comment.isParentInferred,
      published: comment.published, publishedOn: comment.published.map(dayOf), permalink: comment.permalink,
      depth: part.depth,
      quote: Edition.Quote(
        kind: .paragraph, text: text, range: part.excerpt.range, sourceHash: ContentHash(of: comment.text),
        isCutBefore: part.excerpt.isCutBefore, isCutAfter: part.excerpt.isCutAfter))
  }

  // MARK: - What was weighed

  private func considered(_ entry: Weighted) -> Edition.Considered {
    let blocks = entry.candidate.article.blocks
    let comments = entry.candidate.discussion.comments
    return Edition.Considered(
      paragraphs: (entry.paragraphs?.verdicts ?? []).map { verdict in
        Edition.Weighed(
          name: String(blocks[verdict.position].index),
          opening: opening(of: blocks[verdict.position].text, words: 8),
          isPicked: verdict.isPicked, rule: verdict.rule, score: verdict.score, reasons: verdict.reasons)
      },
      comments: entry.threads.verdicts.map { verdict in
        Edition.Weighed(
          name: comments[verdict.place].id.rawValue,
          opening: opening(of: comments[verdict.place].text, words: 8),
          isPicked: verdict.isPicked, rule: verdict.rule, score: verdict.score, reasons: verdict.reasons)
      })
  }
}
