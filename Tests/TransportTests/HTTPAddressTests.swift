import Testing

@testable import Transport

@Suite("HTTP addresses")
struct HTTPAddressTests {
  @Test(
    "An address is read as it is dialled",
    arguments: [
      ("http://example.com", "http://example.com/", "example.com", 80),
      ("  https://Example.COM:8443/a?b=c#part ", "https://example.com:8443/a?b=c", "example.com", 8443),
      ("http://127.1/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://2130706433/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://0177.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://\u{FF11}\u{FF12}\u{FF17}.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://127\u{3002}0\u{FF0E}0\u{FF61}1/", "http://127.0.0.1/", "127.0.0.1", 80),
      ("http://%6c%6Fcalhost/", "http://localhost/", "localhost", 80),
      ("http://[::1]:8080/x", "http://[::1]:8080/x", "[::1]", 8080),
      ("https://bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443),
      ("https://BÜCHER.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443),
      ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/", "xn--r8jz45g.xn--zckzah", 443),
      ("https://example.com/a b/é", "https://example.com/a%20b/%c3%a9", "example.com", 443),
    ])
  func reads(text: String, url: String, host: String, port: Int) throws {
    let address = try HTTPAddress(text)
    #expect(address.url == url)
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(
    "What is not an http address is refused with a reason",
    arguments: [
      "", "example.com/feed", "http://", "http:///", "/feed.xml", "file:///etc/passwd", "ftp://example.com/",
      "gopher://example.com/", "javascript:alert(1)", "feed:https://example.com/", "http://example.com:0/",
      "http://example.com:99999/", "http://exa mple.com/", "http://example.com\r\nHost: x/", "http://a..ü/",
      "http://[::1/",
    ])
  func refuses(text: String) {
    #expect(throws: TransportError.self) { try HTTPAddress(text) }
  }

  @Test("A scheme that is not read is named")
  func schemes() {
    #expect(throws: TransportError.unsupportedScheme("file")) { try HTTPAddress("file:///etc/passwd") }
    #expect(throws: TransportError.unsupportedScheme("ftp")) { try HTTPAddress("ftp://example.com/feed") }
  }

  @Test(
    "A redirect is resolved against the address that gave it",
    arguments: [
      ("/b", "https://example.com/b"), ("b?x=1", "https://example.com/a/b?x=1"),
      ("../c", "https://example.com/c"),
      ("//other.example/d", "https://other.example/d"), ("http://other.example", "http://other.example/"),
      ("?q=2", "https://example.com/a/feed?q=2"), ("#top", "https://example.com/a/feed"),
      ("/sp ace", "https://example.com/sp%20ace"),
      // UTF-8 as a field brings it: one scalar a byte.
      ("/\u{C3}\u{A9}", "https://example.com/%c3%a9"), ("/\u{E9}!", "https://example.com/%e9!"),
    ])
  func redirects(location: String, url: String) throws {
    #expect(try HTTPAddress("https://example.com/a/feed").redirected(to: location).url == url)
  }

  @Test(
    "An address has an origin and a target",
    arguments: [
      ("https://u:p@Example.com:443/a/b?c=d#e", "https://example.com", "/a/b?c=d"),
      ("http://example.com:8080", "http://example.com:8080", "/"),
      ("https://example.com:80/", "https://example.com:80", "/"),
      ("http://[::1]/?x", "http://[::1]", "/?x"), ("http://example.com?x", "http://example.com", "/?x"),
    ])
  func parts(text: String, origin: String, target: String) throws {
    let address = try HTTPAddress(text)
    #expect(address.origin == origin)
    #expect(address.target == target)
  }

  @Test("Credentials go into a field, never into the address, and stay within their origin")
  func credentials() throws {
    let address = try HTTPAddress("https://user:p%40ss@example.com/feed")
    #expect(address.url == "https://example.com/feed")
    #expect(address.basicAuthorization == "Basic dXNlcjpwQHNz")
    #expect(try address.redirected(to: "/b").basicAuthorization == "Basic dXNlcjpwQHNz")
    let others = [
      "http://example.com/", "https://example.com:444/", "https://www.example.com/", "//x.example/",
    ]
    for location in others {
      #expect(try address.redirected(to: location).basicAuthorization == nil)
    }
    #expect(try address.redirected(to: "https://a:b@x.example/").basicAuthorization == nil)
  }

  @Test(
    "Credentials are left out where an address is shown, also where it is misspelt",
    arguments: [
      ("https://user:secret@example.com/?a@b", "https://example.com/?a@b"),
      ("https://user:se/cr?et@example.com/", "https://example.com/"),
      ("https://user:se@cret@example.com/", "https://example.com/"),
      ("user:secret@example.com/", "example.com/"), ("http:/user:secret@example.com", "http:/example.com"),
      ("http:\\\\user:secret@example.com", "http:\\\\example.com"),
      ("https://example.com/@x", "https://example.com/@x"),
      ("https://example.com:8080/@x", "https://example.com:8080/@x"),
      ("http://[::1]/@x", "http://[::1]/@x"), ("nothing", "nothing"), ("", ""), ("://", "://"),
    ])
  func withoutSecrets(url: String, shown: String) {
    #expect(withoutCredentials(url) == shown)
  }

  @Test("What is shown of an address is one line of bounded length")
  func shown() {
    #expect(shownAddress("http://x/a\r\n\u{1B}[31m\u{202E}\u{2028}b") == "http://x/a???[31m??b")
    #expect(shownAddress("http://x/" + String(repeating: "y", count: 300)).unicodeScalars.count == 203)
  }

  @Test("Secrets of an address are not shown in errors")
  func noSecrets() {
    #expect {
      try HTTPAddress("https://user:secret@example.com:0/")
    } throws: { error in
      !"\(error)".contains("secret")
    }
  }
}
