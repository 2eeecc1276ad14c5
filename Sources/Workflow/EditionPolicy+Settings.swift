import Configuration
import Editions
import Model

extension EditionPolicy {
  /// The policy that the configuration asks for; sections stand in the order of the feed lists.
  init(_ settings: EditionSettings, weights: PickingWeights, feeds: [FeedSource]) {
    self.init()
    self.weights = weights
    maxArticles = settings.articles
    maxAlsoPublished = settings.named
    minKeyParagraphs = min(2, settings.paragraphs)
    maxKeyParagraphs = settings.paragraphs
    quotation = QuotationLimits(words: settings.quotedWords, share: settings.quotedShare)
    maxThreads = settings.threads
    commentWords = settings.commentWords
    printsImages = settings.printsImages
    answerWords = max(10, settings.commentWords * 2 / 3)
    var order: [String] = []
    for section in feeds.compactMap(\.section) where !order.contains(section) { order.append(section) }
    sectionOrder = order
  }
}
