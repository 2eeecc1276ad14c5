/// How much each term counts in the score of a paragraph; `Data/weights.txt` says how much, and why.
public struct ParagraphWeights: Hashable, Sendable, FiledWeights {
  /// Says its point in full: words, up to 80.
  public var size = 0.0
  /// Judges, generalises, demands, compares: words that claim something.
  public var claims = 0.0
  /// Long words: ideas are told in longer ones than scenes.
  public var abstract = 0.0
  /// Shares rare words with the title and the standfirst.
  public var topic = 0.0
  /// Stands early in a text that keeps its writer out: the news is at the top.
  public var early = 0.0
  /// Stands first.
  public var rank = 0.0
  /// Opens a section: follows a heading.
  public var section = 0.0
  /// A pull quote repeats it: the editor of the page thought it worth saying twice.
  public var pulled = 0.0
  /// Holds a whole sentence in strong type.
  public var emphasis = 0.0
  /// Stands in the last third.
  public var lastThird = 0.0
  /// Begins with a word that points back; half of it if a later sentence can begin it.
  public var pointer = 0.0
  /// Asks instead of answering: share of questions among its sentences.
  public var asking = 0.0
  /// Begins with another text that its writer read.
  public var elsewhere = 0.0
  /// Is a list that the article announces as what it has to offer.
  public var announced = 0.0
  /// Is a list that nobody announced.
  public var list = 0.0

  /// What the files say for most languages.
  public init() { self.init([:]) }

  /// The given weights by name, all others as the files have them.
  public init(_ given: [String: Double]) { self.init(given, family: .other) }

  init(_ given: [String: Double], family: LanguageFamily) {
    self = ParagraphWeights.byFamily[family] ?? ParagraphWeights(blank: ())
    take(given)
  }

  private init(blank: Void) {}

  private static let byFamily = filed(ParagraphWeights(blank: ()))

  static let list = "paragraphs"

  static var fields: [(name: String, place: WritableKeyPath<ParagraphWeights, Double>)] { byName }

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
