import Markup

/// Finds links by which readers send an article on: "Click to tweet" at the end of a paragraph, a sentence to be tweeted.
enum ShareLinks {
  /// Places of the links. One of a few words within a sentence is the author's own.
  static func find(_ tree: HTMLTree) -> [Int] {
    tree.nodes.indices.filter { index in
      let node = tree[index]
      guard node.name == "a", let href = node["href"], leadsToSharing(href) else { return false }
      let text = tree.lineText(of: index)
      return text.utf8.count >= 50 || labels.contains(CueText(text).string)
    }
  }

  private static func leadsToSharing(_ href: String) -> Bool {
    // Few links are, and a page may have thousands.
    guard href.utf8.count < 4000,
      href.holds("ctt.") || href.holds("clicktotweet") || href.holds("/intent/") || href.holds("/share"),
      let link = WebAddress(href), let host = link.host
    else { return false }
    if services.contains(host) { return true }
    let path = link.path
    switch host {
    case "twitter.com", "www.twitter.com", "x.com", "www.x.com":
      return path.utf8.starts(with: "/intent/".utf8) || path.utf8.starts(with: "/share".utf8)
    case "facebook.com", "www.facebook.com": return path.utf8.starts(with: "/sharer".utf8)
    case "www.linkedin.com", "linkedin.com": return path.utf8.starts(with: "/share".utf8)
    default: return false
    }
  }

  private static let services: NameSet = ["ctt.ec", "ctt.ac", "clicktotweet.com", "www.clicktotweet.com"]

  private static let labels: NameSet = [
    "click to tweet", "click to tweet this", "tweet this", "tweet this!", "tweet", "tweet it", "tweet that",
    "[tweet this]", "(tweet this)", "(click to tweet)", "[click to tweet]", "click to tweet!",
    "click to share", "share",
    "share this", "share on twitter", "share on x", "share on facebook", "share on linkedin", "post this",
    "post on x",
    "twittern", "tweeten", "jetzt twittern", "teilen", "tweeter", "partager", "tuitear", "twittear",
    "compartir",
  ]
}
