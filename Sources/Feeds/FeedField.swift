import Markup

/// The text of one element while it is being collected.
struct FeedField {
  /// How children of the element are treated.
  enum Children {
    /// Written out as markup.
    case markup
    /// Left out with their text.
    case dropped
    /// Read on their own: the element is a container after all.
    case read
  }

  let term: FeedTerm
  let attributes: [XMLAttribute]
  let namespace: FeedNamespace
  let children: Children
  /// In force for the text; an `xml:base` on the wrapping `div` counts.
  var context: FeedContext
  var text = UTF8Buffer()
  /// True once a child was written: from then on text is escaped.
  var isMarkup = false
  /// Open elements inside the field.
  var depth = 0
  /// False for fields that are HTML anyway: elements among the text do not turn the text into something else.
  var escapesText = true

  mutating func append(_ piece: UTF8Span) {
    if isMarkup && escapesText {
      text.appendEscaped(piece)
    } else if isMarkup || depth == 0 {
      text.append(piece)
    }
  }

  /// From now on the field is markup: what was collected so far was text.
  mutating func becomeMarkup() {
    guard !isMarkup else { return }
    isMarkup = true
    if escapesText { text.escape() }
  }

  mutating func startTag(_ name: String, _ attributes: [(name: String, value: String)]) {
    text.append("<" as Unicode.Scalar)
    text.append(name)
    for attribute in attributes {
      text.append(" " as Unicode.Scalar)
      text.append(attribute.name)
      text.append("=\"")
      text.appendAttributeValue(attribute.value)
      text.append("\"" as Unicode.Scalar)
    }
    text.append(">" as Unicode.Scalar)
  }

  mutating func endTag(_ name: String) {
    text.append("</")
    text.append(name)
    text.append(">" as Unicode.Scalar)
  }

  /// What was collected, trimmed.
  var string: String { isMarkup ? text.trimmed : withoutSection(text.trimmed) }
}
