import International
import Model
import Templates

/// The values of `digest.txt.mustache`: blocks of lines, filled to 72 cells.
///
/// It is set from the edition itself, not from the HTML: references count up in reading order, one number an address.
struct PlainTextForm {
  private let edition: PrintedEdition
  private let filling = LineFilling()
  private var references = References()

  init(_ edition: PrintedEdition) {
    self.edition = edition
  }

  mutating func values(template: TemplateSet) -> [String: TemplateValue] {
    let words = edition.wording
    var values: [String: TemplateValue] = [
      "words": template.plainWords(of: words),
      "labels": .object([
        "contents": .text(capitals(words("contents"))),
        "alsoThisWeek": .text(capitals(words("alsoThisWeek"))),
        "stillTalking": .text(capitals(words("stillTalking"))),
        "links": .text(capitals(words("links"))),
      ]),
      "rule": .text(String(repeating: "-", count: filling.width)),
      "doubleRule": .text(String(repeating: "=", count: filling.width)),
      "title": block(capitals(edition.title)),
      "edition": block(
        [edition.label, edition.period, edition.size].compactMap(\.self).joined(separator: " | ")),
      "footer": footer,
    ]
    values["tagline"] = edition.tagline.map { block($0) }
    if let page = edition.page { values["browser"] = block(words("readInBrowser") + reference(to: page)) }
    if !edition.note.isEmpty {
      values["note"] = .text(edition.note.map { joined(filling.lines($0)) }.joined(separator: "\n\n"))
    }
    let cards = edition.cards
    if cards.count > 1 {
      var lines: [TemplateValue] = []
      for card in cards {
        lines.append(titleLine(card.titleLine, link: card.place, mark: "\(card.number)."))
      }
      values["contents"] = .object(["lines": .list(lines)])
    }
    var sections: [TemplateValue] = []
    for section in edition.sections {
      var items: [TemplateValue] = []
      for (index, item) in section.cards.enumerated() {
        items.append(card(item, isUnderTitle: index == 0 && section.title != nil))
      }
      let title = section.title.map { block(capitals($0)) }
      sections.append(.object(present: ["title": title, "items": .list(items)]))
    }
    values["sections"] = .list(sections)
    if !edition.stillTalking.isEmpty {
      var lines: [TemplateValue] = []
      for ongoing in edition.stillTalking {
        lines.append(titleLine(ongoing.titleLine, mark: "*"))
        lines.append(block(ongoing.news + reference(to: ongoing.link), first: "    ", rest: "    "))
      }
      values["stillTalking"] = .object(["lines": .list(lines)])
    }
    if !edition.alsoPublished.isEmpty || edition.omittedCount > 0 {
      var lines: [TemplateValue] = []
      for line in edition.alsoPublished { lines.append(titleLine(line, mark: "*")) }
      let more =
        edition.omittedCount > 0
        ? block(
          words("moreInArchive", count: edition.omittedCount) + reference(to: edition.page ?? edition.archive)
        )
        : nil
      values["also"] = .object(present: ["lines": .list(lines), "more": more])
    }
    if !references.links.isEmpty {
      let lines = references.links.enumerated().map { "[\($0.offset + 1)] \($0.element.address)" }
      values["links"] = .object(["lines": .list(lines.map { .text($0) })])
    }
    return values
  }

  /// ` 1. Title (The Gauge, 9 min) [2]`.
  private mutating func titleLine(
    _ line: PrintedEdition.TitleLine, link: WebLink? = nil, mark: String
  ) -> TemplateValue {
    let detail = [isolatedText(line.source), keepingNumbers(line.readingTime ?? "")].filter { !$0.isEmpty }
      .joined(separator: ", ")
    let text =
      isolatedText(line.title) + (detail.isEmpty ? "" : " (\(detail))")
      + reference(to: link ?? line.link)
    let first = String(repeating: " ", count: max(0, 3 - mark.utf8.count)) + mark + " "
    return block(text, first: first, rest: String(repeating: " ", count: first.utf8.count))
  }

