import International
import Testing

@Suite("Host names of all scripts")
struct HostNameTests {
  @Test(
    "A host name becomes what is looked up",
    arguments: [
      ("Example.ORG", "example.org"), ("bücher.example", "xn--bcher-kva.example"),
      ("BÜCHER.example", "xn--bcher-kva.example"), ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
      ("例え。テスト", "xn--r8jz45g.xn--zckzah"), ("ｅｘａｍｐｌｅ．ｏｒｇ", "example.org"),
      ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"), ("a\u{AD}b.example", "ab.example"),
    ])
  func hosts(name: String, expected: String) {
    #expect(asciiHost(name) == expected)
  }

  @Test(
    "What cannot be a name is none",
    arguments: ["ü..example", String(repeating: "ü", count: 64) + ".example"])
  func noHosts(name: String) {
    #expect(asciiHost(name) == nil)
  }

  @Test(
    "Labels are encoded as in RFC 3492, section 7.1",
    arguments: [
      ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
      ("TạisaohọkhôngthểchỉnóitiếngViệt", "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g"),
      ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
    ])
  func labels(label: String, expected: String) {
    #expect(punycode(label.unicodeScalars) == expected)
  }
}
