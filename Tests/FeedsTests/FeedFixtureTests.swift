import DigestTesting
import Foundation
import Testing

@Suite("Feeds of one purpose each, kept as they were approved")
struct FeedFixtureTests {
  @Test(
    "The output is that of the golden (DIGEST_RECORD_GOLDENS=1 records it anew)", arguments: FeedFixture.all)
  func golden(fixture: FeedFixture) throws {
    let difference = try FeedFixture.files.difference(of: try fixture.output(), fromGolden: fixture.golden)
    if let difference { Issue.record("\(fixture.golden) differs:\n\(difference)") }
  }

  @Test(
    "The fixtures are all there: every golden has its input, every group a line in the README",
    .disabled(if: Fixtures.isRecording, "goldens are being recorded"))
  func complete() throws {
    #expect(FeedFixture.all.count >= 250)
    let goldens = FeedFixture.files.paths(endingIn: FeedFixture.goldenSuffix)
    #expect(goldens == FeedFixture.all.map(\.golden).sorted())
    let described = try FeedFixture.files.text("README.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(described.map(String.init) == Set(FeedFixture.all.map(\.group)).sorted())
  }

  @Test(
    "Every warning code and every version that there is appears in a golden, and no other",
    .disabled(if: Fixtures.isRecording, "goldens are being recorded"))
  func coverage() throws {
    var codes: Set<String> = []
    var versions: Set<String> = []
    for fixture in FeedFixture.all where fixture.isFeed && fixture.group != "comments" {
      let golden = try JSONDecoder().decode(
        Golden.self, from: Data(try FeedFixture.files.bytes(fixture.golden)))
      codes.formUnion(golden.warnings.map(\.code))
      if let version = golden.version { versions.insert(version) }
    }
    #expect(codes.sorted() == Self.codes)
    #expect(versions.sorted() == Self.versions)
  }

  @Test("The sources give the codes and versions that are told here, and no other")
  func told() throws {
    let literals = Set(
      try ["Feeds", "Markup"].flatMap { try words(after: "\"", inSourcesOf: $0) })
    #expect(Self.codes.filter { !literals.contains($0) } == [])
    #expect(Self.versions.filter { !literals.contains($0) } == [])
    let notes = try words(after: " = \"", inSourcesOf: "Markup/MarkupNote.swift")
    let given = try ["code: \"", "warn(\""].flatMap { try words(after: $0, inSourcesOf: "Feeds") }
    #expect(notes.count >= 10 && given.count >= 10)
    #expect(Set(notes + given).subtracting(Self.codes) == [])
  }

  private static let codes = [
    "address-invalid", "date-unreadable", "date-zone-unknown", "dtd-ignored", "empty-document",
    "encoding-mismatch", "encoding-unknown", "entity-undefined", "id-duplicate", "id-missing", "json-invalid",
    "limit-exceeded", "media-type-not-xml", "not-a-feed", "prefix-undeclared", "warnings-omitted",
    "xml-illegal-character", "xml-not-well-formed", "xml-truncated",
  ]

  private static let versions = [
    "atom01", "atom02", "atom03", "atom10", "cdf", "json10", "json11", "rss", "rss090", "rss091", "rss092",
    "rss093", "rss094", "rss10", "rss20",
  ]

  private struct Golden: Decodable {
    struct Warning: Decodable { let code: String }
    let version: String?
    let warnings: [Warning]
  }

  /// What stands in quotes after each `marker` in a source file, or in all of a module.
  private func words(after marker: String, inSourcesOf place: String) throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let sources = tests.appending(path: "../../Sources/\(place)").standardizedFileURL
    let files =
      place.hasSuffix(".swift")
      ? [sources]
      : try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).components(separatedBy: marker).dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
    }
  }
}
