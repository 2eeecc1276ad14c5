import DigestTesting
import Foundation
import JSON
import Model
import Testing

@testable import Feeds

@Suite("Whatever a feed holds")
struct FeedPropertyTests {
  @Test("A damaged feed is read to its end and gives a valid value", arguments: FeedFixture.all)
  func damaged(fixture: FeedFixture) throws {
    guard fixture.isFeed else { return try damagedList(fixture) }
    let original = try fixture.bytes()
    let parser = try fixture.parser()
    var mutator = FeedMutator(seed: seed(of: fixture), donors: Self.donors)
    for _ in 0..<Self.rounds {
      let bytes = mutator.mutate(original)
      let feed = parser.parse(bytes)
      let faults = try faults(of: feed)
      if !faults.isEmpty {
        Issue.record("\(faults.joined(separator: "\n"))\nin \(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }

  @Test("What the feeds themselves give is valid", arguments: FeedFixture.all.filter(\.isFeed))
  func undamaged(fixture: FeedFixture) throws {
    #expect(try faults(of: try fixture.parsed()) == [])
  }

  @Test("A fault after its end changes nothing that a feed says")
  func repaired() throws {
    var count = 0
    for fixture in FeedFixture.all where fixture.path.hasSuffix(".xml") {
      let straight = try fixture.parsed()
      guard straight.isFeed, straight.isWellFormed, straight.encoding == "utf-8" else { continue }
      count += 1
      // No well-formed document has text there: this one goes through the repair.
      let repaired = try fixture.parser().parse(try fixture.bytes() + Array("tail".utf8))
      #expect(!repaired.isWellFormed, "\(fixture)")
      #expect(repaired.version == straight.version, "\(fixture)")
      #expect(repaired.channel == straight.channel, "\(fixture)")
      #expect(repaired.entries == straight.entries, "\(fixture)")
    }
    #expect(count > 100)
  }

  // MARK: Means

  private static let rounds = 8

  private static let donors: [[UInt8]] = FeedFixture.all.compactMap { try? $0.bytes() }.filter { !$0.isEmpty }

  /// The same at every run: the hash values of the standard library are not.
  private func seed(of fixture: FeedFixture) -> UInt64 {
    fixture.path.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private func damagedList(_ fixture: FeedFixture) throws {
    let original = try fixture.bytes()
    var mutator = FeedMutator(seed: seed(of: fixture), donors: Self.donors)
    for _ in 0..<Self.rounds {
      let bytes = mutator.mutate(original)
      if fixture.path.hasSuffix(".html") {
        let found = discoverFeeds(in: bytes, url: "https://quay.example/")
        #expect(found.allSatisfy { $0.url.hasPrefix("http:") || $0.url.hasPrefix("https:") })
      } else if let list = try? FeedList(opml: bytes) {
        let again = try FeedList(opml: Array(list.opml.utf8))
        #expect(again.sources.map(\.feedURL).sorted() == list.sources.map(\.feedURL).sorted())
        #expect(again.diagnostics.isEmpty)
      }
    }
  }

  private func faults(of feed: ParsedFeed) throws -> [String] {
    var faults: [String] = []
    if feed.warnings.count > 101 { faults.append("\(feed.warnings.count) warnings") }
    if feed.isFeed == feed.warnings.contains(where: { $0.code == "not-a-feed" }) {
      faults.append("a feed is a feed if nothing says that it is none")
    }
    if feed.warnings.isEmpty && !feed.isWellFormed { faults.append("broken, and nothing says why") }
    // Foundation loses U+FEFF where it stands behind an escape.
    let json = String(decoding: try JSONLine.encode(feed), as: UTF8.self).replacing("\u{FEFF}", with: "?")
    let tree = try JSONSerialization.jsonObject(with: Data(json.utf8))
    check(tree, at: "", &faults)
    return faults
  }

  /// The conventions of the JSON form: nothing empty but what is always there, and clean strings.
  private func check(_ value: Any, at path: String, _ faults: inout [String]) {
    switch value {
    case let text as String:
      if text.isEmpty { faults.append("\(path) is empty") }
      if let control = text.unicodeScalars.first(where: isForbidden) {
        faults.append("\(path) holds U+\(String(control.value, radix: 16))")
      }
      if text.utf8.first ?? 0x41 <= 0x20 || text.utf8.last ?? 0x41 <= 0x20 {
        faults.append("\(path) is not trimmed: \(text)")
      }
    case let members as [String: Any]:
      if members.isEmpty && path != "/feed" && !path.hasPrefix("/entries/") {
        faults.append("\(path) is empty")
      }
      for (name, member) in members { check(member, at: path + "/" + name, &faults) }
    case let elements as [Any]:
      if elements.isEmpty && path != "/entries" && path != "/warnings" { faults.append("\(path) is empty") }
      for (index, element) in elements.enumerated() { check(element, at: "\(path)/\(index)", &faults) }
    case is NSNull: faults.append("\(path) is null")
    default: break
    }
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
  }
}
