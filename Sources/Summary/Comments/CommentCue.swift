/// What a comment does, as far as words give it away; each is a section of the files in `CommentCues`.
enum CommentCue: Int, CaseIterable, Hashable, Sendable {
  // What editors look for.
  case experience, outcome, disagreement
  // Promotion: one kind is a suspicion, two are proof.
  case possession, call, price, reach, offer, material, pitch
  // Condescension, likewise.
  case impersonalOne, amused, politeKnife, knewIt, groupAddress, judgedAuthor, irony
  // What never helps.
  case insult, certainty, maxim, generic, vague, praise, thanks, meta

  static let promotion: [CommentCue] = [.possession, .call, .price, .reach, .offer, .material]
  static let condescension: [CommentCue] = [
    .impersonalOne, .amused, .politeKnife, .knewIt, .groupAddress, .judgedAuthor,
  ]
}

enum BusinessCue: Int, CaseIterable, Hashable, Sendable {
  case business
}
