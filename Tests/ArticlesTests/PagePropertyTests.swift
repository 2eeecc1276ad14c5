import Articles
import DigestTesting
import Foundation
import Model
import Testing

/// Pages that are not part of the package, where they are at hand.
private let collection: URL? = {
  let shared =
    ProcessInfo.processInfo.environment["DIGEST_SHARED"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    .standardizedFileURL
  let folder = shared.appending(path: "corpora/articles")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite("Whatever page is read")
struct PagePropertyTests {
  @Test("A damaged page invents nothing and gives sound comments and safe HTML", arguments: 0..<48)
  func damaged(seed: UInt64) throws {
    var mutator = PageMutator(seed: seed, donors: PageSamples.all.map { Array($0.utf8) })
    for _ in 0..<12 {
      let page = mutator.page()
      for fault in faults(of: page) {
        Issue.record("\(fault)\nof \(String(decoding: page, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test("Bytes that are no page give no article, and no harm", arguments: 0..<16)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let noise = (0..<random.below(600)).map { _ in
        random.below(3) == 0
          ? UInt8(truncatingIfNeeded: random.next()) : random.one(of: Array("<>&;/=\"'! -pdivtable#1".utf8))
      }
      #expect(faults(of: noise) == [], "\(noise)")
    }
  }

  @Test("Undamaged, the samples give articles and comments: else the others would prove nothing")
  func samples() {
    for sample in PageSamples.all {
      let page = extractArticle(bytes: Array(sample.utf8), url: "http://a.example/p/")
      #expect(page.article.body.count >= 3, "\(sample)")
      #expect(faults(of: Array(sample.utf8)) == [])
    }
    #expect(
      PageSamples.all.map { extractArticle(bytes: Array($0.utf8)).comments.count }.reduce(0, +) >= 8)
  }

  @Test("The judge of this suite finds what it must find")
  func judge() {
    let page = Array("<p>One <i>two</i> three</p><script>var four</script>".utf8)
    #expect(PagePromises.isShown("One three", by: page))
    #expect(!PagePromises.isShown("three One", by: page))
    #expect(!PagePromises.isShown("four", by: page))
    // A mark that combines with the end of a tag does not hide it.
    #expect(safetyFaults(in: "<p>\u{652}one</p>") == [])
    #expect(safetyFaults(in: "<p>\u{652}one").count == 1)
  }

  @Test(
    "Collected pages keep to the same promises",
    .enabled(if: collection != nil, "the collection of pages is not at hand: set DIGEST_SHARED"),
    arguments: ["scrapinghub", "trafilatura", "readability"])
  func collected(corpus: String) throws {
    let folder = try #require(collection).appending(path: corpus).appending(path: "html")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    // Every page takes minutes when built for debugging.
    let step = ProcessInfo.processInfo.environment["DIGEST_ALL_PAGES"] == nil ? 20 : 1
    var count = 0
    for index in stride(from: 0, to: names.count, by: step) where names[index].hasSuffix(".gz") {
      let bytes = try unpacked(folder.appending(path: names[index]))
      guard bytes.count < 400_000 || step == 1 else { continue }
      count += 1
      for fault in faults(of: bytes) { Issue.record("\(fault.prefix(300)) of \(names[index])") }
    }
    #expect(count > 2)
  }

  private func faults(of page: [UInt8]) -> [String] {
    let report = ArticleReport(extractArticle(bytes: page, url: "http://a.example/p/"))
    let html = (report.paragraphs ?? []).map(\.html) + (report.comments ?? []).map(\.html)
    return PagePromises.faults(of: page) + html.compactMap { $0 }.flatMap { safetyFaults(in: $0) }
  }

  private func unpacked(_ file: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](data)
  }
}
