import Templates

/// The values of `digest.html.mustache`.
struct HTMLForm {
  private let edition: PrintedEdition
  private let base: Direction
  /// True for a page on the web, where places of the page itself can be linked to.
  private let isPage: Bool

  /// How links and emphasis in quotations look.
  private let look: MarkedText.LinkLook

  /// - Parameter accent: the theme's colour of links.
  init(_ edition: PrintedEdition, isPage: Bool = false, accent: String) {
    self.edition = edition
    self.isPage = isPage
    look = MarkedText.LinkLook(
      attributes: isPage
        ? "" : " class=\"accent\" style=\"color:" + EscapedHTML(escaping: accent).rawValue + "\"",
      hasItalics: knowsItalics(language: edition.language))
    base = edition.direction
  }

  func values(template: TemplateSet) -> [String: TemplateValue] {
    let cards = edition.cards
    var values: [String: TemplateValue] = [
      "language": .text(edition.language),
      "direction": .text(base.rawValue),
      "startSide": .text(base.startSide),
      "endSide": .text(base.endSide),
      "subject": .text(edition.subject),
      "preheader": .text(edition.preheader),
      "words": template.plainWords(of: edition.wording),
      "publication": .object(present: [
        "title": .text(edition.title), "tagline": .optional(edition.tagline),
        "homepage": .optional(edition.homepage?.address),
      ]),
      "edition": .object(present: [
        "id": .text(edition.id), "label": edition.labelHTML.map { .html($0) },
        "period": .text(keepingNumbers(edition.period)), "size": .text(keepingNumbers(edition.size)),
        "url": isPage ? nil : .optional(edition.page?.address),
      ]),
      "sections": .list(edition.sections.map(section)),
      "footer": footer,
    ]
    if !edition.note.isEmpty {
      values["note"] = .object([
        "paragraphs": .list(
          edition.note.map { .object(present: ["text": .text($0), "direction": direction(of: $0)]) })
      ])
    }
    if cards.count > 1 { values["contents"] = .object(["entries": .list(cards.map(contentsEntry))]) }
    if !edition.stillTalking.isEmpty { values["stillTalking"] = stillTalking }
    if !edition.alsoPublished.isEmpty || edition.omittedCount > 0 { values["also"] = also }
    return values
  }

  /// Links to the article's place in the archive: places in a mail cannot be linked to, for some programs (Gmail on iOS,
  /// Samsung) know none (caniemail, html-anchor-links).
  private func contentsEntry(_ card: PrintedEdition.Card) -> TemplateValue {
    let own: [String: TemplateValue?] = [
      "number": .text(edition.wording.numeral(card.number)),
      "url": isPage ? .text("#" + card.anchor) : .optional((card.place ?? card.link)?.address),
    ]
    return .object(present: titleValues(card.titleLine).merging(own) { $1 })
  }

  private func titleValues(_ line: PrintedEdition.TitleLine) -> [String: TemplateValue?] {
    [
      "title": .text(line.title), "url": .optional(line.link?.address),
      "detail": detail(line),
      "direction": direction(of: line.title),
    ]
  }

  /// `The Gauge · 9 min`.
  private func detail(_ line: PrintedEdition.TitleLine) -> TemplateValue? {
    let parts = [
      line.source.isEmpty ? nil : isolatedHTML(line.source, in: base),
      line.readingTime.map { EscapedHTML(escaping: keepingNumbers($0)) },
    ]
    let text = parts.compactMap { $0?.rawValue }.joined(separator: " · ")
    return text.isEmpty ? nil : .html(EscapedHTML(markup: text))
  }

  private func section(_ section: PrintedEdition.Section) -> TemplateValue {
    .object(present: [
      "title": .optional(section.title), "direction": section.title.flatMap(direction(of:)),
      "items": .list(
        section.cards.enumerated().map { card($1, isUnderTitle: $0 == 0 && section.title != nil) }),
    ])
  }

  private func card(_ card: PrintedEdition.Card, isUnderTitle: Bool) -> TemplateValue {
    let wording = edition.wording
    var members: [String: TemplateValue?] = [
      "isUnderTitle": .bool(isUnderTitle),
      "number": .text(edition.wording.numeral(card.number)), "anchor": .text(card.anchor),
      "title": .text(card.title),
      "url": .optional(card.link?.address),
      "language": .optional(card.language),
      "direction": direction(of: card.title),
      "source": .optional(card.source),
      "sourceDirection": direction(of: card.source),
      "byline": .html(byline(card)),
      "beside": card.beside.map { .html(wording.html($0.key, ["title": isolatedHTML($0.title, in: base)])) },
      "image": card.image.map {
        .object([
          "url": .text($0.link.address), "width": .text("\($0.width)"), "height": .text("\($0.height)"),
          "alt": .text($0.alt),
        ])
      },
      "quotes": .list(card.quotes.map { .object(present: quote($0, language: card.language)) }),
      "prompt": card.prompt.map { .object(present: quote($0, language: card.language)) },
    ]
    if let link = card.link {
      members["readOn"] = linked(card.readOn(wording) { $0 }, link)
    }
    if let conversation = card.conversation {
      let join = conversation.link.map { linked(conversation.invitation, $0) }
      if conversation.comments.isEmpty {
        members["invitation"] = .object(present: [
          "label": .text(conversation.invitation), "url": .optional(conversation.link?.address),
          "count": .optional(conversation.count.map(keepingNumbers)),
        ])
      } else {
        members["conversation"] = .object(present: [
          "count": .optional(conversation.count.map(keepingNumbers)),
          "comments": comments(conversation.comments, language: card.language),
          "join": join,
        ])
      }
    }
    return .object(present: members)
  }

