/// Finds tags that do not match in one view of a document: as browsers see it, or as Outlook does.
///
/// Stricter than HTML, which closes anything by itself: mail programs cut messages up and put them together again.
struct TagBalance {
  private let view: String
  private var open: [(name: String, line: Int)] = []
  private var openCounts: [String: Int] = [:]
  private var findings: [(words: String, line: Int)] = []

  /// - Parameter view: what the message begins with, such as `Outlook sees`.
  static func faults(in bytes: [UInt8], view: String) -> [(words: String, line: Int)] {
    var balance = TagBalance(view: view)
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next(), balance.findings.isEmpty { balance.read(token) }
    if balance.findings.isEmpty, let left = balance.open.last(where: { !mayStayOpen.contains($0.name) }) {
      balance.findings.append(("\(view) <\(left.name)> that is never closed", left.line))
    }
    return balance.findings
  }

  private init(view: String) {
    self.view = view
  }

  private mutating func read(_ token: HTMLToken) {
    switch token.kind {
    case .start(let tag):
      guard !voidElements.contains(tag.name), !foreignElements.contains(tag.name) else { return }
      if tag.isSelfClosing, tag.name.utf8.contains(UInt8(ascii: ":")) { return }
      open.append((tag.name, token.line))
      openCounts[tag.name, default: 0] += 1
    case .end(let name):
      guard !voidElements.contains(name), !foreignElements.contains(name) else { return }
      guard openCounts[name, default: 0] > 0 else {
        findings.append(("\(view) </\(name)> that closes nothing", token.line))
        return
      }
      while let last = open.popLast() {
        openCounts[last.name, default: 1] -= 1
        if last.name == name { return }
        guard mayStayOpen.contains(last.name) else {
          findings.append(
            ("\(view) </\(name)> where <\(last.name)> of line \(last.line) must be closed", token.line))
          return
        }
      }
    default: return
    }
  }
}

/// Elements whose end tag HTML lets one leave out.
private let mayStayOpen: Set<String> = [
  "p", "li", "tbody", "thead", "tfoot", "tr", "td", "th", "dt", "dd", "option", "colgroup", "rt", "rp",
]
