import Model

extension MessageLint {
  /// The words of the parts, each judged as a file of its own.
  mutating func checkContents() {
    var contents: [String: [UInt8]] = [:]
    for part in entity.all where part.contentType.hasBytePrefix("text/") {
      guard let content = content(of: part), contents[part.contentType] == nil else { continue }
      contents[part.contentType] = content
    }
    let html = contents["text/html"]
    if let text = contents["text/plain"] {
      var lint = TextLint(withLineFeeds(text), rules: rules, source: "text/plain part")
      let report = lint.run(html: html)
      findings.add(report.findings)
      measures.widest = report.measures.widest
      measures.sharedWords = report.measures.sharedWords
    }
    if let html {
      var lint = HTMLLint(html, rules: rules, source: "text/html part")
      let report = lint.run()
      findings.add(report.findings)
      measures.support = report.measures.support
      measures.lowestSupport = report.measures.lowestSupport
      measures.lowestSupportProgram = report.measures.lowestSupportProgram
      measures.contrast = report.measures.contrast
      measures.contrastDark = report.measures.contrastDark
      checkLinkToLeave(html)
    }
    checkImages(html)
  }

  /// UTF-8; `nil` if that cannot be had.
  private mutating func content(of part: MessageEntity) -> [UInt8]? {
    let name = part.contentType
    let place = line(of: part.body.startIndex)
    func say(_ severity: Severity, _ code: String, _ words: String, _ hint: String) {
      findings.add(severity, code, words, hint: hint, line: place)
    }
    if part.isAttachment { say(.error, "disposition", "the \(name) part is an attachment", "show it inline") }
    // What is broken there has its own finding.
    guard let bytes = decoded(part) else {
      say(.error, "encoding", "the \(name) part cannot be decoded", "encode it again")
      return nil
    }
    switch part.charset {
    case nil: say(.error, "charset", "\(name) does not name its charset", "charset=utf-8")
    case "utf-8": break
    case "us-ascii":
      if bytes.contains(where: { $0 > 0x7F }) {
        say(.error, "charset", "the \(name) part is said to be us-ascii and is not", "charset=utf-8")
      }
    case let charset?:
      say(.warning, "charset", "\(name) is in \(excerpt(charset))", "charset=utf-8")
      return nil
    }
    let ends = places(of: [0x0A], in: bytes)
    let pairs = ends.count { $0 > 0 && bytes[$0 - 1] == 0x0D }
    if pairs > 0, pairs < ends.count, part.encoding == "quoted-printable" {
      say(.error, "qp-line-ends", "line ends are mixed after decoding", "write all as CR LF")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      say(.error, "charset", "the \(name) part is not UTF-8", "encode it again")
      return nil
    }
    return bytes
  }

  private func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result.append(byte)
    }
    return result
  }

  private mutating func checkLinkToLeave(_ html: [UInt8]) {
    guard let field = header.first("List-Unsubscribe"),
      let start = firstPlace(of: Array("https://".utf8), in: Array(field.value.utf8))
    else { return }
    let address = String(
      decoding: field.value.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    if let host = host(of: address)?.name, firstPlace(of: Array(host.utf8), in: html) == nil {
      say(
        .warning, "unsubscribe-body",
        "the HTML has no link to \(excerpt(host)), where List-Unsubscribe leads", "show it, too", at: field)
    }
  }

  /// Images that come with the message are named by the HTML, and the other way round.
  private mutating func checkImages(_ html: [UInt8]?) {
    guard let html else { return }
    var wanted: Set<String> = []
    for place in places(of: Array("cid:".utf8), in: html) {
      let name = html[(place + 4)...].prefix { !isBlank($0) && !"\"'>)".utf8.contains($0) }
      wanted.insert(String(decoding: name, as: UTF8.self))
    }
    let there = Set(entity.all.compactMap(\.contentID))
    for name in wanted.subtracting(there).sorted() {
      findings.add(
        .error, "cid", "cid:\(excerpt(name)) is no part of the message", hint: "add the image, or link to it")
    }
    for name in there.subtracting(wanted).sorted() {
      findings.add(.warning, "cid", "the part \(excerpt(name)) is not used", hint: "leave it out")
    }
  }
}
