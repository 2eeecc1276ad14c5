import Model

extension HTMLLint {
  /// What stands once in a document: type, language, direction, encoding, title.
  mutating func checkDocument() {
    if tree.doctype?.lowercased().hasBytePrefix("doctype html") != true {
      findings.add(
        .error, "doctype", "the document does not begin with <!DOCTYPE html>",
        hint: "without it Outlook.com and others lay it out as in 1998", line: 1)
    }
    checkLanguage()
    checkMeta()
    let title = document.elements("title").first.map { document.text(of: $0) } ?? ""
    if title.utf8.allSatisfy(isBlank) {
      findings.add(.error, "title", "the document has no title", hint: "the subject of the mail")
    }
    for fault in tree.faults {
      findings.add(
        .error, "html-invalid", fault.words, hint: fault.hint, line: fault.line, column: fault.column)
    }
  }

  private mutating func checkLanguage() {
    let language = document.nodes[0]["lang"] ?? ""
    if language.isEmpty {
      say(
        .error, "html-lang", "<html> has no lang",
        "such as lang=\"en\"; screen readers choose the voice by it", at: 0)
    } else if !isLanguageTag(language) {
      say(.error, "html-lang", "\(excerpt(language)) is no language", "such as en or pt-BR", at: 0)
    }
    for (index, node) in document.nodes.enumerated().dropFirst() {
      if let language = node["lang"], !language.isEmpty, !isLanguageTag(language) {
        say(.error, "html-lang", "\(excerpt(language)) is no language", "such as en or pt-BR", at: index)
      }
    }
    if document.nodes[0]["dir"]?.isEmpty ?? true {
      say(.error, "html-dir", "<html> has no dir", "ltr or rtl", at: 0)
    }
    let hasWrapper = document.nodes.indices.contains { index in
      (document.isIn(index, document.body) || index == document.body)
        && document.nodes[index]["lang"]?.isEmpty == false
    }
    if !hasWrapper {
      findings.add(
        .warning, "lang-wrapper", "nothing inside of <body> has a lang",
        hint: "webmail drops <html>; put lang and dir on a <div> around everything, too")
    }
  }

  private mutating func checkMeta() {
    var names: [String: String] = [:]
    for index in document.elements("meta") {
      let node = document.nodes[index]
      if node["charset"] != nil { names["charset"] = "" }
      for key in ["name", "http-equiv"] { node[key].map { names[$0.lowercased()] = node["content"] ?? "" } }
    }
    if names["charset"] == nil, names["content-type"] == nil {
      findings.add(
        .error, "meta-charset", "no <meta charset>",
        hint: "<meta charset=\"utf-8\"> in the first 1024 bytes; without it Gmail cuts earlier")
    }
    if names["viewport"] == nil {
      findings.add(
        .warning, "meta-viewport", "no <meta name=\"viewport\">", hint: "content=\"width=device-width\"")
    }
    if names["color-scheme"] == nil {
      findings.add(
        .warning, "meta-color-scheme", "no <meta name=\"color-scheme\">",
        hint: "content=\"light dark\", if there are colours for both")
    } else if names["supported-color-schemes"] == nil {
      findings.add(
        .note, "meta-color-scheme", "no <meta name=\"supported-color-schemes\">",
        hint: "older Apple Mail reads it")
    }
    if names["refresh"] != nil {
      findings.add(.error, "meta-refresh", "the document sends its readers elsewhere", hint: "use a link")
    }
  }

  /// The hidden words that lists of messages show behind the subject.
  mutating func checkPreheader() {
    let first = document.nodes.indices.first { index in
      let node = document.nodes[index]
      return node.tag == nil && document.isIn(index, document.body)
        && !["style", "script", "title"].contains(document.nodes[node.parent].name)
        && node.text.utf8.contains { !isBlank($0) }
    }
    guard let first, isHidden[first] else {
      if !isCut {
        findings.add(
          .error, "preheader", "no hidden text stands at the beginning of <body>",
          hint:
            "40 to 130 characters that say what is in this issue; lists of messages show them behind the subject"
        )
      }
      return
    }
    let filler: Set<Unicode.Scalar> = [
      "\u{200C}", "\u{200B}", "\u{A0}", "\u{FEFF}", "\u{34F}", "\u{AD}", "\u{2007}",
    ]
    let words = String(
      String.UnicodeScalarView(
        document.text(of: document.nodes[first].parent).unicodeScalars.filter { !filler.contains($0) }))
    let count = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars.count
    measures.preheaderCharacters = count
    if count == 0 {
      say(
        .error, "preheader", "the preheader is empty", "40 to 130 characters that say what is in this issue",
        at: first)
    } else if !(30...140).contains(count) {
      say(.warning, "preheader", "the preheader has \(count) characters", "40 to 130 are useful", at: first)
    }
  }
}

/// `en`, `pt-BR`, `zh-Hant-TW`.
private func isLanguageTag(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
    return false
  }
  return parts.dropFirst().allSatisfy { part in
    (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
  }
}
