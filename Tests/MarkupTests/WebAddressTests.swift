import Markup
import Testing

@Suite("Web addresses")
struct WebAddressTests {
  @Test(
    "A relative reference is resolved as RFC 3986 §5.4 says",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
      ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
      ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."),
      ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ])
  func resolution(reference: String, expected: String) throws {
    let base = try #require(WebAddress("http://a/b/c/d;p?q"))
    #expect(WebAddress(reference, relativeTo: base)?.string == expected)
  }

  @Test(
    "In international spelling, what its author wrote beyond ASCII stays",
    arguments: [
      ("/Über?ü#ß", "http://müller.example/Über?ü#ß"), ("é", "http://müller.example/ä/é"),
      ("//ÖL.example/<ö>", "http://ÖL.example/%3Cö%3E"),
    ])
  func international(reference: String, expected: String) throws {
    let base = try #require(WebAddress("http://müller.example/ä/b", spelling: .international))
    #expect(WebAddress(reference, relativeTo: base, spelling: .international)?.string == expected)
  }

  @Test(
    "An address that is clean already stays as it is, and its parts are those of a reading step by step",
    arguments: [
      "http://a.example/", "https://a.example/b?c=d#e", "https://a.example/b?#",
      "http://a-b.example/c.d/e#f?g",
      "https://1.example/%C3%BC/;x=1,2@3:4?y/../z#/./", "http://a.example//b//c..d/e.",
      "http://a.example:8080/b", "https://a.example:1/?c", "http://a.example:65535/",
    ])
  func cleanParts(text: String) throws {
    let clean = try #require(WebAddress(text))
    // White space around it takes it the long way.
    let other = try #require(WebAddress(" " + text))
    #expect(clean.string == text)
    #expect(clean == other)
    #expect(
      clean.host == other.host && clean.port == other.port && clean.path == other.path
        && clean.query == other.query)
  }

  @Test("A port that is no port makes no address", arguments: ["65536", "99999", "8a", "-1"])
  func badPort(port: String) {
    #expect(WebAddress("http://a.example:\(port)/") == nil)
  }

  @Test("All parts of an address are found")
  func allParts() throws {
    let address = try #require(WebAddress("https://me:pw@host.example:81/a/b?c#d"))
    #expect(address.scheme == "https" && address.userInfo == "me:pw" && address.host == "host.example")
    #expect(address.port == 81 && address.path == "/a/b" && address.query == "c" && address.fragment == "d")
    let file = try #require(WebAddress("file:///x"))
    #expect(file.host == "" && file.path == "/x" && file.port == nil && !file.isWeb)
    let relative = try #require(WebAddress("a/b?c"))
    #expect(relative.scheme == nil && relative.host == nil && relative.path == "a/b" && relative.query == "c")
  }

  @Test(
    "An address is cleaned as browsers do",
    arguments: [
      (" \n http://a.example/x \t", "http://a.example/x"), ("ht\ntp://a.ex\tample/", "http://a.example/"),
      ("HTTP://A.Example/Path", "http://a.example/Path"), ("http://a.example/a b", "http://a.example/a%20b"),
      ("http://a.example/ü?ü#ü", "http://a.example/%C3%BC?%C3%BC#%C3%BC"),
      ("http:\\\\a.example\\x", "http://a.example/x"), ("http://a.example/%2e%2E/b", "http://a.example/b"),
      ("http://a.example:/x", "http://a.example/x"), ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
      ("mailto:Ann@Example.com", "mailto:Ann@Example.com"), ("http://a.example", "http://a.example"),
      ("http://a.example/\"<>", "http://a.example/%22%3C%3E"), ("x/../y", "x/../y"),
    ])
  func cleaning(text: String, expected: String) {
    #expect(WebAddress(text)?.string == expected)
  }

  @Test(
    "An international host becomes punycode",
    arguments: [
      ("http://bücher.example/", "http://xn--bcher-kva.example/"),
      ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
      ("http://例え.テスト/", "http://xn--r8jz45g.xn--zckzah/"),
      ("http://пример.example", "http://xn--e1afmkfd.example"),
      ("http://ｅｘａｍｐｌｅ。com/", "http://example.com/"),
      ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
    ])
  func punycode(text: String, expected: String) {
    #expect(WebAddress(text)?.string == expected)
  }

  @Test(
    "What no browser would open is no address",
    arguments: [
      "", "  ", "http://", "http://a b/", "http://a.example:99999/", "http://a.example:8x/", "http://a<b>/",
      "http://[::1/",
      "http://a%00b/", "http://a|b/",
    ])
  func refused(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test("A long host or label does not cost quadratic time")
  func longHost() {
    #expect(WebAddress("http://" + String(repeating: "ü", count: 100_000) + "/") == nil)
  }
}
