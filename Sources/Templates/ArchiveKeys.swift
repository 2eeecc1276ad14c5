/// What the templates of the archive's pages may print.
public enum ArchiveKeys {
  /// Keys of `archiveEdition.html.mustache`: those of the mail, and where the page stands in the archive.
  public static let edition = DigestKeys.html.merging([
    "archive": .object([
      // The page's own address, if the archive's is known; the others are relative.
      "canonical": .text, "index": .text, "feed": .text,
      "older": link, "newer": link,
    ])
  ]) { $1 }

  /// Keys of `archiveIndex.html.mustache`.
  public static let index: [String: TemplateShape] = [
    "language": .text, "direction": .text,
    "words": DigestKeys.html["words"] ?? .object([:]),
    "publication": .object(["title": .text, "tagline": .text]),
    "address": .text,
    "archive": .object(["canonical": .text, "feed": .text]),
    "editions": .list(
      .object([
        "url": .text, "label": .text, "period": .text, "size": .text,
        "titles": .list(.object(["title": .text, "url": .text, "detail": .html, "direction": .text])),
      ])),
  ]

  /// Label and address of a neighbouring page.
  private static let link: TemplateShape = .object(["label": .text, "url": .text])
}
