import DigestTesting
import Foundation
import Model
import Testing
import Workflow

@Suite("The demo")
struct DemoTests {
  @Test("It runs the whole way offline, from any folder, and reports its one broken feed")
  func run() async throws {
    let folder = try TemporaryFolder()
    let result = try await Demo.run(in: folder.path)
    #expect(result.failedFeeds.map(\.title) == ["The Long Corridor"])
    #expect(result.feeds.reduce(0) { $0 + $1.newEntries } == 11)
    #expect(result.feeds.reduce(0) { $0 + $1.pages } >= 4)
    #expect(result.feeds.reduce(0) { $0 + $1.newComments } >= 60)
    #expect(result.finished.findings.filter { $0.severity == .error }.isEmpty)
    let edition = result.finished.edition
    #expect(edition.items.count == 6)
    #expect(edition.sections.map(\.title) == ["On the floor", "In the office"])
    #expect(edition.items.allSatisfy { (1...3).contains($0.paragraphs.count) })
    #expect(!edition.items.contains { $0.title.contains("Lunch is part of the rota") })
  }

  @Test("It gives the bytes of the reviewed sample that the repository shows", arguments: EditionFolder.files)
  func sample(file: String) async throws {
    let folder = try TemporaryFolder()
    _ = try await Demo.run(in: folder.path)
    let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Digests/demo/" + file)
    let expected = [UInt8](try Data(contentsOf: sample))
    #expect(
      try folder.bytes("Digests/demo/" + file) == expected,
      "run `digest demo` in the repository and review the difference")
  }

  @Test("What must never be printed is not: spam, thanks, pingbacks, avatars, what an error page says")
  func neverPrinted() async throws {
    let folder = try TemporaryFolder()
    _ = try await Demo.run(in: folder.path)
    for file in ["digest.txt", "digest.html"] {
      let text = try folder.text("Digests/demo/" + file)
      for word in ["gravatar", "avatar", "NapAlert", "database connection", "appeared first on"] {
        #expect(!text.contains(word), "\(word) in \(file)")
      }
    }
  }
}
