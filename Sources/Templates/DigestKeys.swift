/// What the two templates of an edition may print: the whole contract between rendering and a template's author.
public enum DigestKeys {
  /// Keys of `digest.html.mustache`, without the theme's.
  public static let html: [String: TemplateShape] = [
    // Language of the fixed words and the direction they are read in: "ltr" or "rtl"; the sides are "left" and "right".
    "language": .text, "direction": .text, "startSide": .text, "endSide": .text,
    "subject": .text, "preheader": .text,
    "words": words,
    "publication": .object(["title": .text, "tagline": .text, "homepage": .text]),
    "edition": .object(["id": .text, "label": .text, "period": .text, "size": .text]),
    "note": .object(["paragraphs": .list(run)]),
    "contents": .object([
      "entries": .list(
        .object(["number": .text, "title": .text, "url": .text, "detail": .html, "direction": .text]))
    ]),
    "sections": .list(.object(["title": .text, "direction": .text, "items": .list(card)])),
    "also": .object([
      "lines": .list(.object(["title": .text, "url": .text, "detail": .html, "direction": .text])),
      "more": .text, "moreURL": .text,
    ]),
    "footer": .object([
      "reason": .text, "unsubscribeURL": .text, "archiveURL": .text, "address": .text, "hasLinks": .bool,
      "hasBothLinks": .bool,
    ]),
  ]

  /// Keys of `digest.txt.mustache`: blocks of lines that are filled already. None ends in a line feed.
  public static let text: [String: TemplateShape] = [
    "words": words,
    // Section headings in capitals.
    "labels": .object(["contents": .text, "alsoThisWeek": .text, "links": .text]),
    "rule": .text, "doubleRule": .text,
    "title": .text, "tagline": .text, "edition": .text, "note": .text,
    "contents": .object(["lines": .list(.text)]),
    "sections": .list(
      .object([
        "title": .text,
        "items": .list(
          .object([
            // The section's title stands directly above.
            "isUnderTitle": .bool,
            "title": .text, "byline": .text, "quotes": .list(.text), "readOn": .text, "invitation": .text,
            "prompt": .object(["label": .text, "quote": .text]),
            "conversation": .object([
              "label": .text, "count": .text, "comments": .list(.text), "join": .text,
            ]),
          ])),
      ])),
    "also": .object(["lines": .list(.text), "more": .text]),
    "footer": .object(["reason": .text, "unsubscribe": .text, "archive": .text, "address": .text]),
    "links": .object(["lines": .list(.text)]),
  ]

  private static let words: TemplateShape = .object(
    WordingKeys.plain.reduce(into: [:]) { $0[$1] = .text })

  /// A run of text with its own direction.
  private static let run: TemplateShape = .object(["text": .text, "direction": .text])

  /// One article.
  private static let card: TemplateShape = .object([
    // The section's title stands directly above.
    "isUnderTitle": .bool,
    "number": .text, "title": .text, "url": .text, "language": .text, "direction": .text,
    "source": .text, "sourceURL": .text, "sourceDirection": .text, "byline": .html,
    "quotes": .list(quote),
    "readOn": .object(["label": .text, "url": .text]),
    "prompt": quote,
    "conversation": .object([
      "count": .text, "comments": .list(comment), "join": .object(["label": .text, "url": .text]),
    ]),
    // Where no comment is quoted: how many there are, and where to write one.
    "invitation": .object(["label": .text, "url": .text, "count": .text]),
  ])

  /// Somebody else's words. Exactly one of the groups is there.
  private static let quote: TemplateShape = .object(quoteMembers)
  private static let quoteMembers: [String: TemplateShape] = [
    "language": .text, "direction": .text, "startSide": .text,
    // Lines within a paragraph or a piece of code are parted by <br>.
    "paragraphs": .list(.object(["text": .html, "isFirst": .bool])),
    "list": .object([
      "stem": .text, "hasBullets": .bool, "bullets": .list(.text), "hasNumbers": .bool,
      "numbers": .list(.text),
    ]),
    "code": .object(["lines": .html]),
  ]

  private static let comment: TemplateShape = .object(
    quoteMembers.merging([
      // The sides here are the edition's, as the line above the words is; the direction is the words' own.
      "author": .html, "isByAuthor": .bool, "answers": .html,
      // How far in: a reply, and a reply to a reply.
      "isReply": .bool, "isDeepReply": .bool,
      // The first comment of a thread that is not the first; the last comment of any.
      "isNextThread": .bool, "isThreadEnd": .bool,
    ]) { own, _ in own })
}
