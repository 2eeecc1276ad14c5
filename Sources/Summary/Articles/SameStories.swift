import Model

/// How alike the words of two articles must be to tell one story (cosine of their rare words, 0 to 1).
private let storyLikeness = 0.5

/// Later ones are not compared: an edition does not print them.
private let comparedArticles = 80

/// Articles of several blogs on one story: for each but the best the place of the best.
///
/// - Parameter articles: place and article, best first.
func sameStories(_ articles: [(place: Int, measure: ArticleMeasure)]) -> [Int: Int] {
  let compared = articles.prefix(comparedArticles)
  guard compared.count > 1 else { return [:] }
  let vectors = TermVectors(compared.map { storyWords($0.measure.article) }).vectors
  var stories: [Int: Int] = [:]
  var leaders: [Int] = []
  for index in compared.indices {
    let leader = leaders.first { other in
      compared[other].measure.feedID != compared[index].measure.feedID
        && TermVectors.dot(vectors[other], vectors[index]) >= storyLikeness
    }
    if let leader { stories[compared[index].place] = compared[leader].place } else { leaders.append(index) }
  }
  return stories
}

/// Stems of the title, three times, and of the first paragraphs, without the words that every text has.
func storyWords(_ article: Article) -> [String] {
  let language = articleLanguage(article)
  var stemmer = TopicStemmer(language)
  let title = stemmer.stems(of: tokens(of: article.title ?? ""))
  var words = title + title + title
  for block in article.body where words.count < 400 {
    words += stemmer.stems(of: tokens(of: opening(of: block.text)))
  }
  return words
}

/// What an article is written in, by its words first.
func articleLanguage(_ article: Article) -> TextLanguage {
  let sample = article.body.prefix(20).map { opening(of: $0.text, bytes: TextLanguage.sampleBytes) }
  return TextLanguage(of: sample.joined(separator: " "), tag: article.language)
}
