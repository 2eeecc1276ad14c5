extension TemplateSet {
  /// Names of the built-in themes; the first is the one of the built-in template.
  public static let themes = ["default", "bright", "bold"]

  /// The files of the built-in template: what a folder of one's own is laid over.
  public static let builtInFiles: [TemplateFile] = [
    builtInFile("digest.html.mustache", PackageResources.digest_html_mustache),
    builtInFile("masthead.html.mustache", PackageResources.masthead_html_mustache),
    builtInFile("contents.html.mustache", PackageResources.contents_html_mustache),
    builtInFile("card.html.mustache", PackageResources.card_html_mustache),
    builtInFile("quote.html.mustache", PackageResources.quote_html_mustache),
    builtInFile("comment.html.mustache", PackageResources.comment_html_mustache),
    builtInFile("more.html.mustache", PackageResources.more_html_mustache),
    builtInFile("footer.html.mustache", PackageResources.footer_html_mustache),
    builtInFile("digest.txt.mustache", PackageResources.digest_txt_mustache),
    builtInFile("card.txt.mustache", PackageResources.card_txt_mustache),
    builtInFile("archiveEdition.html.mustache", PackageResources.archiveEdition_html_mustache),
    builtInFile("archiveIndex.html.mustache", PackageResources.archiveIndex_html_mustache),
    builtInFile("archiveCard.html.mustache", PackageResources.archiveCard_html_mustache),
    builtInFile("archiveQuote.html.mustache", PackageResources.archiveQuote_html_mustache),
    builtInFile("archiveStyle.html.mustache", PackageResources.archiveStyle_html_mustache),
    builtInFile("theme.yaml", PackageResources.theme_yaml),
    builtInFile("strings.ar.yaml", PackageResources.strings_ar_yaml),
    builtInFile("strings.de.yaml", PackageResources.strings_de_yaml),
    builtInFile("strings.en.yaml", PackageResources.strings_en_yaml),
    builtInFile("strings.en-US.yaml", PackageResources.strings_en_US_yaml),
    builtInFile("strings.es.yaml", PackageResources.strings_es_yaml),
    builtInFile("strings.fr.yaml", PackageResources.strings_fr_yaml),
    builtInFile("strings.he.yaml", PackageResources.strings_he_yaml),
    builtInFile("strings.ja.yaml", PackageResources.strings_ja_yaml),
  ]

  /// What a built-in theme says otherwise than the default one; `nil` if there is none of that name.
  static func files(ofTheme name: String) -> [TemplateFile]? {
    switch name {
    case "default": []
    case "bright": [builtInFile("bright.theme.yaml", PackageResources.bright_theme_yaml)]
    case "bold": [builtInFile("bold.theme.yaml", PackageResources.bold_theme_yaml)]
    default: nil
    }
  }

  /// All settings of a theme as one `theme.yaml`: the default one's text, with the values of the theme.
  public static func settingsFile(ofTheme name: String) -> TemplateFile {
    let base = String(decoding: PackageResources.theme_yaml, as: UTF8.self)
    var lines: [String: Substring] = [:]
    for file in files(ofTheme: name) ?? [] {
      for line in file.text.split(separator: "\n") {
        if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) { lines[String(line[..<colon])] = line }
      }
    }
    let merged = base.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.firstIndex(of: UInt8(ascii: ":")).flatMap { lines[String(line[..<$0])] } ?? line
    }
    return TemplateFile(name: "theme.yaml", text: merged.joined(separator: "\n"))
  }

  private static func builtInFile(_ name: String, _ bytes: [UInt8]) -> TemplateFile {
    TemplateFile(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
