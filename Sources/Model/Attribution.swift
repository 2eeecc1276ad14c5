/// Who said what is quoted, as the quoting text tells: at least one of both is known.
public struct Attribution: Hashable, Sendable, Codable {
  /// A person, a work or a place, as printed: `Carla Sample, The Quiet Ward`.
  public let name: String?
  /// Where it stands: an absolute web address.
  public let url: String?

  /// `nil` if nothing is known.
  public init?(name: String?, url: String?) {
    guard name != nil || url != nil else { return nil }
    self.name = name
    self.url = url
  }
}
