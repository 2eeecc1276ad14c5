import Model
import Testing

@testable import Lint

@Suite("Lint reads messages as they go on the wire")
struct MessageLintTests {
  private func message(_ replace: String = "", _ with: String = "") -> [UInt8] {
    let changed = replace.isEmpty ? Samples.message : Samples.message.replacing(replace, with: with)
    return Array(changed.replacing("\n", with: "\r\n").utf8)
  }

  private func codes(_ message: [UInt8], rules: LintRules = LintRules()) -> [String] {
    lintMessage(message, rules: rules).findings.filter { $0.severity != .note }.map {
      "\($0.severity.rawValue) \($0.code)"
    }
  }

  @Test("A sound message has no errors and no warnings")
  func sound() {
    #expect(codes(message()) == [])
  }

  @Test(
    "What is sound, too, has no errors and no warnings",
    arguments: [
      ("=?utf-8?Q?N=C3=A4me?=", "=?utf-8?B?TsOkbWU=?="),
      ("=?utf-8?Q?N=C3=A4me?=", "=?utf-8?Q?N=C3=A4?=\n =?utf-8?Q?me?="),
      ("To: \"Readers, all\" <weekly@a.example>", "To: weekly@a.example (all, of them)"),
      ("=_b", "abc'()+_,-./:=?9"),
      ("<https://a.example/u/0123456789ab>", "<https://a.example/u/0123456789ab>,\n <mailto:u@a.example>"),
      ("--=_b--\n", "--=_b--\n\n"),
      ("Sun, 22 Nov", "22 Nov"), ("20:00:00 +0100", "20:00 -0930"), ("List-Id: \"Name\" <", "List-Id: <"),
      ("MIME-Version: 1.0", "Received: a\nReceived: b\nMIME-Version: 1.0 (x)"),
    ])
  func alsoSound(replace: String, with: String) {
    #expect(codes(message(replace, with)) == [])
  }

