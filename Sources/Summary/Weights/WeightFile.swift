/// A file of weights, as they lie in `Data`: `[name]` begins a list, `--` a remark; a weight is a line of its own, its name,
/// a number, and behind two hyphens why.
struct WeightFile: Sendable {
  private var lists: [String: [String: Double]] = [:]
  /// Lines that do not say all of this, or repeat a name: none in the files that are compiled in, as a test makes sure.
  private(set) var faults: [String] = []

  init(_ bytes: [UInt8]) {
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  init(text: String) {
    var list = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("--") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        list = String(line.dropFirst().dropLast())
        lists[list] = lists[list] ?? [:]
        continue
      }
      let parts = line.split(separator: " ")
      guard parts.count > 3, parts[2] == "--", let value = Double(parts[1]), value.isFinite,
        lists[list]?[String(parts[0])] == nil
      else {
        faults.append(String(line))
        continue
      }
      lists[list, default: [:]][String(parts[0])] = value
    }
  }

  var names: Set<String> { Set(lists.keys) }

  /// The weights of a list by name; nothing if there is none.
  func weights(_ list: String) -> [String: Double] { lists[list] ?? [:] }
}

extension WeightFile {
  /// What holds for every language.
  static let general = WeightFile(PackageResources.weights_txt)

  /// What differs for a family of languages; `nil` where nothing does.
  static func of(_ family: LanguageFamily) -> WeightFile? {
    switch family {
    case .unspaced: unspaced
    case .germanic, .romance, .other: nil
    }
  }

  private static let unspaced = WeightFile(PackageResources.weights_cjk_txt)
}
