import ArgumentParser
import Configuration
import Foundation
import Model
import Workflow

struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Write a static site of all editions: pages, a list, an Atom feed.",
    discussion: """
      DIR (Archive without one) gets index.html, a page for each rendered edition with every article under #a1, #a2 …, and \
      feed.atom. Everything comes from the editions' own data; pages hold no script and ask nobody for anything. Put the \
      folder on the web at the address that `homepage` in digest.yaml names, under any path. Files that are not the \
      archive's own are neither overwritten nor removed.

      Example: digest archive public/weekly -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The folder to write, from the working folder.", valueName: "dir"))
  var target = "Archive"
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let workspace = try common.workspace()
      let folder = URL(
        filePath: target, relativeTo: URL(filePath: common.folder, directoryHint: .isDirectory)
      ).standardizedFileURL.path
      let result = try workspace.archive(into: folder)
      switch format {
      case .json: Terminal.output.write(try jsonLine(Summary(result)))
      case .text where !common.quiet: Terminal.output.write(text(result))
      case .text: break
      }
      if workspace.settings.publication.homepage == nil {
        common.say(
          "digest.yaml names no homepage: the feed's links are relative, and mails cannot point to the archive"
        )
      }
    }
  }

  private func text(_ result: ArchiveResult) -> String {
    var text = "\(counted(result.editions.count, "edition")) in \(result.folder): "
    text += "\(counted(result.written.count, "file")) written, \(result.unchangedCount) unchanged"
    text += result.removed.isEmpty ? "\n" : ", \(counted(result.removed.count, "page")) removed\n"
    let style = Style(.output, options: common)
    for name in result.kept {
      text +=
        style.warning("  ! \(name) belongs to no edition any more, but was changed by hand: left there")
        + "\n"
    }
    for folder in result.leftOut {
      text += style.warning("  ! left out: \(folder.folder) \(folder.reason)") + "\n"
    }
    return text
  }

  private struct Summary: Encodable {
    let folder: String
    let editions: [Edition.ID]
    let leftOut: [String]
    let written: [String]
    let unchanged: Int
    let removed: [String]
    let kept: [String]

    init(_ result: ArchiveResult) {
      folder = result.folder
      editions = result.editions
      leftOut = result.leftOut.map(\.folder)
      written = result.written
      unchanged = result.unchangedCount
      removed = result.removed
      kept = result.kept
    }
  }
}
