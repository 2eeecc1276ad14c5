public import Transport

/// One document to get.
public struct FetchRequest: Hashable, Sendable {
  /// What is asked for; decides what we say we accept, and how large it may be.
  public enum Kind: String, Hashable, Sendable, Codable {
    case feed, page, comments
  }

  public let url: String
  public let kind: Kind
  /// Of the copy that we have; `nil` to get the document in any case.
  public let validators: Validators?
  /// Hosts outside the public internet that may be asked all the same: `127.0.0.1:8080`, `localhost:*`.
  public let allowedHosts: [String]
  /// Further fields, such as `Authorization`, each in place of ours of that name; credentials among them never go to another
  /// origin.
  public let fields: [HTTPField]
  /// `nil` for those of the kind.
  public let limits: HTTPLimits?
  /// In place of the fetcher's own name, for the one server that wants another; `nil` for that of the fetcher.
  public let userAgent: String?

  public init(
    url: String, kind: Kind, validators: Validators? = nil, allowedHosts: [String] = [],
    fields: [HTTPField] = [], limits: HTTPLimits? = nil, userAgent: String? = nil
  ) {
    self.url = url
    self.kind = kind
    self.validators = validators
    self.allowedHosts = allowedHosts
    self.fields = fields
    self.limits = limits
    self.userAgent = userAgent
  }
}

extension FetchRequest.Kind {
  /// The `Accept` field.
  var accept: String {
    switch self {
    case .feed:
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
    case .page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
    case .comments:
      "application/atom+xml, application/rss+xml, application/json;q=0.9, application/xml;q=0.9, "
        + "text/html;q=0.8, */*;q=0.5"
    }
  }

  var limits: HTTPLimits {
    switch self {
    case .feed, .comments: HTTPLimits(bodyBytes: 16 << 20)
    case .page: HTTPLimits(bodyBytes: 8 << 20)
    }
  }
}
