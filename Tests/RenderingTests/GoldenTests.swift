import DigestTesting
import Foundation
import Model
import Rendering
import Templates
import Testing

@Suite("One edition in all its forms, kept as it was approved")
struct GoldenTests {
  @Test("The forms are those of the goldens (DIGEST_RECORD_GOLDENS=1 records them anew)")
  func goldens() throws {
    let rendition = try render(Samples.six, template: .builtIn())
    let message = String(decoding: rendition.message, as: UTF8.self)
    let header = message.prefix(upTo: message.range(of: "\r\n\r\n")?.lowerBound ?? message.endIndex)
    try expect(rendition.text, toBe: "six.txt")
    try expect(rendition.html, toBe: "six.html")
    // Hashes in the header cover the rest of the message.
    try expect(header.replacing("\r\n", with: "\n") + "\n", toBe: "six.header")
  }

  private func expect(_ found: String, toBe name: String) throws {
    let fixtures = Fixtures()
    if ProcessInfo.processInfo.environment["DIGEST_RECORD_GOLDENS"] == "1" {
      try Data(found.utf8).write(to: fixtures.url(name))
    }
    let expected = try fixtures.text(name)
    guard found != expected else { return }
    let foundLines = found.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(foundLines, expectedLines).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(foundLines.count, expectedLines.count)
    func shown(_ lines: [Substring]) -> String { lines.dropFirst(line).prefix(3).joined(separator: "\n") }
    Issue.record(
      "\(name) differs from line \(line + 1):\n--- golden\n\(shown(expectedLines))\n--- now\n\(shown(foundLines))"
    )
  }
}
