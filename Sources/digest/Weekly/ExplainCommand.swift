import ArgumentParser
import Foundation
import Model
import Store
import Workflow

/// What the commands have in common that report on an edition.
struct EditionReportOptions: ParsableArguments {
  @Option(help: "The edition, such as 2026-W47, or its folder. Default: the newest.")
  var edition: String?
  @Option(help: "text or json.")
  var format = OutputFormat.text
}

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why an article is in an edition, and why these of its words.",
    discussion: """
      ITEM is the article's number in the edition, its address, or a part of its title. Shown are its place and score, then \
      each paragraph and comment that was weighed with the rule that decided; -v adds the terms of every score.
      Example: digest explain 1 -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "Number in the edition, address, or a part of the title.")
  var item: String
  @OptionGroup var report: EditionReportOptions

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let explanation = try common.edition(report.edition).explanation(of: item)
      switch report.format {
      case .json: Terminal.output.write(try jsonLine(explanation))
      case .text: Terminal.output.write(ExplanationReport(options: common).text(explanation))
      }
    }
  }
}

struct WhyNotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Why an article is not in an edition.",
    discussion: """
      Says the rule that decided; for an article that the edition did not look at, whether it is stored, when it appeared, \
      and whether its site is read at all.
      Example: digest why-not https://blog.example.org/2026/11/post/ -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The article's address.")
  var url: String
  @OptionGroup var report: EditionReportOptions

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let workspace = try common.workspace()
      let edition = try workspace.existingEdition(report.edition).edition()
      let zone = workspace.zone
      let answer = try whyNot(
        url, in: edition, feeds: workspace.feeds, store: try workspace.existingStore(),
        dayOf: { zone.day(of: $0) })
      switch report.format {
      case .json: Terminal.output.write(try jsonLine(Answer(answer, edition: edition.id, url: url)))
      case .text: Terminal.output.write(text(answer))
      }
    }
  }

  private func text(_ answer: WhyNot) -> String {
    switch answer {
    case .decided(let explanation): ExplanationReport(options: common).text(explanation)
    case .stored(let entry, let reason):
      Style(.output, options: common).strong(entry.entry.title) + "\n\(reason)\n"
    case .unknown(let reason): Style(.output, options: common).strong(url) + "\n\(reason)\n"
    }
  }

  /// As JSON: the decision if there was one, in any case the reason.
  struct Answer: Encodable {
    let edition: Edition.ID
    let url: String
    let isStored: Bool
    let reason: String
    let decision: Edition.Decision?
    let item: Edition.Item?

    init(_ answer: WhyNot, edition: Edition.ID, url: String) {
      self.edition = edition
      self.url = url
      reason = answer.reason
      switch answer {
      case .decided(let explanation):
        (isStored, decision, item) = (true, explanation.decision, explanation.item)
      case .stored: (isStored, decision, item) = (true, nil, nil)
      case .unknown: (isStored, decision, item) = (false, nil, nil)
      }
    }
  }
}

extension CommonOptions {
  /// The edition of that name, or the newest. A folder of an edition needs no configuration beside it.
  func edition(_ name: String?) throws -> Edition {
    if let name {
      let folder = EditionFolder(path: URL(filePath: name, relativeTo: URL(filePath: folder + "/")).path)
      if folder.exists { return try folder.edition() }
    }
    return try workspace().existingEdition(name).edition()
  }
}
