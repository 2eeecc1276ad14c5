import ArgumentParser
import Foundation
import Lint
import Model
import Workflow

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Judge finished files (.html, .txt, .eml) as mail programs would, and what an edition quotes.",
    discussion: """
      A folder stands for the files of its edition. Where the text comes with its HTML, both must say the same. An \
      edition.json is held to what may be quoted of an article: as digest.yaml says if there is one, else \
      \(QuotationLimits.standard.words) words and \(Int(QuotationLimits.standard.share * 100)) %.

      Errors are what readers or their mail programs cannot make up for; warnings are worth a look; notes (with -v) say what \
      was found, such as what some mail program does not know. Every finding has a code, and most say what to do.

      Exit code 4 if there are errors (with --strict, or warnings).

      Examples:
        digest lint Digests/demo
        digest lint Digests/demo/digest.html Digests/demo/digest.txt
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "Files that end in .html, .txt or .eml, an edition.json, or folders of editions.")
  var files: [String]
  @Flag(help: "Articles show template tags: {{ }} is no error.")
  var allowBraces = false
  @Flag(help: "Exit code 4 for warnings, too.")
  var strict = false
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let reports = try reports()
      let findings = reports.flatMap { $0.report.findings(in: $0.file) }
      switch format {
      case .json:
        let measures = reports.map { LintedFile(file: $0.file, measures: $0.report.measures) }
        Terminal.output.write(try jsonLine(LintResult(files: measures, findings: findings)))
      case .text: say(findings, reports)
      }
      if findings.contains(where: { $0.severity == .error || strict && $0.severity == .warning }) {
        throw ExitCode(ExitStatus.lintErrors.rawValue)
      }
    }
  }

  private func say(_ findings: [Diagnostic], _ reports: [FileReport]) {
    let style = Style(.output, options: common)
    for finding in findings where common.verbose || finding.severity != .note {
      let line = "\(finding) [\(finding.code)]"
      switch finding.severity {
      case .error: Terminal.output.write(style.failure(line) + "\n")
      case .warning: Terminal.output.write(style.warning(line) + "\n")
      case .note: Terminal.output.write(style.faint(line) + "\n")
      }
    }
    for (file, report) in reports {
      guard let support = report.measures.support, let lowest = report.measures.lowestSupport,
        let program = report.measures.lowestSupportProgram
      else { continue }
      common.say("\(file): mail programs know \(support) % of what it uses; least \(program), \(lowest) %")
    }
    common.say(
      "\(counted(findings.count { $0.severity == .error }, "error")), "
        + counted(findings.count { $0.severity == .warning }, "warning"))
  }
}

private typealias FileReport = (file: String, report: LintReport)

extension LintCommand {
  /// One for each file, in the order of the command line; a file is read once.
  private func reports() throws -> [FileReport] {
    let rules = LintRules(allowsBraces: allowBraces)
    let paths = try files.flatMap(expanded)
    var contents: [String: [UInt8]] = [:]
    for path in paths where contents[path] == nil { contents[path] = try InputFile(path: path).bytes() }
    return try paths.map { path in
      let bytes = contents[path] ?? []
      switch kind(path) {
      case "html", "htm": return (path, lintHTML(bytes, rules: rules))
      case "txt":
        let page = page(for: path, among: paths).flatMap { contents[$0] }
        return (path, lintText(bytes, html: page, rules: rules))
      case "eml": return (path, lintMessage(bytes, rules: rules))
      case "json" where path.hasSuffix("edition.json"):
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return (path, lintEdition(try EditionFolder(path: folder).edition(), limits: try limits()))
      default: throw WorkflowError(.badInput, "\(path): lint knows .html, .txt, .eml and edition.json")
      }
    }
  }

  /// What the configuration of the folder allows, if there is one.
  private func limits() throws -> QuotationLimits {
    let file = URL(
      filePath: common.config, relativeTo: URL(filePath: common.folder, directoryHint: .isDirectory))
    guard FileManager.default.fileExists(atPath: file.path) else { return .standard }
    return try common.workspace().quotationLimits
  }

  /// The files that an argument stands for.
  private func expanded(_ argument: String) throws -> [String] {
    let path = argument.hasPrefix("/") ? argument : common.directory.map { $0 + "/" + argument } ?? argument
    let isFolder = (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
    guard isFolder else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let found = ["digest.html", "digest.txt", "digest.eml", "edition.json"].map { "\(folder)/\($0)" }.filter(
      FileManager.default.fileExists(atPath:))
    guard !found.isEmpty else {
      throw WorkflowError(
        .notFound, "\(folder): no digest.html, digest.txt or digest.eml (name an edition's folder)")
    }
    return found
  }

  /// The HTML form of a text: of the same name, or the only one that was named beside the only text.
  private func page(for text: String, among paths: [String]) -> String? {
    let pages = paths.filter { kind($0) == "html" || kind($0) == "htm" }
    let stem = text.dropLast(3)
    if let page = pages.first(where: { $0 == stem + "html" || $0 == stem + "htm" }) { return page }
    return pages.count == 1 && paths.count { kind($0) == "txt" } == 1 ? pages[0] : nil
  }

  private func kind(_ path: String) -> String {
    URL(filePath: path).pathExtension.lowercased()
  }
}

private struct LintResult: Encodable {
  let files: [LintedFile]
  let findings: [Diagnostic]
}

private struct LintedFile: Encodable {
  let file: String
  let measures: LintMeasures
}
