import Configuration
import Foundation
import Model
import Templates
import Testing

@testable import Workflow

@Suite("A template lies in a folder and reads nothing else")
struct TemplateFolderTests {
  @Test("The configuration knows the themes that there are")
  func themes() {
    #expect(Settings.themes == TemplateSet.themes)
  }

  @Test("A new folder is in order, whole or with the settings alone", arguments: Settings.themes)
  func create(theme: String) throws {
    let folder = try TemporaryFolder()
    let settings = folder.path + "/settings"
    let whole = folder.path + "/whole"
    #expect(try TemplateFolder.create(at: settings, theme: theme, isWhole: false).count == 1)
    #expect(try TemplateFolder.create(at: whole, theme: theme, isWhole: true).count > 15)
    #expect(try TemplateFolder.problems(at: settings, theme: theme) == [])
    #expect(try TemplateFolder.problems(at: whole, theme: "default") == [])
    #expect(throws: WorkflowError.self) {
      try TemplateFolder.create(at: settings, theme: theme, isWhole: false)
    }
  }

  @Test("A problem names the file as it was given")
  func places() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/footer.html.mustache"
    try Data("\n{{nobody}}".utf8).write(to: URL(filePath: file))
    let other = folder.path + "/page.mustache"
    try Data("{{> ../../../etc/passwd}}".utf8).write(to: URL(filePath: other))
    #expect(try TemplateFolder.problems(at: folder.path, theme: "default").map(\.source) == [file])
    #expect(try TemplateFolder.problems(at: file, theme: "default").map(\.line) == [2])
    let complaint = try #require(TemplateFolder.problems(at: other, theme: "default").first)
    #expect(complaint.source == other && complaint.code == "template-bad-tag")
  }

  @Test("Links out of the folder are not followed")
  func links() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/footer.html.mustache", withDestinationPath: "/etc/passwd")
    #expect(throws: WorkflowError.self) {
      try TemplateFolder.problems(at: folder.path, theme: "default")
    }
  }
}