  /// `Ada Berg · 15 November 2026 · 9 min`; each name kept from turning the line around.
  private func byline(_ card: PrintedEdition.Card) -> EscapedHTML {
    let names = edition.wording.names(card.authors.map { isolatedHTML($0, in: base) })
    var parts: [EscapedHTML] = []
    if !names.isEmpty { parts.append(edition.wording.html("writtenBy", ["names": names])) }
    parts += [card.date, card.titleLine.readingTime].compactMap {
      $0.map { EscapedHTML(escaping: keepingNumbers($0)) }
    }
    return EscapedHTML(markup: parts.map(\.rawValue).joined(separator: " · "))
  }

  private func comments(_ comments: [PrintedEdition.Comment], language: String?) -> TemplateValue {
    .list(
      comments.enumerated().map { index, comment in
        let isLast = index == comments.count - 1 || comments[index + 1].depth == 0
        let place: [String: TemplateValue?] = [
          "isNextThread": .bool(index > 0 && comment.depth == 0), "isThreadEnd": .bool(isLast),
        ]
        return .object(present: self.comment(comment, language: language).merging(place) { $1 })
      })
  }

  private func comment(
    _ comment: PrintedEdition.Comment, language: String?
  ) -> [String: TemplateValue?] {
    let answers = comment.answers.map {
      edition.wording.html("answers", ["name": isolatedHTML($0, in: base)])
    }
    let own: [String: TemplateValue?] = [
      "startSide": .text(base.startSide),
      "author": .html(isolatedHTML(comment.author, in: base)),
      "isByAuthor": .bool(comment.isByAuthor),
      "answers": answers.map { .html($0) },
      "isReply": .bool(comment.depth > 0),
      "isDeepReply": .bool(comment.depth > 1),
    ]
    return quote(comment.quote, language: language).merging(own) { $1 }
  }

  private func quote(_ quote: PrintedEdition.Quote, language: String?) -> [String: TemplateValue?] {
    var members: [String: TemplateValue?] = [
      "language": .optional(language),
      "direction": quote.direction == base ? nil : .text(quote.direction.rawValue),
      "startSide": .text(quote.direction.startSide),
    ]
    switch quote.body {
    case .paragraphs(let paragraphs):
      members["paragraphs"] = self.paragraphs(paragraphs)
    case .quotation(let stem, let paragraphs, let source):
      members["quotation"] = .object(present: [
        "stem": stem.map { .html($0.html(look)) }, "paragraphs": self.paragraphs(paragraphs),
        "source": source.map {
          .object(present: ["name": .text($0.name), "url": .optional($0.link?.address)])
        },
      ])
    case .list(let stem, let items, let isOrdered, let more):
      members["list"] = .object(present: [
        "stem": .optional(stem), "hasBullets": .bool(!isOrdered), "hasNumbers": .bool(isOrdered),
        isOrdered ? "numbers" : "bullets": .list(items.map { .text($0.text) }),
        "items": .list(items.map { .object(["text": .html($0.html(look))]) }), "more": .optional(more),
      ])
    case .code(let code):
      members["code"] = .object([
        "lines": .html(lines(code.map { MarkedText(withHardSpaces($0)) }))
      ])
    }
    return members
  }

  private func paragraphs(_ paragraphs: [[MarkedText]]) -> TemplateValue {
    .list(paragraphs.enumerated().map { .object(["text": .html(lines($1)), "isFirst": .bool($0 == 0)]) })
  }

  private func lines(_ lines: [MarkedText]) -> EscapedHTML {
    EscapedHTML(markup: lines.map { $0.html(look).rawValue }.joined(separator: "<br>\n"))
  }

  private var stillTalking: TemplateValue {
    .object([
      "lines": .list(
        edition.stillTalking.map { ongoing in
          let own: [String: TemplateValue?] = [
            "news": .text(keepingNumbers(ongoing.news)), "newsURL": .optional(ongoing.link?.address),
          ]
          return .object(present: titleValues(ongoing.titleLine).merging(own) { $1 })
        })
    ])
  }

  private var also: TemplateValue {
    let more = edition.omittedCount > 0 ? edition.wording("moreInArchive", count: edition.omittedCount) : nil
    return .object(present: [
      "lines": .list(edition.alsoPublished.map { .object(present: titleValues($0)) }),
      "more": .optional(more), "moreURL": .optional((edition.page ?? edition.archive)?.address),
    ])
  }

  private var footer: TemplateValue {
    .object(present: [
      "reason": .text(edition.reason),
      "unsubscribeURL": .optional(edition.unsubscribe?.address),
      "archiveURL": .optional(edition.archive?.address),
      "address": .optional(edition.address),
      "hasLinks": .bool(edition.unsubscribe != nil || edition.archive != nil),
      "hasBothLinks": .bool(edition.unsubscribe != nil && edition.archive != nil),
    ])
  }

  private func linked(_ label: String, _ link: WebLink) -> TemplateValue {
    .object(["label": .text(label), "url": .text(link.address)])
  }

  /// Only where it is not the edition's own.
  private func direction(of text: String) -> TemplateValue? {
    let own = Direction(of: text, base: base)
    return own == base ? nil : .text(own.rawValue)
  }
}

/// Indentation and runs of spaces as no-break spaces, which HTML does not fold.
private func withHardSpaces(_ line: String) -> String {
  var result = String.UnicodeScalarView()
  var isAfterSpace = true
  for scalar in line.unicodeScalars {
    result.append(scalar == " " && isAfterSpace ? "\u{A0}" : scalar)
    isAfterSpace = scalar == " "
  }
  return String(result)
}
