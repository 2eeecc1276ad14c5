import Foundation
import Model

/// So many hundreds of comments are asked of WordPress, at most.
let wordPressPages = 1...10

/// Where a WordPress site has all comments of an entry: its number stands in the guid (`?p=123`). Without addresses of
/// avatars, which are made from those of e-mail.
func wordPressComments(of entry: Entry) -> String? {
  guard let id = entry.sourceID, let mark = id.range(of: "?p=", options: .backwards),
    let url = entry.url.flatMap({ URL(string: $0) }), let host = url.host(), let scheme = url.scheme
  else { return nil }
  let number = id[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
  guard !number.isEmpty, number.count < 12 else { return nil }
  let port = url.port.map { ":\($0)" } ?? ""
  return "\(scheme)://\(host)\(port)/wp-json/wp/v2/comments?post=\(number)&per_page=100&order=asc"
    + "&_fields=id,parent,author_name,author_url,date_gmt,content,link,type"
}

/// The addresses under which a comment feed may be had, the one that states parents first.
///
/// WordPress serves each comment feed as RSS (`…/feed/`), without parents, and as Atom (`…/feed/atom/`), with
/// `thr:in-reply-to` (RFC 4685).
func commentFeedForms(_ url: String) -> [String] {
  if url.hasSuffix("/feed/") { return [url + "atom/", url] }
  if url.hasSuffix("/feed") { return [url + "/atom/", url] }
  if let query = url.range(of: "feed=rss2", options: .backwards) ?? url.range(of: "feed=comments-rss2") {
    return [url.replacingCharacters(in: query, with: "feed=atom"), url]
  }
  return [url]
}
