import Model

extension FeedDate {
  /// Reads the two forms that nearly all feeds use, byte by byte: `Mon, 02 Jan 2006 15:04:05 +0000` (RFC 822,
  /// also with `GMT`, `UTC`, `UT` or `Z`) and `2006-01-02T15:04:05Z` (RFC 3339, with or without a fraction).
  ///
  /// `nil` for anything else, which is left to ``FeedDateScanner``; what both can read they read alike.
  static func standard(_ text: String) -> Instant? {
    let bytes = text.utf8.span
    guard bytes.count >= 20, bytes.count <= 35 else { return nil }
    return isDigit(bytes[0]) ? internetDate(bytes) : mailDate(bytes)
  }

  private static func internetDate(_ bytes: Span<UInt8>) -> Instant? {
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
      let year = number(bytes, at: 0, digits: 4), let month = number(bytes, at: 5, digits: 2),
      let day = number(bytes, at: 8, digits: 2)
    else { return nil }
    var end = 19
    if bytes[end] == UInt8(ascii: ".") {
      repeat { end += 1 } while end < bytes.count && isDigit(bytes[end])
    }
    return instant(year, month, day, bytes, timeAt: 11, offset: internetOffset(bytes, at: end))
  }

  private static func mailDate(_ bytes: Span<UInt8>) -> Instant? {
    guard weekdays.contains(word(bytes, at: 0)), bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20 else {
      return nil
    }
    let dayDigits = isDigit(bytes[6]) ? 2 : 1
    let start = 5 + dayDigits
    guard start + 18 < bytes.count, bytes[start] == 0x20, bytes[start + 4] == 0x20, bytes[start + 9] == 0x20,
      bytes[start + 18] == 0x20, let day = number(bytes, at: 5, digits: dayDigits),
      let month = months.firstIndex(of: word(bytes, at: start + 1)),
      let year = number(bytes, at: start + 5, digits: 4)
    else { return nil }
    return instant(
      year, month + 1, day, bytes, timeAt: start + 10, offset: mailOffset(bytes, at: start + 19))
  }

  private static func instant(
    _ year: Int, _ month: Int, _ day: Int, _ bytes: Span<UInt8>, timeAt start: Int, offset: Int?
  ) -> Instant? {
    guard let offset, year > 0, let day = Day(year: year, month: month, day: day),
      bytes[start + 2] == UInt8(ascii: ":"), bytes[start + 5] == UInt8(ascii: ":"),
      let hour = number(bytes, at: start, digits: 2), hour < 24,
      let minute = number(bytes, at: start + 3, digits: 2), minute < 60,
      let second = number(bytes, at: start + 6, digits: 2), second < 60
    else { return nil }
    return Instant(day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
  }

  /// `Z`, `+01:00`; in seconds.
  private static func internetOffset(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    switch bytes.count - start {
    case 1: return bytes[start] == UInt8(ascii: "Z") ? 0 : nil
    case 6 where bytes[start + 3] == UInt8(ascii: ":"): return offset(bytes, at: start, minutesAt: start + 4)
    default: return nil
    }
  }

  /// `+0100`, `GMT`, `UTC`, `UT`, `Z`; in seconds.
  private static func mailOffset(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    switch bytes.count - start {
    case 1: return bytes[start] == UInt8(ascii: "Z") ? 0 : nil
    case 2: return bytes[start] == UInt8(ascii: "U") && bytes[start + 1] == UInt8(ascii: "T") ? 0 : nil
    case 3: return universal.contains(word(bytes, at: start)) ? 0 : nil
    case 5: return offset(bytes, at: start, minutesAt: start + 3)
    default: return nil
    }
  }

  private static func offset(_ bytes: Span<UInt8>, at start: Int, minutesAt place: Int) -> Int? {
    let isWest = bytes[start] == UInt8(ascii: "-")
    guard isWest || bytes[start] == UInt8(ascii: "+"), let hours = number(bytes, at: start + 1, digits: 2),
      hours < 24, let minutes = number(bytes, at: place, digits: 2), minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }

  // MARK: Bytes

  private static func number(_ bytes: Span<UInt8>, at start: Int, digits: Int) -> Int? {
    var value = 0
    for index in start..<start + digits {
      guard isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Three letters as one number.
  private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt32 {
    UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
  }

  private static func packed(_ word: String) -> UInt32 { self.word(word.utf8.span, at: 0) }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(packed)
  private static let universal = ["GMT", "UTC"].map(packed)
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map(packed)
}
