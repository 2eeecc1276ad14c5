extension ParsedFeed {
  /// Changes every human text of the feed and its entries.
  mutating func updateTexts(_ update: (inout ParsedText) -> Void) {
    func updateOptional(_ text: inout ParsedText?) {
      guard var value = text else { return }
      update(&value)
      text = value
    }
    updateOptional(&channel.metadata.title)
    updateOptional(&channel.metadata.rights)
    updateOptional(&channel.subtitle)
    updateOptional(&channel.info)
    for index in entries.indices {
      updateOptional(&entries[index].metadata.title)
      updateOptional(&entries[index].metadata.rights)
      updateOptional(&entries[index].summary)
      for position in entries[index].content.indices { update(&entries[index].content[position]) }
    }
  }

  /// Repairs a document that was encoded as UTF-8 twice: only if every text beyond ASCII shows it, for one
  /// that does not proves that the author's program can write.
  mutating func undoDoubleEncoding(isConsistent: Bool) {
    updateTexts { text in
      if isConsistent, let undoubled = text.undoubled { text.source = undoubled }
      text.undoubled = nil
    }
  }
}
