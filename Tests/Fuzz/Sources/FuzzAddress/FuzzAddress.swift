import Markup
import Properties

private let base = WebAddress("https://blog.example/posts/2031/?page=2#top")

/// Any text, taken as a web address, alone and against a base: what comes out is clean and stays as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: inputBytes(start, count), as: UTF8.self)
  check(WebAddress(text))
  check(WebAddress(text, relativeTo: base))
  if let relative = WebAddress(text), let resolved = WebAddress(relative.string, relativeTo: base) {
    check(resolved)
  }
  return 0
}

private func check(_ address: WebAddress?) {
  guard let address else { return }
  let string = address.string
  expect(string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "not clean: \(string)")
  let again = WebAddress(string)
  expect(
    again == address || string.isEmpty,
    "not the same when read again:\n1: \(address)\n2: \(String(describing: again))")
  expect(address.isWeb == (address.scheme == "http" || address.scheme == "https"), "isWeb of \(string)")
  expect(address.withoutFragment.fragment == nil, "a fragment left of \(string)")
  if address.scheme != nil, !string.isEmpty {
    expect(WebAddress(string, relativeTo: base) == address, "absolute, and changed by a base: \(string)")
  }
  _ = (address.userInfo, address.host, address.port, address.path, address.query)
}
