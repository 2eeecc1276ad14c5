/// What a `robots.txt` lets us read (RFC 9309).
///
///     let rules = RobotsRules(bytes)
///     if rules.allows("/2026/11/a-page/?page=2") { … }
///
/// The groups for our product token count, all of them together; where there is none, those for `*`; where there is none
/// either, everything is allowed. Of the rules that match, the one with the longest pattern decides, and `Allow` wins a tie.
/// Never fails: what cannot be read says nothing.
public struct RobotsRules: Hashable, Sendable {
  /// Bytes that are read; the rest counts for nothing (RFC 9309 section 2.5 asks for at least this much).
  public static let limitBytes = 500 << 10

  /// Nothing is forbidden.
  public static let none = RobotsRules([])

  /// Longest first, so that the first that matches decides.
  private let rules: [Rule]
  /// How long to wait between two requests, in the widespread field `Crawl-delay`; above zero.
  public let crawlDelay: Duration?

  struct Rule: Hashable, Sendable {
    let pattern: RobotsPattern
    let isAllowed: Bool
  }

  /// - Parameters:
  ///   - bytes: of the file; a byte order mark is skipped, a line may end in CR, LF or both.
  ///   - productToken: the name under which a group may address us, in any letter case.
  public init(_ bytes: [UInt8], productToken: String = "digest") {
    var reader = RobotsReader(productToken: productToken)
    for line in bytes.readable.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { reader.read(line) }
    let group = reader.isNamed ? reader.own : reader.everybody
    crawlDelay = group.crawlDelay
    // The sort is stable in effect: equal lengths are parted by what they say.
    rules = group.rules.sorted { left, right in
      let (length, other) = (left.pattern.length, right.pattern.length)
      return length == other ? left.isAllowed && !right.isAllowed : length > other
    }
  }

  /// Whether path and query of an address may be asked for; `/robots.txt` always may.
  public func allows(_ target: String) -> Bool {
    if rules.isEmpty || target == "/robots.txt" { return true }
    let path = RobotsPattern.comparable(target)
    return rules.first { $0.pattern.matches(path) }?.isAllowed ?? true
  }
}

/// Collects the rules of the groups that concern us, line by line.
private struct RobotsReader {
  struct Group {
    var rules: [RobotsRules.Rule] = []
    var crawlDelay: Duration?
  }

  /// For our product token, and for `*`.
  private(set) var own = Group()
  private(set) var everybody = Group()
  /// Whether a group names us, be it empty.
  private(set) var isNamed = false
  private let token: [UInt8]
  private var isOwn = false
  private var isEverybody = false
  /// Whether the current group has rules already, so that the next `User-agent` begins another.
  private var hasRules = true

  init(productToken: String) {
    token = productToken.utf8.map(lowerCase)
  }

  mutating func read(_ line: ArraySlice<UInt8>) {
    let content = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = trimmed(content[(colon + 1)...])
    switch String(decoding: trimmed(content[..<colon]).map(lowerCase), as: UTF8.self) {
    case "user-agent": begin(value)
    case "allow": add(value, isAllowed: true)
    case "disallow": add(value, isAllowed: false)
    case "crawl-delay": wait(value)
    // Others, such as Sitemap, must not end a group (section 2.2.4).
    default: break
    }
  }

  private mutating func begin(_ value: ArraySlice<UInt8>) {
    if hasRules {
      isOwn = false
      isEverybody = false
      hasRules = false
    }
    if value.first == UInt8(ascii: "*"), value.dropFirst().first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true {
      isEverybody = true
      return
    }
    // "digest/1.0" names us too: a product token is letters, hyphens and underscores (section 2.2.1).
    if value.prefix(while: isTokenByte).map(lowerCase) == token {
      isOwn = true
      isNamed = true
    }
  }

  private mutating func add(_ value: ArraySlice<UInt8>, isAllowed: Bool) {
    hasRules = true
    // An empty pattern matches nothing: "Disallow:" allows all.
    guard !value.isEmpty else { return }
    let rule = RobotsRules.Rule(pattern: RobotsPattern(value), isAllowed: isAllowed)
    if isOwn { own.rules.append(rule) }
    if isEverybody { everybody.rules.append(rule) }
  }

  /// Ends the list of names as a rule does: it is written as one, though the RFC does not know it.
  private mutating func wait(_ value: ArraySlice<UInt8>) {
    hasRules = true
    guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite, seconds > 0
    else { return }
    let delay = Duration.milliseconds(Int64(min(seconds, 86_400) * 1000))
    if isOwn { own.crawlDelay = own.crawlDelay ?? delay }
    if isEverybody { everybody.crawlDelay = everybody.crawlDelay ?? delay }
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }

  private func isTokenByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(lowerCase(byte)) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

extension [UInt8] {
  /// Without a byte order mark, and at most what we read, ending with a whole line.
  fileprivate var readable: ArraySlice<UInt8> {
    let rest = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    guard rest.count > RobotsRules.limitBytes else { return rest }
    // Half a pattern would forbid more than the whole one.
    let part = rest.prefix(RobotsRules.limitBytes + 1)
    return part[..<(part.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? part.startIndex)]
  }
}

/// ASCII letters in lower case; other bytes unchanged.
private func lowerCase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
