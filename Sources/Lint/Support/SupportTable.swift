/// What each mail program does with each feature, from `Data/mail-support.txt`, which says how to read it.
struct SupportTable {
  enum Verdict { case full, partial, none, unknown }

  /// What a reader without the feature has instead.
  enum Fallback: String {
    /// The decoration or the hint is lost, no content and no layout.
    case graceful
    /// The part that is missing is small.
    case partly
    case ghostTable = "ghost-table"
    case backgroundColour = "background-colour"
    case cellspacing
    case contentStays = "content-stays"
  }

  struct Row {
    let verdicts: [UInt8]
    /// The feature is in the way only where one of these holds.
    let conditions: Set<String>
    /// The same, for Outlook on Windows alone.
    let outlookConditions: Set<String>
    let fallback: Fallback?

    /// - Parameter facts: how the document uses the feature.
    func verdict(of program: MailProgram, facts: Set<String>) -> Verdict {
      guard program.rawValue < verdicts.count else { return .unknown }
      switch verdicts[program.rawValue] {
      case UInt8(ascii: "y"): return .full
      case UInt8(ascii: "p"): return .partial
      case UInt8(ascii: "n"): return .none
      case UInt8(ascii: "c"): return conditions.isDisjoint(with: facts) ? .full : .partial
      case UInt8(ascii: "o"):
        return conditions.union(outlookConditions).isDisjoint(with: facts) ? .full : .partial
      case UInt8(ascii: "x"): return outlookConditions.isDisjoint(with: facts) ? .full : .none
      default: return .unknown
      }
    }
  }

  static let shared = SupportTable(String(decoding: PackageResources.mail_support_txt, as: UTF8.self))

  private let rows: [Feature: Row]

  init(_ text: String) {
    var rows: [Feature: Row] = [:]
    for line in text.split(separator: "\n") where !line.hasBytePrefix("#") {
      let words = line.split(separator: " ")
      guard words.count >= 3, let kind = Feature.Kind(rawValue: String(words[0])) else { continue }
      func list(_ mark: String) -> Set<String> {
        let word = words.first { $0.hasBytePrefix(mark) }
        return Set(word?.dropFirst(mark.count).split(separator: ",").map(String.init) ?? [])
      }
      rows[Feature(kind: kind, name: String(words[1]))] = Row(
        verdicts: Array(words[2].utf8), conditions: list("if:"), outlookConditions: list("outlook:"),
        fallback: list("else:").first.flatMap(Fallback.init))
    }
    self.rows = rows
  }

  var count: Int { rows.count }
  var features: [Feature] { Array(rows.keys) }
  subscript(feature: Feature) -> Row? { rows[feature] }
}

/// Something that a mail program may not know.
struct Feature: Hashable, Comparable, CustomStringConvertible {
  enum Kind: String {
    case property, value, element, attribute, link, image
  }

  let kind: Kind
  let name: String

  var description: String {
    switch kind {
    case .property, .value: name
    case .element: "<\(name)>"
    case .attribute: "\(name)=\"…\""
    case .link: "\(name) links"
    case .image: "\(name) images"
    }
  }

  static func < (left: Feature, right: Feature) -> Bool {
    (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
  }
}
