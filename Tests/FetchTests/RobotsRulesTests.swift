import Fetch
import Testing

@Suite("Rules of robots.txt")
struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8)) }

  @Test(
    "The example of RFC 9309 section 5.1 reads as it says",
    arguments: [
      ("foobot", "/example/page.html", true), ("foobot", "/example/allowed.gif", true),
      ("foobot", "/example/secret.html", false), ("barbot", "/example/page.html", false),
      ("bazbot", "/example/page.html", false), ("quxbot", "/example/page.html", true),
      ("elsebot", "/public/x", true), ("elsebot", "/x.gif", false), ("elsebot", "/example/x", false),
    ])
  func rfcExample(token: String, path: String, isAllowed: Bool) {
    let text = """
      User-Agent: *
      Disallow: *.gif$
      Disallow: /example/
      Allow: /publications/

      User-Agent: foobot
      Disallow:/
      Allow:/example/page.html
      Allow:/example/allowed.gif

      User-Agent: barbot
      User-Agent: bazbot
      Disallow: /example/page.html

      User-Agent: quxbot

      EOF
      """
    #expect(RobotsRules(Array(text.utf8), productToken: token).allows(path) == isAllowed)
  }

  @Test(
    "The longest match decides, and Allow wins a tie",
    arguments: [
      // RFC 9309 section 5.2.
      (
        "Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false
      ),
      ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/x", true),
      ("Allow: /p\nDisallow: /", "/page", true), ("Allow: /folder\nDisallow: /folder", "/folder/page", true),
      ("Disallow: /folder\nAllow: /folder", "/folder/page", true),
      ("Allow: /page\nDisallow: /*.htm", "/page.htm", false),
      ("Allow: /page\nDisallow: /*.ph", "/page.php5", true),
      ("Allow: /$\nDisallow: /", "/", true), ("Allow: /$\nDisallow: /", "/page.htm", false),
      ("Disallow:", "/x", true), ("Disallow: /", "/robots.txt", true), ("Disallow: /", "/", false),
    ])
  func precedence(lines: String, path: String, isAllowed: Bool) {
    #expect(rules("User-agent: *\n" + lines).allows(path) == isAllowed)
  }

  @Test(
    "A star stands for anything, a dollar for the end, both only where they are not encoded",
    arguments: [
      ("/fish", "/fish", true), ("/fish", "/fishheads/yummy.html", true), ("/fish", "/Fish.asp", false),
      ("/fish", "/catfish", false), ("/fish", "/?id=fish", false), ("/fish*", "/fish.html", true),
      ("/fish/", "/fish", false), ("/fish/", "/fish/?id=any", true), ("/*.php", "/folder/any.php.file", true),
      ("/*.php", "/windows.PHP", false), ("/*.php$", "/folder/file.php", true),
      ("/*.php$", "/file.php?x", false), ("/*.php$", "/a.php/b.php", true),
      ("/fish*.php", "/fishheads/catfish.php?x", true), ("/fish*.php", "/Fish.PHP", false),
      ("/a*b*c$", "/abc", true), ("/a*b*c$", "/abcb", false), ("/a**c", "/ac", true), ("*", "/x", true),
      ("/a*a$", "/a", false), ("/*$", "/x", true), ("$", "/", false),
      ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true),
      ("/path/file-with-a-%2A.html", "/path/file-with-a-b.html", false),
      ("/path/foo-%24", "/path/foo-$", true), ("/price$tag", "/price$tag", true),
    ])
  func patterns(pattern: String, path: String, isMatch: Bool) {
    #expect(rules("User-agent: *\nDisallow: " + pattern).allows(path) == !isMatch)
  }

  @Test(
    "Encoded or not, the same path is the same (RFC 9309 section 2.2.2)",
    arguments: [
      ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
      ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true),
      ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", true),
      ("/foo/bar/\u{30C4}", "/foo/bar/%E3%83%84", true), ("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", true),
      ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/foo/bar/baz", "/foo/bar/%62%61%7A", true),
      ("/a%2Fb", "/a/b", false), ("/a%3Fb", "/a?b", false), ("/a?b=1%262", "/a?b=1&2", false),
      ("/100%", "/100%", true), ("/100%zz", "/100%zz", true), ("/~joe/", "/%7Ejoe/x", true),
      ("/a b", "/a%20b", true),
    ])
  func encoding(pattern: String, path: String, isMatch: Bool) {
    #expect(rules("User-agent: *\nDisallow: " + pattern).allows(path) == !isMatch)
  }

  @Test(
    "The groups that name us count, all together; those for everybody only where none does",
    arguments: [
      ("User-agent: *\nDisallow: /\nUser-agent: digest\nDisallow: /no", true),
      ("User-agent: DIGEST/2.0 (x)\nDisallow: /\nUser-agent: *\nAllow: /", false),
      ("User-agent: digestive\nDisallow: /", true), ("User-agent: my-digest\nDisallow: /", true),
      ("User-agent: digest\n\nUser-agent: other\nDisallow: /", false),
      ("User-agent: digest\nAllow: /x\nUser-agent: other\nDisallow: /", true),
      (
        "User-agent: digest\nDisallow: /no\nUser-agent: a\nDisallow: /\nUser-agent: digest\nDisallow: /y",
        false
      ),
      ("User-agent: *\nDisallow: /a\nUser-agent: b\nDisallow:\nUser-agent: *\nDisallow: /y", false),
      ("User-agent: other\nSitemap: https://x/\nUser-agent: digest\nDisallow: /", false),
      ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: other\nDisallow: /", true),
      ("Disallow: /", true), ("", true), ("<html><body>Disallow: /</body></html>", true),
    ])
  func groups(text: String, isAllowed: Bool) {
    #expect(rules(text).allows("/y/page") == isAllowed)
  }

  @Test(
    "Byte order marks, odd line ends, comments and blanks do no harm",
    arguments: [
      "\u{FEFF}User-agent: *\nDisallow: /y", "User-agent: *\rDisallow: /y\r",
      "user-AGENT :*\r\n\tDISALLOW :\t/y \r\n",
      "# hello\nUser-agent: * # all\nnonsense\n:\nDisallow: /y#z\n", "User-agent:*\nDisallow:/y",
    ])
  func odd(text: String) {
    #expect(!rules(text).allows("/y"))
    #expect(rules(text).allows("/x"))
  }

  @Test("No more than 500 KiB are read, and no line in part")
  func limit() {
    let head = "User-agent: *\nDisallow: /a\n"
    let fill = String(repeating: "#", count: RobotsRules.limitBytes - head.utf8.count - 14)
    // The limit falls after "Disallow: /s".
    let rules = rules(head + fill + "\nDisallow: /secret\nDisallow: /b\n")
    #expect(!rules.allows("/a"))
    #expect(rules.allows("/secret"))
    #expect(rules.allows("/s"))
    #expect(rules.allows("/b"))
  }

  @Test(
    "The delay between requests is read where it is one",
    arguments: [
      ("Crawl-delay: 10", .seconds(10)), ("crawl-delay: 0.5", .milliseconds(500)), ("Crawl-delay: 0", nil),
      ("Crawl-delay: -1", nil), ("Crawl-delay: soon", nil), ("Crawl-delay: nan", nil),
      ("Crawl-delay: 1e300", .seconds(86_400)), ("Crawl-delay: 3\nCrawl-delay: 9", .seconds(3)),
    ] as [(String, Duration?)])
  func crawlDelay(line: String, delay: Duration?) {
    #expect(rules("User-agent: *\n" + line).crawlDelay == delay)
    #expect(rules("User-agent: other\n" + line).crawlDelay == nil)
  }
}
