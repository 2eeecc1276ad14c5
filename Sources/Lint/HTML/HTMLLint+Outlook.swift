import Model

extension HTMLLint {
  /// Tags match as browsers see them, and as Outlook does, which reads conditional comments.
  mutating func checkOutlook() {
    guard !isCut else { return }
    let outlook = OutlookView(bytes)
    for fault in outlook.faults {
      findings.add(.error, fault.code, fault.words, hint: fault.hint, line: fault.line)
    }
    var known: Set<String> = []
    for (words, line) in TagBalance.faults(in: bytes, view: "there is")
      + outlook.views.flatMap({ view in
        TagBalance.faults(in: view, view: "Outlook sees")
      }) where known.insert("\(line) \(words)").inserted
    {
      findings.add(
        .error, "tag-balance", words,
        hint: "every tag needs its other; webmail puts the mail into a page of its own",
        line: line)
    }
  }
}
