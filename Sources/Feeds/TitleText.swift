import Markup

/// A title as people read it, however its feed wrote it.
enum TitleText {
  /// What `title` says. Where it was escaped once more than its type asks for, that is undone, too.
  ///
  /// - Parameter format: JSON has no way to say that a title is HTML; in Atom a title that declares itself to be text may speak
  ///   of `&amp;`.
  static func text(of title: ParsedText, in format: ParsedFeed.Format?) -> String {
    let source = title.source
    guard source.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return title.text
    }
    if title.isMarkup {
      let isText = title.type == "text/html" && TextForm.mentionsElements(Array(source.utf8))
      return isText ? source : withoutReferences(title.text, sparing: ["<", ">", "\u{A0}"])
    }
    guard title.isText else { return title.text }
    if format == .json {
      guard TextForm.hasEndTagOrEntity(Array(source.utf8)) else { return source }
      return HTMLDocument.parse(source).lineText(of: 0)
    }
    return withoutReferences(source, sparing: ["<", ">", "&", "\"", "'", "\u{A0}"])
  }

  /// With the references to characters replaced that are complete, but for those that stand for a spared character: a text on
  /// markup may be about them.
  static func withoutReferences(_ text: String, sparing spared: Set<Unicode.Scalar>) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
        TextForm.isReference(bytes, at: index)
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let reference = String(decoding: bytes[index...end], as: UTF8.self)
      let character = HTMLDocument.parse(reference).rawText(of: 0)
      let isSpared = character.unicodeScalars.contains { spared.contains($0) }
      result.append(contentsOf: (isSpared || character.isEmpty ? reference : character).utf8)
      index = end + 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
