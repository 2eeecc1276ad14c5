import Articles
import Configuration
import Feeds
import Fetch
import Foundation
import Model
import Store

/// Reads what belongs to one entry: its article, from the feed or its page, and its discussion, from comment feed and page.
///
/// A page is asked for at most once a visit. What cannot be read now stays as it is stored, and a warning says so.
struct EntryReading {
  let entry: Entry
  let stored: StoredEntry?
  let source: FeedSource
  /// Whether the entry's comment count was said just now.
  let isCountFresh: Bool
  /// Hash of the body in which the feed carries the entry; `nil` if it was not read this time.
  let body: ContentHash?
  let store: EntryStore
  let fetcher: DocumentFetcher
  let plan: FetchPlan
  /// What the feed carries of the article, read once.
  private let carried: Article

  private(set) var documents: [DocumentState] = []
  private(set) var responses: [StoredResponse] = []
  private(set) var warnings: [Diagnostic] = []
  private(set) var hasReadPage = false
  private var article: Article?
  private var articleSource = EntryHarvest.ArticleSource.feed
  private var articleBody: ContentHash?
  private var discussion: Discussion?
  private var page: Lookup<ExtractedPage> = .notTried
  private var pageBody: ContentHash?

  /// What came of asking for something.
  private enum Lookup<Found> {
    case notTried, absent
    case found(Found)
  }

  init(
    entry: Entry, stored: StoredEntry?, source: FeedSource, isCountFresh: Bool, body: ContentHash?,
    store: EntryStore, fetcher: DocumentFetcher, plan: FetchPlan
  ) {
    self.entry = entry
    self.stored = stored
    self.source = source
    self.isCountFresh = isCountFresh
    self.body = body
    self.store = store
    self.fetcher = fetcher
    self.plan = plan
    carried = carriedArticle(of: entry)
  }

  /// `nil` if the entry is stored and nothing of it was read anew.
  var harvest: EntryHarvest? {
    guard isCountFresh || article != nil || discussion != nil else { return nil }
    return EntryHarvest(
      entry: entry, link: entry.url.flatMap(comparableLink), responseHash: body ?? stored?.responseHash,
      article: article, articleSource: articleSource, articleResponseHash: articleBody, discussion: discussion
    )
  }

  mutating func read() async throws {
    try await readArticle()
    if source.readsComments { try await readDiscussion() }
  }

  // MARK: - Article

  private mutating func readArticle() async throws {
    guard isCountFresh || stored?.article == nil else { return }
    guard needsPage(entry, carried: carried), source.readsPages, entry.url != nil else {
      takeArticleFromFeed()
      return
    }
    let isUnchanged = stored?.entry.updated == entry.updated && stored?.entry.title == entry.title
    if stored?.articleSource == .page, isUnchanged { return }
    if case .found(let page) = try await readPage(), !page.article.body.isEmpty, isOfEntry(page) {
      article = page.article
      articleSource = .page
      articleBody = pageBody
    } else if stored?.article == nil {
      takeArticleFromFeed()
    }
  }

  /// Whether the page is that of the entry. What the feed carries of it stands if the page is another: one that asks for
  /// consent or a log-in, for instance.
  private mutating func isOfEntry(_ page: ExtractedPage) -> Bool {
    if Announcement(title: entry.title, teaser: carriedBody).fits(page) { return true }
    warn(
      "page-differs",
      "the article's page shares no words with what the feed says of it: the feed's words stand (does the site ask for consent "
        + "or a log-in?)", entry.url ?? "")
    return false
  }

  private mutating func takeArticleFromFeed() {
    // An entry of the store has no text; there may be better days.
    guard entry.carriesText || isCountFresh else { return }
    article = carried
    articleBody = body ?? stored?.responseHash
  }

  // MARK: - Discussion

