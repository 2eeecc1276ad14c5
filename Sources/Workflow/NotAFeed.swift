import Fetch
import Foundation

/// Why a document that was fetched is no feed, and what to do.
func notAFeed(_ document: FetchedDocument, at url: String) -> String {
  let start = document.body.prefix(2000)
  let looksLikeHTML =
    start.contains(UInt8(ascii: "<")) && String(decoding: start, as: UTF8.self).lowercased().contains("<html")
  if document.body.isEmpty { return "the answer was empty (try again later)" }
  return looksLikeHTML
    ? "an HTML page instead of a feed (the site may be broken, or the feed has moved: open \(url) in a browser)"
    : "no feed that we know (open \(url) in a browser and look for its RSS or Atom address)"
}
