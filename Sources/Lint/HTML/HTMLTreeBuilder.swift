/// Builds a document from tokens by the rules of HTML that mail meets: end tags that may be left out, elements without content,
/// `html`, `head` and `body` that are not written.
///
/// It repairs less than a browser does: what stands in the wrong place of a table stays there, and is a fault.
struct HTMLTreeBuilder {
  /// What HTML does not allow, with its place.
  struct Fault {
    let words: String
    let hint: String
    let line: Int
    let column: Int
  }

  private(set) var document = HTMLDocument()
  private(set) var faults: [Fault] = []
  private(set) var doctype: String?
  private(set) var comments: [(text: String, line: Int)] = []
  /// Open elements, innermost last.
  private var open: [Int] = []
  /// How many elements of a name are open.
  private var openCounts: [String: Int] = [:]

  init(_ bytes: [UInt8]) {
    document.append(
      HTMLDocument.Node(
        tag: HTMLTag(name: "html", attributes: [], isSelfClosing: false), text: "", parent: 0, depth: 0,
        line: 1, column: 1, end: 1))
    open = [0]
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() { read(token) }
    faults += scanner.strays.map { place in
      Fault(
        words: "this text holds a < that begins no tag", hint: "write &lt;", line: place.line,
        column: place.column)
    }
    while let last = open.popLast() { document.close(last) }
  }

  private mutating func read(_ token: HTMLToken) {
    switch token.kind {
    case .declaration(let text):
      guard text.lowercased().hasBytePrefix("doctype") else { return }
      if doctype != nil || document.nodes.count > 1 {
        fault("a document type in the middle", "it stands once, at the beginning", token)
      }
      doctype = doctype ?? text
    case .comment(let text): comments.append((text, token.line))
    case .raw(let text): append(nil, text, token)
    case .text(let text): readText(text, token)
    case .start(let tag): readStart(tag, token)
    case .end(let name): readEnd(name, token)
    }
  }

  private mutating func readText(_ text: String, _ token: HTMLToken) {
    let parent = document.nodes[open[open.count - 1]].name
    let hasWords = text.utf8.contains { !isBlank($0) }
    if hasWords, parent == "html" || parent == "head" { startBody(token) }
    if hasWords, tableParts.contains(parent) {
      fault("text stands between the cells of a table", "put it into a <td>", token)
    }
    if hasWords, ["ul", "ol", "dl"].contains(parent) {
      fault("text stands between the items of a list", "put it into a <li>", token)
    }
    append(nil, text, token)
  }

  private mutating func readStart(_ tag: HTMLTag, _ token: HTMLToken) {
    checkAttributes(tag, token)
    switch tag.name {
    case "html":
      if document.nodes[0].tag?.attributes.isEmpty == true { document.replaceTag(of: 0, with: tag) }
      return
    case "head":
      guard document.head == nil, document.body == nil else { return }
      document.head = push(tag, token)
      return
    case "body":
      if document.body == nil { startBody(token, tag) }
      return
    case "title", "meta", "link", "style", "base":
      if document.body == nil, document.head == nil {
        document.head = push(HTMLTag(name: "head", attributes: [], isSelfClosing: false), token)
      }
    default:
      if document.body == nil, tag.name != "script" { startBody(token) }
    }
    closeImplied(before: tag.name, token)
    checkPlace(of: tag.name, token)
    let index = push(tag, token)
    if voidElements.contains(tag.name) || tag.isSelfClosing && foreignElements.contains(tag.name) {
      pop(to: index)
    }
  }

  private mutating func readEnd(_ name: String, _ token: HTMLToken) {
    switch name {
    case "html", "body": return
    case "br":
      fault("</br> is no end tag", "write <br>", token)
      return
    case "head":
      if let head = document.head, open.contains(head) { pop(to: head) }
      return
    default: break
    }
    if voidElements.contains(name) {
      fault("<\(name)> has no end tag", "leave </\(name)> out", token)
      return
    }
    guard openCounts[name, default: 0] > 0 else {
      sayStray(name, token)
      return
    }
    let barriers: Set<String> = tableParts.contains(name) || name == "td" || name == "th" ? ["table"] : scopes
    for place in open.indices.reversed() {
      let opened = document.nodes[open[place]].name
      if opened == name {
        pop(to: open[place])
        return
      }
      if barriers.contains(opened), opened != name, name != "table" { break }
    }
    sayStray(name, token)
  }

  private mutating func sayStray(_ name: String, _ token: HTMLToken) {
    let hint = name == "p" ? "a block inside of <p> ends it" : "leave it out, or add what it closes"
    fault("</\(excerpt(name))> closes nothing", hint, token)
  }

