public import Model
public import Templates

/// An edition in its three forms.
public struct Rendition: Hashable, Sendable {
  /// Plain text in lines of at most 72 cells, ended by line feeds.
  public let text: String
  /// One HTML document.
  public let html: String
  /// The message as it goes on the wire: multipart/alternative, lines ended by CR LF.
  public let message: [UInt8]

  public init(text: String, html: String, message: [UInt8]) {
    self.text = text
    self.html = html
    self.message = message
  }
}

/// Renders an edition: a pure function, the same bytes for the same edition and template.
///
/// The HTML stays under 90,000 bytes (Gmail cuts at about 102 KiB): when it would not, the articles with the lowest scores
/// become title lines in both forms, and then title lines a number.
///
/// Nothing that an article brings along can leave its place: text is cleaned and escaped, links that are not plain http or
/// https are left out.
/// - Throws: ``TemplateError`` if a value does not fit the template's keys (a fault of this module, not of the edition).
public func render(_ edition: Edition, template: TemplateSet) throws(TemplateError) -> Rendition {
  let wording = template.wording(for: edition.publication.language)
  let (printed, html) = try fitted(edition, wording: wording, template: template)
  var form = PlainTextForm(printed)
  let text = try template.renderText(form.values(template: template))
  let message = Message(edition: edition, printed: printed, text: text, html: html)
  return Rendition(text: text, html: html, message: message.bytes)
}

/// Bytes that the HTML form may have.
private let htmlBudget = 90_000

/// Title lines that are printed however much room there is.
private let mostTitleLines = 40

/// More articles than this cannot fit: the frame of one alone takes over a thousand bytes.
private let mostCards = 80

/// The longest printed form whose HTML keeps within the budget, found by halving.
private func fitted(
  _ edition: Edition, wording: Wording, template: TemplateSet
) throws(TemplateError) -> (PrintedEdition, String) {
  func attempt(_ cards: Int, _ lines: Int) throws(TemplateError) -> (PrintedEdition, String)? {
    let printed = PrintedEdition(edition, wording: wording, cardLimit: cards, lineLimit: lines)
    let html = try template.renderHTML(HTMLForm(printed).values(template: template))
    return html.utf8.count < htmlBudget ? (printed, html) : nil
  }
  let itemCount = edition.items.count
  if itemCount <= mostCards, let whole = try attempt(itemCount, mostTitleLines) { return whole }
  var best: (PrintedEdition, String)?
  var low = 1
  var high = max(1, min(itemCount - 1, mostCards))
  while low <= high {
    let middle = (low + high) / 2
    if let fit = try attempt(middle, mostTitleLines) {
      best = fit
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  if let best { return best }
  // One article with its title lines is too much already: give up the lines, then the article's quotes.
  for (cards, lines) in [(1, 10), (1, 0), (0, 10)] {
    if let fit = try attempt(cards, lines) { return fit }
  }
  let printed = PrintedEdition(edition, wording: wording, cardLimit: 0, lineLimit: 0)
  return (printed, try template.renderHTML(HTMLForm(printed).values(template: template)))
}
