import Model
import Templates

/// The archive's feed (RFC 4287): one entry an edition, newest first.
///
/// An entry's id is made from the edition's own data alone: it stays what it is when the archive moves or the newsletter is
/// renamed. Times are the editions' dates; no clock is read.
struct AtomFeed {
  let publication: Publication
  /// Newest first.
  let issues: [ArchivedIssue]
  let address: ArchiveAddress?

  var xml: String {
    let language = languageTag(publication.language) ?? "en"
    let title = CleanText.line(publication.title)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escaped(language))\">",
      element("title", title),
    ]
    if let tagline = nonEmpty(CleanText.line(publication.tagline ?? "")) {
      lines.append(element("subtitle", tagline))
    }
    lines += [
      element("id", feedID),
      element("updated", "\(issues.map(\.edition.date).max() ?? Instant(secondsSince1970: 0))"),
    ]
    if let address {
      lines.append(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(escaped(address.base + ArchiveNames.feed))\"/>"
      )
    }
    lines += [
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(address?.base ?? ArchiveNames.index))\"/>",
      "<author>" + element("name", nonEmpty(CleanText.line(publication.senderName)) ?? title) + "</author>",
      "<generator>digest</generator>",
    ]
    return (lines + issues.flatMap(entry) + ["</feed>", ""]).joined(separator: "\n")
  }

  private func entry(_ issue: ArchivedIssue) -> [String] {
    let page = address?.page(of: issue.edition.id) ?? issue.fileName
    let lead = issue.printed.cards.first.map { ": " + $0.title } ?? ""
    return [
      "<entry>",
      element("title", issue.name + lead),
      element("id", AtomFeed.id(of: issue.edition)),
      element("published", "\(issue.edition.date)"),
      element("updated", "\(issue.edition.date)"),
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(page))\"/>",
      element("summary", issue.printed.preheader),
      "<content type=\"html\" xml:lang=\"\(escaped(issue.printed.language))\">"
        + escaped(contents(issue, page: page)) + "</content>",
      "</entry>",
    ]
  }

  /// The note, and the articles' titles with links to their places on the edition's page.
  private func contents(_ issue: ArchivedIssue, page: String) -> String {
    let note = issue.printed.note.map { "<p>\(escaped($0))</p>\n" }.joined()
    let titles = issue.printed.cards.map { card in
      let source = card.source.isEmpty ? "" : " (\(escaped(card.source)))"
      return
        "<li><a href=\"\(escaped("\(page)#a\(card.number)"))\">\(escaped(card.title))</a>\(source)</li>\n"
    }
    return note + (titles.isEmpty ? "" : "<ol>\n\(titles.joined())</ol>")
  }

  /// The archive's address; without one a tag.
  private var feedID: String {
    address?.base ?? AtomFeed.tag(publication, day: "2026-01-01", name: "digest")
  }

  private static func id(of edition: Edition) -> String {
    tag(edition.publication, day: "\(edition.period.firstDay)", name: "digest/\(edition.id)")
  }

  /// A `tag:` URI (RFC 4151): a domain, a day on which it was ours, and a name.
  private static func tag(_ publication: Publication, day: String, name: String) -> String {
    let host = WebLink(publication.homepage).map { link in
      String(link.host.prefix { $0 != ":" && $0 != "[" })
    }
    let domain = host.flatMap(nonEmpty) ?? (MailAddress(publication.senderAddress) ?? .nobody).domain
    return "tag:\(domain),\(day):\(name)"
  }
}

private func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }

/// The five characters that HTML and XML both reserve; ``CleanText`` has taken out what XML forbids.
private func escaped(_ text: String) -> String { EscapedHTML(escaping: text).rawValue }
