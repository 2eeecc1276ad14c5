/// A sound edition in its three forms, small enough to be read; tests break it in one place each.
enum Samples {
  static let page = """
    <!DOCTYPE html>
    <html lang="en" dir="ltr"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark"><title>T</title>
    <style>
    .ink{color:#000}
    @media (prefers-color-scheme:dark){.ink{color:#eee!important}
    .paper{background-color:#222!important}}
    </style></head>
    <body class="paper" style="margin:0;background-color:#fff"><div style="display: none; max-height:0">Forty characters that say what is in this issue</div>
    <div lang="en" dir="ltr"><!--[if mso]><table role="presentation" width="640"><tr><td><![endif]-->
    <table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px"><tr><td class="ink" style="padding:9px;color:#000">
    <h1 style="margin:0">Name</h1><p style="margin:0">Text of the week<br>and more
    <h2 style="margin:0"><a class="ink" href="https://a.example/1" style="color:#000">One &amp; only</a></h2>
    <p style="margin:0">You are getting this because you asked. <a class="ink" href="https://a.example/u" style="color:#000">Unsubscribe</a></p>
    </td></tr></table><!--[if mso]></td></tr></table><![endif]--></div></body></html>
    """

  static let text = """
    NAME

    Text of the week and more

    1. One & only [1]

    You are getting this because you asked.

    Unsubscribe: https://a.example/u

    [1] https://a.example/1

    """

  /// `html` and `text` go in as quoted-printable that needs no escapes but `=`.
  static var message: String {
    """
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

    \(escaped(text))
    --=_b
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    \(escaped(page))
    --=_b--

    """
  }

  /// Soft breaks stand before words, so that a test can replace whole ones.
  private static func escaped(_ text: String) -> String {
    text.replacing("=", with: "=3D").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var pieces: [String] = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if pieces[pieces.count - 1].utf8.count + word.utf8.count > 66 { pieces.append("") }
        pieces[pieces.count - 1] += word + " "
      }
      pieces[pieces.count - 1].removeLast()
      return pieces.joined(separator: "=\n")
    }.joined(separator: "\n")
  }
}
