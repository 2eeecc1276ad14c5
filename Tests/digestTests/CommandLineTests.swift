import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private let scratch: Scratch
  private static let feed = """
    <rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>
    """

  init() throws { scratch = try Scratch() }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.url, input: input)
  }

  @Test(
    "Every command has help with an example",
    arguments: [
      ["demo"], ["init"], ["feeds", "add"], ["feeds", "remove"], ["feeds", "list"], ["feeds", "check"],
      ["feeds", "import"],
      ["status"], ["doctor"], ["forget"],
      ["feeds", "export"], ["fetch"], ["draft"], ["render"], ["build"], ["preview"], ["archive"], ["lint"],
      ["check"], ["template", "new"], ["template", "check"],
      ["feed", "parse"],
      ["feed", "fetch"], ["feed", "discover"], ["article", "extract"], ["comments", "import"],
      ["comments", "rank"],
      ["summarise"],
      ["opml", "import"], ["inspect"],
    ])
  func help(command: [String]) throws {
    let outcome = try Program.run(command + ["--help"])
    #expect(outcome.status == 0)
    let example = try #require(outcome.output.range(of: "Example"))
    #expect(outcome.output[example.upperBound...].contains("digest " + command.joined(separator: " ")))
  }

  @Test("A misspelt option is a usage error, with nothing on standard output")
  func usage() throws {
    let outcome = try run("build", "--wek", "2026-W47")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("--wek"))
  }

  @Test(
    "Options that contradict each other, or are no dates, are usage errors",
    arguments: [
      ["--week", "2026-W47", "--since", "2026-11-01"], ["--until", "2026-11-01"], ["--week", "2026-W60"],
      ["--since", "yesterday"], ["--since", "2026-11-02", "--until", "2026-11-01"],
    ])
  func contradictions(options: [String]) throws {
    #expect(try Program.run(["draft"] + options, in: scratch.url).status == 64)
  }

  @Test("A feed is parsed from a file and from standard input to the same object")
  func feedParse() throws {
    try scratch.write(Self.feed, to: "feed.xml")
    let file = try run("feed", "parse", "feed.xml", "--format", "json")
    let input = try run("feed", "parse", "-", input: Self.feed)
    #expect(file.status == 0)
    #expect(file.output == input.output)
    #expect(file.output.hasSuffix("}\n"))
    #expect(file.output.split(separator: "\n").count == 1)
    let object = try JSONSerialization.jsonObject(with: Data(file.output.utf8)) as? [String: Any]
    #expect(object?["version"] as? String == "rss20")
  }

  @Test("Several files give one line each, with the file's name")
  func feedParseBatch() throws {
    try scratch.write(Self.feed, to: "a.xml")
    try scratch.write("no feed", to: "b.xml")
    try scratch.write("a.xml\nb.xml\n", to: "list")
    let outcome = try run("feed", "parse", "@list", "--format", "jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.output.contains("\"file\":\"b.xml\""))
    #expect(try run("feed", "parse", "@list", "--format", "none").output.isEmpty)
  }

  @Test("What is no feed is told as data error, with the object; a missing file as missing")
  func feedParseFailures() throws {
    try scratch.write("<html><body>Sorry</body></html>", to: "page.html")
    let page = try run("feed", "parse", "page.html")
    #expect(page.status == 65)
    #expect(page.output.contains("not-a-feed"))
    let missing = try run("feed", "parse", "nowhere.xml")
    #expect(missing.status == 66)
    #expect(missing.output.isEmpty)
    #expect(missing.errors.hasSuffix("nowhere.xml: no such file\n"))
  }

  @Test(
    "Without a configuration each command of the weekly job says how to get one",
    arguments: ["fetch", "draft", "build"])
  func noConfiguration(command: String) throws {
    let outcome = try run(command)
    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("digest init"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("A broken configuration is refused with file, line and column")
  func brokenConfiguration() throws {
    try scratch.write("title: x\nedition:\n  artciles: 3\n", to: "digest.yaml")
    let outcome = try run("build")
    #expect(outcome.status == 78)
    #expect(
      outcome.errors.contains(
        "digest.yaml:3:3: unknown key “artciles” under “edition” (did you mean “articles”?)"))
  }

  @Test("A new folder can be built at once; without feeds there is nothing new")
  func initAndBuild() throws {
    let made = try run("init", "weekly", "--offline")
    #expect(made.status == 0)
    #expect(scratch.exists("weekly/digest.yaml"))
    let built = try run("build", "-C", "weekly", "--now", "2026-11-23T08:00:00Z")
    #expect(built.status == 3)
    #expect(built.errors.contains("2026-11-16 to 2026-11-22"))
    #expect(try run("init", "weekly", "--offline").status == 73)
    #expect(try run("check", "-C", "weekly").status == 0)
  }

  @Test("When no feed can be read and nothing is stored, the reasons are told and the network is to blame")
  func allFeedsFail() throws {
    _ = try run("init", "weekly", "--offline", "--feed", "http://nowhere.invalid/feed")
    let outcome = try run("build", "-C", "weekly", "--now", "2026-11-23T08:00:00Z")
    #expect(outcome.status == 69)
    #expect(outcome.output.contains("nowhere.invalid"))
    #expect(outcome.errors.contains("no edition was made"))
    #expect(!scratch.exists("weekly/Digests/2026-W47"))
  }

  @Test("The starter list is subscribed to, listed and exported")
  func starter() throws {
    #expect(try run("init", "weekly", "--offline", "--starter").status == 0)
    #expect(try run("feeds", "list", "-C", "weekly").output.contains("https://seths.blog/feed/"))
    let exported = try run("feeds", "export", "-C", "weekly").output
    #expect(exported.contains("xmlUrl=\"https://charity.wtf/feed/\""))
    try scratch.write(exported, to: "list.opml")
    let again = try run("feeds", "import", "list.opml", "-C", "weekly")
    #expect(again.status == 0)
    #expect(again.errors.contains("already there"))
  }

  @Test("A missing template folder, edition or feed is named, and nothing is written")
  func missingThings() throws {
    _ = try run("init", "weekly", "--offline")
    #expect(try run("render", "2026-W01", "-C", "weekly").status == 66)
    #expect(try run("render", "-C", "weekly").status == 66)
    #expect(try run("fetch", "--feed", "nobody", "-C", "weekly").status == 66)
    #expect(try run("feeds", "remove", "nobody", "-C", "weekly").status == 66)
    #expect(!scratch.exists("weekly/Digests/2026-W01"))
  }

  @Test("The demo runs in any folder, and rendering it again changes nothing")
  func demo() throws {
    let outcome = try run("demo")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Long Corridor"))
    #expect(outcome.output.contains("Digests/demo/digest.txt"))
    let html = scratch.url.appending(path: "Digests/demo/digest.html")
    let first = try Data(contentsOf: html)
    try scratch.write("title: x\nfeeds: [Feeds/none.opml]\n", to: "digest.yaml")
    try scratch.write("<opml version=\"2.0\"><body></body></opml>", to: "Feeds/none.opml")
    #expect(try run("render", "demo").status == 0)
    #expect(try Data(contentsOf: html) == first)
    let linted = try run("lint", "Digests/demo", "--strict")
    #expect(linted.status == 0)
    #expect(linted.output.isEmpty)
    #expect(linted.errors.contains("digest.html: mail programs know 9"))
  }

  @Test("Lint compares a text with the HTML that is named beside it, and says code and hint")
  func lintOfBoth() throws {
    let page = "<h2>One</h2>\n<a href=\"https://a.example/1\">more</a>\n"
    try scratch.write(page, to: "a/digest.html")
    try scratch.write("Two\n", to: "a/digest.txt")
    for arguments in [["a"], ["a/digest.txt", "a/digest.html"], ["digest.html", "digest.txt", "-C", "a"]] {
      let outcome = try Program.run(["lint"] + arguments, in: scratch.url)
      #expect(outcome.status == 4)
      #expect(outcome.output.contains("digest.txt: error: a heading of the HTML is not in the text: One"))
      #expect(outcome.output.contains("digest.html:1:1: error: "))
      #expect(outcome.output.contains("(render both from one edition) [link-missing]"))
    }
    #expect(!(try run("lint", "a/digest.txt").output.contains("link-missing")))
  }

  @Test("Lint of warnings alone fails only when it is to be strict; in JSON it has findings and measures")
  func lintStrictly() throws {
    _ = try run("demo")
    let path = "Digests/demo/digest.txt"
    let text = try String(contentsOf: scratch.url.appending(path: path), encoding: .utf8)
    try scratch.write(text + "[99] https://a.example/unused\n", to: "wide.txt")
    #expect(try run("lint", "wide.txt").status == 4)
    try scratch.write("\n" + text, to: "leading.txt")
    #expect(try run("lint", "leading.txt").status == 0)
    #expect(try run("lint", "leading.txt", "--strict").status == 4)
    let outcome = try run("lint", "leading.txt", "--format", "json")
    #expect(outcome.output.contains("\"code\":\"leading-blank\""))
    #expect(outcome.output.contains("\"widest\":72"))
    #expect(try run("lint", "nothing.html").status == 66)
    #expect(try run("lint", "Digests").status == 66)
    #expect(try run("lint", "digest.yaml").status != 0)
  }

  @Test("Quiet means quiet: nothing on either stream when all went well")
  func quiet() throws {
    let outcome = try run("init", "weekly", "--offline", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }

  @Test("The zone and locale of the machine change no byte of an edition")
  func sameBytesEverywhere() throws {
    var outputs: [Data] = []
    for environment in [["TZ": "UTC", "LC_ALL": "C"], ["TZ": "Pacific/Apia", "LC_ALL": "tr_TR.UTF-8"]] {
      let folder = try Scratch()
      _ = try Program.run(["demo", "--quiet"], in: folder.url, environment: environment)
      outputs += try ["edition.json", "digest.txt", "digest.html", "digest.eml"].map {
        try Data(contentsOf: folder.url.appending(path: "Digests/demo/" + $0))
      }
    }
    #expect(outputs[..<4] == outputs[4...])
  }
}
