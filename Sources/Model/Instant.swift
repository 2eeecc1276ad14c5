/// A moment in time, to the second, on the UTC time line.
///
/// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (as in POSIX). Everything between fetched bytes
/// and rendered edition works with `Instant`; time zones arrive from outside as values (see ``Period``).
public struct Instant: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public let secondsSince1970: Int64

  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The instant at which a clock `offset` seconds east of Greenwich shows `time` on `day`.
  public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0, offsetSeconds offset: Int = 0) {
    let secondsOfDay = hour * 3600 + minute * 60 + second - offset
    secondsSince1970 = Int64(day.daysSince1970) * 86_400 + Int64(secondsOfDay)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  public func advanced(bySeconds seconds: Int) -> Instant {
    Instant(secondsSince1970: secondsSince1970 + Int64(seconds))
  }

  /// The calendar day that a clock `offsetSeconds` east of Greenwich shows at this instant.
  public func day(offsetSeconds: Int = 0) -> Day {
    Day(daysSince1970: Int((secondsSince1970 + Int64(offsetSeconds)).floorDivided(by: 86_400)))
  }

  /// Seconds since midnight of ``day(offsetSeconds:)``, 0 ..< 86,400.
  public func secondOfDay(offsetSeconds: Int = 0) -> Int {
    let local = secondsSince1970 + Int64(offsetSeconds)
    return Int(local - local.floorDivided(by: 86_400) * 86_400)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with whole seconds: `2003-12-31T10:14:55Z`.
  public var description: String {
    let second = secondOfDay()
    return "\(day())T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))Z"
  }
}

extension Instant {
  /// Reads RFC 3339 (`2026-11-22T20:00:00Z`, `2026-11-22T21:00:00+01:00`); a fraction of a second is dropped.
  ///
  /// `nil` for anything else. This is the form of our own files and options; dates out of feeds are read by the
  /// `Feeds` module, which knows many more forms.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(iso8601: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
      let hour = number(bytes, at: 11, digits: 2), bytes[13] == UInt8(ascii: ":"),
      let minute = number(bytes, at: 14, digits: 2), bytes[16] == UInt8(ascii: ":"),
      let second = number(bytes, at: 17, digits: 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var index = 19
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      let firstDigit = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      guard index > firstDigit else { return nil }
    }
    guard index < bytes.count else { return nil }
    var offset = 0
    switch bytes[index] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"):
      guard index + 1 == bytes.count else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard index + 6 == bytes.count, bytes[index + 3] == UInt8(ascii: ":"),
        let hours = number(bytes, at: index + 1, digits: 2),
        let minutes = number(bytes, at: index + 4, digits: 2), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[index] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    self.init(day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not an RFC 3339 time"))
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
