import Markup
import Model

extension PageMetadata {
  /// When the article was published.
  func published(in scope: Range<Int>, excluding excluded: Set<Int>) -> PageDate? {
    let isMonthFirst = isMonthFirst
    let stated = [
      data.article?["datePublished"]?.string,
      meta(
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued",
        "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate",
        "publish-date", "publication_date", "article.published", "citation_publication_date", "date.created",
        "last-modified-date"),
      data.page?["datePublished"]?.string,
    ]
    for text in stated.compactMap({ $0 }) {
      if let date = PageDate(reading: text, monthFirst: isMonthFirst) { return date }
    }
    return printedDate(in: scope, excluding: excluded, isMonthFirst: isMonthFirst) ?? dateInAddress
  }

  /// When it was last changed, if that is stated.
  var updated: PageDate? {
    let stated = [
      data.article?["dateModified"]?.string,
      meta("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified", "datemodified"),
    ]
    return stated.compactMap { $0 }.compactMap { PageDate(reading: $0, monthFirst: isMonthFirst) }.first
  }

  /// 06/07 is June 7 for Americans only.
  var isMonthFirst: Bool {
    let tag = asciiLowered(language ?? "en")
    return tag == "en" || tag == "en-us"
  }

  private func printedDate(in scope: Range<Int>, excluding excluded: Set<Int>, isMonthFirst: Bool)
    -> PageDate?
  {
    var second: PageDate?
    var looked = 0
    var index = scope.lowerBound
    while index < scope.upperBound {
      let node = page.tree[index]
      if excluded.contains(index) {
        index = max(node.end, index + 1)
        continue
      }
      if !node.isText {
        let isMarked =
          node["itemprop"] == "datePublished"
          || page.hasClass(
            index,
            in: [
              "published", "entry-date", "post-date", "date", "dateline", "pubdate", "article-date",
              "entry-time",
              "post-time", "posted-on", "dt-published", "date-header", "article__date", "timestamp",
              "meta-date", "datum",
            ])
        if node.name == "time" || isMarked, page.textLength(index) <= 120, looked < 300 {
          looked += 1
          let text = node["datetime"] ?? node["content"] ?? node["title"]
          let date =
            text.flatMap { PageDate(reading: $0, monthFirst: isMonthFirst) }
            ?? PageDate(reading: page.tree.lineText(of: index), monthFirst: isMonthFirst)
          if let date {
            if isMarked || node["pubdate"] != nil { return date }
            if second == nil { second = date }
          }
        }
      }
      index += 1
    }
    return second ?? dateInLines(in: scope, excluding: excluded, isMonthFirst: isMonthFirst)
  }

  /// "Posted on June 6, 2013", "by X on June 6, 2013": a short line that holds little else than a date.
  private func dateInLines(in scope: Range<Int>, excluding excluded: Set<Int>, isMonthFirst: Bool)
    -> PageDate?
  {
    var index = scope.lowerBound
    var looked = 0
    while index < scope.upperBound, looked < 400 {
      let node = page.tree[index]
      if excluded.contains(index) {
        index = max(node.end, index + 1)
        continue
      }
      if node.isText {
        let text = foldedWhiteSpace(node.text)
        if !text.isEmpty {
          looked += 1
          if text.utf8.count <= 70, let date = PageDate(reading: text, monthFirst: isMonthFirst) {
            return date
          }
        }
      }
      index += 1
    }
    return nil
  }

  /// `/2013/06/06/` or `/2013-06-06-` in the address.
  private var dateInAddress: PageDate? {
    guard let path = address?.path else { return nil }
    let numbers = path.utf8.split { $0 < 0x30 || $0 > 0x39 }
    for index in numbers.indices.dropLast(2) where numbers[index].count == 4 {
      guard numbers[index + 1].count <= 2, numbers[index + 2].count <= 2,
        let year = Int(String(decoding: Array(numbers[index]), as: UTF8.self)), (1990...2100).contains(year),
        let month = Int(String(decoding: Array(numbers[index + 1]), as: UTF8.self)),
        let day = Int(String(decoding: Array(numbers[index + 2]), as: UTF8.self)),
        let found = Day(year: year, month: month, day: day)
      else { continue }
      return PageDate(instant: Instant(day: found), hasTime: false)
    }
    return nil
  }
}
