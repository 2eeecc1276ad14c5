import Model
import Templates

extension Wording {
  /// `15 November 2026`.
  func date(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.components
    return self(
      "date", ["day": self.dayOfMonth(dayOfMonth), "month": self("month.\(month)"), "year": numeral(year)])
  }

  /// `16–22 November 2026`, `28 September – 4 October 2026`, `28 December 2026 – 3 January 2027`, or a single date.
  func period(from first: Day, to last: Day) -> String {
    let (firstYear, firstMonth, firstDay) = first.components
    let (lastYear, lastMonth, lastDay) = last.components
    guard first < last else { return date(last) }
    guard firstYear == lastYear else {
      return self("periodOther", ["first": date(first), "last": date(last)])
    }
    let lastMonthName = self("month.\(lastMonth)")
    guard firstMonth == lastMonth else {
      return self(
        "periodInYear",
        [
          "first": self("day", ["day": dayOfMonth(firstDay), "month": self("month.\(firstMonth)")]),
          "last": self("day", ["day": dayOfMonth(lastDay), "month": lastMonthName]),
          "year": numeral(lastYear),
        ])
    }
    return self(
      "periodInMonth",
      [
        "firstDay": dayOfMonth(firstDay), "lastDay": dayOfMonth(lastDay), "month": lastMonthName,
        "year": numeral(lastYear),
      ])
  }

  /// `A`, `A and B`, `A, B and C`.
  func names(_ names: [String]) -> String {
    guard let first = names.first else { return "" }
    return names.enumerated().dropFirst().reduce(first) { sofar, next in
      self(conjunction(next.offset, of: names.count), ["names": sofar, "name": next.element])
    }
  }

  /// The same with ready names.
  func names(_ names: [EscapedHTML]) -> EscapedHTML {
    guard let first = names.first else { return EscapedHTML(markup: "") }
    return names.enumerated().dropFirst().reduce(first) { sofar, next in
      html(conjunction(next.offset, of: names.count), ["names": sofar, "name": next.element])
    }
  }

  private func conjunction(_ index: Int, of count: Int) -> String {
    index == count - 1 ? "namesLast" : "namesNext"
  }
}
