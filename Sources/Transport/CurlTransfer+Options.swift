internal import CCurl

extension CurlTransfer {
  /// What holds for every transfer of the handle. False if libcurl lacks any of it.
  func setConstantOptions(errorText: UnsafeMutablePointer<CChar>) -> Bool {
    let options: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1),
      // A slow name server must not hold up the thread when its transfer times out.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_BUFFERSIZE, 64 << 10),
      (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
    ]
    let texts: [(CURLoption, String)] = [
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br"),
      // A proxy from the environment would be dialled in place of the address that we check.
      (CURLOPT_PROXY, ""),
    ]
    for (option, value) in options where ccurl_set_long(handle, option, value) != CURLE_OK { return false }
    for (option, text) in texts where ccurl_set_text(handle, option, text) != CURLE_OK { return false }
    let context = Unmanaged.passUnretained(self).toOpaque()
    return ccurl_set_error_buffer(handle, errorText) == CURLE_OK
      && ccurl_set_header_callback(handle, headerCallback, context) == CURLE_OK
      && ccurl_set_body_callback(handle, bodyCallback, context) == CURLE_OK
      && ccurl_set_socket_callback(handle, socketCallback, context) == CURLE_OK
      && ccurl_set_use_callback(handle, useCallback, context) == CURLE_OK
      && ccurl_set_trace_callback(handle, traceCallback, context) == CURLE_OK
  }

  /// What holds for the one transfer. False if libcurl has no memory left.
  func setOptions(for order: CurlLoop.Order, fields: UnsafeMutablePointer<curl_slist>?) -> Bool {
    let limits = order.request.limits
    let largest = limits.takesBeginning ? 0 : curl_off_t(limits.bodyBytes)
    return ccurl_set_text(handle, CURLOPT_URL, order.address.url) == CURLE_OK
      && ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connectTime.wholeMilliseconds))
        == CURLE_OK
      && ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, max(1, limits.totalTime.wholeMilliseconds)) == CURLE_OK
      && ccurl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, largest) == CURLE_OK
      && ccurl_set_long(handle, CURLOPT_VERBOSE, 0) == CURLE_OK
      && ccurl_set_fields(handle, fields) == CURLE_OK
  }

  /// The fields of a request, to be freed by the caller; what does not fit into memory is left out.
  func slist(of order: CurlLoop.Order) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    func add(_ field: HTTPField) {
      let longer = (field.lineBytes + [0]).withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { curl_slist_append(list, $0.baseAddress) }
      }
      list = longer ?? list
    }
    for field in order.request.fields { add(field) }
    if let authorization = order.address.basicAuthorization,
      !order.request.fields.contains(where: { $0.isNamed("Authorization") })
    {
      add(HTTPField(name: "Authorization", value: authorization))
    }
    return list
  }
}
