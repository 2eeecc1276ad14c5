import Model

/// What an article says in its author's own words, kept so that two can be compared: the runs of five words in it.
///
/// Quotations do not count, for a remark on an article quotes it.
struct TextLikeness {
  /// The words of the title, as numbers.
  private let title: [UInt64]
  private let runs: Set<UInt64>

  enum Verdict {
    case same, different
    /// One of the two says too little.
    case unknown
  }

  init(title: String, article: Article?) {
    self.title = Self.words(of: title, limit: 60)
    let body = article?.body ?? []
    let own = Self.words(of: body.filter { $0.kind != .quote }.map(\.text))
    runs = Self.runs(in: own.count < Self.fewWords ? Self.words(of: body.map(\.text)) : own)
  }

  /// Fewer words tell nothing.
  private static let fewWords = 8
  /// More are not looked at.
  private static let manyWords = 4000
  private static let runLength = 5

  /// Whether the texts are one, or one is the opening or an extract of the other.
  func text(isThatOf other: TextLikeness) -> Verdict {
    let (fewer, more) = runs.count < other.runs.count ? (runs, other.runs) : (other.runs, runs)
    guard fewer.count > Self.fewWords - Self.runLength else { return .unknown }
    return fewer.count(where: more.contains) * 2 >= fewer.count ? .same : .different
  }

  func title(isThatOf other: TextLikeness) -> Bool { title == other.title && !title.isEmpty }

  /// Whether one title is the other with something before or behind it, such as a name.
  func title(isPartOf other: TextLikeness) -> Bool {
    let (short, long) = title.count < other.title.count ? (title, other.title) : (other.title, title)
    guard !short.isEmpty else { return false }
    return short == long
      || short.count > 1 && (long.starts(with: short) || long.suffix(short.count).elementsEqual(short))
  }

  static func isSameName(_ first: String, _ second: String) -> Bool {
    let words = words(of: first, limit: 20)
    return !words.isEmpty && words == Self.words(of: second, limit: 20)
  }

  // MARK: Words

  private static func words(of texts: [String]) -> [UInt64] {
    var result: [UInt64] = []
    for text in texts where result.count < manyWords {
      result += words(of: text, limit: manyWords - result.count)
    }
    return result
  }

  /// Letters and digits between others; of scripts without spaces each character.
  private static func words(of text: String, limit: Int) -> [UInt64] {
    var result: [UInt64] = []
    var word: UInt64 = 0
    func add(_ scalar: UInt32, to word: inout UInt64) {
      word = (word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15
      word = (word ^ (word >> 31)) &* 0x100_0000_01B3
    }
    func end() {
      if word != 0 { result.append(word) }
      word = 0
    }
    for scalar in text.unicodeScalars {
      if result.count >= limit { break }
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: add(scalar.value, to: &word)
      case 0x41...0x5A: add(scalar.value | 0x20, to: &word)
      // An apostrophe is written in several ways.
      case 0x27, 0x2018, 0x2019, 0xAD, 0x200B...0x200D: continue
      case 0..<0x80: end()
      default:
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
          end()
          continue
        }
        if scalar.value >= 0x2E80 && scalar.value < 0xAC00 { end() }
        for lowered in scalar.properties.lowercaseMapping.unicodeScalars { add(lowered.value, to: &word) }
        if scalar.value >= 0x2E80 && scalar.value < 0xAC00 { end() }
      }
    }
    if result.count < limit { end() }
    return result
  }

  private static func runs(in words: [UInt64]) -> Set<UInt64> {
    guard words.count >= runLength else { return [] }
    var result: Set<UInt64> = []
    for start in 0...(words.count - runLength) {
      var run: UInt64 = 0
      for word in words[start..<start + runLength] { run = (run &* 0x100_0000_01B3) ^ word }
      result.insert(run)
    }
    return result
  }
}
