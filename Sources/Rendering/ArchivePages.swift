public import Model
public import Templates

/// A file of the archive.
public struct ArchivePage: Hashable, Sendable {
  /// In the archive's folder; there are no folders in it, so that every link works under any base path.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A static site of editions: `index.html` with the newest first, `feed.atom`, and one page an edition, named by its id.
///
/// An edition's page holds every article of the edition in full, whatever the mail had room for, under `#a1`, `#a2` … in print
/// order, and every title line. A pure function: the same bytes for the same editions, publication and template.
///
/// - Parameters:
///   - editions: in any order; their ids name files and must be all different.
///   - publication: as it is called today; for what is not about one edition.
public func renderArchive(
  _ editions: [Edition], publication: Publication, template: TemplateSet
) throws(TemplateError) -> [ArchivePage] {
  let issues = editions.sorted { ($1.period.end, $1.id) < ($0.period.end, $0.id) }.map {
    ArchivedIssue($0, template: template)
  }
  let address = ArchiveAddress(of: publication)
  var pages: [ArchivePage] = []
  for (index, issue) in issues.enumerated() {
    let newer = index > 0 ? issues[index - 1] : nil
    let older = index + 1 < issues.count ? issues[index + 1] : nil
    let html = try issue.html(older: older, newer: newer, address: address, template: template)
    pages.append(ArchivePage(name: issue.fileName, bytes: Array(html.utf8)))
  }
  let index = ArchiveIndex(publication: publication, issues: issues, address: address)
  let feed = AtomFeed(publication: publication, issues: issues, address: address)
  return [
    ArchivePage(name: ArchiveNames.index, bytes: Array(try index.html(template: template).utf8)),
    ArchivePage(name: ArchiveNames.feed, bytes: Array(feed.xml.utf8)),
  ] + pages
}

/// An edition in the archive: all of it.
struct ArchivedIssue {
  let edition: Edition
  let printed: PrintedEdition

  init(_ edition: Edition, template: TemplateSet) {
    self.edition = edition
    printed = PrintedEdition(
      edition, wording: template.wording(for: edition.publication.language), cardLimit: .max, lineLimit: .max)
  }

  var fileName: String { ArchiveNames.page(of: edition.id) }

  /// `Issue 2026-W47`, or its days.
  var name: String { printed.label ?? printed.period }

  fileprivate func html(
    older: ArchivedIssue?, newer: ArchivedIssue?, address: ArchiveAddress?, template: TemplateSet
  ) throws(TemplateError) -> String {
    var values = HTMLForm(printed, isPage: true, accent: template.accent).values(template: template)
    values["archive"] = .object(present: [
      "canonical": .optional(address?.page(of: edition.id)),
      "index": .text(ArchiveNames.index), "feed": .text(ArchiveNames.feed),
      "older": older?.link, "newer": newer?.link,
    ])
    return try template.renderArchiveEdition(values)
  }

  private var link: TemplateValue { .object(["label": .text(name), "url": .text(fileName)]) }
}

/// The list of all editions.
private struct ArchiveIndex {
  let publication: Publication
  let issues: [ArchivedIssue]
  let address: ArchiveAddress?
  /// Of one edition, at most; the others are on its page.
  private static let mostTitles = 12

  init(publication: Publication, issues: [ArchivedIssue], address: ArchiveAddress?) {
    self.publication = publication
    self.issues = issues
    self.address = address
  }

  func html(template: TemplateSet) throws(TemplateError) -> String {
    let wording = template.wording(for: publication.language)
    let wanted = languageTag(publication.language) ?? "en"
    let language = primaryTag(wanted) == primaryTag(wording.language) ? wanted : wording.language
    let base = Direction(language: language)
    return try template.renderArchiveIndex(
      [
        "language": .text(language), "direction": .text(base.rawValue),
        "words": template.plainWords(of: wording),
        "publication": .object(present: [
          "title": .text(nonEmpty(CleanText.line(publication.title)) ?? wording("untitled")),
          "tagline": .optional(CleanText.line(publication.tagline ?? "")),
        ]),
        "archive": .object(present: [
          "canonical": .optional(address?.base), "feed": .text(ArchiveNames.feed),
        ]),
        "editions": .list(issues.map { entry($0, base: base) }),
        "address": .text(CleanText.line(publication.postalAddress ?? "")),
      ])
  }

  private func entry(_ issue: ArchivedIssue, base: Direction) -> TemplateValue {
    .object(present: [
      "url": .text(issue.fileName), "label": issue.printed.labelHTML.map { .html($0) },
      "period": .text(keepingNumbers(issue.printed.period)),
      "size": .text(keepingNumbers(issue.printed.size)),
      "titles": .list(
        issue.printed.cards.prefix(ArchiveIndex.mostTitles).map { card in
          let direction = Direction(of: card.title, base: base)
          return .object(present: [
            "title": .text(card.title), "url": .text("\(issue.fileName)#a\(card.number)"),
            "detail": card.source.isEmpty ? nil : .html(isolatedHTML(card.source, in: direction)),
            "direction": direction == base ? nil : .text(direction.rawValue),
          ])
        }),
    ])
  }
}
