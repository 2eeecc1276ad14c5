import Configuration
import Model
import Testing

@Suite("digest.yaml")
struct SettingsTests {
  private func settings(_ yaml: String, overrides: [String: String] = [:]) throws(ConfigurationError)
    -> Settings
  {
    try Settings(yaml: yaml, overrides: overrides) { $0 == "UTC" || $0 == "Europe/Berlin" }
  }

  private func faults(_ yaml: String) -> String {
    do {
      _ = try settings(yaml)
      return "none"
    } catch {
      return error.description
    }
  }

  @Test("A title alone is enough; the rest has defaults")
  func defaults() throws {
    let settings = try settings("title: Lead Weekly\n")
    #expect(settings.publication.title == "Lead Weekly")
    #expect(settings.publication.senderName == "Lead Weekly")
    #expect(settings.timeZone == "UTC")
    #expect(settings.feedLists == ["Feeds/feeds.opml"])
    #expect(settings.edition == EditionSettings())
    #expect(settings.theme == "default" && !settings.edition.printsImages)
    #expect(settings.fetch == FetchSettings())
  }

  @Test("Everything that can be said is read")
  func everything() throws {
    let settings = try settings(
      """
      title: Lead Weekly
      tagline: What they wrote
      language: en-GB
      timezone: Europe/Berlin
      from: { name: "Ada, at Lead", address: news@example.org }
      reply_to: ada@example.org
      homepage: https://example.org/digest
      unsubscribe_url: https://example.org/u
      postal_address: 4 Harbour Lane
      reason: You asked for it.
      feeds: [Feeds/a.opml, Feeds/b.opml]
      editions: Out
      store: state/store.sqlite
      template: Templates/mine
      edition:
        articles: 4
        named: 0
        paragraphs: 2
        quoted_words: 150
        quoted_share: 0.25
        threads: 1
        comment_words: 60
        note: |
          First paragraph.

          Second: with a colon.
      fetch:
        contact: https://example.org/about
        days: 10
        concurrency: 4
        seconds_per_host: 1.5
        allow_hosts: ["127.0.0.1:8080", "intranet.example:*"]
      """)
    #expect(settings.publication.senderName == "Ada, at Lead")
    #expect(settings.feedLists == ["Feeds/a.opml", "Feeds/b.opml"])
    #expect(settings.edition.note == "First paragraph.\n\nSecond: with a colon.")
    #expect(settings.edition.quotedShare == 0.25)
    #expect(settings.fetch.secondsPerHost == 1.5)
    #expect(settings.fetch.allowedHosts == ["127.0.0.1:8080", "intranet.example:*"])
    #expect(settings.templateFolder == "Templates/mine")
  }

  @Test("Weights are read by the names of the terms; a name that there is not is told with the nearest")
  func weights() throws {
    let read = try settings(
      """
      title: T
      weights:
        paragraphs: { claims: 0.8, last_third: -1 }
        comments:
          author_answered: 2
      """)
    #expect(read.weights.paragraphs == ["claims": 0.8, "last_third": -1])
    #expect(read.weights.comments == ["author_answered": 2])
    #expect(try settings("title: T\nweights:\n").weights == PickingWeights())
    let faults = faults("title: T\nweights:\n  paragraphs: { claim: 1 }\n  comment: { reply: 1 }\n")
    #expect(faults.contains(":3:17:") && faults.contains("did you mean “claims”?"))
    #expect(faults.contains(":4:3:") && faults.contains("did you mean “comments”?"))
  }

  @Test("A word that YAML could take for something else stays a word")
  func plainScalars() throws {
    #expect(try settings("title: no\n").publication.title == "no")
    #expect(try settings("title: 2026\n").publication.title == "2026")
    #expect(try settings("\u{FEFF}title: x\n").publication.title == "x")
  }

  @Test(
    "A fault names file, line, column and what to do",
    arguments: [
      ("title: x\ncomments: 3\n", "digest.yaml:2:1: unknown key “comments”"),
      (
        "title: x\nedition:\n  artcles: 3\n",
        "digest.yaml:3:3: unknown key “artcles” under “edition” (did you mean “articles”?)"
      ),
      (
        "title: x\nedition:\n  articles: many\n",
        "digest.yaml:3:13: “edition.articles” must be a whole number from 1 to 100"
      ),
      ("title: x\nedition: 3\n", "digest.yaml:2:10: “edition” must hold indented `key: value` lines"),
      ("title: x\ntimezone: Mars/Base\n", "digest.yaml:2:11: “timezone” is no time zone known here"),
      (
        "title: x\nfrom: {address: \"a@b.c\\nBcc: x@y.z\"}\n",
        "digest.yaml:2:17: “from.address” must be one line"
      ),
      ("title: x\nfrom: {address: nobody}\n", "must be an e-mail address"),
      ("title: x\nhomepage: file:///etc/passwd\n", "must be an address that begins with https:// or http://"),
      ("title: x\nunsubscribe_url: http://example.org\n", "must be an address that begins with https://"),
      (
        "title: x\ntheme: brigth\n",
        "digest.yaml:2:8: “theme” must be default, bright, bold (did you mean “bright”?)"
      ),
      ("title: x\narchive_url: /weekly\n", "must be an address that begins with"),
      ("title: x\nedition: {images: perhaps}\n", "“edition.images” must be yes or no"),
      ("title: x\nstore: ../outside.sqlite\n", "must be a path inside the folder"),
      ("title: x\neditions: /etc\n", "must be a path inside the folder"),
      ("title: x\ntitle: y\n", "a key occurs twice"),
      ("title: \"x\n", "digest.yaml:2:1:"),
      ("- a\n- b\n", "expected `key: value` lines"),
      ("", "the file is empty"),
      ("title: a\0b\n", "NUL"),
      ("tagline: x\n", "“title” is missing"),
      ("title: x\nfetch: {allow_hosts: [localhost]}\n", "must list hosts with their port"),
    ])
  func faultsAreLocated(yaml: String, expected: String) {
    #expect(faults(yaml).contains(expected), "\(faults(yaml))")
  }

  @Test("All faults are reported at once, in the order of the file")
  func manyFaults() {
    let lines = faults("title: x\nwhat: 1\nedition:\n  articles: 0\n  extra: 1\n").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("digest.yaml:2:") == true)
  }

  @Test("The value of a key that was misspelt is never repeated: it may be a secret")
  func secretsStaySecret() {
    #expect(
      !faults("title: x\npasword: hunter2-secret\nedition: {articles: hunter2-secret}\n").contains("hunter2"))
    #expect(!faults("title: x\npassword: \"hunter2-secret\nnext: y\n").contains("hunter2"))
  }

  @Test("Thousands of nested lists are refused, not followed")
  func nesting() {
    #expect(faults("title: " + String(repeating: "[", count: 50_000)).contains("nested too deeply"))
  }

  @Test("The environment wins over the file")
  func overrides() throws {
    let settings = try settings(
      "title: x\nedition: {articles: 3}\n", overrides: ["DIGEST_EDITION_ARTICLES": "9", "DIGEST_TITLE": "y"])
    #expect(settings.edition.articles == 9)
    #expect(settings.publication.title == "y")
  }
}
