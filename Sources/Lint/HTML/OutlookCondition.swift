/// What stands in `<!--[if …]>`: whether Outlook on Windows takes it.
///
/// Knows `mso`, `IE`, `vml`, `true` and `false`, versions with `gt`, `gte`, `lt`, `lte`, and `!`, `&`, `|` and brackets.
struct OutlookCondition {
  /// Versions of Word that Outlooks in use draw with: 2007, 2010, 2013, 2016 and later.
  static let versions = [12, 14, 15, 16]

  private var words: ArraySlice<String>
  private let version: Int
  private var isSound = true

  /// - Returns: `nil` if the condition cannot be understood.
  static func holds(_ text: String, version: Int) -> Bool? {
    guard text.utf8.count <= 200 else { return nil }
    var condition = OutlookCondition(words: conditionWords(text)[...], version: version)
    let result = condition.readAny()
    return condition.isSound && condition.words.isEmpty ? result : nil
  }

  private init(words: ArraySlice<String>, version: Int) {
    self.words = words
    self.version = version
  }

  private mutating func readAny() -> Bool {
    var result = readAll()
    while words.first == "|" {
      words.removeFirst()
      let right = readAll()
      result = result || right
    }
    return result
  }

  private mutating func readAll() -> Bool {
    var result = readOne()
    while words.first == "&" {
      words.removeFirst()
      let right = readOne()
      result = result && right
    }
    return result
  }

  private mutating func readOne() -> Bool {
    guard let word = words.popFirst() else {
      isSound = false
      return false
    }
    switch word {
    case "!": return !readOne()
    case "(":
      let result = readAny()
      if words.popFirst() != ")" { isSound = false }
      return result
    case "true": return true
    case "false": return false
    case "gt", "gte", "lt", "lte":
      guard let feature = words.popFirst(), features.contains(feature), let number = readNumber() else {
        isSound = false
        return false
      }
      guard feature == "mso" else { return false }
      return switch word {
      case "gt": Double(version) > number
      case "gte": Double(version) >= number
      case "lt": Double(version) < number
      default: Double(version) <= number
      }
    case _ where features.contains(word):
      let number = readNumber()
      return word == "mso" && (number.map { $0 == Double(version) } ?? true) || word == "vml"
    default:
      isSound = false
      return false
    }
  }

  private mutating func readNumber() -> Double? {
    guard let number = words.first.flatMap(Double.init) else { return nil }
    words.removeFirst()
    return number
  }
}

private let features: Set<String> = ["mso", "ie", "vml", "outlook"]

private func conditionWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for scalar in text.lowercased().unicodeScalars {
    let isSign = "!&|()".unicodeScalars.contains(scalar)
    if isSign || scalar.properties.isWhitespace {
      if !word.isEmpty { words.append(word) }
      word = ""
      if isSign { words.append(String(scalar)) }
    } else {
      word.unicodeScalars.append(scalar)
    }
  }
  return word.isEmpty ? words : words + [word]
}
