/// The small closed classes of words of one language: who acts, and whether it has happened.
///
/// They say more than any list of phrases: what editors print tells what somebody did.
struct CommentGrammar: Sendable {
  let first: Set<String>
  let third: Set<String>
  let second: Set<String>
  /// First persons that only feel or agree: "I hope" reports nothing.
  let silent: Set<String>
  private let subjects: Set<String>
  private let owners: Set<String>
  private let past: Set<String>
  private let pastEndings: [String]
  /// Forms that hold their person: Spanish "trabajé".
  private let pastAlone: Set<String>
  private let notPast: Set<String>
  /// In German the subject may follow: "Gestern haben wir".
  private let subjectMayFollow: Bool

  init(_ file: CommentCueFile) {
    first = words(file["first"])
    third = words(file["third"])
    second = words(file["second"])
    silent = words(file["silent"])
    subjects = words(file["subject"])
    owners = words(file["owner"])
    past = words(file["past"])
    pastEndings = words(file["past endings"]).sorted()
    pastAlone = words(file["past alone"])
    notPast = words(file["no past"])
    subjectMayFollow = !words(file["subject follows"]).isEmpty
  }

  /// How often somebody did something: a person and, close by, a verb in the past.
  func events(in tokens: [Token]) -> Int {
    var count = 0
    for (index, token) in tokens.enumerated() {
      if pastAlone.contains(token.word) {
        count += 1
      } else if isPast(token), hasSubject(near: index, in: tokens) {
        count += 1
      }
    }
    return count
  }

  private func isPast(_ token: Token) -> Bool {
    if past.contains(token.word) { return true }
    guard token.length >= 5, !notPast.contains(token.word) else { return false }
    return pastEndings.contains { token.word.hasSuffix($0) }
  }

  /// "I went", "she never said", "my old boss asked".
  private func hasSubject(near index: Int, in tokens: [Token]) -> Bool {
    for back in 1...3 where index >= back {
      let word = tokens[index - back].base
      if back <= 2, subjects.contains(word) { return true }
      if back >= 2, owners.contains(word) { return true }
    }
    guard subjectMayFollow else { return false }
    return index + 1 < tokens.count && subjects.contains(tokens[index + 1].base)
  }
}
