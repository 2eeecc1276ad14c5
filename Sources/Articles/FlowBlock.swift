import Model

/// A block of text as it flows out of a tree, before it is known what it is for.
struct FlowBlock {
  var kind: Block.Kind
  var text: String { didSet { measures = Measures(text) } }
  var items: [String] = []
  var isOrdered = false
  var level: Int?
  var marks: [TextMark] = []
  /// Characters inside links that are no white space.
  var linkBytes = 0
  /// Those of them in links to other sites.
  var outwardBytes = 0
  /// The element that the block was read from.
  var node: Int
  var role: Block.Role?
  /// Read from a `p` or a heading, not from text that stands bare in a box.
  var isParagraphElement = false
  /// A lead that stood above the text.
  var isLead = false
  /// For quotations: who said it.
  var attribution: Attribution?
  /// A line that signs a quotation.
  var isSignature = false
  /// A footnote, an entry of a list of references, or a line below a picture.
  var isNote = false
  /// Lines between `<br>`s, when there are several.
  var lines: [InlineText.Line] = []

  /// What is asked of the text again and again.
  private var measures: Measures

  private struct Measures {
    let letters: Int
    let words: Int
    let size: Int

    init(_ text: String) {
      var characters = 0
      var spaced = 0
      var squares = 0
      for byte in text.utf8 where byte & 0xC0 != 0x80 {
        if byte > 0x20 { characters += 1 }
        // U+3000 to U+DFFF.
        if byte >= 0xE3 && byte <= 0xED { squares += 1 } else { spaced += 1 }
      }
      letters = characters
      size = spaced / 6 + squares / 2
      words = countWords(text)
    }
  }

  init(
    kind: Block.Kind, text: String, items: [String] = [], isOrdered: Bool = false, level: Int? = nil,
    marks: [TextMark] = [], linkBytes: Int = 0, outwardBytes: Int = 0, node: Int,
    isParagraphElement: Bool = false, isNote: Bool = false, lines: [InlineText.Line] = []
  ) {
    self.kind = kind
    self.text = text
    self.items = items
    self.isOrdered = isOrdered
    self.level = level
    self.marks = marks
    self.linkBytes = linkBytes
    self.outwardBytes = outwardBytes
    self.node = node
    self.isParagraphElement = isParagraphElement
    self.isNote = isNote
    self.lines = lines
    measures = Measures(text)
  }

  /// Characters that are no white space.
  var letterCount: Int { measures.letters }

  /// Share of the text that is links.
  var linkDensity: Double {
    if linkBytes == 0 { return 0 }
    let length = letterCount
    return length == 0 ? 0 : min(1, Double(linkBytes) / Double(length))
  }

  /// Share of the text that is links within the site.
  var inwardDensity: Double {
    guard linkBytes > outwardBytes else { return 0 }
    let length = letterCount
    return length == 0 ? 0 : min(1, Double(linkBytes - outwardBytes) / Double(length))
  }

  var wordCount: Int { measures.words }

  /// Words, or what stands for them in scripts without spaces: a sixth of the letters, half of the characters of
  /// East Asian scripts.
  var size: Int { measures.size }

  /// Whether the block reads like a part of an article: ten words at least, few of them links, a whole
  /// sentence or long.
  var isProse: Bool {
    switch kind {
    case .heading, .figure: return false
    case .code: return true
    case .paragraph, .quote, .list, .table: break
    }
    return size >= 10 && linkDensity < 0.35 && (endsSentence(text) || size >= 25)
  }
}

extension Array where Element == FlowBlock {
  /// The same as blocks of the model, numbered.
  var blocks: [Block] {
    enumerated().map { index, block in
      Block(
        index: index, kind: block.kind, role: block.role, text: block.text, items: block.items,
        isOrdered: block.isOrdered, level: block.level, marks: block.marks,
        attribution: block.attribution, isNote: block.isNote)
    }
  }
}
