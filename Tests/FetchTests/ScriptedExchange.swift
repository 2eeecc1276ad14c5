import Transport

/// Answers from a function, and remembers what it was asked.
final class ScriptedExchange: HTTPExchange {
  private let script: @Sendable (HTTPRequest) async -> Result<HTTPResponse, TransportError>
  private let log = Locked<[HTTPRequest]>([])

  init(_ script: @escaping @Sendable (HTTPRequest) async -> Result<HTTPResponse, TransportError>) {
    self.script = script
  }

  var requests: [HTTPRequest] { log.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    log.withLock { $0.append(request) }
    return try await script(request).get()
  }
}

extension HTTPRequest {
  func field(_ name: String) -> String? { fields.first { $0.isNamed(name) }?.value }
}
