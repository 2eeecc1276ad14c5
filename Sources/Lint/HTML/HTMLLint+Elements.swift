import Model

extension HTMLLint {
  /// What has no place in a mail.
  mutating func checkElements() {
    for (index, node) in document.nodes.enumerated() {
      guard let tag = node.tag else { continue }
      if forbiddenElements.contains(tag.name) {
        say(
          .error, "forbidden-element", "<\(tag.name)> has no place in a mail",
          "mail programs drop it, with what stands in it", at: index)
      }
      for attribute in tag.attributes where attribute.name.hasBytePrefix("on") {
        say(
          .error, "event-handler", "<\(tag.name)> carries \(excerpt(attribute.name))",
          "no mail program runs scripts",
          at: index)
      }
      if tag.name == "link", tag["rel"]?.lowercased().containsBytes("stylesheet") == true {
        say(
          .error, "external-css", "a style sheet from outside",
          "mail programs load none; write styles inline", at: index)
      }
      if tag.name == "style", document.isIn(index, document.body) {
        say(
          .error, "style-in-body", "<style> inside of <body>", "Gmail drops it there; it belongs into <head>",
          at: index)
      }
    }
  }

  mutating func checkIdentifiers() {
    var lines: [String: Int] = [:]
    for (index, node) in document.nodes.enumerated() {
      guard let id = node["id"] else { continue }
      if id.isEmpty {
        say(.error, "html-invalid", "an empty id", "leave it out", at: index)
        continue
      }
      if let line = lines[id] {
        say(
          .error, "duplicate-id", "the id \(excerpt(id)) stands in line \(line) already", "make it another",
          at: index)
      } else {
        lines[id] = node.line
      }
    }
  }

  /// Layout tables say that they are none; the others are tables of data.
  mutating func checkTables() {
    var depths: [Int: Int] = [:]
    var deepest = 0
    let hasHeads = tablesWithHeads()
    for index in document.elements("table") {
      let node = document.nodes[index]
      let around = document.ancestor(of: index) { $0.name == "table" }
      let depth = (around.flatMap { depths[$0] } ?? 0) + 1
      depths[index] = depth
      deepest = max(deepest, depth)
      guard !hasHeads.contains(index) else { continue }
      let role = node["role"]?.lowercased() ?? ""
      if role != "presentation", role != "none" {
        say(
          .error, "table-role", "a layout table without role=\"presentation\"",
          "screen readers count its rows and cells aloud", at: index)
      }
      if node["cellpadding"]?.isEmpty ?? true || node["cellspacing"]?.isEmpty ?? true {
        say(
          .warning, "table-attributes", "a layout table without cellpadding and cellspacing",
          "cellpadding=\"0\" cellspacing=\"0\"; Outlook adds its own", at: index)
      }
    }
    measures.tableDepth = deepest
    if deepest > 6 {
      findings.add(
        .warning, "table-depth", "tables stand \(deepest) deep in each other",
        hint: "old Outlooks give up; six is enough")
    }
  }

  /// Tables that hold a head of a row or column, or a caption: in them and in the tables around them is data.
  private func tablesWithHeads() -> Set<Int> {
    var found: Set<Int> = []
    for (index, node) in document.nodes.enumerated() where node.name == "th" || node.name == "caption" {
      var place = index
      while let table = document.ancestor(of: place, where: { $0.name == "table" }) {
        guard found.insert(table).inserted else { break }
        place = table
        if node.name == "caption" { break }
      }
    }
    return found
  }
}
