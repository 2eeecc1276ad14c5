/// What the two templates of an edition may print: the whole contract between rendering and a template's author.
public enum DigestKeys {
  /// Keys of `digest.html.mustache`, without the theme's.
  public static let html: [String: TemplateShape] = [
    // Language of the fixed words and the direction they are read in: "ltr" or "rtl"; the sides are "left" and "right".
    "language": .word, "direction": .word, "startSide": .word, "endSide": .word,
    "subject": .text, "preheader": .text,
    "words": words,
    "publication": .object(["title": .text, "tagline": .text, "homepage": .link]),
    // The address is the edition's page in the archive on the web.
    "edition": .object(["id": .text, "label": .html, "period": .text, "size": .text, "url": .link]),
    "note": .object(["paragraphs": .list(.object(["text": .text, "direction": .word]))]),
    "contents": .object(["entries": .list(.object(titleLine.merging(["number": .text]) { $1 }))]),
    "sections": .list(.object(["title": .text, "direction": .word, "items": .list(card)])),
    // Articles of earlier weeks whose conversation goes on.
    "stillTalking": .object([
      "lines": .list(.object(titleLine.merging(["news": .text, "newsURL": .link]) { $1 }))
    ]),
    "also": .object(["lines": .list(.object(titleLine)), "more": .text, "moreURL": .link]),
    "footer": .object([
      "reason": .text, "unsubscribeURL": .link, "archiveURL": .link, "address": .text, "hasLinks": .bool,
      "hasBothLinks": .bool,
    ]),
  ]

  /// Keys of `digest.txt.mustache`: blocks of lines that are filled already. None ends in a line feed.
  public static let text: [String: TemplateShape] = [
    "words": words,
    // Section headings in capitals.
    "labels": .object(["contents": .text, "alsoThisWeek": .text, "stillTalking": .text, "links": .text]),
    "rule": .text, "doubleRule": .text,
    "title": .text, "tagline": .text, "edition": .text, "browser": .text, "note": .text,
    "contents": .object(["lines": .list(.text)]),
    "sections": .list(
      .object([
        "title": .text,
        "items": .list(
          .object([
            // The section's title stands directly above.
            "isUnderTitle": .bool,
            "title": .text, "byline": .text, "beside": .text, "quotes": .list(.text), "readOn": .text,
            "invitation": .text,
            "prompt": .object(["label": .text, "quote": .text]),
            "conversation": .object([
              "label": .text, "count": .text, "comments": .list(.text), "join": .text,
            ]),
          ])),
      ])),
    "stillTalking": .object(["lines": .list(.text)]),
    "also": .object(["lines": .list(.text), "more": .text]),
    "footer": .object([
      "reason": .text, "homepage": .text, "unsubscribe": .text, "archive": .text, "address": .text,
    ]),
    "links": .object(["lines": .list(.text)]),
  ]

  private static let words: TemplateShape = .object(
    WordingKeys.plain.reduce(into: [:]) { $0[$1] = .text })

  /// An article that is only named.
  private static let titleLine: [String: TemplateShape] = [
    "title": .text, "url": .link, "detail": .html, "direction": .word,
  ]

  /// One article.
  private static let card: TemplateShape = .object([
    // The section's title stands directly above.
    "isUnderTitle": .bool,
    // The anchor stays the same wherever the article is printed: links to the archive end in it.
    "number": .text, "anchor": .word, "title": .text, "url": .link, "language": .word, "direction": .word,
    "source": .text, "sourceURL": .link, "sourceDirection": .word, "byline": .html,
    // The better article on the same story, or on the other side of its subject.
    "beside": .html,
    // Only if the configuration asks for pictures.
    "image": .object(["url": .link, "width": .word, "height": .word, "alt": .text]),
    "quotes": .list(quote),
    "readOn": .object(["label": .text, "url": .link]),
    "prompt": quote,
    "conversation": .object([
      "count": .text, "comments": .list(comment), "join": .object(["label": .text, "url": .link]),
    ]),
    // Where no comment is quoted: how many there are, and where to write one.
    "invitation": .object(["label": .text, "url": .link, "count": .text]),
  ])

  /// Somebody else's words. Exactly one of the groups is there.
  private static let quote: TemplateShape = .object(quoteMembers)
  private static let quoteMembers: [String: TemplateShape] = [
    "language": .word, "direction": .word, "startSide": .word,
    // Lines within a paragraph or a piece of code are parted by <br>.
    "paragraphs": .list(.object(["text": .html, "isFirst": .bool])),
    // What the author quotes: the sentence before it, the words, and who said them.
    "quotation": .object([
      "stem": .html, "paragraphs": .list(.object(["text": .html, "isFirst": .bool])),
      "source": .object(["name": .text, "url": .link]),
    ]),
    // The items twice: as plain text, and with the author's emphasis and links; how many more there are.
    "list": .object([
      "stem": .text, "hasBullets": .bool, "bullets": .list(.text), "hasNumbers": .bool,
      "numbers": .list(.text), "items": .list(.object(["text": .html])), "more": .text,
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
