import Configuration
import Feeds
public import Model
public import Store

/// What is to be deleted from a store for good.
public enum ForgetRequest: Hashable, Sendable {
  /// Everything of a feed.
  case feed(FeedSource.ID)
  /// Entries from before that moment, of all feeds or of one.
  case before(Instant, feed: FeedSource.ID?)
  /// The article at that address, now and when it comes again.
  case url(String)
  /// What a person wrote in comments, now and when it comes again.
  case person(String)
}

extension Workspace {
  /// Deletes, and overwrites the place on disk. Editions that were made stay as they are.
  ///
  /// - Throws: ``WorkflowError`` of kind `notFound` if nothing is stored, `badInput` for what is no address or name.
  public func forget(_ request: ForgetRequest) throws -> ForgottenCount {
    let path = path(settings.storePath)
    guard Files.exists(path) else {
      throw WorkflowError(.notFound, "\(path): nothing is stored yet")
    }
    let store = try EntryStore(path: path)
    switch request {
    case .feed(let id): return try store.forget(feed: id, addresses: askedAddresses(of:))
    case .before(let date, let feed):
      return try store.forget(before: date, in: feed, addresses: askedAddresses(of:))
    case .url(let url):
      guard let link = comparableLink(url) else {
        throw WorkflowError(.badInput, "“\(url)” is no web address (give the article's address)")
      }
      return try store.forget(link: link, mark: .ofLink(link), addresses: askedAddresses(of:))
    case .person(let name):
      let mark = ContentHash.ofPerson(name)
      guard mark != .ofPerson("") else {
        throw WorkflowError(.badInput, "a name is needed (as it stands above the comments)")
      }
      return try store.forgetComments(
        mark: mark, by: { $0.author.map { .ofPerson($0) == mark } ?? false }, addresses: askedAddresses(of:))
    }
  }
}

/// The addresses that are asked for an entry: its page, the forms of its comment feed, WordPress' interface.
private func askedAddresses(of entry: Entry) -> [String] {
  let comments = entry.commentsFeedURL.map(commentFeedForms) ?? []
  let service =
    wordPressComments(of: entry).map { start in wordPressPages.map { "\(start)&page=\($0)" } } ?? []
  return [entry.url].compactMap(\.self) + comments + service
}
