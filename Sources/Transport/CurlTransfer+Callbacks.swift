internal import CCurl
import Glibc

// Each callback gets the transfer as its context: the transfer owns the handle that calls.

let headerCallback: curl_write_callback = { bytes, size, count, context in
  guard let transfer = transfer(context), let line = buffer(bytes, size * count) else { return 0 }
  return transfer.receiveHeaderLine(line) ? size * count : 0
}

let bodyCallback: curl_write_callback = { bytes, size, count, context in
  guard let transfer = transfer(context), let piece = buffer(bytes, size * count) else { return 0 }
  // Any other count than that of the bytes makes libcurl give up; so does 0 when there are none.
  return transfer.receiveBody(piece) ? size * count : size * count + 1
}

let traceCallback: curl_debug_callback = { _, kind, bytes, count, context in
  guard kind == CURLINFO_DATA_IN, let transfer = transfer(context), let piece = buffer(bytes, count)
  else { return 0 }
  transfer.receiveCodedBody(piece)
  return 0
}

/// Opens the socket to an address, if that may be dialled: the one place through which every new connection goes.
let socketCallback: curl_opensocket_callback = { context, purpose, wanted in
  guard purpose == CURLSOCKTYPE_IPCXN, let wanted, let transfer = transfer(context),
    transfer.allows(ipAddress(wanted))
  else { return -1 }
  let kind = wanted.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
  return socket(wanted.pointee.family, kind, wanted.pointee.protocol)
}

/// Before a request goes out: a connection that is used again was dialled for another one, under another policy perhaps.
let useCallback: curl_prereq_callback = { context, address, _, _, _ in
  guard let transfer = transfer(context), let address, transfer.allows(IPAddress(String(cString: address)))
  else { return CURL_PREREQFUNC_ABORT }
  return CURL_PREREQFUNC_OK
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
  context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func buffer(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8>? {
  guard let bytes else { return nil }
  return UnsafeBufferPointer(start: UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: count)
}

/// The address in a socket address of libcurl's; `nil` for any family but IPv4 and IPv6.
private func ipAddress(_ wanted: UnsafeMutablePointer<curl_sockaddr>) -> IPAddress? {
  let storage = UnsafeRawPointer(wanted).advanced(by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
  switch wanted.pointee.family {
  case AF_INET:
    let address = storage.loadUnaligned(as: sockaddr_in.self).sin_addr
    return IPAddress(bytes: withUnsafeBytes(of: address) { Array($0) })
  case AF_INET6:
    let address = storage.loadUnaligned(as: sockaddr_in6.self).sin6_addr
    return IPAddress(bytes: withUnsafeBytes(of: address) { Array($0) })
  default: return nil
  }
}
