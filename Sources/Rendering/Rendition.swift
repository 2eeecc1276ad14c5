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
  let (printed, html) = try MailFitting(edition, wording: wording, template: template).fitted()
  var form = PlainTextForm(printed)
  let text = try template.renderText(form.values(template: template))
  let message = Message(edition: edition, printed: printed, text: text, html: html)
  return Rendition(text: text, html: html, message: message.bytes)
}

/// The HTML form of a prepared edition.
func html(of printed: PrintedEdition, template: TemplateSet) throws(TemplateError) -> String {
  try template.renderHTML(
    HTMLForm(printed, accent: template.accent).values(template: template),
    isUpright: !knowsItalics(language: printed.language))
}