  /// Closes what a start tag ends without saying so (HTML 13.1.2.4, optional tags).
  private mutating func closeImplied(before name: String, _ token: HTMLToken) {
    if blockElements.contains(name), openCounts["p", default: 0] > 0 {
      let inner = open.last.map { document.nodes[$0].name } ?? ""
      let before = open.count
      close("p", within: scopes)
      if open.count < before, inner != "p" {
        fault("<\(name)> ends a paragraph in which <\(inner)> is open", "close both before it", token)
      }
    }
    switch name {
    case "li": close("li", within: scopes.union(["ul", "ol"]))
    case "dt", "dd":
      close("dt", within: scopes.union(["dl"]))
      close("dd", within: scopes.union(["dl"]))
    case "td", "th":
      close("td", within: ["table"])
      close("th", within: ["table"])
    case "tr":
      for part in ["td", "th", "tr"] { close(part, within: ["table"]) }
    case "tbody", "thead", "tfoot":
      for part in ["td", "th", "tr", "tbody", "thead", "tfoot"] { close(part, within: ["table"]) }
    case "a" where openCounts["a", default: 0] > 0:
      let before = open.count
      close("a", within: scopes)
      if open.count < before { fault("a link inside of a link", "close the first with </a>", token) }
    case _ where headingLevel(name) != nil:
      if let last = open.last, headingLevel(document.nodes[last].name) != nil {
        fault("a heading inside of a heading", "close the first", token)
        pop(to: last)
      }
    default: break
    }
  }

  private mutating func checkPlace(of name: String, _ token: HTMLToken) {
    guard let parent = open.last.map({ document.nodes[$0].name }) else { return }
    let isWrong =
      switch name {
      case "td", "th": parent != "tr"
      case "tr": !["table", "tbody", "thead", "tfoot"].contains(parent)
      case "tbody", "thead", "tfoot", "colgroup": parent != "table"
      case "caption": parent != "table" || open.last.map { document.nodes.count > $0 + 2 } ?? false
      case "li": !["ul", "ol", "menu"].contains(parent)
      case "dt", "dd": parent != "dl" && parent != "div"
      case "style", "script", "template", "col": false
      default:
        tableParts.contains(parent) || ["ul", "ol"].contains(parent) || parent == "dl" && name != "div"
          || blockElements.contains(name) && isInWords
      }
    if isWrong { fault("<\(name)> cannot stand in <\(parent)>", "put it where it belongs", token) }
  }

  /// True if the innermost element takes words only, and no blocks; a link takes what stands around it.
  private var isInWords: Bool {
    let around = open.last { !["a", "ins", "del"].contains(document.nodes[$0].name) }
    guard let name = around.map({ document.nodes[$0].name }) else { return false }
    return wordElements.contains(name) || headingLevel(name) != nil
  }

  private mutating func checkAttributes(_ tag: HTMLTag, _ token: HTMLToken) {
    var seen: Set<String> = []
    if tag.isSelfClosing, !voidElements.contains(tag.name), !foreignElements.contains(tag.name),
      !tag.name.utf8.contains(UInt8(ascii: ":"))
    {
      fault("<\(tag.name)/> does not close itself", "add </\(tag.name)>", token)
    }
    for attribute in tag.attributes {
      if !seen.insert(attribute.name).inserted {
        fault("<\(tag.name)> has \(excerpt(attribute.name)) twice", "leave one out", token)
      }
      if attribute.name.utf8.contains(where: { "\"'<{}".utf8.contains($0) })
        || attribute.value.hasBytePrefix("<")
      {
        fault("<\(tag.name)> has a stray sign: \(excerpt(attribute.name))", "check the quotes", token)
      }
    }
    if !knownElements.contains(tag.name), !tag.name.utf8.contains(UInt8(ascii: ":")) {
      fault("there is no element <\(excerpt(tag.name))>", "write &lt; for a sign", token)
    }
  }

  private mutating func startBody(_ token: HTMLToken, _ tag: HTMLTag? = nil) {
    while open.count > 1, let last = open.last { pop(to: last) }
    document.body = push(tag ?? HTMLTag(name: "body", attributes: [], isSelfClosing: false), token)
  }

  private mutating func close(_ name: String, within barriers: Set<String>) {
    guard openCounts[name, default: 0] > 0 else { return }
    for index in open.reversed() {
      let opened = document.nodes[index].name
      if opened == name {
        pop(to: index)
        return
      }
      if barriers.contains(opened) { return }
    }
  }

  private mutating func push(_ tag: HTMLTag, _ token: HTMLToken) -> Int {
    let index = append(tag, "", token)
    guard open.count < deepest else {
      fault(
        "elements stand more than \(deepest) deep in each other", "look for a tag that is never closed", token
      )
      return index
    }
    open.append(index)
    openCounts[tag.name, default: 0] += 1
    return index
  }

  @discardableResult
  private mutating func append(_ tag: HTMLTag?, _ text: String, _ token: HTMLToken) -> Int {
    let index = document.nodes.count
    document.append(
      HTMLDocument.Node(
        tag: tag, text: text, parent: open.last ?? 0, depth: open.count, line: token.line,
        column: token.column, end: index + 1))
    return index
  }

  /// Closes `index` and all that is open in it.
  private mutating func pop(to index: Int) {
    while let last = open.last, last >= index {
      open.removeLast()
      openCounts[document.nodes[last].name, default: 1] -= 1
      document.close(last)
    }
  }

  private mutating func fault(_ words: String, _ hint: String, _ token: HTMLToken) {
    guard faults.count < 100, faults.last?.words != words || words.utf8.first == UInt8(ascii: "<") else {
      return
    }
    faults.append(Fault(words: words, hint: hint, line: token.line, column: token.column))
  }
}

/// Elements further in are taken as empty, so that looking outwards stays cheap. Browsers have the same limit.
private let deepest = 512

private let scopes: Set<String> = ["td", "th", "table", "caption", "html", "body", "object", "marquee"]
private let tableParts: Set<String> = ["table", "tbody", "thead", "tfoot", "tr", "colgroup"]
