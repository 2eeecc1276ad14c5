/// The newsletter itself: what stays the same from edition to edition.
public struct Publication: Hashable, Sendable, Codable {
  public let title: String
  /// One line below the title.
  public let tagline: String?
  /// BCP 47 tag of its fixed words.
  public let language: String
  /// Name of the sender, as mail programs show it.
  public let senderName: String
  /// Address of the sender.
  public let senderAddress: String
  /// Where answers go; the sender if absent.
  public let replyTo: String?
  /// Page of the publication; also the archive of its editions, if ``archiveURL`` names no other.
  public let homepage: String?
  /// Where the archive of the editions lies on the web: a folder with a page `ID.html` for each; or the address of a page, in
  /// which `{edition}` is the edition's id.
  public let archiveURL: String?
  /// https page on which a reader unsubscribes.
  public let unsubscribeURL: String?
  /// Postal address in one line (required by law in many countries).
  public let postalAddress: String?
  /// Why the reader gets this, one sentence.
  public let reason: String?

  public init(
    title: String, tagline: String? = nil, language: String = "en", senderName: String,
    senderAddress: String, replyTo: String? = nil, homepage: String? = nil, archiveURL: String? = nil,
    unsubscribeURL: String? = nil, postalAddress: String? = nil, reason: String? = nil
  ) {
    self.title = title
    self.tagline = tagline
    self.language = language
    self.senderName = senderName
    self.senderAddress = senderAddress
    self.replyTo = replyTo
    self.homepage = homepage
    self.archiveURL = archiveURL
    self.unsubscribeURL = unsubscribeURL
    self.postalAddress = postalAddress
    self.reason = reason
  }
}
