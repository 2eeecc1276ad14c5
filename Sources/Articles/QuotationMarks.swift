/// The marks that a language puts round a quotation: what browsers print for a `q` element (HTML §15.3.8, after CLDR).
struct QuotationMarks {
  let opening: String
  let closing: String

  /// - Parameters:
  ///   - language: BCP 47 tag of the text around the quotation; English marks if it is not known.
  ///   - depth: How many quotations stand around it: every second one has the inner marks.
  init(language: String?, depth: Int) {
    let tag = asciiLowered(language ?? "")
    let name = String(tag.prefix { $0 != "-" && $0 != "_" })
    let isInner = depth % 2 == 1
    let marks = QuotationMarks.regional[tag] ?? QuotationMarks.byLanguage[name] ?? QuotationMarks.english
    opening = isInner ? marks.2 : marks.0
    closing = isInner ? marks.3 : marks.1
  }

  private typealias Marks = (String, String, String, String)

  private static let english: Marks = ("“", "”", "‘", "’")
  private static let german: Marks = ("„", "“", "‚", "‘")
  private static let angled: Marks = ("«", "»", "“", "”")
  private static let low: Marks = ("„", "”", "‚", "’")
  private static let cornered: Marks = ("「", "」", "『", "』")

  private static let byLanguage: [String: Marks] = [
    "de": german, "cs": german, "sk": german, "sl": german, "bg": german, "is": german, "lt": german,
    "et": german,
    "fr": ("«\u{A0}", "\u{A0}»", "“", "”"),
    "es": angled, "it": angled, "pt": english, "ca": angled, "el": angled, "ar": ("”", "“", "’", "‘"),
    "ru": ("«", "»", "„", "“"), "uk": ("«", "»", "„", "“"), "fa": ("«", "»", "‹", "›"),
    "no": ("«", "»", "‘", "’"), "nb": ("«", "»", "‘", "’"), "nn": ("«", "»", "‘", "’"),
    "da": ("“", "”", "‘", "’"), "sv": ("”", "”", "’", "’"), "fi": ("”", "”", "’", "’"),
    "pl": ("„", "”", "«", "»"), "ro": ("„", "”", "«", "»"), "hu": ("„", "”", "»", "«"), "hr": low, "sr": low,
    "he": ("”", "”", "’", "’"), "ja": cornered, "zh": english,
  ]

  private static let regional: [String: Marks] = [
    "de-ch": ("«", "»", "‹", "›"), "fr-ch": ("«", "»", "‹", "›"), "it-ch": ("«", "»", "‹", "›"),
    "pt-pt": angled, "zh-tw": cornered, "zh-hk": cornered, "zh-hant": cornered,
  ]
}
