#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much of what a document uses the mail programs know.
struct SupportScore {
  struct Gap {
    let feature: Feature
    let use: FeatureUse.Use
    let without: [MailProgram]
    let partly: [MailProgram]
    let fallback: SupportTable.Fallback?
  }

  /// Percent for each program that the table speaks of.
  private(set) var percents: [MailProgram: Double] = [:]
  /// Features that some program does not know in full.
  private(set) var gaps: [Gap] = []
  /// Percent of the features that every program knows in full.
  private(set) var fullEverywhere = 100.0

  /// Mean over the programs; a feature counts the more the more often it is used, by the logarithm.
  var percent: Double {
    percents.isEmpty ? 100 : percents.values.sorted().reduce(0, +) / Double(percents.count)
  }

  var lowest: (program: MailProgram, percent: Double)? {
    percents.min { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
      .map { (program: $0.key, percent: $0.value) }
  }

  init(_ used: FeatureUse, _ table: SupportTable = .shared) {
    var sums: [MailProgram: (known: Double, all: Double)] = [:]
    var features = 0
    for (feature, use) in used.uses.sorted(by: { $0.key < $1.key }) {
      guard let row = table[feature] else { continue }
      features += 1
      let weight = 1 + log2(Double(use.count))
      var without: [MailProgram] = []
      var partly: [MailProgram] = []
      for program in MailProgram.allCases {
        let verdict = row.verdict(of: program, facts: use.facts)
        switch verdict {
        case .full: break
        case .partial: partly.append(program)
        case .none: without.append(program)
        case .unknown: continue
        }
        let value = verdict == .full ? 1 : verdict == .partial ? 0.5 : 0
        let sum = sums[program] ?? (0, 0)
        sums[program] = (sum.known + weight * value, sum.all + weight)
      }
      if !without.isEmpty || !partly.isEmpty {
        gaps.append(
          Gap(feature: feature, use: use, without: without, partly: partly, fallback: row.fallback))
      }
    }
    percents = sums.mapValues { 100 * $0.known / $0.all }
    if features > 0 { fullEverywhere = 100 * Double(features - gaps.count) / Double(features) }
  }
}