  private mutating func readDiscussion() async throws {
    if isCountFresh, entry.commentCount == 0 {
      if case .found(let page) = page, !page.comments.isEmpty {
        discussion = merged(feed: [], page: page.comments)
      } else if stored?.discussion == nil {
        discussion = Discussion(comments: [], url: discussionURL)
      }
      return
    }
    let storedCount = stored?.discussion?.statedCount
    if isCountFresh, let count = entry.commentCount, count == storedCount { return }
    // A count that changed just now says more than the time that has passed.
    if isYoung, !isCountFresh || entry.commentCount == nil { return }

    let found = try await readCommentFeed()
    // Nothing new to be heard, and no count that says otherwise.
    if found.isUnchanged, stored?.discussion != nil, !isCountFresh || entry.commentCount == storedCount {
      return
    }
    var (feedComments, statesParents) = (found.comments, found.statesParents)
    var isIncomplete = (entry.commentCount ?? 0) > feedComments.count
    if isIncomplete, let all = try await readService(), !all.isEmpty {
      (feedComments, statesParents, isIncomplete) = (all, true, false)
    }
    let lacksParents = !statesParents && feedComments.count > 1
    if source.readsPages, isIncomplete || lacksParents,
      entry.commentsFeedURL != nil || entry.commentCount != nil
    {
      _ = try await readPage()
    }
    var pageComments: [Comment] = []
    if case .found(let page) = page { pageComments = page.comments }
    // What could not be read is not what is empty: it is asked for again.
    let isEmpty = feedComments.isEmpty && pageComments.isEmpty
    guard !isEmpty || stored?.discussion == nil && !found.isFailed else { return }
    discussion = merged(feed: feedComments, page: pageComments)
  }

  /// Whether the discussion was asked for so lately that little can have come: talk dies down with an article's age.
  private var isYoung: Bool {
    guard !plan.isThorough, let readAt = stored?.discussionReadAt, let date = stored?.date else {
      return false
    }
    let age = plan.now.secondsSince1970 - date.secondsSince1970
    return plan.now.secondsSince1970 - readAt.secondsSince1970 < max(900, age / 24)
  }

  private mutating func merged(feed: [Comment], page: [Comment]) -> Discussion {
    var authors = entry.authors
    if case .found(let found) = self.page { authors += found.article.authors }
    if let known = stored?.article { authors += known.authors }
    let known = withoutDeleted(
      stored?.discussion?.comments ?? [], feed: feed, page: page,
      statedCount: isCountFresh ? entry.commentCount : nil)
    let discussion = mergeDiscussion(
      feed: feed, page: page, stored: known, authors: authors, url: discussionURL,
      statedCount: entry.commentCount)
    guard !plan.forgetsNothing else { return discussion }
    let wanted = discussion.comments.filter { comment in
      comment.author.map { !plan.isForgotten(.ofPerson($0)) } ?? true
    }
    // Nor are the answers kept in which those stand who must not come in again.
    if wanted.count < discussion.comments.count { responses = [] }
    return Discussion(comments: wanted, url: discussion.url, statedCount: discussion.statedCount)
  }

  /// Where people talk; a page that shows no sign of comments is not offered as such.
  private var discussionURL: String? {
    if let url = entry.commentsURL { return url }
    var hasComments = entry.commentsFeedURL != nil || entry.commentCount != nil
    if case .found(let page) = page, !page.comments.isEmpty { hasComments = true }
    return hasComments ? entry.url : nil
  }

  /// What a comment feed says.
  private struct FeedComments {
    var comments: [Comment] = []
    /// Whether its form says who answers whom.
    var statesParents = true
    /// Whether it is as it was when it was last read.
    var isUnchanged = false
    /// Whether it could not be read.
    var isFailed = false
  }

  /// The comments of the first form of the comment feed that answers.
  private mutating func readCommentFeed() async throws -> FeedComments {
    guard let url = entry.commentsFeedURL else { return FeedComments() }
    for form in commentFeedForms(url) {
      let known = try store.document(at: form)
      let result = await fetcher.fetch(form, .comments, known: known, for: source.id)
      switch result {
      case .notModified:
        return FeedComments(isUnchanged: true)
      case .fetched(let document):
        let state = DocumentState(document)
        if let known, known.hash == state.hash, stored?.discussion != nil {
          return FeedComments(isUnchanged: true)
        }
        let parsed = document.parsedFeed
        guard parsed.isFeed,
          let comments = parsed.comments(on: entry, in: source.feedURL, from: document.finalURL)
        else { continue }
        documents.append(state)
        responses.append(try StoredResponse(document, .comments, hash: state.hash))
        return FeedComments(comments: comments, statesParents: parsed.format == .atom)
      case .failed(let failure):
        if failure.isAnsweredByHost { continue }
        warn("comments-unreadable", "comments could not be read: \(failure.message)", form)
        return FeedComments(isFailed: true)
      }
    }
    warn("comments-unreadable", "the comment feed does not answer with comments", url)
    return FeedComments(isFailed: true)
  }

