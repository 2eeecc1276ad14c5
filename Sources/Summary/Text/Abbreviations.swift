/// Words whose full stop does not end a sentence.
enum Abbreviations {
  /// Something always follows: a name, a number, an example.
  static func neverEnds(_ word: String, in language: TextLanguage) -> Bool {
    common.contains(word)
      || (language == .german ? german : language == .spanish ? spanish : english).contains(word)
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

  private static let english = words(
    """
    mr mrs ms messrs mx rev hon fr sr gen col sgt capt lt cmdr maj adm gov sen rep pres supt mt ft dept
    est resp incl
    """)

  private static let german = words(
    """
    hr fr frl z.b zb d.h dh u.a ua o.ä i.d.r m.e u.u v.a bzw bspw beispielsw evtl ggf inkl exkl sog vgl
    str abs bd hrsg ehem geb gest kath evang insb insbes mind mio mrd od sen jun st tel vorm nachm wg zzgl
    """)

  private static let spanish = words("sr sra srta d dña dra ud uds vd p.ej ej avda pza lic ing")
}
