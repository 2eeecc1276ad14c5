/// Something that sends one request and returns the answer, without following redirects.
///
/// ``CurlExchange`` does so over the network; a demonstration or a test answers from what it holds.
public protocol HTTPExchange: Sendable {
  /// Returns the whole answer, whatever its status, or says why there is none.
  ///
  /// When the task is cancelled, the request is given up and `TransportError.cancelled` thrown.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
