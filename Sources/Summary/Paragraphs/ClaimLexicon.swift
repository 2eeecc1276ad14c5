/// What a paragraph does when it states something, rather than telling or instructing.
enum ClaimCue: Int, CaseIterable, Hashable, Sendable {
  case praise, degree, abstractNoun, obligation, harm, negation, comparison, generality, quantity

  /// Weight among the claims.
  var weight: Double {
    switch self {
    case .praise, .degree, .abstractNoun, .obligation: 1
    case .harm, .negation, .comparison, .generality, .quantity: 0.5
    }
  }
}

enum ClaimLexicon {
  static func of(_ language: TextLanguage) -> Lexicon<ClaimCue>? {
    switch language {
    case .english: english
    case .german: german
    case .spanish, .other: nil
    }
  }

  /// Counts of `cues` in `tokens`, word endings and amounts included.
  static func counts(in tokens: [Token], language: TextLanguage) -> [Double]? {
    guard let lexicon = of(language) else { return nil }
    let found = lexicon.counts(in: tokens)
    var counts = ClaimCue.allCases.map { Double(found[$0]) }
    for (index, token) in tokens.enumerated() {
      if language == .english {
        if token.base != token.word && token.word.hasSuffix("n't") { counts[ClaimCue.negation.rawValue] += 1 }
        if isSuperlative(token) { counts[ClaimCue.comparison.rawValue] += 1 }
        if token.word.hasSuffix("er"), token.length >= 5, index + 1 < tokens.count,
          tokens[index + 1].word == "than"
        {
          counts[ClaimCue.comparison.rawValue] += 1
        }
      }
      if isAmount(token) { counts[ClaimCue.quantity.rawValue] += 1 }
    }
    return counts
  }

  private static func isSuperlative(_ token: Token) -> Bool {
    token.length >= 7 && token.word.hasSuffix("est") && !notSuperlatives.contains(token.word)
  }

  private static let notSuperlatives = words("interest request suggest harvest contest conquest pinterest")

  /// `$5`, `40%`: money or a share; the words for them are in the lists.
  private static func isAmount(_ token: Token) -> Bool {
    guard token.isNumber else { return false }
    return token.following == "%" || token.preceding == "$" || token.preceding == "£"
      || token.preceding == "€"
  }

  private static let english = Lexicon<ClaimCue>([
    (
      .praise,
      each(
        """
        important importantly importance good great better best excellent impressive remarkable powerful
        valuable useful helpful effective efficient successful success strong stronger beautiful brilliant
        perfect ideal superb wonderful compelling clever smart worth worthwhile worthy essential crucial
        critical vital key necessary fundamental fundamentally significant significantly meaningful
        rewarding promising exciting enjoyable reliable simple simply easy easier easily clear clearly
        right fair honest true truly genuine genuinely healthy safe free freedom trust respect dignity
        love
        """)
    ),
    (
      .degree,
      "so much / "
        + each(
          """
          very really truly deeply extremely highly especially particularly entirely completely totally
          absolutely fully utterly quite far too more less enough even just only merely simply actually
          indeed certainly definitely exactly precisely almost nearly barely hardly incredibly
          increasingly ever
          """)
    ),
    (
      .abstractNoun,
      each(
        """
        problem problems issue issues challenge challenges goal goals aim aims purpose mission point
        points lesson lessons reason reasons answer answers truth fact facts risk risks mistake mistakes
        idea ideas solution solutions way ways question questions cause causes benefit benefits impact
        impacts effect effects consequence consequences approach strategy opportunity responsibility power
        future crisis choice choices decision decisions change changes difference result results need
        needs role value values system systems principle principles concept experience argument evidence
        matter matters thing things kind sense view belief process ability chance hope key secret promise
        trend sign
        """)
    ),
    (
      .obligation,
      """
      should / must / need|needs to / have|has to / ought to / cannot / can't / let's / had better
      it's time / required? to / required / responsib* / deserve|deserves / right to
      """
    ),
    (
      .harm,
      each(
        """
        bad badly worse worst wrong poor poorly weak terrible horrible awful dangerous danger serious
        seriously severe difficult difficulty hard harder impossible unlikely fail fails failed failure
        failing lose losing lost loss losses lack lacking lacks suffer suffers suffering hurt hurts harm
        harmful harms damage threat threaten threatens threatening fear fears risk risks risky problem
        problems problematic crisis disaster collapse painful pain frustrating frustrated disappointing
        disappointed unfair unjust unacceptable ridiculous absurd false misleading meaningless useless
        waste wasted costly expensive inadequate insufficient flawed mistake mistakes confusing confused
        unfortunately sadly depressing devastating cruel lie lies guilty guilt worry worried concern
        concerned concerns struggle struggles struggling burden violence victims kill kills
        """)
    ),
    (.negation, each("not no never nothing none nobody neither nor without cannot")),
    (
      .comparison,
      """
      more|less|fewer|better|worse than / as _ as / most / least
      main|primary|chief|central|core|key|real|sole|only|single|first|ultimate|top|greatest|biggest|largest
      """
    ),
    (
      .generality,
      each(
        """
        people everyone everybody anyone anybody nobody someone society world humans humanity community
        communities country countries nation public users user developers developer companies company
        industry government governments all every always never many most some few often generally
        typically usually any each others life lives
        """)
    ),
    (
      .quantity,
      """
      # percent|million|billion|trillion|times|x|fold / # per cent / half / third of / double / twice
      triple / two thirds / three quarters / majority / thousands / millions / billions / dozens
      hundreds
      """
    ),
  ])

