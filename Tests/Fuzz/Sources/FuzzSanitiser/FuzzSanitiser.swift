import Markup
import Properties

private let base = WebAddress("https://blog.example/posts/2031/")

/// Any text, taken as HTML: the fragment made of it is safe, and stays as it is when made safe again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let html = String(decoding: inputBytes(start, count), as: UTF8.self)
  let safe = SafeHTML(sanitising: html, base: base)
  SafeHTMLFragment.check(safe.html)
  let again = SafeHTML(sanitising: safe.html, base: base)
  expect(again.html == safe.html, "not the same when made safe again:\n1: \(safe.html)\n2: \(again.html)")
  // Tidy fragments take a short way, which must not show.
  let tree = SafeHTML(tree: HTMLDocument.parse(html), base: base)
  expect(tree == safe, "not the same by way of the tree:\n1: \(safe)\n2: \(tree)")
  return 0
}
