/// A picture that an article's page names for itself.
public struct Picture: Hashable, Sendable, Codable {
  public let url: String
  /// In pixels.
  public let width: Int
  public let height: Int
  /// What is to be seen, in words; may be empty.
  public let alt: String

  public init(url: String, width: Int, height: Int, alt: String) {
    self.url = url
    self.width = width
    self.height = height
    self.alt = alt
  }
}
