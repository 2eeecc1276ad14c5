/// Words whose full stop does not end a sentence.
enum Abbreviations {
  /// Something always follows: a name, a number, an example.
  static func neverEnds(_ word: String, in language: TextLanguage) -> Bool {
    common.contains(word) || WordLists.of(language)?.abbreviations.contains(word) == true
  }

  /// May stand at the end of a sentence as well.
  static let mayEnd = words(
    """
    etc inc ltd co corp jr sr bros llc plc a.m p.m u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a b.s m.s j.d
    usw u.s.w ff al ca approx min max avg govt univ intl natl
    """)

  /// Abbreviations only before a number.
  static let beforeNumber = words(
    """
    no nos nr vol pp p fig figs eq sec ch ed art jan feb mar apr jun jul aug sep sept oct nov dec núm pág
    """)

  private static let common = words("dr prof st vs cf e.g i.e eg ie viz sc dipl ing phil")
}
