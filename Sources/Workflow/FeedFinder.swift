public import Configuration
public import Feeds
import Fetch
import Foundation
public import Model
import Transport

/// Finds out which feed an address stands for: the address may be the feed's own, or that of a site.
public struct FeedFinder: Sendable {
  private let fetcher: DocumentFetcher

  /// Asks over the network.
  public init(settings: FetchSettings = FetchSettings()) {
    fetcher = DocumentFetcher(exchange: CurlExchange(), settings: settings)
  }

  /// The feed behind `address`, with its title and site.
  ///
  /// - Throws: ``WorkflowError`` of kind `network` if nothing answers, `badInput` if no feed is found there.
  public func find(_ address: String, section: String? = nil) async throws(WorkflowError) -> FeedSource {
    let url = address.contains("://") ? address : "https://" + address
    let document = try await document(at: url)
    if let source = source(document, section: section) { return source }
    for candidate in discoverFeeds(in: document.body, url: document.finalURL).prefix(6) {
      if let found = try? await self.document(at: candidate.url), let source = source(found, section: section)
      {
        return source
      }
    }
    throw WorkflowError(
      .badInput, "\(url): no feed found there (open it in a browser and look for its RSS or Atom address)")
  }

  private func document(at url: String) async throws(WorkflowError) -> FetchedDocument {
    switch await fetcher.fetch(url, .feed) {
    case .fetched(let document): return document
    case .notModified: throw WorkflowError(.network, "\(url): answered without content (try again)")
    case .failed(let failure): throw WorkflowError(.network, "\(url): \(failure.message)")
    }
  }

  private func source(_ document: FetchedDocument, section: String?) -> FeedSource? {
    feedSource(
      of: document.parsedFeed, at: document.permanentRedirect ?? document.requestedURL, section: section)
  }
}

/// The subscription for a parsed feed; `nil` if it was no feed.
public func feedSource(of feed: ParsedFeed, at url: String, section: String? = nil) -> FeedSource? {
  guard feed.isFeed else { return nil }
  let title = feed.title ?? host(of: url)
  return FeedSource(
    id: FeedSource.ID(title: title, url: url), feedURL: url, siteURL: feed.channel.link, title: title,
    section: section)
}

/// A subscription for an address that could not be looked at.
public func unseenFeedSource(at url: String) -> FeedSource {
  FeedSource(id: FeedSource.ID(title: nil, url: url), feedURL: url, title: host(of: url))
}

private func host(of url: String) -> String { URL(string: url)?.host() ?? url }
