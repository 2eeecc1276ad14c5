import Foundation
import Model
import Testing
import Workflow

@Suite("A preview that keeps up")
struct LivePreviewTests {
  private let folder: TemporaryFolder
  private var preview: LivePreview

  init() throws {
    folder = try TemporaryFolder()
    _ = try SampleEditions.workspace(in: folder).finish(try SampleEditions.sample())
    preview = try LivePreview(edition: nil, configuration: folder.path + "/digest.yaml") { [folder] in
      try Workspace(folder: folder.path)
    }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(preview.page(at: path)).bytes, as: UTF8.self)
  }

  @Test(
    "The forms are those that rendering writes; the page on disk is the one that is served, but for its script"
  )
  func forms() throws {
    let edition = "Digests/2026-W47/"
    for (path, file) in [
      ("/digest.html", "digest.html"), ("/digest.txt", "digest.txt"), ("/digest.eml", "digest.eml"),
    ] {
      #expect(try preview.page(at: path)?.bytes == folder.bytes(edition + file))
    }
    let before = try ["digest.html", "digest.txt", "digest.eml"].map { try folder.bytes(edition + $0) }
    let workspace = try Workspace(folder: folder.path)
    _ = try workspace.renderAgain(try workspace.existingEdition(nil))
    #expect(try ["digest.html", "digest.txt", "digest.eml"].map { try folder.bytes(edition + $0) } == before)
    let onDisk = try folder.text(edition + "preview.html")
    #expect(!onDisk.contains("<script"))
    let served = try text("/")
    #expect(
      served.split(separator: "\n").filter { !$0.hasPrefix("<script") && !$0.contains("-Policy") }
        == onDisk.split(separator: "\n").filter { !$0.contains("-Policy") })
  }

  @Test(
    "Nothing but the known names is there, whatever the path looks like",
    arguments: [
      "", "/../digest.yaml", "/..%2fdigest.yaml", "//", "/edition.json", "/digest.html/", "/Digest.html",
      "/preview.html%00", "/digest.html\u{301}",
    ])
  func traversal(path: String) {
    #expect(preview.page(at: path) == nil)
  }

  @Test("While nothing changes, nothing is done")
  mutating func unchanged() throws {
    let version = try text("/version")
    try folder.write("by hand", to: "Digests/2026-W47/digest.txt")
    preview.refresh()
    #expect(try text("/version") == version)
    #expect(try folder.text("Digests/2026-W47/digest.txt") == "by hand")
  }

  @Test("A template file that is changed or added is rendered with, and the version says so")
  mutating func template() throws {
    let version = try text("/version")
    try folder.write("page: \"#e3e6ea\"\n", to: "Look/theme.yaml")
    preview.refresh()
    #expect(try text("/digest.html").contains("#e3e6ea"))
    #expect(try folder.text("Digests/2026-W47/digest.html").contains("#e3e6ea"))
    let changed = try text("/version")
    #expect(changed != version)
    try folder.write("<p>Ours alone</p>\n", to: "Look/footer.html.mustache")
    preview.refresh()
    #expect(try text("/digest.html").contains("Ours alone"))
    #expect(try text("/version") != changed)
  }

  @Test(
    "A configuration that names another template is followed, and that template is looked at from then on")
  mutating func configuration() throws {
    try folder.write("page: \"#e9e9e9\"\n", to: "Other/theme.yaml")
    try folder.write(
      SampleEditions.configuration.replacing("template: Look", with: "template: Other"), to: "digest.yaml")
    preview.refresh()
    #expect(try text("/digest.html").contains("#e9e9e9"))
    try folder.write("page: \"#e8e8e8\"\n", to: "Other/theme.yaml")
    preview.refresh()
    #expect(try text("/digest.html").contains("#e8e8e8"))
  }

  @Test("edit.yaml and the edition's data are looked at", arguments: ["edit.yaml", "edition.json"])
  mutating func edition(file: String) throws {
    try folder.write("by hand", to: "Digests/2026-W47/digest.txt")
    let data = file == "edition.json" ? try folder.text("Digests/2026-W47/edition.json") + "\n" : "# mine\n"
    try folder.write(data, to: "Digests/2026-W47/" + file)
    preview.refresh()
    #expect(try folder.text("Digests/2026-W47/digest.txt") != "by hand")
  }

  @Test(
    "What stands in the way is shown, escaped, with the script that asks again; once mended the preview is back"
  )
  mutating func failure() throws {
    let version = try text("/version")
    try folder.write("{{<b>}}", to: "Look/footer.html.mustache")
    preview.refresh()
    let page = try #require(preview.page(at: "/"))
    #expect(page.isFailure)
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains("footer.html.mustache:1:1"))
    #expect(!html.contains("{{<b>"))
    #expect(html.contains("reload.js"))
    #expect(try text("/version") != version)
    try FileManager.default.removeItem(atPath: folder.path + "/Look/footer.html.mustache")
    preview.refresh()
    #expect(preview.page(at: "/")?.isFailure == false)
    #expect(try text("/version") == version)
  }
}
