/// A file of lists, as they lie in `Data`: `[name]` begins a list, `--` a remark.
struct WordFile {
  private var lists: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  init(text: String) {
    var name = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("--") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        name = String(line.dropFirst().dropLast())
        lists[name] = lists[name] ?? ""
      } else {
        lists[name, default: ""] += line + "\n"
      }
    }
  }

  var names: Set<String> { Set(lists.keys) }

  /// A list as it stands in the file, for ``Lexicon``; nothing if there is none.
  func phrases(_ name: String) -> String { lists[name] ?? "" }

  /// The words of a list, in their order.
  func words(_ name: String) -> [String] {
    phrases(name).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
