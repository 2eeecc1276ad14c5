import Feeds
public import Model

/// Why an article is in an edition, or why not: what was decided about it, with the scores and the rule that decided.
public struct Explanation: Hashable, Sendable, Encodable {
  public let edition: Edition.ID
  public let decision: Edition.Decision
  /// The article as printed; absent if it is not in the edition.
  public let item: Edition.Item?
}

extension Edition {
  /// Explains the article that `name` names: its number in the edition, its address, its id, or a part of its title.
  ///
  /// - Throws: `notFound` if nothing is called so, `badInput` if several are; both say which there are.
  public func explanation(of name: String) throws(WorkflowError) -> Explanation {
    if let number = Int(name) {
      guard let item = items.first(where: { $0.number == number }), let decision = decision(on: item.entryID)
      else {
        throw WorkflowError(
          .notFound,
          "\(id) has no article number \(number); it has \(items.count == 1 ? "one" : "1 to \(items.count)")")
      }
      return Explanation(edition: id, decision: decision, item: item)
    }
    if let exact = ledger.first(where: { $0.entryID.rawValue == name }) ?? decision(onLink: name) {
      return explanation(exact)
    }
    let wanted = name.lowercased()
    let found = ledger.filter { $0.title.lowercased().contains(wanted) }
    guard let first = found.first else {
      throw WorkflowError(
        .notFound, "no article of \(id) is called \"\(name)\" (why-not looks for it outside the edition)")
    }
    if found.count > 1 {
      let titles = found.prefix(5).map { "\"\($0.title)\"" }.joined(separator: ", ")
      throw WorkflowError(
        .badInput, "\"\(name)\" is in \(found.count) titles of \(id): \(titles); name one, or its number")
    }
    return explanation(first)
  }

  /// What was decided about the article with that address; `nil` if it was not looked at.
  func decision(onLink url: String) -> Decision? {
    guard let link = comparableLink(url) else { return nil }
    return ledger.first { $0.url.flatMap(comparableLink) == link }
  }

  private func decision(on entry: Entry.ID) -> Decision? { ledger.first { $0.entryID == entry } }

  func explanation(_ decision: Decision) -> Explanation {
    Explanation(edition: id, decision: decision, item: items.first { $0.entryID == decision.entryID })
  }
}