  private mutating func card(_ card: PrintedEdition.Card, isUnderTitle: Bool) -> TemplateValue {
    let words = edition.wording
    let mark = "\(card.number). "
    let indent = "   "
    var members: [String: TemplateValue?] = [
      "isUnderTitle": .bool(isUnderTitle),
      "title": block(card.title, first: mark, rest: String(repeating: " ", count: mark.utf8.count)),
      "byline": .optional(
        byline(card).isEmpty ? nil : joined(filling.lines(byline(card), first: indent, rest: indent))),
      "beside": card.beside.map {
        block(words($0.key, ["title": isolatedText($0.title)]), first: indent, rest: indent)
      },
      "quotes": .list(quotes(card, prefix: indent + "| ")),
    ]
    if let link = card.link {
      let label = card.readOn(words, isolatedText)
      members["readOn"] = block(label + reference(to: link), first: indent, rest: indent)
    }
    if let prompt = card.prompt {
      members["prompt"] = .object([
        "label": .text(indent + words("authorAsks")), "quote": .text(quoted(prompt, prefix: indent + "| ")),
      ])
    }
    if let conversation = card.conversation {
      let join = conversation.link.map { conversation.invitation + reference(to: $0) }
      let count = conversation.count.map { joined(filling.lines($0, first: indent, rest: indent)) }
      let joinBlock = join.map { joined(filling.lines($0, first: indent, rest: indent)) }
      if conversation.comments.isEmpty {
        members["invitation"] = .optional([count, joinBlock].compactMap { $0 }.joined(separator: "\n"))
      } else {
        var comments: [TemplateValue] = []
        for said in conversation.comments { comments.append(.text(comment(said))) }
        members["conversation"] = .object(present: [
          "label": .text(indent + words("conversation")), "count": .optional(count),
          "comments": .list(comments), "join": .optional(joinBlock),
        ])
      }
    }
    return .object(present: members)
  }

