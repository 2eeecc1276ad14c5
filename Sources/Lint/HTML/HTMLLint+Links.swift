import Model

extension HTMLLint {
  /// Indices of the links that lead somewhere.
  var links: [Int] { document.elements("a").filter { document.nodes[$0]["href"] != nil } }

  /// Texts at the end that a footer may consist of.
  private static let footerTexts = 40

  mutating func checkLinks() {
    let named = Set(document.elements("a").compactMap { document.nodes[$0]["name"] })
    let targets = named.union(document.nodes.compactMap { $0["id"] })
    measures.links = links.count
    for index in document.elements("a") {
      let node = document.nodes[index]
      guard let written = node["href"] else {
        if node["name"] == nil, node["id"] == nil {
          say(
            .warning, "link-address", "<a> without href", "give it an address, or leave the tag out",
            at: index)
        }
        continue
      }
      let address = String(decoding: trimmedBlanks(Array(written.utf8)[...]), as: UTF8.self)
      if address.hasBytePrefix("#") {
        checkAnchor(String(address.dropFirst()), targets: targets, named: named, at: index)
      } else {
        checkAddress(address, at: index)
      }
      if address.utf8.contains(where: { $0 <= 0x20 || "<>\"".utf8.contains($0) }) {
        say(
          .error, "link-characters", "white space or brackets in an address: \(excerpt(address))",
          "escape them as %20",
          at: index)
      }
      checkWords(address, at: index)
    }
  }

  private mutating func checkAnchor(_ name: String, targets: Set<String>, named: Set<String>, at index: Int) {
    if name.isEmpty || !targets.contains(name) {
      say(
        .error, "link-anchor", "a link to #\(excerpt(name)), which is nowhere", "give it an address",
        at: index)
    } else if !named.contains(name) {
      say(
        .warning, "link-anchor", "Outlook and Gmail find #\(excerpt(name)) only as <a name>",
        "link to the archive instead; Gmail on iOS follows no anchors at all", at: index)
    }
  }

  private mutating func checkAddress(_ address: String, at index: Int) {
    let lowercased = address.lowercased()
    let shown = excerpt(address)
    if ["javascript:", "vbscript:", "data:", "file:"].contains(where: lowercased.hasBytePrefix) {
      say(.error, "link-scheme", "a dangerous link: \(shown)", "http, https and mailto are safe", at: index)
    } else if lowercased.hasBytePrefix("mailto:") || lowercased.hasBytePrefix("tel:") {
      return
    } else if lowercased.hasBytePrefix("http://") {
      say(
        .warning, "link-absolute", "the link is not https: \(shown)", "most sites answer to https, too",
        at: index)
    } else if address.isEmpty {
      say(
        .error, "link-absolute", "a link without an address", "give it one, or leave the tag out", at: index)
    } else if !lowercased.hasBytePrefix("https://") {
      say(
        .error, "link-absolute", "the link is not an absolute https address: \(shown)", "a mail has no base",
        at: index)
    }
    if let host = host(of: address), host.hasUser {
      say(
        .warning, "link-user", "the link names a user before its host: \(shown)",
        "drop it; it hides the true host", at: index)
    }
  }

  /// What a link says about itself.
  private mutating func checkWords(_ address: String, at index: Int) {
    let spoken = document.spoken(index)
    let label = document.nodes[index]["aria-label"] ?? ""
    let name = excerpt(spoken).isEmpty ? excerpt(label) : excerpt(spoken)
    if name.isEmpty {
      say(.error, "link-name", "a link without words: \(excerpt(address))", "say where it leads", at: index)
      return
    }
    let plain = name.lowercased().trimmingSuffix { ". …".contains($0) }
    if label.isEmpty, emptyWords.contains(String(plain)) {
      say(
        .warning, "link-text", "\"\(name)\" does not say where the link leads",
        "screen readers list links alone", at: index)
    }
    guard let shown = shownHost(name), let real = host(of: address)?.name, !isSameSite(shown, real) else {
      return
    }
    say(
      .warning, "link-misleading", "the link shows \(excerpt(shown)) and leads to \(excerpt(real))",
      "filters take it for phishing; show the true host", at: index)
  }

  /// Who no longer wants it must find the way out; who wonders must see why it came.
  mutating func checkFooter() {
    guard !isCut else { return }
    let canLeave = links.contains { index in
      namesUnsubscribing(document.spoken(index)) || namesUnsubscribing(document.nodes[index]["href"] ?? "")
    }
    if !canLeave {
      findings.add(
        rules.isDraft ? .warning : .error, "unsubscribe", "there is no link to unsubscribe",
        hint: "set the publication's unsubscribe address")
    }
    guard let body = document.body else { return }
    let texts = document.nodes[body...].filter { $0.text.utf8.contains { !isBlank($0) } }
    let words = texts.suffix(HTMLLint.footerTexts).reduce(into: "") { $0 += $1.text + " " }
    if !saysWhy(words) {
      findings.add(
        .warning, "why", "nothing says why readers get this", hint: "You are getting this because …")
    }
  }
}

private let emptyWords: Set<String> = [
  "click here", "here", "read more", "more", "link", "this link", "learn more", "continue", "details", "»",
  "→", ">>", "hier", "mehr", "weiterlesen", "ici", "lire la suite", "aquí", "leer más",
]

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
