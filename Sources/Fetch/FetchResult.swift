public import Transport

/// What became of a request.
public enum FetchResult: Hashable, Sendable {
  case fetched(FetchedDocument)
  /// What we have is still current.
  case notModified(UnchangedDocument)
  case failed(FetchFailure)
}

/// A document as it came.
public struct FetchedDocument: Hashable, Sendable {
  public let requestedURL: String
  /// Where it was found after redirects; what relative links in it are resolved against.
  public let finalURL: String
  public let status: Int
  /// The `Content-Type` field.
  public let contentType: String?
  public let fields: [HTTPField]
  /// Complete and decompressed.
  public let body: [UInt8]
  /// To be sent with the next request for ``requestedURL``.
  public let validators: Validators
  /// Every address that answered with a redirect, in order.
  public let redirects: [String]
  /// Where the document moved for good: the end of the unbroken run of permanent redirects (301, 308) at the start.
  public let permanentRedirect: String?

  public init(
    requestedURL: String, finalURL: String, status: Int = 200, contentType: String? = nil,
    fields: [HTTPField] = [], body: [UInt8], validators: Validators = Validators(), redirects: [String] = [],
    permanentRedirect: String? = nil
  ) {
    self.requestedURL = requestedURL
    self.finalURL = finalURL
    self.status = status
    self.contentType = contentType
    self.fields = fields
    self.body = body
    self.validators = validators
    self.redirects = redirects
    self.permanentRedirect = permanentRedirect
  }
}

/// A document that did not change (304).
public struct UnchangedDocument: Hashable, Sendable {
  public let requestedURL: String
  public let finalURL: String
  public let fields: [HTTPField]
  /// To be sent next time: those of the answer, or where it brought none those of the request.
  public let validators: Validators
  /// As in ``FetchedDocument/permanentRedirect``.
  public let permanentRedirect: String?

  public init(
    requestedURL: String, finalURL: String, fields: [HTTPField] = [], validators: Validators,
    permanentRedirect: String? = nil
  ) {
    self.requestedURL = requestedURL
    self.finalURL = finalURL
    self.fields = fields
    self.validators = validators
    self.permanentRedirect = permanentRedirect
  }
}
