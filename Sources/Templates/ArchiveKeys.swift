/// What the templates of the archive's pages may print.
public enum ArchiveKeys {
  /// Keys of `archiveEdition.html.mustache`: those of the mail, and where the page stands in the archive.
  public static let edition = DigestKeys.html.merging([
    "archive": .object([
      // The page's own address, if the archive's is known; the others are relative.
      "canonical": .link, "index": .link, "feed": .link,
      "older": link, "newer": link,
    ])
  ]) { $1 }

  /// Keys of `archiveIndex.html.mustache`.
  public static let index: [String: TemplateShape] = [
    "language": .word, "direction": .word,
    "words": DigestKeys.html["words"] ?? .object([:]),
    "publication": .object(["title": .text, "tagline": .text]),
    "address": .text,
    "archive": .object(["canonical": .link, "feed": .link]),
    "editions": .list(
      .object([
        "url": .link, "label": .html, "period": .text, "size": .text,
        "titles": .list(.object(["title": .text, "url": .link, "detail": .html, "direction": .word])),
      ])),
  ]

  /// Label and address of a neighbouring page.
  private static let link: TemplateShape = .object(["label": .text, "url": .link])
}
