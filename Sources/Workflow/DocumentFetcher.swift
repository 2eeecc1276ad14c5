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
  /// Hosts that could not be reached in this run, with what was said of them: they are not asked again.
  private let unreachable = Locked<[String: FetchFailure]>([:])

  init(exchange: any HTTPExchange, settings: FetchSettings) {
    let spacing = Duration.milliseconds(Int64((settings.secondsPerHost * 1000).rounded()))
    fetcher = Fetcher(
      exchange: exchange,
      politeness: Politeness.Settings(
        maximumRequests: settings.concurrency,
        maximumRequestsPerHost: spacing == .zero ? settings.concurrency : 2,
        spacing: spacing),
      userAgent: userAgent(contact: settings.contact))
    allowedHosts = settings.allowedHosts
  }

  /// Asks for `url`, sending along what is known of it.
  func fetch(_ url: String, _ kind: FetchRequest.Kind, known: DocumentState? = nil) async -> FetchResult {
    let host = URL(string: url)?.host() ?? url
    if let failure = unreachable.withLock({ $0[host] }) { return .failed(failure) }
    let validators = known.map { Validators(etag: $0.etag, lastModified: $0.lastModified) }
    let result = await fetcher.fetch(
      FetchRequest(url: url, kind: kind, validators: validators, allowedHosts: allowedHosts))
    if case .failed(let failure) = result, failure.kind == .network, failure.url == url {
      unreachable.withLock { $0[host] = failure }
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
