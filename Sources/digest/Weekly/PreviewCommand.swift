import ArgumentParser
import Foundation
import Model
import Serving
import Workflow

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show an edition as phones, desktops and text readers do, on one page.",
    discussion: """
      Renders the edition again (the newest without a name) and writes preview.html into its folder: phone and desktop, \
      light and dark, without style sheet, plain text, source, sizes, and what the lint says. The page asks nobody for \
      anything. An edition that is named needs no configuration: try Digests/demo after digest demo.

      --serve shows it at an address of this machine only and loads it again whenever the template, the configuration, \
      edit.yaml or the edition changes; Ctrl-C ends it.

      Examples:
        digest preview 2026-W47 -C my-weekly
        digest preview --serve -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The edition, such as 2026-W47, or its folder.")
  var edition: String?
  @Flag(help: "Serve it to a browser on this machine, until Ctrl-C.")
  var serve = false
  @Option(help: ArgumentHelp("The port to serve at. Default: 8420, or a free one.", valueName: "n"))
  var port: Int?
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func validate() throws {
    if let port {
      guard serve else { throw ValidationError("--port goes with --serve.") }
      guard (0...65_535).contains(port) else { throw ValidationError("--port is a number up to 65535.") }
    }
  }

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      if serve {
        try await serveUntilStopped()
      } else {
        let workspace = try Workspace.forPreview(
          of: edition, folder: common.folder, configurationFile: common.config,
          environment: ProcessInfo.processInfo.environment)
        let finished = try workspace.preview(try workspace.existingEdition(edition))
        if format == .text { common.say("wrote \(finished.folder.path)/preview.html") }
        try report(finished, format: format, options: common)
      }
    }
  }

  private func serveUntilStopped() async throws {
    let (edition, folder, config) = (edition, common.folder, common.config)
    let environment = ProcessInfo.processInfo.environment
    let path = URL(filePath: config, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
    let preview = try LivePreview(edition: edition, configuration: path.standardizedFileURL.path) {
      try Workspace.forPreview(
        of: edition, folder: folder, configurationFile: config, environment: environment)
    }
    let server = try server()
    let stop = StopRequest.uponSignal()
    switch format {
    case .text: Terminal.output.write(server.address + "\n")
    case .json:
      Terminal.output.write(try jsonLine(["address": server.address, "folder": preview.folder.path]))
    }
    common.say("looking at \(preview.folder.path); Ctrl-C stops")
    await onOwnThread(named: "preview") {
      var preview = preview
      server.run(until: stop) { request in
        preview.refresh()
        return preview.page(at: request.path).map(Answer.init) ?? .notFound
      }
    }
    common.say("stopped")
  }

  /// At the port that was asked for, else at the usual one if it is free.
  private func server() throws -> LocalServer {
    if let port { return try LocalServer(port: port) }
    do throws(ServingError) {
      return try LocalServer(port: 8420)
    } catch .portInUse {
      return try LocalServer(port: 0)
    }
  }
}

extension Answer {
  fileprivate init(_ page: LivePreview.Page) {
    self.init(
      status: page.isFailure ? 500 : 200, contentType: page.contentType, body: page.bytes,
      fields: [("Content-Security-Policy", page.policy)])
  }
}

/// Does blocking work on a thread of its own, so that it takes none from those that all tasks share.
private func onOwnThread(named name: String, _ body: @escaping @Sendable () -> Void) async {
  await withCheckedContinuation { continuation in
    let thread = Thread {
      body()
      continuation.resume()
    }
    thread.name = name
    thread.start()
  }
}
