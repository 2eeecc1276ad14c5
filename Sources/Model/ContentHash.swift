/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
///
/// Made by the `Hashing` module; kept here so that values can carry one.
public struct ContentHash: Identifier {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The first `count` digits, for places where a short name does.
  public func prefix(_ count: Int) -> String { String(rawValue.prefix(count)) }
}