  private func byline(_ card: PrintedEdition.Card) -> String {
    let words = edition.wording
    let source = isolatedText(card.source)
    let names = words.names(card.authors.map(isolatedText))
    let origin =
      names.isEmpty
      ? source
      : source.isEmpty
        ? words("writtenBy", ["names": names])
        : words("writtenByIn", ["names": names, "source": source])
    let date = keepingNumbers(card.date ?? "")
    return [origin, date, keepingNumbers(card.titleLine.readingTime ?? "")].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private mutating func comment(_ comment: PrintedEdition.Comment) -> String {
    let words = edition.wording
    var name = isolatedText(comment.author)
    if comment.isByAuthor { name += " (" + words("authorMark") + ")" }
    if let answered = comment.answers { name += " " + words("answers", ["name": isolatedText(answered)]) }
    let prefix = String(repeating: " ", count: 3 + 3 * comment.depth) + "> "
    return quoted(comment.quote, prefix: prefix, opening: name + ":")
  }

  private mutating func quotes(_ card: PrintedEdition.Card, prefix: String) -> [TemplateValue] {
    var quotes: [TemplateValue] = []
    for quote in card.quotes { quotes.append(.text(quoted(quote, prefix: prefix))) }
    return quotes
  }

  /// A quote, each line after `prefix`; `opening` stands before its first word.
  private mutating func quoted(
    _ quote: PrintedEdition.Quote, prefix: String, opening: String? = nil
  ) -> String {
    var lines: [String] = []
    let filling = filling
    func add(_ text: String, prefix: String, mark: String = "") {
      let rest = prefix + String(repeating: " ", count: displayWidth(mark))
      lines += filling.lines(text, first: prefix + mark, rest: rest)
    }
    var pending = opening
    func taken(_ text: String) -> String {
      defer { pending = nil }
      return pending.map { $0 + " " + text } ?? text
    }
    switch quote.body {
    case .paragraphs(let paragraphs):
      for (index, paragraph) in paragraphs.enumerated() {
        if index > 0 { lines.append(bare(prefix)) }
        for line in paragraph { add(taken(referenced(line)), prefix: prefix) }
      }
    case .quotation(let stem, let paragraphs, let source):
      if let stem {
        add(taken(referenced(stem)), prefix: prefix)
        lines.append(bare(prefix))
      } else if let opening = pending {
        add(opening, prefix: prefix)
      }
      pending = nil
      for (index, paragraph) in paragraphs.enumerated() {
        if index > 0 { lines.append(bare(prefix + ">")) }
        for line in paragraph { add(referenced(line), prefix: prefix + "> ") }
      }
      if let source {
        add(isolatedText(source.name) + reference(to: source.link), prefix: prefix + "> ", mark: "— ")
      }
    case .list(let stem, let items, let isOrdered, let more):
      if let stem {
        add(taken(stem), prefix: prefix)
      } else if let opening = pending {
        add(opening, prefix: prefix)
      }
      pending = nil
      for (index, item) in items.enumerated() {
        add(referenced(item), prefix: prefix, mark: isOrdered ? "\(index + 1). " : "- ")
      }
      if let more { add(more, prefix: prefix) }
    case .code(let code):
      if let opening = pending { add(opening, prefix: prefix) }
      for line in code {
        lines += line.isEmpty ? [bare(prefix)] : cutLines(line, prefix: prefix)
      }
    }
    return joined(lines)
  }

  /// The text with the numbers of its links behind them.
  private mutating func referenced(_ text: MarkedText) -> String {
    guard text.marks.contains(where: { $0.link != nil }) else { return text.text }
    var numbers: [WebLink: String] = [:]
    for mark in text.marks {
      if let link = mark.link, numbers[link] == nil { numbers[link] = reference(to: link) }
    }
    return text.text { numbers[$0] ?? "" }
  }

  /// Code keeps its lines; one that is too long is cut at the edge.
  private func cutLines(_ line: String, prefix: String) -> [String] {
    var lines: [String] = []
    var current = prefix
    var used = prefix.utf8.count
    for character in line {
      let cells = displayWidth(of: character)
      if used + cells > filling.width {
        lines.append(bare(current))
        current = prefix
        used = prefix.utf8.count
      }
      current.append(character)
      used += cells
    }
    return lines + [bare(current)]
  }

  private var footer: TemplateValue {
    let words = edition.wording
    let rows = [
      edition.unsubscribe.map { (words("unsubscribe") + ":", $0.address) },
      edition.archive.map { (words("allIssues") + ":", $0.address) },
    ]
    let column = (rows.compactMap { $0.map { displayWidth($0.0) } }.max() ?? 0) + 3
    let lines = rows.map { row in
      row.map { label, address -> TemplateValue in
        let gap = String(repeating: " ", count: column - displayWidth(label))
        return .text(
          column + address.utf8.count <= filling.width ? label + gap + address : label + "\n" + address)
      }
    }
    return .object(present: [
      "reason": block(edition.reason),
      // The title of the HTML form leads there.
      "homepage": edition.homepage.flatMap { $0 == edition.archive ? nil : .text($0.address) },
      "unsubscribe": lines[0], "archive": lines[1],
      "address": edition.address.map { block($0) },
    ])
  }

  private mutating func reference(to link: WebLink?) -> String {
    link.map { " [\(references.number(of: $0))]" } ?? ""
  }

  private func block(_ text: String, first: String = "", rest: String = "") -> TemplateValue {
    .text(joined(filling.lines(text, first: first, rest: rest)))
  }

  private func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  private func bare(_ line: String) -> String {
    var line = line[...]
    while line.utf8.last == 0x20 { line.removeLast() }
    return String(line)
  }
}

/// The numbered addresses of a text.
private struct References {
  private(set) var links: [WebLink] = []
  private var numbers: [WebLink: Int] = [:]

  mutating func number(of link: WebLink) -> Int {
    if let number = numbers[link] { return number }
    links.append(link)
    numbers[link] = links.count
    return links.count
  }
}

/// Capital letters, unless they would change the spelling (`ß` becomes `SS`).
private func capitals(_ text: String) -> String {
  let capitals = text.uppercased()
  return capitals.unicodeScalars.count == text.unicodeScalars.count ? capitals : text
}
