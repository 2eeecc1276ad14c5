import Transport

/// Why a document was not got, and what to do about it.
public struct FetchFailure: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The address cannot be asked at all.
    case badAddress
    /// The address, or one to which it redirects, is not to be asked.
    case refused
    /// No connection, or one that broke.
    case network
    case timedOut
    /// The TLS connection failed.
    case insecure
    /// The answer exceeds a limit.
    case tooLarge
    /// The answer cannot be read.
    case badResponse
    case tooManyRedirects
    /// 410: the document will not come back; do not ask again.
    case gone
    /// 429 or 503, or an earlier answer of the host forbids asking yet.
    case throttled
    /// Any other status that brings no document.
    case http(Int)
    case cancelled
  }

  public let kind: Kind
  /// One sentence for people: what happened and what to do next.
  public let message: String
  /// How long the host wants to be left alone, if it said so or we concluded it; at most a day.
  public let retryAfterSeconds: Int?
  /// The address that failed; differs from the requested one after a redirect.
  public let url: String
  /// Whether no connection to the host came about, so that its other addresses would fail alike: it is unknown, or takes none.
  public let isHostUnreachable: Bool

  public init(
    kind: Kind, message: String, url: String, retryAfterSeconds: Int? = nil, isHostUnreachable: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.url = url
    self.retryAfterSeconds = retryAfterSeconds
    self.isHostUnreachable = isHostUnreachable
  }
}

extension FetchFailure: CustomStringConvertible {
  public var description: String { message }
}

extension FetchFailure {
  init(_ error: TransportError, url: String) {
    let kind: Kind =
      switch error {
      case .badAddress, .badField: .badAddress
      case .unsupportedScheme, .forbiddenAddress: .refused
      case .unknownHost, .refusedConnection, .cutOff: .network
      case .timedOut: .timedOut
      case .insecureConnection: .insecure
      case .tooLarge, .tooDense, .tooManyHeaders: .tooLarge
      case .badResponse: .badResponse
      case .cancelled, .closed: .cancelled
      case .libraryMissing: .network
      }
    let isHostUnreachable =
      switch error {
      case .unknownHost, .refusedConnection: true
      default: false
      }
    self.init(
      kind: kind, message: error.description, url: url, isHostUnreachable: isHostUnreachable)
  }

  /// For a status that brings no document.
  init(status: Int, host: String, url: String, retryAfterSeconds: Int?) {
    let wait = retryAfterSeconds.map { "wait \(waitingTime($0)) and try again" } ?? "try again later"
    let (kind, message): (Kind, String) =
      switch status {
      case 304:
        (.http(304), "\(host) says that nothing changed, though we have no copy; ask without validators")
      case 401, 403:
        (.http(status), "\(host) does not let us read this (\(status)); ask its owner or leave it out")
      case 404: (.http(404), "\(host) has nothing at this address (404); correct the address or leave it out")
      case 410: (.gone, "\(host) has removed this for good (410); leave it out")
      case 429: (.throttled, "\(host) finds that we ask too often (429); \(wait)")
      case 503: (.throttled, "\(host) is not available at the moment (503); \(wait)")
      case 204, 205, 206:
        (.http(status), "\(host) sent no complete document (\(status)); try again later")
      case 500...: (.http(status), "\(host) has trouble (\(status)); try again later")
      default:
        (.http(status), "\(host) answered with status \(status), which brings no document; check the address")
      }
    self.init(kind: kind, message: message, url: url, retryAfterSeconds: retryAfterSeconds)
  }

  /// For a host that an earlier answer told us to leave alone.
  static func pausing(host: String, url: String, seconds: Int) -> FetchFailure {
    FetchFailure(
      kind: .throttled,
      message: "\(host) asked to be left alone; wait \(waitingTime(seconds)) and try again", url: url,
      retryAfterSeconds: seconds)
  }
}

/// `40 s`, `5 min` or `3 h`, rounded up.
private func waitingTime(_ seconds: Int) -> String {
  if seconds < 120 { return "\(seconds) s" }
  return seconds < 7200 ? "\((seconds - 1) / 60 + 1) min" : "\((seconds - 1) / 3600 + 1) h"
}
