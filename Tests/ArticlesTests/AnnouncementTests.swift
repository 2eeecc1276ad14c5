import Articles
import Model
import Testing

@Suite("Pages held against what their feed says")
struct AnnouncementTests {
  private func page(_ body: String, title: String) -> ExtractedPage {
    extractArticle(
      bytes: Array("<html><head><title>\(title)</title></head><body>\(body)</body></html>".utf8),
      url: "https://tide.example/a/b/", hints: ExtractionHints(title: title))
  }

  private static let teaser = """
    Pilots of the harbour kept their tide tables by hand for forty winters. When the pencil broke, nobody could say when the
    water would turn, and three barges stranded.
    """
  private static let article = """
    <p>For forty winters the harbour's pilots kept tide tables by hand, each with his own pencil, and each in his own drawer.</p>
    <p>One morning a pencil broke. Three barges stranded on the bar before somebody found another, and the water turned.</p>
    """
  private static let consent = """
    <h1>Before you continue</h1><p>We and our partners store and access information on your device to show personalised
    advertising. You find more in our privacy policy, where each of our partners says what it does with your data.</p>
    """
  private static let logIn =
    "<h1>Broken pencils</h1><p>Log in to continue reading. Create an account, it is free and takes a minute.</p>"

  @Test("The article fits, whether its title is shown or not")
  func fits() {
    let announced = Announcement(title: "Broken pencils", teaser: Self.teaser)
    #expect(announced.fits(page(Self.article, title: "Broken pencils")))
    #expect(
      announced.fits(
        page(
          "<h1>Broken pencils</h1><p>\(String(repeating: "Quite other words. ", count: 9))</p>",
          title: "Broken pencils")))
    #expect(
      Announcement(title: "Broken pencils", teaser: nil).fits(page(Self.article, title: "Broken pencils")))
    #expect(Announcement(title: nil, teaser: nil).fits(page(Self.article, title: "")))
  }

  @Test(
    "Consent pages and log-in walls do not, whatever their window is called", arguments: [consent, logIn])
  func walls(body: String) {
    #expect(
      !Announcement(title: "Broken pencils", teaser: Self.teaser).fits(page(body, title: "Broken pencils")))
    #expect(!Announcement(title: "Broken pencils", teaser: nil).fits(page(body, title: "Broken pencils")))
  }

  @Test("Texts without spaces are compared by their characters")
  func characters() {
    let announced = Announcement(title: "潮汐表", teaser: "港の水先人は四十年間、潮汐表を手書きで管理していた。")
    let article = "<p>四十年の間、港の水先人たちは潮汐表を手書きで管理し、それぞれの引き出しに鉛筆をしまっていた。ある朝、鉛筆が折れた。</p>"
    #expect(announced.fits(page(article, title: "x")))
    #expect(!announced.fits(page("<p>当サイトではクッキーを使用しています。詳細はプライバシーポリシーをご覧ください。</p>", title: "x")))
  }

  @Test("What an open dialog hides is read, the dialog is not")
  func dialog() {
    let page = page(
      "<main aria-hidden=true><h1>Pencils</h1>\(Self.article)</main><div role=dialog aria-modal=true><p>We use cookies, and we would like to know you.</p></div>",
      title: "Pencils")
    #expect(page.article.body.count == 2)
    #expect(!page.article.blocks.contains { $0.text.contains("cookies") })
  }

  @Test(
    "Bytes of other programs are told from text",
    arguments: [
      ([0x1F, 0x8B, 0x08, 0, 1], "a gzip file"), (Array("%PDF-1.7 ...".utf8), "a PDF document"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
      ([UInt8](repeating: 1, count: 64), "binary data"),
      (Array("<html><body><p>Some text</p>".utf8), nil), ([], nil),
      (Array("\u{1B}$B...\u{1B}(B text of another age, kept by hand".utf8), nil),
      ("<html><body>Some text of sixteen bits".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil),
    ] as [([UInt8], String?)])
  func binary(bytes: [UInt8], kind: String?) {
    #expect(BinaryFile.kind(of: bytes) == kind)
  }
}
