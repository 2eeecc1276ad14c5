/// What a server gave us to ask "has it changed?" with, byte for byte as it came (RFC 9110 section 8.8).
///
/// To be stored together with what was read from the answer, never before it: else the entries of a broken run are lost.
public struct Validators: Hashable, Sendable, Codable {
  public let etag: String?
  public let lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  public var isEmpty: Bool { etag == nil && lastModified == nil }
}
