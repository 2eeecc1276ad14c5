import Markup
import Model

/// What a feed says of an article before its page is read, to be held against the page: consent pages, log-in walls and
/// error pages answer under every address.
public struct Announcement: Hashable, Sendable {
  private let title: String
  /// Beginnings of the longer words of title and teaser, pairs of characters where words are not parted.
  private let words: Set<String>
  private let teaserWords: Int

  /// - Parameter teaser: what the feed carries of the article, plain.
  public init(title: String?, teaser: String?) {
    self.title = title ?? ""
    words = Announcement.keys(of: (title ?? "") + "\n" + (teaser ?? ""))
    teaserWords = countWords(teaser ?? "")
  }

  /// Whether a page is that of the announced article: a heading is its title, or it shares words with what the feed says.
  ///
  /// Without words of a feed a page is believed, unless it reads like a wall.
  public func fits(_ page: ExtractedPage) -> Bool {
    let body = page.article.body.map(\.text).joined(separator: "\n")
    let isWall = Announcement.isWall(page, body)
    if page.showsTitle, !isWall { return true }
    guard !words.isEmpty else { return !isWall }
    let shared = words.intersection(Announcement.keys(of: body)).count
    // Of few words any one tells; of many some are in every text.
    let least = words.count < 6 ? 1 : max(2, (words.count + 3) / 4)
    guard isWall else { return shared >= least }
    return shared >= max(least, words.count / 2) && countWords(body) >= teaserWords
  }

  private static func isWall(_ page: ExtractedPage, _ body: String) -> Bool {
    guard countWords(body) < 250 else { return false }
    if page.warnings.contains(where: { $0.code == "log-in-wall" }) { return true }
    let cues = CueText(body)
    // East Asian scripts do not part words.
    return Cues.consents.all.count { cues.holds($0) || ($0.utf8.first ?? 0) >= 0xE3 && body.holds($0) } >= 2
  }

  /// Words of five letters and more by their first six, so that endings do not matter.
  private static func keys(of text: String) -> Set<String> {
    var keys: Set<String> = []
    var word = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    func end() {
      if word.count >= 5 { keys.insert(String(word.prefix(6))) }
      word.removeAll()
    }
    for scalar in CueText(String(text.unicodeScalars.prefix(40_000))).string.unicodeScalars {
      if isUnparted(scalar) {
        end()
        if let last { keys.insert(String(last) + String(scalar)) }
        last = scalar
        continue
      }
      last = nil
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else if scalar != "'" {
        end()
      }
    }
    end()
    return keys
  }

  /// Chinese characters, Katakana, Hangul, Thai; Hiragana is in every Japanese text.
  private static func isUnparted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x30A0...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
