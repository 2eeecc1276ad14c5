import Markup
import Model

/// Dates as they stand beside comments.
enum CommentDate {
  /// Like ``PageDate``, and "17.07, 2011" as well.
  static func reading(_ text: String, monthFirst: Bool = true) -> PageDate? {
    if let date = PageDate(reading: text, monthFirst: monthFirst) { return date }
    return joined(text).flatMap { PageDate(reading: $0, monthFirst: monthFirst) }
  }

  /// Seconds or milliseconds since 1970, as attributes hold them.
  static func counting(_ text: String) -> PageDate? {
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == text.utf8.count, let value = Int64(text) else { return nil }
    switch digits.count {
    case 9, 10: return PageDate(instant: Instant(secondsSince1970: value), hasTime: true)
    case 12...13: return PageDate(instant: Instant(secondsSince1970: value / 1000), hasTime: true)
    default: return nil
    }
  }

  /// Day and month with a stop between, then marks, then a year: with a stop there too.
  private static func joined(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(120))
    func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] >= 0x30 && bytes[place] <= 0x39 }
    guard var stop = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    while stop < bytes.count {
      var place = stop + 1
      while isDigit(place) { place += 1 }
      let month = place - stop - 1
      var year = place
      while year < bytes.count, [0x20, UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[year]) {
        year += 1
      }
      if stop > 0, isDigit(stop - 1), (1...2).contains(month), year > place, isDigit(year), isDigit(year + 3),
        !isDigit(year + 4)
      {
        return String(decoding: bytes[..<place] + [UInt8(ascii: ".")] + bytes[year...], as: UTF8.self)
      }
      guard let next = bytes[(stop + 1)...].firstIndex(of: UInt8(ascii: ".")) else { return nil }
      stop = next
    }
    return nil
  }

  /// Whether dates such as 04/03/2021 begin with the month, if some of them can only be read in one way.
  static func isMonthFirst(_ page: PageIndex, _ items: [CommentItem]) -> Bool? {
    var first = 0
    var second = 0
    var next = 0
    for item in items where item.end > next {
      let start = max(item.node, next)
      next = item.end
      for place in start..<item.end where page.tree[place].isText {
        let text = page.tree[place].text
        guard text.utf8.count <= 60, text.utf8.count(where: { $0 == UInt8(ascii: "/") }) >= 2 else {
          continue
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
        guard parts.count == 3, let one = number(parts[0].suffix(2)), let two = number(parts[1]) else {
          continue
        }
        if one > 12, two <= 12 { second += 1 }
        if two > 12, one <= 12 { first += 1 }
      }
    }
    return (first > 0) == (second > 0) ? nil : first > 0
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int? {
    let digits = bytes.filter { $0 > 0x20 }
    guard (1...2).contains(digits.count) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
