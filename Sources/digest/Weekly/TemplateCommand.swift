import ArgumentParser
import Configuration
import Foundation
import Model
import Workflow

struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Make a template of your own, and check it.",
    subcommands: [New.self, Check.self])

  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write the settings of a theme into a new folder, to be changed.",
      discussion: """
        Then name the folder in digest.yaml (template: Templates/mine) and look with: digest render
        With --all every file of the template comes along: its parts in HTML and text, and the words of each language. \
        What you do not want to change, delete: it is taken from the program.

        Example: digest template new Templates/mine --theme bright
        """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The new folder.")
    var folder: String
    @Option(help: "The theme to begin with: \(Settings.themes.joined(separator: ", ")).")
    var theme = Settings.themes[0]
    @Flag(help: "All files, not the settings alone.")
    var all = false

    func run() async throws {
      try await reportingErrors {
        try checkTheme(theme)
        let paths = try TemplateFolder.create(at: inFolder(of: common, folder), theme: theme, isWhole: all)
        for path in paths { common.say(path) }
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a template folder, or a single file of one.",
      discussion: """
        Finds unknown names, missing partials, values that are not escaped or stand where they are not safe, what does not \
        work in mail, wrong settings of the theme, and colours that cannot be read on each other: each with file, line and \
        column. Nothing is rendered. Exit code 78 if anything is found.

        Example: digest template check Templates/mine
        """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The folder, or a file of it.")
    var path: String
    @Option(help: "The theme that it is laid over: \(Settings.themes.joined(separator: ", ")).")
    var theme = Settings.themes[0]
    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
      try await reportingErrors {
        try checkTheme(theme)
        let problems = try TemplateFolder.problems(at: inFolder(of: common, path), theme: theme)
        switch format {
        case .json: Terminal.output.write(try jsonLine(CheckResult(errors: problems, warnings: [])))
        case .text where problems.isEmpty: common.say("\(path): in order")
        case .text: for problem in problems { Terminal.error.write("\(problem)\n") }
        }
        if !problems.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
      }
    }
  }
}

private func checkTheme(_ name: String) throws {
  guard !Settings.themes.contains(name) else { return }
  throw ValidationError("no theme is called \(name): there are \(Settings.themes.joined(separator: ", "))")
}

/// A path as it was given, or below the folder to work in.
private func inFolder(of common: CommonOptions, _ path: String) -> String {
  guard let directory = common.directory, path.utf8.first != UInt8(ascii: "/") else { return path }
  return directory + "/" + path
}
