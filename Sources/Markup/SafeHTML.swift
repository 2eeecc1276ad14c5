/// HTML that can neither run nor load nor disguise anything, whatever it was made from.
///
/// The fragment is built anew while walking a parsed tree: what the allow-list does not name is not
/// written. Elements that are not known lose their tags; those that run or load (`script`, `style`,
/// `iframe`, `object`, ...) go with their content. Addresses are absolute if a base is known and have a
/// harmless scheme. The result is balanced, and sanitising it again gives the same bytes.
public struct SafeHTML: Hashable, Sendable {
  /// The fragment.
  public let html: String
  /// Its plain text: references decoded, runs of white space one space (no-break spaces stay), blocks
  /// apart.
  public let text: String

  /// Makes a fragment safe; relative addresses are resolved against `base`.
  public init(sanitising html: String, base: WebAddress?) {
    if let tidy = TidyFragment.safe(html, base: base) {
      self.init(html: tidy.html, text: tidy.text)
      return
    }
    self.init(tree: HTMLDocument.parse(html), base: base)
  }

  private init(html: String, text: String) {
    self.html = html
    self.text = text
  }

  /// Plain text, escaped.
  public init(plain: String) {
    var writer = SafeHTMLWriter()
    writer.text(plain)
    html = writer.string
    text = foldedWhiteSpace(withoutControls(plain))
  }

  /// Makes a subtree safe; `nil` root for the whole tree.
  public init(tree: HTMLTree, root: Int = 0, base: WebAddress?) {
    var sanitiser = SafeHTMLSanitiser(tree: tree, base: base)
    sanitiser.walk(root)
    var readings = 1
    while sanitiser.mayNestAnew, readings < Self.maximumReadings {
      // Once more, from what is left, until nothing loses its tags; nearly always the second time.
      let rest = HTMLDocument.parse(sanitiser.writer.string)
      sanitiser = SafeHTMLSanitiser(tree: rest, base: base)
      sanitiser.walk(0)
      readings += 1
    }
    html = sanitiser.writer.string
    text = sanitiser.text.string
  }

  private static let maximumReadings = 8
}

/// Without the control characters that ``SafeHTMLWriter`` does not write either.
func withoutControls(_ text: String) -> String {
  let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  if isClean { return text }
  return String(
    decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D },
    as: UTF8.self)
}
