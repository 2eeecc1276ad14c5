/// A stretch of a text that its author set in another type or that leads somewhere.
public struct TextMark: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case emphasis, strong, link
  }

  public let kind: Kind
  /// In UTF-8 bytes of the text.
  public let range: TextRange
  /// For links: an absolute address of the schemes http, https or mailto.
  public let url: String?

  public init(_ kind: Kind, _ range: TextRange, url: String? = nil) {
    self.kind = kind
    self.range = range
    self.url = url
  }
}

extension Array where Element == TextMark {
  /// Those that fall into `range`, cut at its ends, counted from its start.
  public func inside(_ range: TextRange) -> [TextMark] {
    compactMap { mark in
      let start = Swift.max(mark.range.start, range.start)
      let end = Swift.min(mark.range.end, range.end)
      guard start < end else { return nil }
      return TextMark(
        mark.kind, TextRange(start: start - range.start, end: end - range.start), url: mark.url)
    }
  }

  /// Moved by `offset` bytes.
  public func moved(by offset: Int) -> [TextMark] {
    map {
      TextMark($0.kind, TextRange(start: $0.range.start + offset, end: $0.range.end + offset), url: $0.url)
    }
  }
}

extension Block {
  /// UTF-8 ranges of ``text`` that the author set in strong or emphasised type, in order, none inside another.
  public var emphasis: [TextRange] {
    var ranges: [TextRange] = []
    for mark in marks where mark.kind != .link {
      if let last = ranges.last, mark.range.start < last.end {
        ranges[ranges.count - 1] = TextRange(start: last.start, end: max(last.end, mark.range.end))
      } else {
        ranges.append(mark.range)
      }
    }
    return ranges
  }
}

extension TextMark: Codable {
  private enum CodingKeys: String, CodingKey { case kind, start, end, url }

  /// A page has hundreds: they are written flat, `{"end":14,"kind":"link","start":9,"url":"…"}`.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    kind = try values.decode(Kind.self, forKey: .kind)
    range = TextRange(
      start: try values.decode(Int.self, forKey: .start), end: try values.decode(Int.self, forKey: .end))
    url = try values.decodeIfPresent(String.self, forKey: .url)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(range.start, forKey: .start)
    try values.encode(range.end, forKey: .end)
    try values.encodeIfPresent(url, forKey: .url)
  }
}
