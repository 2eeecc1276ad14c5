/// A file of lists: `[name]` begins a section, `--` a remark.
struct CommentCueFile {
  private var sections: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    var name = ""
    for line in embeddedText(bytes).split(separator: "\n") {
      if line.hasPrefix("--") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        name = String(line.dropFirst().dropLast())
      } else {
        sections[name, default: ""] += line + "\n"
      }
    }
  }

  /// What a section holds; nothing if there is none.
  subscript(name: String) -> String { sections[name] ?? "" }

  var names: Set<String> { Set(sections.keys) }
}
