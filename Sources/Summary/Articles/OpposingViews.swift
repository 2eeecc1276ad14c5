import Model

/// Which side of its subject an article takes, as far as its title and its first and last paragraphs say it in words.
enum SideCue: Int, CaseIterable, Hashable, Sendable {
  case praise, warning
  /// In a comment: its writer holds something against the article.
  case objection
}

/// How alike the words of two articles must be, at least, to speak of one subject (cosine of their rare words, 0 to 1); titles
/// must share a word besides.
private let subjectLikeness = 0.12

/// Later ones are not compared: an edition does not print them.
private let comparedArticles = 80

/// Articles of several blogs that take different sides of one subject: for the lesser of two the place of the better one.
///
/// So they do if the author of one objects below the other; else seldom and sure rather than often: at least one of the two says so in its title, where a word counts twice, and the other
/// at least there or in two sentences on the subject. No article stands against more than one.
///
/// - Parameter articles: place and article, best first.
func opposingViews(_ articles: [(place: Int, measure: ArticleMeasure)]) -> [Int: Int] {
  let views = articles.prefix(comparedArticles).map { View($0.place, $0.measure) }
  guard views.count > 1 else { return [:] }
  let vectors = TermVectors(views.map(\.words)).vectors
  let common = commonStems(views)
  var opposed: [Int: Int] = [:]
  var taken: Set<Int> = []
  for later in views.indices {
    for earlier in views.indices.prefix(later) where views[earlier].isAgainst(views[later]) {
      let (better, lesser) = (views[earlier], views[later])
      guard !taken.contains(earlier), better.feedID != lesser.feedID,
        better.authors.isDisjoint(with: lesser.authors),
        !better.titleStems.intersection(lesser.titleStems).subtracting(common).isEmpty,
        TermVectors.dot(vectors[earlier], vectors[later]) >= subjectLikeness
      else { continue }
      opposed[lesser.place] = better.place
      taken.formUnion([earlier, later])
      break
    }
  }
  return opposed
}

/// What every other title of the week holds names no subject.
private func commonStems(_ views: [View]) -> Set<String> {
  var counts: [String: Int] = [:]
  for view in views { for stem in view.titleStems { counts[stem, default: 0] += 1 } }
  let most = max(3, views.count / 4)
  return Set(counts.filter { $0.value > most }.keys)
}

/// An article as one voice on its subject.
private struct View {
  let place: Int
  let feedID: FeedSource.ID
  let authors: Set<String>
  let titleStems: Set<String>
  let words: [String]
  /// 1 in favour, -1 against, 0 if it does not say.
  let side: Int
  /// Its title says so already.
  let isTitled: Bool
  /// Names of those who object below it.
  let objectors: Set<String>

  init(_ place: Int, _ measure: ArticleMeasure) {
    let article = measure.article
    self.place = place
    feedID = measure.feedID
    authors = Set(article.authors.map(foldedName)).subtracting([""])
    let language = articleLanguage(article)
    let titleTokens = tokens(of: article.title ?? "")
    let stems = Set(topicStems(titleTokens, language))
    titleStems = stems
    words = storyWords(article)
    let lexicon = WordLists.of(language)?.sides
    let titleBalance = lexicon.map { View.balance(titleTokens[...], $0) } ?? 0
    let balances = lexicon.map { View.balances(article, about: stems, language, $0) } ?? 0
    let sum = 2 * titleBalance + balances
    side = abs(sum) >= 2 ? sum.signum() : 0
    isTitled = titleBalance * side > 0
    objectors = measure.discussion.objectors
  }

  func isAgainst(_ other: View) -> Bool {
    side * other.side < 0 && (isTitled || other.isTitled)
      || !authors.isDisjoint(with: other.objectors) || !other.authors.isDisjoint(with: objectors)
  }

  /// 1 for praise, -1 for a warning; praise with a warning is a warning: "no benefits".
  private static func balance(_ tokens: ArraySlice<Token>, _ lexicon: Lexicon<SideCue>) -> Int {
    let counts = lexicon.counts(in: tokens)
    return counts[.warning] > 0 ? -1 : counts[.praise].signum()
  }

  /// The sum over the sentences of the first and last paragraphs that name the subject.
  private static func balances(
    _ article: Article, about subject: Set<String>, _ language: TextLanguage, _ lexicon: Lexicon<SideCue>
  ) -> Int {
    var sum = 0
    let body = article.body.filter { $0.kind == .paragraph }
    for block in body.count > 4 ? Array(body.prefix(2) + body.suffix(2)) : body {
      let text = opening(of: block.text)
      let words = tokens(of: text)
      for bounds in wordBounds(of: sentenceRanges(of: text, language: language), in: words) {
        let sentence = words[bounds]
        if topicStems(Array(sentence), language).contains(where: subject.contains) {
          sum += balance(sentence, lexicon)
        }
      }
    }
    return sum
  }
}
