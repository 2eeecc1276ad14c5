import Foundation
import Model
import Testing

@Suite("The README, and the guide to templates")
struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(
    "Every command that it shows exists, with the options that it shows",
    arguments: [("README.md", 8), ("Templates/README.md", 4)])
  func commands(file: String, atLeast count: Int) throws {
    let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let commands = lines.filter { $0.hasPrefix("digest ") || $0.hasPrefix("$ digest ") }
    #expect(commands.count >= count)
    for line in commands {
      let words = line.split(separator: "#")[0].split(separator: " ").map(String.init).drop {
        $0 == "$" || $0 == "digest"
      }
      let verbs = words.prefix { $0.allSatisfy { $0.isLowercase || $0 == "-" } && !$0.hasPrefix("-") }.prefix(
        2)
      let help = try help(for: Array(verbs))
      for option in words.filter({ $0.hasPrefix("--") }) {
        #expect(help.contains(option), "\(option) in: \(line)")
      }
    }
  }

  @Test("Every file that it links to is there", arguments: ["README.md", "Templates/README.md"])
  func links(file: String) throws {
    let url = Self.root.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      guard !target.isEmpty, !target.contains("://") else { continue }
      let path = url.deletingLastPathComponent().appending(path: String(target)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }

  @Test("It names every term whose weight can be set")
  func weights() throws {
    let text = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for name in PickingWeights.paragraphNames + PickingWeights.commentNames {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  /// Help of the longest run of `verbs` that is a command.
  private func help(for verbs: [String]) throws -> String {
    for count in stride(from: verbs.count, through: 1, by: -1) {
      let outcome = try Program.run(Array(verbs.prefix(count)) + ["--help"])
      if outcome.status == 0,
        outcome.output.contains("USAGE: digest " + verbs.prefix(count).joined(separator: " "))
      {
        return outcome.output
      }
    }
    Issue.record("no such command: digest \(verbs.joined(separator: " "))")
    return ""
  }
}
