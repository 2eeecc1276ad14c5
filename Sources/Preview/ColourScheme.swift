/// What a reader's system asks for.
enum ColourScheme: String {
  case light, dark
}

/// A copy of `html` that shows itself in `scheme`, whatever the system of whoever looks at it asks for.
///
/// Every `(prefers-color-scheme: …)` in its style sheets becomes a condition on the width that is always or never true, and
/// a last rule sets `color-scheme`. Nothing else is changed, but that links open beside the page instead of inside the frame.
func copy(of html: String, in scheme: ColourScheme) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(html.utf8.count + 200)
  for piece in StyleSheetPieces(html) {
    bytes += piece.isStyleSheet ? settled(piece.bytes, scheme) : Array(piece.bytes)
  }
  return withHeadEnd(
    "<base target=\"_blank\"><style>:root{color-scheme:\(scheme.rawValue)!important}</style>", in: bytes)
}

/// A copy of `html` as programs show it that drop style sheets.
func copyWithoutStyleSheet(of html: String) -> String {
  var bytes: [UInt8] = []
  for piece in StyleSheetPieces(html) where !piece.isStyleSheet { bytes += piece.bytes }
  return withHeadEnd(
    "<base target=\"_blank\"><style>:root{color-scheme:only light}</style>", in: bytes)
}

/// A style sheet with its questions for the scheme answered.
private func settled(_ bytes: ArraySlice<UInt8>, _ scheme: ColourScheme) -> [UInt8] {
  var result: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "("), let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) {
      let words = bytes[(index + 1)..<end].filter { $0 > 0x20 }.map { asciiLowercased($0) }
      let parts = String(decoding: words, as: UTF8.self).split(separator: ":")
      if parts.count == 2, parts[0] == "prefers-color-scheme" {
        result += (parts[1] == scheme.rawValue ? "(min-width:0)" : "(max-width:0)").utf8
        index = end + 1
        continue
      }
    }
    result.append(bytes[index])
    index += 1
  }
  return result
}

/// `markup` put before the end of the head; where there is none, the document stays as it is.
private func withHeadEnd(_ markup: String, in bytes: [UInt8]) -> String {
  guard let end = firstIndex(of: "</head", in: bytes[...]) else {
    return String(decoding: bytes, as: UTF8.self)
  }
  return String(decoding: bytes[..<end] + Array(markup.utf8) + bytes[end...], as: UTF8.self)
}
