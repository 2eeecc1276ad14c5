import ArgumentParser
import Articles
import Workflow

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a page is read: its blocks, where its facts came from, its comments.",
    discussion: """
      For people who wonder what became of a page. Each block has a line with its number, kind, role ("body" for the \
      article's own text), words and beginning; then come the places of the page that state title, byline, date, site \
      and language, the comments as a tree, and what was noticed.

      Example: digest inspect page.html --url https://blog.example.org/post/
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "An HTML page; - for standard input.")
  var file: String
  @Option(help: "The page's address.")
  var url: String?
  @Option(help: "text, or json (what article extract prints).")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let bytes = try InputFile(path: file).bytes()
      let page = extractArticle(bytes: bytes, url: url)
      switch format {
      case .json: Terminal.output.write(try jsonLine(ArticleReport(page)))
      case .text:
        let report = InspectReport(
          style: Style(.output, options: common), width: max(40, Terminal.output.width ?? 100))
        Terminal.output.write(
          report.text(page, sources: PageSources(page, bytes: bytes, url: url), isQuiet: common.quiet))
      }
    }
  }
}
