import Model
import Testing

@testable import Lint

@Suite("Lint reads messages as they go on the wire")
struct MessageLintTests {
  /// A sound message; `html` and `text` go in as quoted-printable that needs no escapes but `=`.
  private func message(
    replacing old: String = "", with new: String = "", in place: (String) -> String = { $0 }
  ) -> [UInt8] {
    func escaped(_ text: String) -> String {
      text.replacing("=", with: "=3D").split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        line -> [String] in
        line.count > 70 ? [String(line.prefix(70)) + "=", String(line.dropFirst(70))] : [String(line)]
      }.joined(separator: "\n")
    }
    let whole = """
      Date: Sun, 22 Nov 2026 20:00:00 +0100
      From: "Name" <weekly@a.example>
      To: "Readers, all" <weekly@a.example>
      Subject: =?utf-8?Q?N=C3=A4me?=
      Message-ID: <2026-W47.0@a.example>
      List-Id: "Name" <name.a.example>
      List-Unsubscribe: <https://a.example/u/0123456789ab>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      List-Archive: <https://a.example/>
      MIME-Version: 1.0
      Content-Type: multipart/alternative;
       boundary="=_b"

      --=_b
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      \(escaped(LintTests.text))
      --=_b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      \(escaped(LintTests.page))
      --=_b--

      """
    let changed = old.isEmpty ? whole : whole.replacing(old, with: new)
    return Array(place(changed.replacing("\n", with: "\r\n")).utf8)
  }

  @Test("A sound message has no findings")
  func sound() {
    #expect(lintMessage(message()).map(\.description) == [])
  }

  @Test(
    "One fault, one finding",
    arguments: [
      ("Date:", "X-Date:", "header-missing"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: a@a.example, b@a.example", "to"),
      ("From: \"Name\" <weekly@a.example>", "From: <digest@example.invalid>", "from"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nBcc: x@y.example", "bcc"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nSubject: again", "header-duplicate"),
      ("=?utf-8?Q?N=C3=A4me?=", "Näme", "header-bytes"),
      ("N=C3=A4me", String(repeating: "x", count: 80), "rfc2047-length"),
      ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n", "", "list-unsubscribe-post"),
      ("<https://a.example/u/0123456789ab>", "<mailto:u@a.example>", "list-unsubscribe"),
      ("text/plain; charset", "text/html; charset", "alternative"),
      ("--=_b--", "", "boundary"),
      ("=3D\"en\"", "=\"en\"", "encoding"),
      ("<2026-W47.0@a.example>", "2026", "message-id"),
      ("NAME", String(repeating: "x", count: 90), "line-76"),
      ("&amp; only", "&amp; lonely", "heading-missing"),
    ])
  func faults(replace: String, with: String, expected: String) {
    let codes = lintMessage(message(replacing: replace, with: with)).map(\.code)
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test("Bare line feeds and carriage returns are errors")
  func lineEnds() {
    #expect(
      lintMessage(message(in: { $0.replacing("\r\n", with: "\n") })).map(\.code).contains("line-end-lf"))
    #expect(
      lintMessage(message(in: { $0.replacing("NAME", with: "NA\rME") })).map(\.code).contains("line-end-cr"))
  }

  @Test(
    "Any bytes are survived",
    arguments: ["", "\r\n\r\n", "no colon", "A: b", "Content-Type: multipart/x; boundary=\"\"\r\n\r\n--"])
  func anyBytes(text: String) {
    #expect(!lintMessage(Array(text.utf8)).isEmpty)
  }
}
