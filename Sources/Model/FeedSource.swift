/// A feed that we subscribe to.
public struct FeedSource: Hashable, Sendable, Codable, Identifiable {
  /// A short name, unique within a feed list: lower-case letters, digits and hyphens, such as `leadership-freak`.
  public struct ID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public let id: ID
  /// Address of the feed itself.
  public let feedURL: String
  /// Address of the web site, if known.
  public let siteURL: String?
  /// How the feed is called in an edition.
  public let title: String
  /// Section of the edition into which its articles go; `nil` for the main one.
  public let section: String?
  /// Whether article pages are read when the feed carries only a teaser.
  public let readsPages: Bool
  /// Whether readers' comments are collected.
  public let readsComments: Bool
  /// Factor by which an article's rank score is multiplied; 1 unless the editor says otherwise.
  public let weight: Double

  public init(
    id: ID, feedURL: String, siteURL: String? = nil, title: String, section: String? = nil,
    readsPages: Bool = true, readsComments: Bool = true, weight: Double = 1
  ) {
    self.id = id
    self.feedURL = feedURL
    self.siteURL = siteURL
    self.title = title
    self.section = section
    self.readsPages = readsPages
    self.readsComments = readsComments
    self.weight = weight
  }

  /// The same with other wishes; `nil` leaves one as it is.
  public func reading(pages: Bool?, comments: Bool?) -> FeedSource {
    FeedSource(
      id: id, feedURL: feedURL, siteURL: siteURL, title: title, section: section,
      readsPages: pages ?? readsPages, readsComments: comments ?? readsComments, weight: weight)
  }
}
