/// What a sentence does in an argument.
enum SentenceCue: Int, CaseIterable, Hashable, Sendable {
  case conclusion, thesis, importance, norm
}
