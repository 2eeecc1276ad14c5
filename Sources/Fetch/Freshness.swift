public import Model
public import Transport

/// When it makes sense to ask for a feed again, by what the server, the feed and the reader say.
///
///     let freshness = Freshness(of: document.fields, ttlMinutes: 60, skippedHours: [0, 1, 2])
///     let next = freshness.nextVisit(after: visit)
///
/// - Server: how long the answer stays fresh (RFC 9111 section 4.2): `Cache-Control: max-age`, else `s-maxage`, else
///   `Expires` less `Date`; less the `Age` that it has already. `no-cache` and `no-store` make it stale at once.
/// - Feed: `ttl`, `skipHours` and `skipDays` (RSS 2.0).
/// - Reader: an interval of their own, in place of what server and `ttl` wish. The hours and days to skip hold all the same.
///
/// Server and `ttl` can ask for a day at most: a feed is never lost for a wrong number. Nonsense says nothing.
public struct Freshness: Hashable, Sendable {
  /// The longest pause, in seconds, that a server or a feed can ask for.
  public static let longestWish = 86_400

  /// What the server says of its answer, as it came.
  private let answer: Answer
  private let ttl: Int?
  private let interval: Int?
  private let skippedHours: Set<Int>
  /// ISO 8601: 1 for Monday to 7 for Sunday.
  private let skippedDays: Set<Int>

  /// - Parameters:
  ///   - fields: of the answer, 200 or 304, that came at the visit.
  ///   - ttlMinutes: how many minutes the feed wants to be taken for current.
  ///   - skippedHours: 0 to 23 in GMT: hours in which the feed does not want to be asked.
  ///   - skippedDays: `Monday` to `Sunday` in GMT, in any letter case.
  ///   - configuredInterval: seconds from one visit to the next that the reader wants; 0 for none.
  public init(
    of fields: [HTTPField], ttlMinutes: Int? = nil, skippedHours: [Int] = [], skippedDays: [String] = [],
    configuredInterval: Int? = nil
  ) {
    answer = Answer(fields)
    ttl = ttlMinutes.flatMap { $0 > 0 ? min($0, Self.longestWish / 60) * 60 : nil }
    // A century is as good as never, and can still be added to.
    interval = configuredInterval.flatMap { $0 >= 0 ? min($0, 36_525 * 86_400) : nil }
    let hours = Set(skippedHours.filter { (0...23).contains($0) })
    let days = Set(skippedDays.compactMap(weekday))
    // Who skips everything means something else.
    self.skippedHours = hours.count == 24 ? [] : hours
    self.skippedDays = days.count == 7 ? [] : days
  }

  /// The earliest moment at which asking again makes sense; `nil` if any time will do.
  ///
  /// - Parameter now: when the answer came.
  public func nextVisit(after now: Instant) -> Instant? {
    let wait = interval ?? max(min(answer.secondsLeft(at: now), Self.longestWish), ttl ?? 0)
    let moment = firstAllowed(from: now.advanced(bySeconds: wait))
    return moment > now ? moment : nil
  }

  /// The moment itself, or the end of the hours and days to skip in which it lies.
  private func firstAllowed(from moment: Instant) -> Instant {
    var moment = moment
    // Each turn leaves an hour or a day that is skipped: a week has 168 of the one, 7 of the other.
    for _ in 0..<(7 + 168) {
      let second = moment.secondOfDay()
      if skippedDays.contains(moment.day().weekday) {
        moment = moment.advanced(bySeconds: 86_400 - second)
      } else if skippedHours.contains(second / 3600) {
        moment = moment.advanced(bySeconds: 3600 - second % 3600)
      } else {
        break
      }
    }
    return moment
  }
}

extension Freshness {
  /// The caching fields of an answer (RFC 9111 section 5).
  private struct Answer: Hashable, Sendable {
    private var maxAge: Int?
    private var sharedMaxAge: Int?
    private var isStale = false
    /// `nil` if there is no such field; a date that cannot be read has passed (section 5.3).
    private var expires: Instant??
    private let date: Instant?
    private let age: Int

    init(_ fields: [HTTPField]) {
      for field in fields where field.isNamed("Cache-Control") {
        for directive in field.value.utf8.split(separator: UInt8(ascii: ",")) {
          let parts = directive.split(separator: UInt8(ascii: "="), maxSplits: 1)
          let value = parts.count > 1 ? deltaSeconds(parts[1]) : nil
          switch parts.first.map(lowerCaseWord) {
          // The first of several counts (section 4.2.1).
          case "max-age": maxAge = maxAge ?? value
          case "s-maxage": sharedMaxAge = sharedMaxAge ?? value
          // With a value they concern some fields only.
          case "no-cache", "no-store": isStale = isStale || parts.count == 1
          default: break
          }
        }
      }
      func value(_ name: String) -> String? { fields.first { $0.isNamed(name) }?.value }
      expires = value("Expires").map(httpDate)
      date = value("Date").flatMap(httpDate)
      age = value("Age").flatMap { deltaSeconds($0.utf8) } ?? 0
    }

    /// Seconds from `now` on during which the answer is fresh; at least 0.
    func secondsLeft(at now: Instant) -> Int {
      if isStale { return 0 }
      if let lifetime = maxAge ?? sharedMaxAge { return max(0, lifetime - age) }
      guard let end = expires ?? nil else { return 0 }
      return Int(clamping: max(0, end.secondsSince1970 - (date ?? now).secondsSince1970 - Int64(age)))
    }
  }
}

/// Digits, perhaps in quotes, as a number of seconds up to 2^31 (RFC 9111 section 1.2.2); `nil` for anything else.
private func deltaSeconds(_ text: some Collection<UInt8>) -> Int? {
  let digits = trimmed(text, of: [0x20, 0x09, UInt8(ascii: "\"")])
  guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1 << 31) }
}

/// 1 for Monday to 7 for Sunday; `nil` for what is no day of the week.
private func weekday(_ name: String) -> Int? {
  let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  return names.firstIndex(of: lowerCaseWord(name.utf8)).map { $0 + 1 }
}

/// Without white space around it, ASCII letters in lower case.
private func lowerCaseWord(_ text: some Collection<UInt8>) -> String {
  String(
    decoding: trimmed(text, of: [0x20, 0x09, 0x0A, 0x0D]).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
    as: UTF8.self)
}

private func trimmed(_ text: some Collection<UInt8>, of blanks: [UInt8]) -> ArraySlice<UInt8> {
  let bytes = Array(text)
  guard let first = bytes.firstIndex(where: { !blanks.contains($0) }),
    let last = bytes.lastIndex(where: { !blanks.contains($0) })
  else { return [] }
  return bytes[first...last]
}
