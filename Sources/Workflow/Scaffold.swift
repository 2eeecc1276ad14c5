import Feeds
import Foundation
public import Model

/// A new publication's folder, as `digest init` writes it.
public enum Scaffold {
  /// Writes `digest.yaml`, `Feeds/feeds.opml` and an empty `Digests/` into `folder`.
  ///
  /// - Throws: ``WorkflowError`` of kind `cannotWrite` if there is a `digest.yaml` already: nothing is overwritten.
  public static func write(to folder: String, title: String, timeZone: String, feeds: [FeedSource])
    throws(WorkflowError)
  {
    let configuration = folder + "/digest.yaml"
    guard !Files.exists(configuration) else {
      throw WorkflowError(
        .cannotWrite, "\(configuration): exists already, nothing was changed (choose another folder)")
    }
    try Files.write(
      Array(FeedList(title: "Subscriptions", sources: feeds).opml.utf8), to: folder + "/Feeds/feeds.opml")
    try Files.write(Array(ignored.utf8), to: folder + "/.gitignore")
    do {
      try FileManager.default.createDirectory(atPath: folder + "/Digests", withIntermediateDirectories: true)
    } catch {
      throw WorkflowError(.cannotWrite, "\(folder)/Digests: cannot be made (check the folder's permissions)")
    }
    try Files.write(Array(commented(title: title, timeZone: timeZone).utf8), to: configuration)
  }

  /// The starter list of well-known leadership blogs that comes with the program.
  public static func starterFeeds() throws(WorkflowError) -> [FeedSource] {
    let path = try Demo.bundledFolder("leadership.opml")
    return try feedList(try Files.read(path), file: path).sources
  }

  private static let ignored = ".digest/\n"

  static func commented(title: String, timeZone: String) -> String {
    """
    # What the newsletter is called.
    title: \(quoted(title))
    # tagline: One line below the title
    language: en
    # Weeks begin and end at midnight in this zone.
    timezone: \(timeZone)

    # Who sends it; needed before anything is sent.
    from:
      name: \(quoted(title))
      # address: news@example.org
    # reply_to: editor@example.org
    # homepage: https://example.org/digest/
    # archive_url: https://example.org/digest/   # where what `digest archive` writes lies on the web
    # unsubscribe_url: https://example.org/unsubscribe
    # postal_address: The Weekly, 4 Harbour Lane, 1000 Sampleton
    # reason: You are getting this because you asked for it at example.org.

    # What is read: OPML lists (digest feeds add ADDRESS writes into the first).
    feeds:
      - Feeds/feeds.opml

    edition:
      articles: 6         # with their key paragraphs
      named: 12           # further ones by title only
      paragraphs: 3       # an article, at most
      quoted_words: \(QuotationLimits.standard.words)   # of one article, at most, lists and what introduces them included
      quoted_share: \(QuotationLimits.standard.share)  # of one article's words, at most; where no sentence fits, it is named
      threads: 2          # discussions an article
      comment_words: 90   # of one comment
      # images: yes       # articles with the picture that their page names
      # note: A line or two of your own at the top of every edition.

    fetch:
      # contact: https://example.org/about   # tells site owners who reads them
      days: 21            # pages and comments are read for entries this young
      seconds_per_host: 0.5
      keep_days: 90       # for which answers are kept after newer ones came
      # wordpress_rest: yes  # ask WordPress sites for all comments of an article, not only for the newest

    # How much a term of a score counts (digest explain ITEM -v shows them; the README names them all).
    # weights:
    #   paragraphs:
    #     emphasis: 0.4
    #   comments:
    #     votes: 0

    # What holds for single feeds, by their ids (see: digest feeds list).
    # feed_settings:
    #   ward-notes:
    #     interval_minutes: 360
    #     full_text: no
    #     cookie_file: secrets/ward.cookie   # readable by you alone; or cookie_env: VARIABLE

    # editions: Digests
    # store: .digest/store.sqlite
    # theme: default             # or bright, or bold
    # template: Templates/mine   # a folder of your own over it (digest template new Templates/mine)

    """
  }

  /// A YAML double-quoted scalar (YAML 1.2, 7.3.1).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ", "\u{7F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
