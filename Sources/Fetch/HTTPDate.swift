import Model

/// Reads a date of HTTP (RFC 9110 section 5.6.7), the two obsolete forms included.
///
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`; `nil` for anything
/// else. A year of two digits is taken to be one from 1970 to 2069.
func httpDate(_ text: String) -> Instant? {
  let words = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }.map(Array.init)
  let order: (day: Int, month: Int, year: Int, time: Int)
  switch words.count {
  case 6: order = (1, 2, 3, 4)
  case 5: order = (2, 1, 4, 3)
  default: return nil
  }
  let time = words[order.time].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard time.count == 3, let day = decimal(words[order.day]), let year = decimal(words[order.year]),
    let month = monthNames.firstIndex(of: words[order.month].map { $0 | 0x20 }),
    let hour = decimal(time[0]), let minute = decimal(time[1]), let second = decimal(time[2]),
    hour < 24, minute < 60, second <= 60,
    let date = Day(
      year: year < 70 ? year + 2000 : year < 100 ? year + 1900 : year, month: month + 1, day: day)
  else { return nil }
  return Instant(day: date, hour: hour, minute: minute, second: second)
}

private let monthNames = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
].map { Array($0.utf8) }

/// One to four digits.
private func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard (1...4).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
