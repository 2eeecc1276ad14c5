import Markup

extension FeedBuilder {
  /// Keeps a text with the type that its element says or that its form shows.
  mutating func keepText(_ field: FeedField, _ slot: FeedTerm.TextSlot, _ frame: FeedFrame) {
    let src = nonEmpty(field.attributes.value("src")).flatMap { address($0, frame) }
    guard let (type, source) = typedText(field, slot) else { return }
    var text = ParsedText(
      type: type, source: source, language: frame.context.languageTag, base: base(in: field.context)?.string,
      src: slot.kind == .content ? src : nil, refusesLanguage: frame.context.refusesLanguage)
    if mayBeDoublyEncoded, !field.text.isASCII {
      if let once = DoubleEncoding.undone(field.text) {
        var repaired = field
        repaired.text = once
        hasDoublyEncodedText = true
        text.undoubled = typedText(repaired, slot)?.source
      } else {
        mayBeDoublyEncoded = false
      }
    }
    if slot.kind == .content {
      if !text.isEmpty, slot.rank == 1 || draft.entry.content.isEmpty { draft.entry.content.append(text) }
    } else {
      draft.keep(text, in: slot)
    }
  }

  /// Whether an element's text is HTML whatever it looks like.
  func isHTML(_ slot: FeedTerm.TextSlot, _ tag: XMLStartTag, _ namespace: FeedNamespace) -> Bool {
    switch slot.type {
    case .html: return true
    case .xhtml: return false
    case .byContainer: break
    }
    if namespace.isAtom || feed.format == .atom {
      let type = mediaType(tag.value("type"))
      return type == "html" || (type == "text/html" && tag.value("mode").map(trimmed) != "xml")
    }
    return namespace == .rss && (slot.kind == .description || slot.kind == .content)
  }

  private func typedText(_ field: FeedField, _ slot: FeedTerm.TextSlot) -> (type: String, source: String)? {
    switch slot.type {
    case .html: return ("text/html", field.string)
    case .xhtml: return ("application/xhtml+xml", asMarkup(field))
    case .byContainer: break
    }
    switch field.namespace {
    case .atom10: return atomText(field)
    case .atom03: return draftAtomText(field)
    default:
      if feed.format == .atom {
        return field.attributes.value("mode") != nil ? draftAtomText(field) : atomText(field)
      }
      return rssText(field, slot)
    }
  }

  /// The field as markup even if no element was in it.
  private func asMarkup(_ field: FeedField) -> String {
    var field = field
    field.becomeMarkup()
    return field.string
  }

  // MARK: RSS

  private func rssText(_ field: FeedField, _ slot: FeedTerm.TextSlot) -> (type: String, source: String) {
    if field.isMarkup { return (field.escapesText ? "application/xhtml+xml" : "text/html", field.string) }
    if slot.kind == .description && slot.rank == 1 || slot.kind == .content {
      if mediaType(field.attributes.value("type")) == "text/plain", !TextForm.looksLikeHTML(field.text.bytes)
      {
        return ("text/plain", field.string)
      }
      return ("text/html", field.string)
    }
    let string = field.string
    return (TextForm.looksLikeHTML(Array(string.utf8)) ? "text/html" : "text/plain", string)
  }

  // MARK: Atom 1.0

  private func atomText(_ field: FeedField) -> (type: String, source: String) {
    switch mediaType(field.attributes.value("type")) {
    case nil, "text":
      return field.isMarkup ? ("application/xhtml+xml", field.string) : ("text/plain", field.string)
    case "text/plain": return ("text/plain", field.string)
    case "html", "text/html": return ("text/html", field.string)
    case "xhtml", "application/xhtml+xml": return ("application/xhtml+xml", asMarkup(field))
    case let type? where !type.utf8.contains(UInt8(ascii: "/")): return undeclaredText(type, field)
    // As declared, with its parameters.
    case let type?:
      return otherType(nonEmpty(field.attributes.value("type")).map(asciiLowerCased) ?? type, field)
    }
  }

  /// A text whose type is the name of no type (`CDATA`, `HTML5`, `plain`) is what it looks like.
  private func undeclaredText(_ type: String, _ field: FeedField) -> (type: String, source: String) {
    if field.isMarkup { return ("application/xhtml+xml", field.string) }
    let string = field.string
    let isHTML = type != "plain" && TextForm.looksLikeHTML(Array(string.utf8))
    return (isHTML ? "text/html" : "text/plain", string)
  }

  /// Inline XML, plain text, or base64 (RFC 4287 §4.1.3.3).
  private func otherType(_ type: String, _ field: FeedField) -> (type: String, source: String) {
    if type.hasSuffix("+xml") || type.hasSuffix("/xml") || type.hasPrefix("text/") {
      return (type, field.string)
    }
    // What is no text stays as it is: nobody reads it.
    guard ParsedText.isText(type: type), let decoded = Base64.decode(field.text.bytes) else {
      return (type, field.string)
    }
    return (type, decodedText(decoded))
  }

  private func decodedText(_ bytes: [UInt8]) -> String {
    guard !bytes.contains(0) else { return "" }
    return trimmedText(bytes)
  }

  // MARK: Atom 0.3

  private func draftAtomText(_ field: FeedField) -> (type: String, source: String)? {
    let declared = mediaType(field.attributes.value("type")) ?? "text/plain"
    let type = declared == "html" ? "text/html" : declared == "text" ? "text/plain" : declared
    if field.isMarkup {
      return (type == "text/html" ? type : "application/xhtml+xml", field.string)
    }
    var bytes = field.text.bytes
    if nonEmpty(field.attributes.value("mode")).map(asciiLowerCased) == "base64",
      ParsedText.isText(type: type), let decoded = Base64.decode(bytes)
    {
      bytes = decoded
      // Whoever encodes a text knows what it is.
      if type == "text/plain" { return (type, decodedText(bytes)) }
    }
    if type == "text/plain" {
      return (TextForm.hasEndTagOrEntity(bytes) ? "text/html" : type, decodedText(bytes))
    }
    return (type, decodedText(bytes))
  }
}
