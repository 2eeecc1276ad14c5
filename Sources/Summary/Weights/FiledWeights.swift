/// Weights in fields of their own, filled from the files in `Data`.
protocol FiledWeights: Sendable {
  /// Name of their list in a file.
  static var list: String { get }
  /// Every field by its name in a file.
  static var fields: [(name: String, place: WritableKeyPath<Self, Double>)] { get }
}

extension FiledWeights {
  /// Takes over the given weights by name and leaves all others as they are.
  mutating func take(_ given: [String: Double]) {
    take(given, fields: Self.fields)
  }

  mutating func take(
    _ given: [String: Double], fields: [(name: String, place: WritableKeyPath<Self, Double>)]
  ) {
    guard !given.isEmpty else { return }
    for field in fields {
      if let value = given[field.name] { self[keyPath: field.place] = value }
    }
  }

  /// For each family what the files say; `blank` has no weights yet.
  static func filed(_ blank: Self) -> [LanguageFamily: Self] {
    var general = blank
    general.take(WeightFile.general.weights(list))
    return Dictionary(
      uniqueKeysWithValues: LanguageFamily.allCases.map { family in
        var weights = general
        weights.take(WeightFile.of(family)?.weights(list) ?? [:])
        return (family, weights)
      })
  }
}
