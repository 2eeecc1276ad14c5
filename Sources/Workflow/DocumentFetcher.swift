import Configuration
import Feeds
import Fetch
import Foundation
import Hashing
import Model
import Store
import Transport

/// The fetcher with what the configuration allows.
struct DocumentFetcher: Sendable {
  private let fetcher: Fetcher
  private let allowedHosts: [String]
  private let access: [FeedSource.ID: FeedAccess]
  /// Hosts that could not be reached in this run, with what was said of them: they are not asked again.
  private let unreachable = Locked<[String: FetchFailure]>([:])

  /// - Parameter access: what single feeds need beyond that.
  init(exchange: any HTTPExchange, settings: FetchSettings, access: [FeedSource.ID: FeedAccess] = [:]) {
    let spacing = Duration.milliseconds(Int64((settings.secondsPerHost * 1000).rounded()))
    fetcher = Fetcher(
      exchange: exchange,
      politeness: Politeness.Settings(
        maximumRequests: settings.concurrency,
        maximumRequestsPerHost: spacing == .zero ? settings.concurrency : 2,
        spacing: spacing),
      userAgent: userAgent(contact: settings.contact))
    allowedHosts = settings.allowedHosts
    self.access = access
  }

  /// Asks for `url`, sending along what is known of it.
  ///
  /// - Parameter feed: on whose behalf; its own settings hold.
  func fetch(
    _ url: String, _ kind: FetchRequest.Kind, known: DocumentState? = nil, for feed: FeedSource.ID? = nil
  ) async -> FetchResult {
    let own = feed.flatMap { access[$0] }
    let failure = unreachable.withLock { $0.isEmpty ? nil : $0[hostName(of: url)] }
    if let failure { return .failed(failure) }
    let validators = known.map { Validators(etag: $0.etag, lastModified: $0.lastModified) }
    let result = await fetcher.fetch(
      FetchRequest(
        url: url, kind: kind, validators: validators, allowedHosts: allowedHosts + (own?.allowedHosts ?? []),
        fields: own?.fields(for: url) ?? [], userAgent: own?.userAgent))
    if case .failed(let failure) = result, failure.isHostUnreachable {
      let host = hostName(of: url)
      if hostName(of: failure.url) == host { unreachable.withLock { $0[host] = failure } }
    }
    return result
  }
}

/// One honest name, with a way to reach the owner where the configuration gives one.
private func userAgent(contact: String?) -> String {
  "digest/\(Version.number)" + (contact.map { " (+\($0))" } ?? "")
}

extension DocumentState {
  /// What to remember of `document`, under the address by which it was asked for.
  init(_ document: FetchedDocument) {
    self.init(
      url: document.requestedURL, etag: document.validators.etag,
      lastModified: document.validators.lastModified, hash: ContentHash(of: document.body))
  }
}

extension StoredResponse {
  /// `document` to be kept; of pages and comments without what identifies readers.
  init(_ document: FetchedDocument, _ kind: FetchRequest.Kind, hash: ContentHash?) throws {
    try self.init(
      url: document.requestedURL, finalURL: document.finalURL, contentType: document.contentType,
      hash: hash ?? ContentHash(of: document.body),
      body: kind == .feed ? document.body : withoutAvatars(document.body))
  }
}

extension FetchedDocument {
  /// The document read as a feed.
  var parsedFeed: ParsedFeed {
    FeedParser(url: finalURL, headers: fields.map { ($0.name, $0.value) }).parse(body)
  }
}

extension FetchFailure {
  /// Whether the host was reached and said no, so that another of its addresses may still answer.
  var isAnsweredByHost: Bool {
    switch kind {
    case .http, .gone: true
    default: false
    }
  }
}
