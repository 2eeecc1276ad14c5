import Markup

/// A description without the tags that sites put into it by escaping text once too often. Text alone that looks
/// like no tag stays as it is.
func withoutTags(_ text: String) -> String {
  var text = text
  // Each round may uncover what was escaped twice.
  for _ in 0..<6 where holdsTag(text) {
    let tree = HTMLDocument.parse(text)
    text = tree.lineText(of: 0)
  }
  return text
}

private func holdsTag(_ text: String) -> Bool {
  let bytes = text.utf8.span
  for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") {
    let next = bytes[index + 1]
    if lowered(next) >= 0x61 && lowered(next) <= 0x7A || next == UInt8(ascii: "/")
      || next == UInt8(ascii: "!")
    {
      return true
    }
  }
  return false
}
