internal import CCurl

/// An easy handle of libcurl's, and the transfer that it makes at the moment; it makes one after the other.
///
/// Used on the loop's thread only; libcurl's callbacks run there too.
final class CurlTransfer {
  let handle: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  /// `nil` while there is nothing to do.
  private(set) var order: CurlLoop.Order?
  private(set) var answer = Answer()
  private var fieldList: UnsafeMutablePointer<curl_slist>?

  /// What came so far, and what we made of it.
  struct Answer {
    var header = HeaderReader(limitBytes: 0)
    var body: [UInt8] = []
    /// Bytes of the body as they came from the connection; counted once the header says that they are coded.
    var codedCount = 0
    var trailer: GzipTrailer?
    /// Why we ended the transfer ourselves, or refused to dial.
    var refusal: TransportError?
    /// Whether we ended it because the beginning of the body is all that is wanted.
    var isEnough = false
  }

  /// `nil` if libcurl has no memory left or lacks an option that we rely on.
  init?() {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard setConstantOptions(errorText: errorText) else { return nil }
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(fieldList)
    errorText.deallocate()
  }

  /// Gets ready for `order`; false if libcurl has no memory left.
  func begin(_ order: CurlLoop.Order) -> Bool {
    self.order = order
    answer = Answer(header: HeaderReader(limitBytes: order.request.limits.headerBytes))
    errorText[0] = 0
    fieldList = slist(of: order)
    return setOptions(for: order, fields: fieldList)
  }

  /// Forgets the transfer; its order, for whoever answers it.
  func end() -> CurlLoop.Order? {
    defer {
      order = nil
      answer = Answer()
      _ = ccurl_set_fields(handle, nil)
      curl_slist_free_all(fieldList)
      fieldList = nil
    }
    return order
  }

  /// What the transfer came to, after libcurl ended it with `code`.
  func outcome(_ code: CURLcode) -> CurlLoop.Outcome {
    guard let order else { return .failure(.closed) }
    let host = order.address.host
    if let refusal = answer.refusal { return .failure(refusal) }
    guard code == CURLE_OK || answer.isEnough else { return .failure(error(for: code, order)) }
    guard answer.header.status >= 200 else {
      return .failure(.badResponse(host: host, reason: "it is not an HTTP answer"))
    }
    if !answer.isEnough, let trailer = answer.trailer, trailer.isCut(atLength: answer.body.count) {
      return .failure(.cutOff(host: host))
    }
    return .success(
      HTTPResponse(
        url: order.address.url, status: answer.header.status, fields: answer.header.fields,
        body: answer.body))
  }

  /// libcurl's own words for what went wrong, as printable ASCII.
  var reason: String {
    let text = String(cString: errorText)
    let plain = text.utf8.filter { $0 >= 0x20 && $0 < 0x7F }.prefix(200)
    return String(decoding: plain, as: UTF8.self)
  }
}

// MARK: - What libcurl calls back

extension CurlTransfer {
  /// False to end the transfer.
  func receiveHeaderLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let order else { return false }
    guard answer.header.read(line) else {
      answer.refusal = .tooManyHeaders(
        host: order.address.host, limitBytes: order.request.limits.headerBytes)
      return false
    }
    if answer.header.isComplete, answer.trailer == nil, answer.header.isCoded {
      if answer.header.isGzip { answer.trailer = GzipTrailer(isChunked: answer.header.isChunked) }
      // Coded bytes reach the trace callback, in verbose mode only; that costs too much for every answer.
      return ccurl_set_long(handle, CURLOPT_VERBOSE, 1) == CURLE_OK
    }
    return true
  }

  /// Decompressed bytes of the body. False to end the transfer.
  func receiveBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let order else { return false }
    let limits = order.request.limits
    let total = answer.body.count + bytes.count
    guard total <= limits.bodyBytes else {
      if limits.takesBeginning {
        answer.body.append(contentsOf: bytes.prefix(limits.bodyBytes - answer.body.count))
        answer.isEnough = true
      } else {
        answer.refusal = .tooLarge(host: order.address.host, limitBytes: limits.bodyBytes)
      }
      return false
    }
    if total > limits.expansionFreeBytes, answer.header.isCoded,
      total / max(1, limits.expansion) > answer.codedCount
    {
      answer.refusal = .tooDense(host: order.address.host, expansion: limits.expansion)
      return false
    }
    if answer.body.isEmpty {
      var announced: curl_off_t = 0
      ccurl_get_offset(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced)
      answer.body.reserveCapacity(max(bytes.count, min(Int(clamping: announced), limits.bodyBytes)))
    }
    answer.body.append(contentsOf: bytes)
    return true
  }

  /// Bytes of a coded body as they come from the connection.
  func receiveCodedBody(_ bytes: UnsafeBufferPointer<UInt8>) {
    answer.codedCount += bytes.count
    answer.trailer?.read(bytes)
  }

  /// False if the address must not be dialled, or the connection to it must not be used.
  func allows(_ address: IPAddress?) -> Bool {
    guard let order, let address else { return false }
    let (host, port) = (order.address.host, order.address.port)
    if order.request.addressPolicy.permits(address, host: host, port: port) { return true }
    answer.refusal = .forbiddenAddress(
      host: host, port: port, address: address.description, scope: address.scope)
    return false
  }
}
