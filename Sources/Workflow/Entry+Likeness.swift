import Feeds
import Foundation
import Model

extension FeedSource {
  /// Whether `url` is on the site of this feed.
  func isSite(of url: String) -> Bool {
    guard let host = URL(string: url)?.host() else { return false }
    return [feedURL, siteURL].contains { own in
      own.flatMap { URL(string: $0)?.host() }.map { isSameSite($0.lowercased(), host.lowercased()) } ?? false
    }
  }
}

extension Entry {
  func sharesAuthor(with names: [String]) -> Bool {
    authors.contains { author in
      names.contains { TextLikeness.isSameName($0, author) }
    }
  }
}

extension Entry {
  /// Whether this is another article than one of the same id: page, title and date differ, each of which may change.
  func isOther(than known: Entry) -> Bool {
    guard let link = url.flatMap(comparableLink), let knownLink = known.url.flatMap(comparableLink),
      let published, let knownPublished = known.published
    else { return false }
    return link != knownLink && published != knownPublished
      && !TextLikeness(title: title, article: nil).title(
        isPartOf: TextLikeness(title: known.title, article: nil))
  }
}
