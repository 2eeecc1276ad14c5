import Model
import Templates

/// Finds the longest printed form of an edition whose HTML keeps within a mail: whole articles become title lines first, the
/// lowest scores before the others, then title lines a number.
struct MailFitting {
  /// Bytes that the HTML form may have (Gmail cuts at about 102 KiB).
  private static let budget = 90_000

  /// Title lines that are printed however much room there is.
  private static let mostTitleLines = 40

  /// More articles than this cannot fit: the frame of one alone takes over a thousand bytes.
  private static let mostCards = 80

  private let edition: Edition
  private let wording: Wording
  private let template: TemplateSet

  private struct Attempt {
    let printed: PrintedEdition
    let html: String
    var size: Int { html.utf8.count }
    var fits: Bool { size < MailFitting.budget }
  }

  init(_ edition: Edition, wording: Wording, template: TemplateSet) {
    self.edition = edition
    self.wording = wording
    self.template = template
  }

  /// The number of whole articles is guessed from the sizes of what was tried, as if all were equally long: two or three tries
  /// do, where halving takes six. If they do not, the articles are of very different lengths, and halving ends it.
  func fitted() throws(TemplateError) -> (PrintedEdition, String) {
    let count = min(edition.items.count, Self.mostCards)
    let whole = try attempt(cards: count, lines: Self.mostTitleLines)
    if whole.fits { return (whole.printed, whole.html) }
    var best: Attempt?
    var low = (cards: 0, size: 6_000)
    var high = (cards: count, size: whole.size)
    var tries = 0
    while low.cards + 1 < high.cards {
      tries += 1
      let share = (Self.budget - low.size) * (high.cards - low.cards) / max(1, high.size - low.size)
      let even = min(max(low.cards + share, low.cards + 1), high.cards - 1)
      let guess = tries <= 3 ? even : (low.cards + high.cards) / 2
      let found = try attempt(cards: guess, lines: Self.mostTitleLines)
      if found.fits {
        best = found
        low = (guess, found.size)
      } else {
        high = (guess, found.size)
      }
    }
    if let best { return (best.printed, best.html) }
    // One article with its title lines is too much already: give up the lines, then the article's quotes.
    for (cards, lines) in [(1, 10), (1, 0), (0, 10)] {
      let found = try attempt(cards: cards, lines: lines)
      if found.fits { return (found.printed, found.html) }
    }
    let least = try attempt(cards: 0, lines: 0)
    return (least.printed, least.html)
  }

  private func attempt(cards: Int, lines: Int) throws(TemplateError) -> Attempt {
    let printed = PrintedEdition(edition, wording: wording, cardLimit: cards, lineLimit: lines)
    return Attempt(printed: printed, html: try html(of: printed, template: template))
  }
}
