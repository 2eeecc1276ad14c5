public import Compression
public import Model

/// The answer of a server as it came, to be read again when an edition is rebuilt.
public struct StoredResponse: Hashable, Sendable {
  /// As asked for.
  public let url: String
  /// Where it was found: the base of relative addresses.
  public let finalURL: String
  public let contentType: String?
  /// SHA-256 of the body.
  public let hash: ContentHash
  /// Bytes of the body.
  public let size: Int
  /// The body as a Zstandard frame.
  let frame: [UInt8]

  /// Bytes that it takes.
  public var keptBytes: Int { frame.count }

  /// - Throws: ``CompressionError`` if there is no memory left.
  public init(
    url: String, finalURL: String, contentType: String?, hash: ContentHash, body: [UInt8]
  ) throws(CompressionError) {
    self.init(
      url: url, finalURL: finalURL, contentType: contentType, hash: hash, size: body.count,
      frame: try Zstandard.compress(body))
  }

  init(
    url: String, finalURL: String, contentType: String?, hash: ContentHash, size: Int, frame: [UInt8]
  ) {
    self.url = url
    self.finalURL = finalURL
    self.contentType = contentType
    self.hash = hash
    self.size = size
    self.frame = frame
  }

  /// The body.
  ///
  /// - Throws: ``CompressionError`` if what is stored is damaged.
  public func body() throws(CompressionError) -> [UInt8] {
    try Zstandard.decompress(frame, limit: 256 << 20)
  }
}
