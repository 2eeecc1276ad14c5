import Articles
import JSON
import Markup
import Model
import Properties

private let url = "https://blog.example/2026/11/post/"

/// Any bytes, taken as a page: article and comments hold what the page shows and nothing else, and are safe.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = inputBytes(start, count)
  let faults = PagePromises.faults(of: bytes, url: url)
  expect(faults.isEmpty, faults.joined(separator: "\n"))
  let page = extractArticle(bytes: bytes, url: url)
  let report = ArticleReport(page)
  for paragraph in report.paragraphs ?? [] { SafeHTMLFragment.check(paragraph.html ?? "") }
  for comment in report.comments ?? [] { SafeHTMLFragment.check(comment.html ?? "") }
  _ = PageSources(page, bytes: bytes, url: url)
  do {
    let line = try JSONLine.encode(report)
    expect(isJSON(line), "no JSON: \(String(decoding: line, as: UTF8.self))")
  } catch {
    finding("no JSON: \(error)")
  }
  return 0
}
