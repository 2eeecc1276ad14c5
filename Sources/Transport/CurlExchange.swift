internal import CCurl

/// Exchanges over the network, by libcurl.
///
/// One thread of its own drives all transfers; any number of tasks may send at the same time. The exchange ends with its
/// last reference, or earlier by ``close()``.
public final class CurlExchange: HTTPExchange {
  private let loop: CurlLoop

  public init() {
    loop = CurlLoop()
    loop.start()
  }

  deinit {
    loop.stop()
  }

  /// Gives up what is under way (it throws `TransportError.closed`) and takes no more requests.
  public func close() {
    loop.stop()
  }

  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard CurlLoop.isPossible else { throw .libraryMissing }
    let address = if let known = request.address { known } else { try HTTPAddress(request.url) }
    if let field = request.fields.first(where: { !$0.isSendable }) {
      throw .badField(name: field.name)
    }
    let ticket = CurlLoop.Ticket()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        loop.begin(.init(ticket: ticket, request: request, address: address, continuation: continuation))
      }
    } onCancel: {
      loop.cancel(ticket)
    }
    return try outcome.get()
  }
}

extension CurlExchange {
  /// The version of libcurl, such as `7.88.1`; `nil` if there is none on this machine.
  public static var libraryVersion: String? {
    guard let text = curl_version() else { return nil }
    // "libcurl/7.88.1 OpenSSL/3.0.15 zlib/1.2.13 ..."
    return String(cString: text).split(separator: " ").first?.split(separator: "/").last.map(String.init)
  }
}