  private static let german = Lexicon<ClaimCue>([
    (
      .praise,
      each(
        """
        wichtig wichtige wichtiger gut gute guter besser beste besten großartig hilfreich nützlich wirksam
        erfolgreich erfolg stark klar deutlich richtig wahr ehrlich sinnvoll notwendig nötig entscheidend
        wesentlich einfach leicht wertvoll vertrauen respekt freiheit würde
        """)
    ),
    (
      .degree,
      each(
        """
        sehr wirklich völlig ganz besonders äußerst absolut durchaus nur bloß sogar kaum fast beinahe
        eigentlich tatsächlich gerade zu mehr weniger genug immer zunehmend
        """)
    ),
    (
      .abstractNoun,
      each(
        """
        problem probleme frage fragen ziel ziele zweck grund gründe antwort wahrheit risiko risiken fehler
        idee ideen lösung lösungen weg wege ursache folge folgen wirkung nutzen chance verantwortung
        zukunft krise entscheidung veränderung unterschied ergebnis rolle wert werte prinzip erfahrung
        aufgabe bedeutung
        """)
    ),
    (
      .obligation,
      """
      muss|müssen|müsste|müssten / soll|sollen|sollte|sollten / darf|dürfen nicht|kein|keine
      brauchen|braucht / verdien*
      """
    ),
    (
      .harm,
      each(
        """
        schlecht schlechte schlimm falsch schwach gefährlich gefahr schwer schwierig unmöglich scheitern
        scheitert verlieren verlust mangel leiden schaden angst sorge sorgen krise teuer unfair leider
        kampf
        """)
    ),
    (.negation, each("nicht nie niemals nichts kein keine keinen keiner keinem niemand ohne weder")),
    (
      .comparison,
      """
      mehr|weniger|besser|schlechter als / am meisten|besten|wenigsten
      größte|größten|einzige|einzigen|erste
      """
    ),
    (
      .generality,
      each(
        """
        menschen leute jeder jede alle niemand gesellschaft welt länder unternehmen mitarbeiter immer oft
        meist gewöhnlich viele wenige manche leben
        """)
    ),
    (
      .quantity,
      "# prozent|millionen|milliarden|mal / hälfte / drittel / doppelt / mehrheit / tausende / hunderte"
    ),
  ])
}

/// A plain list of words in the writing of ``Lexicon``.
func each(_ words: String) -> String {
  words.split(whereSeparator: \.isWhitespace).joined(separator: "/")
}
