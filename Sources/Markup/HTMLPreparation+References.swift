extension HTMLPreparation {
  /// Legacy names (`&copy` without a semicolon) get their semicolon; everything else libxml2 reads itself.
  mutating func readReference() {
    output.append(UInt8(ascii: "&"))
    index += 1
    let start = index
    var end = index
    while end < input.count, end - start < 8, isLetter(input[end]) || isDigit(input[end]) { end += 1 }
    guard end > start, isLetter(input[start]), end == input.count || input[end] != UInt8(ascii: ";") else {
      return
    }
    var length = end - start
    while length >= 2 {
      let name = start..<(start + length)
      if input.withUnsafeBufferPointer({
        legacyReferences.number(of: UnsafeBufferPointer(rebasing: $0[name]))
      }) != nil {
        output.append(contentsOf: input[name])
        output.append(UInt8(ascii: ";"))
        index = start + length
        return
      }
      length -= 1
    }
  }
}

/// Names that HTML reads without a semicolon (HTML standard §13.5).
private let legacyReferences = NameIndex(
  """
  AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave \
  Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc \
  acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth \
  euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde \
  oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig \
  thorn times uacute ucirc ugrave uml uuml yacute yen yuml
  """.split(separator: " ").map(String.init))
