import Model

extension Samples {
  /// Titles, names and links that try to leave their place.
  static let awkward = edition(
    [
      .init(
        title: "למנהלים \u{202E}drawkcab",
        items: [
          item(
            1, "إدارة الفرق عن بعد: ثلاثة دروس", language: "ar", authors: ["ليلى حداد"],
            source: "دفتر القيادة",
            quotes: [
              quote(
                "القائد الذي يسمع أكثر مما يتكلم يعرف أكثر مما يظن، وهذا ما تعلمناه في سنة كاملة من العمل عن بعد."
              )
            ],
            conversation: conversation(
              2, people: 2,
              threads: [
                [
                  comment("e1", "דנה", "זה נכון גם אצלנו, ובמיוחד בשעות הבוקר."),
                  comment("e2", "ليلى حداد", "شكرا جزيلا!", depth: 1, answers: "דנה", isByAuthor: true),
                ]
              ]), score: 0.9),
          item(
            2, "会議を半分にしたら、何が起きたか", language: "ja", authors: ["佐藤 花"], source: "静かな会議室",
            quotes: [
              quote(
                "週に十二時間あった会議を六時間に減らした。最初の週は誰もが落ち着かなかったが、三週目には「次は何を減らすか」という話になっていた。会議が減ったのではなく、問いが増えたのだと思う。"
              )
            ]),
        ]),
      .init(
        title: nil,
        items: [
          item(
            3,
            "Against <script>alert(1)</script> & \"quotes\"\u{301} onmouseover='x' {{title}} {{{subject}}}",
            authors: ["<b>Bobby</b> \u{202E}Tables", "O'Neil \"Q\"\u{301}"], source: "A & B <i>Blog</i>",
            quotes: [
              quote("Write </td></tr></table> & see. {{#sections}} is text too. <!--[if mso]>no<![endif]-->")
            ]
          ),
          item(
            4, "A title\r\nBcc: everyone@example.com\r\n\r\nwith line\u{2028}breaks",
            url: "javascript:alert(1)",
            authors: ["Name\r\nX-Injected: yes"], source: "Line\nFeeds",
            quotes: [quote("From here on a line may begin with From.\n.\nAnd a dot stands alone.")],
            conversation: conversation(1, people: 1, url: "data:text/html,<b>no</b>")),
          item(
            5, String(repeating: "Donaudampfschifffahrts", count: 10),
            source: String(repeating: "W", count: 120),
            quotes: [quote("See \(longURL) for the whole of it. " + String(repeating: "x", count: 200))]),
          item(
            6, "👩🏽‍🚀 Teams in 🇩🇪 and 🇯🇵: what 👍 means ❤️", url: "https://user:pw@evil.example/",
            authors: ["Zoë 🦊"], source: "Emoji Weekly",
            quotes: [
              quote("👩‍👩‍👧 We counted reactions for a month: 👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍 and ❤️.")
            ]),
          item(
            7, "", url: "https://пример.example/путь?q=ä b", authors: [""], source: "", day: nil, minutes: 0,
            quotes: []),
          item(
            8, "Cafe\u{301} talk", url: "HTTPS://Example.COM/A\"B<C>", authors: ["Rene\u{301}"],
            quotes: [quote("n\u{303}andu\u{301} \u{FEFF}\u{200B}soft\u{AD}hyphen no\u{A0}break")]),
        ]),
    ],
    publication: Publication(
      title: "The “Whetstone” – Überblick", tagline: "Line\nbreak", language: "en",
      senderName: "Die Wetzsteiner, GmbH\r\nBcc: x@y.example",
      senderAddress: "weekly@whetstone.example.org", homepage: "https://whetstone.example.org/weekly/",
      unsubscribeURL: "https://whetstone.example.org/u/5f2c9a7be01d4c33"))

  private static let longURL =
    "https://blog.example.com/archive/2026/11/a-very-long-address-that-no-line-of-seventy-two-cells-can-hold?ref=feed"

  /// A publication in Hebrew (with English words, as long as there are no others).
  static let hebrew = edition(
    [
      item(
        1, "למה ישיבות מתארכות", language: "he", authors: ["דנה לוי"], source: "מסדרון ארוך",
        quotes: [
          quote("כל ישיבה מתארכת עד שמישהו צריך ללכת לאסוף ילד מהגן, ולכן כדאי לקבוע אותה בשעה שלוש וחצי.")
        ],
        conversation: conversation(
          2, people: 2,
          threads: [
            [
              comment("h1", "Mika", "True in English too."),
              comment("h2", "דנה לוי", "בכל שפה.", depth: 1, answers: "Mika", isByAuthor: true),
            ]
          ])),
      item(2, "One piece in English", quotes: [quote("Left to right, for once.")]),
    ],
    publication: Publication(
      title: "אבן משחזת", language: "he", senderName: "אבן משחזת",
      senderAddress: "weekly@whetstone.example.org",
      homepage: "https://whetstone.example.org/he/",
      unsubscribeURL: "https://whetstone.example.org/u/5f2c9a7be01d4c33"))
}
