extension TemplateSet {
  /// The files of the built-in template, as `digest init` writes them for somebody who wants to change the look.
  public static let builtInFiles: [TemplateFile] = [
    builtInFile("digest.html.mustache", PackageResources.digest_html_mustache),
    builtInFile("card.html.mustache", PackageResources.card_html_mustache),
    builtInFile("quote.html.mustache", PackageResources.quote_html_mustache),
    builtInFile("comment.html.mustache", PackageResources.comment_html_mustache),
    builtInFile("footer.html.mustache", PackageResources.footer_html_mustache),
    builtInFile("digest.txt.mustache", PackageResources.digest_txt_mustache),
    builtInFile("card.txt.mustache", PackageResources.card_txt_mustache),
    builtInFile("archiveEdition.html.mustache", PackageResources.archiveEdition_html_mustache),
    builtInFile("archiveIndex.html.mustache", PackageResources.archiveIndex_html_mustache),
    builtInFile("archiveCard.html.mustache", PackageResources.archiveCard_html_mustache),
    builtInFile("archiveQuote.html.mustache", PackageResources.archiveQuote_html_mustache),
    builtInFile("archiveStyle.html.mustache", PackageResources.archiveStyle_html_mustache),
    builtInFile("theme.yaml", PackageResources.theme_yaml),
    builtInFile("strings.en.yaml", PackageResources.strings_en_yaml),
  ]

  private static func builtInFile(_ name: String, _ bytes: [UInt8]) -> TemplateFile {
    TemplateFile(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
