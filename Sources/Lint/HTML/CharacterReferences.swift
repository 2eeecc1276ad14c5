/// Reads character references: numbers, and the names of HTML 4, which is what mail uses.
///
/// What is none stays as it is.
func withoutReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
    result += rest[..<ampersand]
    rest = rest[ampersand...]
    let name = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") && !isBlank($0) }
    let end = name.endIndex
    if end < rest.endIndex, rest[end] == UInt8(ascii: ";"),
      let scalar = scalar(of: String(decoding: name, as: UTF8.self))
    {
      result += Array(String(scalar).utf8)
      rest = rest[(end + 1)...]
    } else {
      result.append(UInt8(ascii: "&"))
      rest = rest.dropFirst()
    }
  }
  return String(decoding: result + rest, as: UTF8.self)
}

private func scalar(of name: String) -> Unicode.Scalar? {
  guard name.utf8.first == UInt8(ascii: "#") else { return namedScalars[name] }
  let digits = name.dropFirst()
  let isHexadecimal = digits.utf8.first == UInt8(ascii: "x") || digits.utf8.first == UInt8(ascii: "X")
  let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return number.flatMap(Unicode.Scalar.init)
}

private let namedScalars: [String: Unicode.Scalar] = {
  var scalars: [String: Unicode.Scalar] = [:]
  func add(_ names: String, from first: UInt32) {
    for (offset, name) in names.split(separator: " ").enumerated() {
      scalars[String(name)] = Unicode.Scalar(first + UInt32(offset))
    }
  }
  add(latinNames, from: 0xA0)
  for (name, value) in otherNames { scalars[name] = Unicode.Scalar(value) }
  return scalars
}()

/// From U+00A0 on.
private let latinNames = """
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para \
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave \
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc \
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc \
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
  """

private let otherNames: [String: UInt32] = [
  "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "AMP": 0x26, "LT": 0x3C, "GT": 0x3E,
  "QUOT": 0x22, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178,
  "circ": 0x2C6, "tilde": 0x2DC, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C,
  "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018,
  "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020,
  "Dagger": 0x2021, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032, "lsaquo": 0x2039,
  "rsaquo": 0x203A, "euro": 0x20AC, "trade": 0x2122, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192,
  "darr": 0x2193, "minus": 0x2212, "infin": 0x221E, "asymp": 0x2248, "ne": 0x2260, "le": 0x2264,
  "ge": 0x2265,
]
