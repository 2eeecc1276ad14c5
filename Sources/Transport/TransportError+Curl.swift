internal import CCurl

extension CurlTransfer {
  /// What a code of libcurl's means for whoever asked.
  func error(for code: CURLcode, _ order: CurlLoop.Order) -> TransportError {
    let host = order.address.host
    let limits = order.request.limits
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(host)
    case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED:
      return .refusedConnection(host: host, port: order.address.port)
    case CURLE_OPERATION_TIMEDOUT:
      var connected: curl_off_t = 0
      ccurl_get_offset(handle, CURLINFO_PRETRANSFER_TIME_T, &connected)
      return .timedOut(
        host: host, after: connected > 0 ? limits.totalTime : min(limits.connectTime, limits.totalTime))
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_USE_SSL_FAILED:
      return .insecureConnection(host: host, reason: reason.isEmpty ? words(for: code) : reason)
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(host: host, limitBytes: limits.bodyBytes)
    case CURLE_OUT_OF_MEMORY where !answer.header.isComplete:
      // How libcurl 7.88 calls a header line beyond its own limit of 100 kB.
      return .tooManyHeaders(host: host, limitBytes: limits.headerBytes)
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      return .cutOff(host: host)
    case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
      // We end transfers with a reason of our own, so a write error is the decompressor's.
      return .badResponse(host: host, reason: "its compression is unknown or damaged")
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      return .badResponse(host: host, reason: "it is not an HTTP answer")
    default: return .badResponse(host: host, reason: words(for: code))
    }
  }

  private func words(for code: CURLcode) -> String {
    curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
  }
}
