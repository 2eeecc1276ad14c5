import ArgumentParser
import Foundation
import Model
import Workflow

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Build a sample edition from the feeds that come with the program, offline.",
    discussion: "Writes Digests/demo below the current folder. Example: digest demo")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let bar = ProgressBar(options: common)
      let start = ContinuousClock.now
      let result = try await Demo.run(in: common.folder, progress: { bar.handle($0) })
      let seconds =
        Double((ContinuousClock.now - start).components.attoseconds / 1_000_000_000_000_000) / 1000
        + Double((ContinuousClock.now - start).components.seconds)
      Terminal.output.write(fetchReport(result.feeds, options: common))
      Terminal.output.write(editionReport(result.finished, options: common))
      guard !common.quiet else { return }
      let folder = result.finished.folder.path
      Terminal.output.write(
        """
        done in \(String(format: "%.2f", seconds)) s, offline. (One of the four feeds is broken on purpose: a broken feed never \
        stops an edition.)

        Look at it:
          less \(folder)/digest.txt
          xdg-open \(folder)/digest.html
          digest preview \(folder) --serve
        Then begin your own:
          digest init my-weekly --feed https://blog.example.org/
          digest build -C my-weekly

        """)
      if result.finished.findings.contains(where: { $0.severity == .error }) {
        throw ExitCode(ExitStatus.lintErrors.rawValue)
      }
    }
  }
}
