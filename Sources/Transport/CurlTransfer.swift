internal import CCurl
import Foundation

/// One transfer: its easy handle, what came so far, and the limits that hold for it.
///
/// Used on the loop's thread only; libcurl's callbacks run there too.
final class CurlTransfer {
  let order: CurlLoop.Order
  let handle: UnsafeMutableRawPointer
  private(set) var header: HeaderReader
  private var body: [UInt8] = []
  private var trailer: GzipTrailer?
  /// Why we ended the transfer ourselves, or refused to dial.
  private var refusal: TransportError?
  private var fieldList: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>

  private var request: HTTPRequest { order.request }
  private var host: String { order.address.host }

  /// `nil` if libcurl has no memory left or lacks an option that we rely on.
  init?(_ order: CurlLoop.Order) {
    guard let handle = curl_easy_init() else { return nil }
    self.order = order
    self.handle = handle
    header = HeaderReader(limitBytes: order.request.limits.headerBytes)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard setUp() else { return nil }
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(fieldList)
    errorText.deallocate()
  }

  /// What the transfer came to, after libcurl ended it with `code`.
  func outcome(_ code: CURLcode) -> CurlLoop.Outcome {
    if let refusal { return .failure(refusal) }
    guard code == CURLE_OK else { return .failure(error(for: code)) }
    guard header.status >= 200 else {
      return .failure(.badResponse(host: host, reason: "it is not an HTTP answer"))
    }
    if let trailer, trailer.isCut(atLength: body.count) {
      return .failure(.cutOff(host: host))
    }
    return .success(
      HTTPResponse(url: order.address.url, status: header.status, fields: header.fields, body: body))
  }
}

// MARK: - What libcurl calls back

extension CurlTransfer {
  /// False to end the transfer.
  func receiveHeaderLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard header.read(line) else {
      refusal = .tooManyHeaders(host: host, limitBytes: request.limits.headerBytes)
      return false
    }
    if header.isComplete, trailer == nil, header.isGzip {
      trailer = GzipTrailer(isChunked: header.isChunked)
    }
    return true
  }

  /// Decompressed bytes of the body. False to end the transfer.
  func receiveBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let limits = request.limits
    let total = body.count + bytes.count
    guard total <= limits.bodyBytes else {
      refusal = .tooLarge(host: host, limitBytes: limits.bodyBytes)
      return false
    }
    if total > limits.expansionFreeBytes {
      var received: curl_off_t = 0
      ccurl_get_offset(handle, CURLINFO_SIZE_DOWNLOAD_T, &received)
      // The count may lag behind by the buffer that is being decompressed.
      guard total / max(1, limits.expansion) <= Int(clamping: received) + CurlTransfer.bufferBytes else {
        refusal = .tooDense(host: host, expansion: limits.expansion)
        return false
      }
    }
    if body.isEmpty {
      var announced: curl_off_t = 0
      ccurl_get_offset(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced)
      body.reserveCapacity(max(bytes.count, min(Int(clamping: announced), limits.bodyBytes)))
    }
    body.append(contentsOf: bytes)
    return true
  }

  /// Bytes of the body as they come from the connection.
  func receiveRawBody(_ bytes: UnsafeBufferPointer<UInt8>) {
    trailer?.read(bytes)
  }

  /// False if the address must not be dialled.
  func allows(_ address: IPAddress) -> Bool {
    let port = order.address.port
    if request.addressPolicy.permits(address, host: host, port: port) { return true }
    refusal = .forbiddenAddress(
      host: host, port: port, address: address.description, scope: address.scope)
    return false
  }
}

// MARK: - Options

extension CurlTransfer {
  private static let bufferBytes = 16 << 10

  private func setUp() -> Bool {
    let limits = request.limits
    let isException = request.addressPolicy.allows(host: host, port: order.address.port)
    let options: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1),
      // A slow name server must not hold up the thread when its transfer times out.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connectTime.wholeMilliseconds)),
      (CURLOPT_TIMEOUT_MS, max(1, limits.totalTime.wholeMilliseconds)),
      (CURLOPT_BUFFERSIZE, CurlTransfer.bufferBytes),
      (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
      // A connection that only this policy allows must not serve a request under another one.
      (CURLOPT_FORBID_REUSE, isException ? 1 : 0),
      // Raw bytes reach the trace callback in verbose mode only.
      (CURLOPT_VERBOSE, 1),
    ]
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, order.address.url),
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br"),
      // A proxy from the environment would be dialled in place of the address that we check.
      (CURLOPT_PROXY, ""),
    ]
    for (option, value) in options where ccurl_set_long(handle, option, value) != CURLE_OK { return false }
    for (option, text) in texts where ccurl_set_text(handle, option, text) != CURLE_OK { return false }
    return ccurl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bodyBytes)) == CURLE_OK
      && ccurl_set_error_buffer(handle, errorText) == CURLE_OK
      && setFields() && setCallbacks()
  }

  private func setFields() -> Bool {
    var fields = request.fields
    if let authorization = order.address.basicAuthorization,
      !fields.contains(where: { $0.isNamed("Authorization") })
    {
      fields.append(HTTPField(name: "Authorization", value: authorization))
    }
    for field in fields {
      let line = field.lineBytes.map(CChar.init(bitPattern:)) + [0]
      guard let longer = curl_slist_append(fieldList, line) else { return false }
      fieldList = longer
    }
    return ccurl_set_fields(handle, fieldList) == CURLE_OK
  }

  private func setCallbacks() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return ccurl_set_header_callback(handle, headerCallback, context) == CURLE_OK
      && ccurl_set_body_callback(handle, bodyCallback, context) == CURLE_OK
      && ccurl_set_socket_callback(handle, socketCallback, context) == CURLE_OK
      && ccurl_set_trace_callback(handle, traceCallback, context) == CURLE_OK
  }

  /// libcurl's own words for what went wrong, as printable ASCII.
  var reason: String {
    let text = String(cString: errorText)
    let plain = text.utf8.filter { $0 >= 0x20 && $0 < 0x7F }.prefix(200)
    return String(decoding: plain, as: UTF8.self)
  }
}
