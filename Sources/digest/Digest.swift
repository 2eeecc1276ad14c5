import ArgumentParser
import Workflow

@main
struct Digest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Turns a week of blog posts, and what readers answered, into a newsletter.",
    discussion: """
      Try it:            digest demo
      Begin your own:    digest init my-weekly --feed https://blog.example.org/feed/
      Then each week:    digest build -C my-weekly

      The words are the authors' own, copied to the letter; the same inputs give the same bytes; nothing is \
      sent anywhere.

      Exit codes: 0 done, 1 failed, 3 nothing new, 4 lint found errors, 6 partly done (some feeds failed), \
      64 usage, 65 bad input, 66 input not found, 69 network, 73 cannot write, 75 another run is at work, \
      78 configuration.
      """,
    version: Version.number,
    groupedSubcommands: [
      CommandGroup(
        name: "The weekly job",
        subcommands: [
          DemoCommand.self, InitCommand.self, FeedsCommand.self, FetchCommand.self, DraftCommand.self,
          RenderCommand.self, BuildCommand.self, PreviewCommand.self, ArchiveCommand.self,
          ExplainCommand.self, WhyNotCommand.self, LintCommand.self,
          CheckCommand.self, TemplateCommand.self, StatusCommand.self,
          DoctorCommand.self, ForgetCommand.self,
        ]),
      CommandGroup(
        name: "Building blocks (one file in, one JSON object out)",
        subcommands: [
          FeedCommand.self, ArticleCommand.self, CommentsCommand.self, SummariseCommand.self,
          OPMLCommand.self, InspectCommand.self,
        ]),
    ])
}
