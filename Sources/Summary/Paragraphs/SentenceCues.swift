/// What a sentence does in an argument.
enum SentenceCue: Int, CaseIterable, Hashable, Sendable {
  case conclusion, thesis, importance, norm, example, continuation, anaphora, we
}

enum SentenceLexicon {
  static let openings = Lexicon<SentenceCue>([
    (
      .conclusion,
      """
      so / thus / therefore / hence / ultimately / overall / in conclusion|short|sum|summary|essence
      in other words / in the end / all in all / as a result / for these reasons / finally / bottom line
      that's why / this is why / this means
      """
    ),
    (.example, "for example|instance / imagine / suppose / consider / once / take"),
    (
      .continuation,
      """
      and / also / moreover / furthermore / additionally / in addition / besides / another / next / then
      second|secondly / third|thirdly / first|firstly / similarly / likewise / meanwhile / plus / as for
      """
    ),
    (
      .anaphora,
      """
      he / she / it / they / them / his / her / its / their / this / that / these / those / such / there
      here
      """
    ),
  ])

  static let anywhere = Lexicon<SentenceCue>([
    (
      .conclusion,
      """
      the? bottom line / in the end / ultimately / after all / at the end of the day
      the point|lesson|takeaway|moral|result is
      """
    ),
    (
      .thesis,
      """
      i|we firmly|strongly|personally|truly|still|also? believe|think|argue|contend|suggest
      i|we firmly|strongly|personally|truly|still|also? propose|claim|maintain|conclude|learned
      i|we recommend|hope|know|found|realized|realised / in my view|opinion
      my point|view|belief|advice|goal / this paper|study|article|essay|work|report
      the aim|goal|purpose|mission of / we present|show|examine|investigate|describe
      """
    ),
    (
      .importance,
      """
      important|importantly|importance / key / crucial / critical / essential / vital / main / most
      significant / fundamental / only
      """
    ),
    (.norm, "should / must / need|needs to / have|has to / ought to / cannot / can't / let's"),
    (.example, "for example|instance / e g / such as"),
    (.we, "we / our / us / ours"),
  ])
}
