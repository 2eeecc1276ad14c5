/// Which tags end which elements (HTML standard §13.2.6).
extension HTMLPreparation {
  /// Closes what a start tag implies the end of.
  mutating func makeRoom(for name: HTMLElementName) {
    switch name.string {
    case "li": closeItem(["li"])
    case "dt", "dd": closeItem(["dt", "dd"])
    case "option": closeTop(["option"])
    case "optgroup": closeTop(["option", "optgroup"])
    case "td", "th": closeInTable(["td", "th"], upTo: ["tr", "table"])
    case "tr": closeInTable(["tr", "caption", "colgroup"], upTo: ["tbody", "thead", "tfoot", "table"])
    case "tbody", "thead", "tfoot", "caption", "colgroup":
      closeInTable(["tbody", "thead", "tfoot", "caption", "colgroup"], upTo: ["table"])
    case "a": closeAnchor()
    default: break
    }
    if name.traits.contains(.closesParagraph) { closeParagraph() }
    if name.traits.contains(.heading), let last = open.last, last.traits.contains(.heading) { pop() }
  }

  mutating func close(_ name: HTMLElementName) {
    if name.traits.contains(.heading) {
      if let place = lastOpen(where: { $0.traits.contains(.heading) }) { pop(through: place) }
      return
    }
    guard openCounts[name.number] > 0 else { return }
    let isTablePart = ["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"].contains(name.string)
    let found = lastOpen(
      isTablePart ? ["table"] : [],
      where: { $0.name.number == name.number && $0.name.string == name.string }, isTablePart: isTablePart)
    guard let place = found else { return }
    if name.traits.contains(.formatting),
      open[(place + 1)...].contains(where: { !$0.traits.contains(.formatting) })
    {
      open[place].isEnded = true
    } else {
      pop(through: place)
    }
  }

  mutating func closeParagraph() {
    guard openCounts[HTMLElementName.p] > 0,
      let place = lastOpen(where: {
        $0.name.number == HTMLElementName.p || $0.traits.contains(.paragraphBoundary)
      }), open[place].name.number == HTMLElementName.p
    else { return }
    pop(through: place)
  }

  private mutating func closeItem(_ names: [String]) {
    for place in open.indices.reversed() {
      if names.contains(open[place].name.string) {
        pop(through: place)
        return
      }
      if open[place].traits.contains(.special) { return }
    }
  }

  private mutating func closeTop(_ names: [String]) {
    while let last = open.last, names.contains(last.name.string) { pop() }
  }

  private mutating func closeInTable(_ names: [String], upTo limits: [String]) {
    guard openCounts[HTMLElementName.table] > 0 else { return }
    for place in open.indices.reversed() {
      if names.contains(open[place].name.string) {
        pop(through: place)
        return
      }
      if limits.contains(open[place].name.string) { return }
    }
  }

  /// An anchor does not hold another one.
  private mutating func closeAnchor() {
    guard openCounts[HTMLElementName.a] > 0,
      let place = lastOpen(where: { $0.name.number == HTMLElementName.a }),
      open[place...].allSatisfy({ $0.traits.contains(.formatting) })
    else { return }
    pop(through: place)
  }

  /// The innermost open element that fits, not looking beyond a table cell or the like.
  private func lastOpen(
    _ limits: [String] = [], where fits: (OpenElement) -> Bool, isTablePart: Bool = false
  ) -> Int? {
    for place in open.indices.reversed() {
      if fits(open[place]) { return place }
      if isTablePart ? limits.contains(open[place].name.string) : open[place].traits.contains(.scopeBoundary)
      {
        return nil
      }
    }
    return nil
  }

  private mutating func pop(through place: Int) {
    while open.count > place { pop() }
    while let last = open.last, last.isEnded { pop() }
  }

  mutating func pop() {
    guard let last = open.popLast() else { return }
    openCounts[last.name.number] -= 1
    writeEndTag(last.name.string)
  }
}
