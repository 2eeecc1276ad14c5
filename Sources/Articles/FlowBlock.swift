import Model

/// A block of text as it flows out of a tree, before it is known what it is for.
struct FlowBlock {
  var kind: Block.Kind
  var text: String
  var items: [String] = []
  var isOrdered = false
  var level: Int?
  var emphasis: [TextRange] = []
  /// Characters inside links.
  var linkBytes = 0
  /// The element that the block was read from.
  var node: Int
  var role: Block.Role?
  /// Lines between `<br>`s, when there are several.
  var lines: [InlineText.Line] = []

  /// Share of the text that is links.
  var linkDensity: Double {
    let length = text.unicodeScalars.count
    return length == 0 ? 0 : min(1, Double(linkBytes) / Double(length))
  }

  var wordCount: Int { countWords(text) }
}

extension Array where Element == FlowBlock {
  /// The same as blocks of the model, numbered.
  var blocks: [Block] {
    enumerated().map { index, block in
      Block(
        index: index, kind: block.kind, role: block.role, text: block.text, items: block.items,
        isOrdered: block.isOrdered, level: block.level, emphasis: block.emphasis)
    }
  }
}
