import Model

/// The longest time that we let a host keep us away.
let longestRetryAfterSeconds = 86_400

/// Seconds to wait by a `Retry-After` field (RFC 9110 section 10.2.3), from `now` on, at most a day.
///
/// `nil` for a field that says neither a number of seconds nor a date; a date in the past is 0.
func retryAfterSeconds(_ field: String, now: Instant) -> Int? {
  let text = field.utf8
  if !text.isEmpty, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
    var seconds = 0
    for digit in text {
      // Beyond a day the rest of the digits no longer matters.
      if seconds > longestRetryAfterSeconds { break }
      seconds = seconds * 10 + Int(digit - 0x30)
    }
    return min(seconds, longestRetryAfterSeconds)
  }
  guard let date = httpDate(field) else { return nil }
  let distance = date.secondsSince1970 - now.secondsSince1970
  return Int(min(max(distance, 0), Int64(longestRetryAfterSeconds)))
}
