import DigestTesting
import Foundation
import FoundationNetworking
import Testing

@Suite("Preview and archive on the command line")
struct PreviewTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try Program.run(["demo", "--quiet"], in: scratch.url)
    try scratch.write("title: x\nfeeds: [Feeds/none.opml]\ntemplate: Look\n", to: "digest.yaml")
    try scratch.write("<opml version=\"2.0\"><body></body></opml>", to: "Feeds/none.opml")
    try scratch.write("# as it is\n", to: "Look/theme.yaml")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
  }

  @Test("preview writes one page beside the forms, and the forms are those that render writes")
  func page() throws {
    let names = ["digest.txt", "digest.html", "digest.eml"].map { "Digests/demo/" + $0 }
    let outcome = try Program.run(["preview", "demo"], in: scratch.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("Digests/demo/preview.html"))
    let forms = try names.map { try text($0) }
    #expect(try Program.run(["render", "demo"], in: scratch.url).status == 0)
    #expect(try names.map { try text($0) } == forms)
    #expect(try text("Digests/demo/preview.html").contains("Desktop, dark"))
    #expect(try Program.run(["preview", "2026-W01"], in: scratch.url).status == 66)
  }

  @Test(
    "--port without --serve, and a port that is none, are usage errors",
    arguments: [["--port", "80"], ["--serve", "--port", "70000"]])
  func usage(options: [String]) throws {
    #expect(try Program.run(["preview"] + options, in: scratch.url).status == 64)
  }

  @Test("The folder of an edition can be shown without a configuration; without a name one is needed")
  func withoutConfiguration() throws {
    let bare = try Scratch()
    _ = try Program.run(["demo", "--quiet"], in: bare.url)
    #expect(try Program.run(["preview", "Digests/demo"], in: bare.url).status == 0)
    #expect(bare.exists("Digests/demo/preview.html"))
    #expect(try Program.run(["preview"], in: bare.url).status == 78)
    #expect(try Program.run(["preview", "Digests/other"], in: bare.url).status == 78)
  }

  @Test(
    "--serve prints its address, follows a changed template, and ends cleanly on a signal",
    arguments: [SIGINT, SIGTERM])
  func serve(signal: Int32) async throws {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["preview", "demo", "--serve", "--port", "0", "--quiet"]
    process.currentDirectoryURL = scratch.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(URL(string: line.trimmingCharacters(in: .newlines)))
    #expect(address.host() == "127.0.0.1")

    let version = try await get(address, "version").body
    let (status, body) = try await get(address, "")
    #expect(status == 200)
    #expect(body.contains("data-version=\"\(version.prefix(16))\""))
    #expect(try await get(address, "digest.txt").body == text("Digests/demo/digest.txt"))
    #expect(try await get(address, "edition.json").status == 404)
    try scratch.write("page: \"#e3e6ea\"\n", to: "Look/theme.yaml")
    #expect(try await get(address, "version").body != version)
    #expect(try await get(address, "digest.html").body.contains("#e3e6ea"))

    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  @Test("A port that is taken is told, with exit code 69")
  func portInUse() throws {
    let other = try LoopbackServer { _ in .silence }
    defer { other.stop() }
    let outcome = try Program.run(["preview", "demo", "--serve", "--port", "\(other.port)"], in: scratch.url)
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("port \(other.port) of this machine is in use"))
  }

  @Test(
    "archive publishes what is called by its id, says what it left out, and writes nothing the second time")
  func archive() throws {
    #expect(try Program.run(["archive", "web"], in: scratch.url).status == 66)
    try FileManager.default.moveItem(
      at: scratch.url.appending(path: "Digests/demo"), to: scratch.url.appending(path: "Digests/2026-W47"))
    let first = try Program.run(["archive", "web"], in: scratch.url)
    #expect(first.status == 0)
    #expect(first.output.contains("1 edition in "))
    #expect(first.errors.contains("no homepage"))
    let again = try Program.run(["archive", "web", "--format", "json"], in: scratch.url)
    #expect(again.output.contains("\"written\":[]"))
    #expect(try text("web/2026-W47.html").contains("<article id=\"a6\">"))
    try scratch.write("theirs", to: "other/index.html")
    #expect(try Program.run(["archive", "other"], in: scratch.url).status == 73)
    #expect(try text("other/index.html") == "theirs")
  }

  private func get(_ address: URL, _ path: String) async throws -> (status: Int, body: String) {
    let (data, response) = try await URLSession.shared.data(from: address.appending(path: path))
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}
