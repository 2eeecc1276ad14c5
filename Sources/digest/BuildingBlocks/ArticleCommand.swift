import ArgumentParser
import Articles
import Workflow

struct ArticleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Read the article in a page.", subcommands: [Extract.self])

  struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extract",
      abstract: "Print title, byline, paragraphs with their roles, and comments of an HTML page as JSON.",
      discussion: "Example: digest article extract page.html --url https://blog.example.org/post/")

    @OptionGroup var common: CommonOptions
    @OptionGroup var batch: BatchOptions
    @Option(help: "The page's address.")
    var url: String?

    func run() async throws {
      try await reportingErrors {
        try batch.run { bytes, file in
          try InputFile.requireText(bytes, at: file, wanted: "HTML pages")
          return (ArticleReport(extractArticle(bytes: bytes, url: url)), true)
        }
      }
    }
  }
}
