import Foundation
import Testing

@Suite("A template of one's own, on the command line")
struct TemplateCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "digest-template-\(UUID().uuidString)")

  @Test("A new folder is in order; a fault is told with file, line and hint, in text and in JSON")
  func folders() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      try Program.run(["template", "new", "Templates/mine", "--theme", "bold"], in: folder).status == 0)
    #expect(try Program.run(["template", "check", "Templates/mine"], in: folder).status == 0)
    let theme = folder.appending(path: "Templates/mine/theme.yaml")
    try Data("# mine\npapr: \"#ffffff\"\n".utf8).write(to: theme)
    let text = try Program.run(["template", "check", "Templates/mine"], in: folder)
    #expect(text.status == 78)
    #expect(
      text.errors
        == "Templates/mine/theme.yaml:2:1: error: unknown key \"papr\" (did you mean \"paper\"?)\n")
    let json = try Program.run(
      ["template", "check", "mine", "--format", "json", "-C", "Templates"], in: folder)
    #expect(json.status == 78)
    #expect(json.output.contains("\"line\":2") && json.output.hasSuffix("\"warnings\":[]}\n"))
    #expect(try Program.run(["template", "new", "Templates/mine"], in: folder).status == 73)
    #expect(try Program.run(["template", "check", "nowhere"], in: folder).status == 66)
    #expect(try Program.run(["template", "check", "x", "--theme", "brigth"], in: folder).status == 64)
  }

  @Test("A language without words is told, and does not fail")
  func language() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Program.run(["init", "weekly", "--starter"], in: folder).status == 0)
    let file = folder.appending(path: "weekly/digest.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try Data(settings.replacing("language: en", with: "language: fi\ntheme: bright").utf8).write(to: file)
    let outcome = try Program.run(["check", "-C", "weekly"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("there are no words in “fi”"))
  }
}
