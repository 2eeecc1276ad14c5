import Model
import Templates

extension PrintedEdition {
  /// Prepares an edition: at most `cardLimit` articles with their quotes, the best ones, the others as title lines; at most
  /// `lineLimit` title lines, the rest as a number.
  init(_ edition: Edition, wording: Wording, cardLimit: Int, lineLimit: Int) {
    let publication = edition.publication
    // The fixed words' language: English ones, if the catalogue has no others.
    let wanted = languageTag(publication.language) ?? "en"
    let language = primaryTag(wanted) == primaryTag(wording.language) ? wanted : wording.language
    let base = Direction(language: language)
    let kept = kept(edition.items, limit: cardLimit)
    let archive = ArchivePlace(address: publication.archiveURL, edition: CleanText.line(edition.id.rawValue))
    var number = 0
    var sections: [Section] = []
    var demoted: [TitleLine] = []
    for section in edition.sections {
      var cards: [Card] = []
      for item in section.items {
        guard kept.contains(item.number) else {
          demoted.append(TitleLine(item, place: archive?.place(of: anchorName(item)), wording))
          continue
        }
        number += 1
        cards.append(
          Card(
            item, number: number, archive: archive, publicationLanguage: language, base: base, wording))
      }
      let title = section.title.map(CleanText.line) ?? ""
      if !cards.isEmpty { sections.append(Section(title: title.isEmpty ? nil : title, cards: cards)) }
    }
    let lines = demoted + edition.alsoPublished.map { TitleLine($0, wording) }
    let cards = sections.flatMap(\.cards)
    let title = nonEmpty(CleanText.line(publication.title)) ?? wording("untitled")
    let id = CleanText.line(edition.id.rawValue)
    // An edition over a range of days is named by its days already.
    let isNumbered = Week(id) != nil
    let label = isNumbered ? wording("issue", ["id": id]) : nil
    let period = wording.period(from: edition.period.firstDay, to: edition.period.lastDay)
    let note = CleanText.paragraphs(edition.note ?? "").map { $0.joined(separator: " ") }

    self.wording = wording
    self.language = language
    direction = base
    self.title = title
    tagline = nonEmpty(CleanText.line(publication.tagline ?? ""))
    homepage = WebLink(publication.homepage)
    page = archive?.page
    self.archive = archive?.index ?? homepage
    self.id = id
    self.isNumbered = isNumbered
    self.period = period
    size = sizeLine(edition.items.filter { kept.contains($0.number) }, wording)
    subject = subjectLine(title: title, id: id, lead: cards.first?.title)
    preheader = preheaderLine(
      cards: cards, titles: lines.map(\.title),
      fallback: [label, period, title].compactMap(\.self).joined(separator: ", "))
    self.note = note
    self.sections = sections
    stillTalking = (edition.stillTalking ?? []).prefix(12).filter { $0.newCommentCount > 0 }.map {
      OngoingConversation(
        titleLine: TitleLine($0.article, wording), news: wording("newComments", count: $0.newCommentCount),
        link: WebLink($0.url))
    }
    alsoPublished = Array(lines.prefix(lineLimit))
    omittedCount = max(0, lines.count - lineLimit)
    reason =
      nonEmpty(CleanText.line(publication.reason ?? "")) ?? wording("reason", ["publication": title])
    unsubscribe = WebLink(publication.unsubscribeURL).flatMap { $0.isSecure ? $0 : nil }
    address = nonEmpty(CleanText.line(publication.postalAddress ?? ""))
  }
}

/// Numbers of the items that stay whole: the best by score, of equals the earlier.
private func kept(_ items: [Edition.Item], limit: Int) -> Set<Int> {
  guard items.count > limit else { return Set(items.map(\.number)) }
  let ranked = items.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
  return Set(ranked.prefix(max(0, limit)).map(\.number))
}

private func sizeLine(_ items: [Edition.Item], _ wording: Wording) -> String {
  let minutes = items.reduce(0) { $0 + max(0, min($1.readingMinutes, 10_000)) }
  let articles = wording("articles", count: items.count)
  guard minutes > 0 else { return articles }
  let time = wording("aboutTime", ["time": wording("minutes", count: minutes)])
  return wording("size", ["articles": articles, "time": time])
}

/// `The Slow Week 2026-W47: How a small town measured its own rain`, cut to what mail programs show.
private func subjectLine(title: String, id: String, lead: String?) -> String {
  let name = shortened(title, to: 50)
  // Among letters without case the W of a week would be all there is of capitals, and filters would take the subject for
  // shouted (SpamAssassin, SUBJ_ALL_CAPS).
  let hasSmallLetters = (name + (lead ?? "")).unicodeScalars.contains(where: \.properties.isLowercase)
  let issue = name + " " + shortened(hasSmallLetters ? id : id.replacing("-W", with: "-"), to: 24)
  guard let lead else { return issue }
  return issue + ": " + shortened(lead, to: max(20, 86 - issue.count))
}

/// 40 to 130 characters that say what is in the issue and do not repeat the subject.
private func preheaderLine(cards: [PrintedEdition.Card], titles: [String], fallback: String) -> String {
  var pieces = cards.dropFirst().map(\.title)
  if pieces.joined(separator: " · ").count < 90, let opening = cards.first?.quotes.first?.opening {
    pieces.append(opening)
  }
  pieces += titles
  var text = ""
  for piece in pieces where text.count < 60 { text += (text.isEmpty ? "" : " · ") + piece }
  if text.count < 40 { text += (text.isEmpty ? "" : " · ") + fallback }
  return shortened(text, to: 125)
}

extension PrintedEdition.Quote {
  /// Its first words.
  fileprivate var opening: String? {
    switch body {
    case .paragraphs(let paragraphs): paragraphs.first?.map(\.text).joined(separator: " ")
    case .list(let stem, let items, _, _): stem ?? items.first?.text
    // Out of its place it would look like the author's.
    case .quotation, .code: nil
    }
  }
}

/// At most `limit` characters, cut between words where there are any, with an ellipsis.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.count > limit else { return text }
  let start = text.prefix(max(1, limit - 1))
  let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
  var cut = words.count * 2 >= limit ? words : start
  while let last = cut.last, " .,;:·–—-".contains(last) { cut.removeLast() }
  return cut + "…"
}

func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

/// A language tag fit for an attribute (the shape of BCP 47), or `nil`.
func languageTag(_ text: String?) -> String? {
  guard let text else { return nil }
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(isLetter),
    parts.dropFirst().allSatisfy({ (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
  else { return nil }
  return text
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