  /// All comments, from WordPress' own interface, a hundred at a time; `nil` if that is not wanted or not to be had.
  private mutating func readService() async throws -> [Comment]? {
    guard plan.settings.fetch.usesWordPressREST, let start = wordPressComments(of: entry) else { return nil }
    var comments: [Comment] = []
    for page in wordPressPages {
      let url = "\(start)&page=\(page)"
      guard case .fetched(let document) = await fetcher.fetch(url, .comments, for: source.id),
        let found = serviceComments(document.body, url: document.finalURL)
      else { return page == 1 ? nil : comments }
      responses.append(try StoredResponse(document, .comments, hash: nil))
      comments += found
      if found.count < 100 { break }
    }
    return comments
  }

  // MARK: - Page

  private mutating func readPage() async throws -> Lookup<ExtractedPage> {
    if case .notTried = page {} else { return page }
    guard let url = entry.url else { return .absent }
    // What was read of it before is stored.
    let isKnown = stored?.article != nil && stored?.discussion != nil
    let result = await fetcher.fetch(
      url, .page, known: isKnown ? try store.document(at: url) : nil, for: source.id)
    switch result {
    case .fetched(let document):
      let state = DocumentState(document)
      documents.append(state)
      responses.append(try StoredResponse(document, .page, hash: state.hash))
      hasReadPage = true
      if let kind = BinaryFile.kind(of: document.body) {
        warn("page-unreadable", "the article's page is \(kind), no HTML", url)
        page = .absent
        return page
      }
      pageBody = state.hash
      let first = extractArticle(
        bytes: document.body, contentType: document.contentType, url: document.finalURL,
        hints: ExtractionHints(
          title: entry.title, author: source.isSite(of: url) ? entry.authors.first : nil, content: carriedBody
        ))
      guard isOwnPage(first.article, at: url) else {
        page = .absent
        return page
      }
      page = .found(first.joined(with: try await furtherParts(of: first)))
    case .notModified:
      page = .absent
    case .failed(let failure):
      warn("page-unreadable", "the article's page could not be read: \(failure.message)", url)
      page = .absent
    }
    return page
  }

  /// Whether the page is the entry's article, and not one that the entry is about: on its feed's own site that goes without
  /// saying, elsewhere words or author must agree.
  private func isOwnPage(_ found: Article, at url: String) -> Bool {
    guard !source.isSite(of: url) else { return true }
    if entry.sharesAuthor(with: found.authors) { return true }
    let known = TextLikeness(title: entry.title, article: carried)
    let page = TextLikeness(title: found.title ?? "", article: found)
    switch known.text(isThatOf: page) {
    case .same: return true
    case .different: return known.title(isThatOf: page) && entry.authors.isEmpty
    case .unknown:
      return known.title(isPartOf: page) && (entry.authors.isEmpty || found.authors.isEmpty)
    }
  }

  /// The other pages of an article that is cut into several, as far as they can be had.
  private mutating func furtherParts(of first: ExtractedPage) async throws -> [ExtractedPage] {
    var parts: [ExtractedPage] = []
    var next = first.nextPart
    while let url = next, parts.count + 1 < EntryReading.maximumParts {
      guard case .fetched(let document) = await fetcher.fetch(url, .page, for: source.id) else {
        warn("page-unreadable", "the article goes on, but its next part could not be read", url)
        break
      }
      responses.append(try StoredResponse(document, .page, hash: nil))
      let part = extractArticle(
        bytes: document.body, contentType: document.contentType, url: document.finalURL,
        hints: ExtractionHints(title: entry.title, author: entry.authors.first, part: parts.count + 2))
      parts.append(part)
      next = part.nextPart
    }
    return parts
  }

  /// More pages of one article are not asked for.
  private static let maximumParts = 12

  /// The article's own words as the feed carries them.
  private var carriedBody: String? {
    let text = carried.body.map(\.text).joined(separator: "\n")
    return text.isEmpty ? nil : text
  }

  private mutating func warn(_ code: String, _ message: String, _ url: String) {
    warnings.append(Diagnostic(severity: .warning, code: code, message: message, source: url))
  }
}

extension Entry {
  /// Whether the entry comes with what the feed carries of its text.
  var carriesText: Bool { contentHTML != nil || summaryHTML != nil }
}

/// Whether the page of `entry` has to be read, because what the feed carries of it is no article or only its beginning.
func needsPage(_ entry: Entry, carried: Article) -> Bool {
  guard entry.carriesText else { return TeaserRule.needsPage(entry, carrying: nil) }
  // How a long text ends says all that is asked for.
  var ending: [String] = []
  var bytes = 0
  for block in carried.blocks.reversed() where bytes < 4000 {
    ending.append(block.text)
    bytes += block.text.utf8.count
  }
  return TeaserRule.needsPage(entry, carrying: ending.reversed().joined(separator: "\n"))
}
