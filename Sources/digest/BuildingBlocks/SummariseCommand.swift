import ArgumentParser
import Articles
import Model
import Summary
import Workflow

struct SummariseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarise",
    abstract: "Pick the key paragraphs, or sentences, of an article; best first, with reasons.",
    discussion: """
      The file is an HTML page, or text: title, blank line, paragraphs parted by blank lines.
      Example: digest summarise article.txt --paragraphs 3
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var batch: BatchOptions
  @Option(help: "How many sentences.")
  var sentences: Int?
  @Option(help: "How many paragraphs. Default: 3.")
  var paragraphs: Int?

  func validate() throws {
    if sentences != nil, paragraphs != nil {
      throw ValidationError("Give either --sentences or --paragraphs.")
    }
    if let count = sentences ?? paragraphs, !(1...10_000).contains(count) {
      throw ValidationError("The number must be from 1 to 10000.")
    }
  }

  func run() async throws {
    try await reportingErrors {
      try batch.run { bytes, file in
        try InputFile.requireText(bytes, at: file, wanted: "HTML pages and text")
        let article =
          looksLikeHTML(bytes)
          ? extractArticle(bytes: bytes).article : textArticle(from: String(decoding: bytes, as: UTF8.self))
        let report =
          sentences.map { SummaryReport(sentences: $0, of: article) }
          ?? SummaryReport(paragraphs: paragraphs ?? 3, of: article)
        return (report, true)
      }
    }
  }

  /// Whether the file's first thing is a tag, a comment or a declaration.
  private func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard start.first == UInt8(ascii: "<"), let next = start.dropFirst().first else { return false }
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
  }
}
