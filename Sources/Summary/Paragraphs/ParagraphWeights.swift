/// How much each term counts in the score of a paragraph. Fixed and few on purpose: weights that were
/// searched on one set of articles did worse on articles that they had not seen.
public struct ParagraphWeights: Hashable, Sendable {
  /// Says its point in full: words, up to 80.
  public var size = 0.7
  /// Judges, generalises, demands, compares: words that claim something.
  public var claims = 0.5
  /// Long words: ideas are told in longer ones than scenes.
  public var abstract = 0.4
  /// Shares rare words with the title and the standfirst.
  public var topic = 0.4
  /// Stands early in a text that keeps its writer out: the news is at the top.
  public var early = 1.5
  /// Stands first.
  public var rank = 1.0
  /// Opens a section: follows a heading.
  public var section = 0.3
  /// A pull quote repeats it: the editor of the page thought it worth saying twice.
  public var pulled = 0.3
  /// Holds a whole sentence in strong type.
  public var emphasis = 0.2
  /// Stands in the last third.
  public var lastThird = -0.2
  /// Begins with a word that points back; half of it if a later sentence can begin it.
  public var pointer = -0.6
  /// Asks instead of answering: share of questions among its sentences.
  public var asking = -0.4
  /// Begins with another text that its writer read.
  public var elsewhere = -1.0
  /// Is a list that the article announces as what it has to offer.
  public var announced = 2.0
  /// Is a list that nobody announced.
  public var list = -1.0

  public init() {}

  /// The given weights by name, all others as they are.
  public init(_ given: [String: Double]) {
    for (name, place) in ParagraphWeights.byName {
      if let value = given[name] { self[keyPath: place] = value }
    }
  }

  /// How `digest.yaml` calls the weights.
  static var byName: [(name: String, place: WritableKeyPath<ParagraphWeights, Double>)] {
    [
      ("size", \.size),
      ("claims", \.claims),
      ("abstract", \.abstract),
      ("topic", \.topic),
      ("early", \.early),
      ("rank", \.rank),
      ("section", \.section),
      ("pulled", \.pulled),
      ("emphasis", \.emphasis),
      ("last_third", \.lastThird),
      ("pointer", \.pointer),
      ("asking", \.asking),
      ("elsewhere", \.elsewhere),
      ("announced", \.announced),
      ("list", \.list),
    ]
  }
}