  @Test(
    "One fault, one finding",
    arguments: [
      ("Date:", "X-Date:", "error header-missing"), ("Date:", "X-Date:", "warning header-unknown"),
      ("MIME-Version: 1.0\n", "", "error header-missing"),
      ("Sun, 22 Nov 2026", "2026-11-22", "error date"), ("Sun, 22", "Mon, 22", "error date"),
      ("Sun, 22 Nov", "So, 22 Nov", "error date"),
      ("Sun, 22 Nov", "31 Nov", "error date"), ("Sun, 22 Nov 2026", "Thu, 1 Jan 1970", "error date"),
      ("20:00:00 +0100", "24:00:00 +0100", "error date"),
      ("20:00:00 +0100", "20:00:00 GMT", "warning date-zone"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: a@a.example, b@a.example", "error to"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: nobody", "error to"),
      ("From: \"Name\" <weekly@a.example>", "From: a@a.example, b@a.example", "error from"),
      ("From: \"Name\" <weekly@a.example>", "From: <digest@example.invalid>", "warning from"),
      ("From: \"Name\" <weekly@a.example>", "From: \"Name\" <weekly@host>", "error from"),
      ("From: \"Name\" <weekly@a.example>", "From: weekly@a.example", "warning from-name"),
      ("From: \"Name\"", "From: \"boss@bank.example\"", "warning from-name"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nBcc: x@y.example", "error bcc"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nCc: x@y.example", "warning cc"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nSubject: again", "error header-duplicate"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nno colon", "error header-form"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nA B: c", "error header-form"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nComments:", "error header-empty"),
      ("MIME-Version: 1.0", "MIME-Version: 2.0", "error mime-version"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0<", "error mime-version"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: \"Readers, all\" ><weekly@a.example>", "error to"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: \"Readers, all\" <weekly@a.example> you", "error to"),
      ("To: \"Readers, all\" <weekly@a.example>", "To: \"Readers, all\" <weekly@a.example", "error to"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nReply-To: a@b.exa;mple", "error reply-to"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nReply-To: e:ditor@b.example", "error reply-to"),
      (" boundary=\"=_b\"", " boundary=\"=_b\"; boundary=\"c\"", "error header-form"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nReturn-Path: <a@b.example>", "warning return-path"),
      ("=?utf-8?Q?N=C3=A4me?=", "Näme", "error header-bytes"),
      ("=?utf-8?Q?N=C3=A4me?=", "a\u{7}b", "error header-control"),
      ("=?utf-8?Q?N=C3=A4me?=", "a\n \n b", "error fold-blank"),
      ("N=C3=A4me", String(repeating: "x", count: 80), "error rfc2047-length"),
      ("=?utf-8?Q?N=C3=A4me?=", "=?utf-8?Q?N=C3?= =?utf-8?Q?=A4me?=", "error rfc2047-split"),
      ("N=C3=A4me", "a=0D=0ABcc:_x", "error header-injection"),
      ("N=C3=A4me", "a=07b", "error header-control"), ("?Q?N=C3=A4me", "?B?TsOkb", "error rfc2047"),
      ("?Q?N=C3=A4me", "?X?abc", "error rfc2047"), ("N=C3=A4me", "a b", "error rfc2047"),
      ("\"Name\" <weekly", "\"=?utf-8?Q?N=C3=A4me?=\" <weekly", "error rfc2047-quoted"),
      ("=?utf-8?Q?N=C3=A4me?=", "a=?utf-8?Q?N=C3=A4me?=", "warning rfc2047"),
      ("=?utf-8?Q?N=C3=A4me?=", String(repeating: "word ", count: 20), "warning header-78"),
      ("=?utf-8?Q?N=C3=A4me?=", String(repeating: "word ", count: 20), "warning subject-long"),
      ("=?utf-8?Q?N=C3=A4me?=", "", "error subject"),
      ("=?utf-8?Q?N=C3=A4me?=", "Q &amp; A", "error subject-html"),
      ("=?utf-8?Q?N=C3=A4me?=", "a <b>c", "error subject-html"),
      ("=?utf-8?Q?N=C3=A4me?=", "Re: you", "warning subject-re"),
      ("N=C3=A4me", "a=E2=80=AEb", "error subject-bidi"),
      ("N=C3=A4me", "a=EF=BF=BDb", "error subject-charset"),
      ("=?utf-8?Q?N=C3=A4me?=", "{{title}}", "error template-residue"),
      ("<2026-W47.0@a.example>", "2026", "error message-id"),
      ("<2026-W47.0@a.example>", "<a b@a.example>", "error message-id"),
      ("<2026-W47.0@a.example>", "<a@host.local>", "error message-id"),
      ("<2026-W47.0@a.example>", "<a@b.test>", "warning message-id-domain"),
      ("List-Id: \"Name\" <name.a.example>\n", "", "error header-missing"),
      ("<name.a.example>", "name.a.example", "error list-id"),
      ("<name.a.example>", "<name>", "error list-id"),
      ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n", "", "error list-unsubscribe-post"),
      ("=One-Click", "=OneClick", "error list-unsubscribe-post"),
      ("List-Unsubscribe: <https://a.example/u/0123456789ab>\n", "", "error list-unsubscribe"),
      ("<https://a.example/u/0123456789ab>", "<mailto:u@a.example>", "error list-unsubscribe"),
      ("<https://a.example/u/0123456789ab>", "<http://a.example/u>", "error list-unsubscribe"),
      (
        "<https://a.example/u/0123456789ab>", "<https://a.example/u>, <https://a.example/v>",
        "error list-unsubscribe"
      ), ("<https://a.example/u/0123456789ab>", "https://a.example/u", "error list-unsubscribe"),
      ("<https://a.example/u/0123456789ab>", "<https://a.example/{token}>", "error list-unsubscribe"),
      (
        "<https://a.example/u/0123456789ab>", "<https://a.example/u?m=a@b.example>",
        "warning list-unsubscribe-token"
      ),
      (
        "<https://a.example/u/0123456789ab>", "<https://b.example/u/0123456789ab>", "warning unsubscribe-body"
      ), ("List-Archive: <https://a.example/>\n", "", "warning list-archive"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nPrecedence: junk", "error precedence"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nAuto-Submitted: auto-replied", "error auto-submitted"),
      ("MIME-Version: 1.0", "MIME-Version: 1.0\nDKIM-Signature: v=1; h=from:to", "error dkim-headers"),
      ("text/plain; charset", "text/html; charset", "error alternative"),
      ("text/html; charset", "text/enriched; charset", "error alternative-order"),
      ("multipart/alternative", "multipart/mixed", "error alternative"), ("--=_b--", "", "error boundary"),
      ("--=_b--\n", "--=_b--\n--=_b--\n", "error boundary"),
      ("--=_b--\n", "--=_b--\nmore\n", "error epilogue"), (";\n boundary=\"=_b\"", "", "error boundary"),
      ("=_b", "a@b", "error boundary"), ("=_b", String(repeating: "b", count: 71), "error boundary"),
      (
        "MIME-Version: 1.0", "MIME-Version: 1.0\nContent-Transfer-Encoding: base64",
        "error encoding-multipart"
      ), ("text/plain; charset=utf-8", "text/plain", "error charset"),
      ("text/plain; charset=utf-8", "text/plain; charset=iso-8859-1", "warning charset"),
      ("NAME", "N=C3ME", "error charset"),
      ("NAME", String(repeating: "x", count: 90), "error qp-length"), ("NAME", "NAME ", "error qp-space"),
      ("NAME", "N=xME", "error qp-escape"), ("NAME", "N=c3=a4ME", "error qp-escape"),
      ("NAME", "NÄME", "error qp-8bit"), ("NAME", "NAME=0D=0A", "error qp-line-end"),
      ("NAME", "NAME\nFrom here", "warning qp-from"),
      ("NAME", String(repeating: "x", count: 999), "error line-998"),
      ("Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: base64", "error base64"),
      (
        "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: uuencode",
        "error encoding-unknown"
      ),
      (
        "Content-Type: text/html; charset=utf-8",
        "Content-Type: text/html; charset=utf-8\nContent-Disposition: attachment", "error disposition"
      ),
      ("<br>", "<img src=3D\"cid:a\" alt=3D\"\" width=3D\"6\" height=3D\"6\">", "error cid"),
      ("only</a>", "lonely</a>", "error heading-missing"), ("Text", "T=09xt", "error tab"),
      ("<br>", "<script></script>", "error forbidden-element"),
    ])
  func faults(replace: String, with: String, expected: String) {
    let changed = message(replace, with)
    #expect(changed != message())
    #expect(codes(changed).contains(expected), "\(codes(changed))")
  }

  @Test("Bare line feeds, bare carriage returns, NUL and a missing end are errors")
  func lineEnds() {
    let sound = String(decoding: message(), as: UTF8.self)
    func codes(_ change: (String) -> String) -> [String] {
      lintMessage(Array(change(sound).utf8)).findings.map(\.code)
    }
    #expect(codes { $0.replacing("\r\n", with: "\n") }.contains("line-end-lf"))
    #expect(codes { $0.replacing("NAME\r\n", with: "NAME\n") }.contains("line-end-mixed"))
    #expect(codes { $0.replacing("NAME", with: "NA\rME") }.contains("line-end-cr"))
    #expect(codes { $0.replacing("NAME", with: "NA\0ME") }.contains("nul"))
    #expect(codes { String($0.unicodeScalars.dropLast(2).map(Character.init)) }.contains("final-newline"))
    #expect(codes { "From a@b.example Sun Nov 22\r\n" + $0 }.contains("mbox-line"))
  }

  @Test("A finding in a part says which, and a finding in the header says its line")
  func places() {
    let found = lintMessage(message("NAME", "NA=09ME")).findings(in: "a.eml")
    #expect(found.first { $0.code == "tab" }?.source == "a.eml (text/plain part)")
    #expect(
      lintMessage(message("=?utf-8?Q?N=C3=A4me?=", "Re: x")).findings.first { $0.code == "subject-re" }?.line
        == 4)
  }

  @Test("In a draft, a missing address to unsubscribe is a warning")
  func draft() {
    let found = codes(
      message("List-Unsubscribe: <https://a.example/u/0123456789ab>\n", ""), rules: LintRules(isDraft: true))
    #expect(found == ["warning list-unsubscribe"])
  }

  @Test("A text that is a whole message by itself is looked at, too")
  func nested() {
    let inner = "Content-Type: multipart/related; boundary=\"=_c\"\n\n--=_c\n"
    let whole = Samples.message.replacing(
      "Content-Type: text/html; charset=utf-8", with: inner + "Content-Type: text/html; charset=utf-8"
    )
    .replacing("</html>\n", with: "</html>\n--=_c--\n")
    #expect(codes(Array(whole.replacing("\n", with: "\r\n").utf8)) == [])
  }

  @Test(
    "Any bytes are survived",
    arguments: [
      "", "\r\n\r\n", "no colon", "A: b", "Content-Type: multipart/x; boundary=\"\"\r\n\r\n--", "=?",
      "Subject: =?a?b?", ":", "From: <", "Date: ,",
    ])
  func anyBytes(text: String) {
    #expect(!lintMessage(Array(text.utf8)).findings.isEmpty)
  }
}
