extension Edition.Quote: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, text, items, isOrdered, omittedItems, stem, attribution, marks, blockIndex, range, sourceHash
    case isCutBefore, isCutAfter, score, reasons
  }

  /// Editions that were made before quotations had marks and attributions are read as well.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try values.decode(Block.Kind.self, forKey: .kind),
      text: try values.decode(String.self, forKey: .text),
      items: try values.decodeIfPresent([String].self, forKey: .items) ?? [],
      isOrdered: try values.decodeIfPresent(Bool.self, forKey: .isOrdered) ?? false,
      omittedItems: try values.decodeIfPresent(Int.self, forKey: .omittedItems) ?? 0,
      stem: try values.decodeIfPresent(String.self, forKey: .stem),
      attribution: try values.decodeIfPresent(Attribution.self, forKey: .attribution),
      marks: try values.decodeIfPresent([TextMark].self, forKey: .marks) ?? [],
      blockIndex: try values.decodeIfPresent(Int.self, forKey: .blockIndex),
      range: try values.decode(TextRange.self, forKey: .range),
      sourceHash: try values.decode(ContentHash.self, forKey: .sourceHash),
      isCutBefore: try values.decodeIfPresent(Bool.self, forKey: .isCutBefore) ?? false,
      isCutAfter: try values.decodeIfPresent(Bool.self, forKey: .isCutAfter) ?? false,
      score: try values.decodeIfPresent(Double.self, forKey: .score) ?? 0,
      reasons: try values.decodeIfPresent([Reason].self, forKey: .reasons) ?? [])
  }

  /// Without what has nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(text, forKey: .text)
    try values.encode(items, forKey: .items)
    try values.encode(isOrdered, forKey: .isOrdered)
    if omittedItems > 0 { try values.encode(omittedItems, forKey: .omittedItems) }
    try values.encodeIfPresent(stem, forKey: .stem)
    try values.encodeIfPresent(attribution, forKey: .attribution)
    if !marks.isEmpty { try values.encode(marks, forKey: .marks) }
    try values.encodeIfPresent(blockIndex, forKey: .blockIndex)
    try values.encode(range, forKey: .range)
    try values.encode(sourceHash, forKey: .sourceHash)
    try values.encode(isCutBefore, forKey: .isCutBefore)
    try values.encode(isCutAfter, forKey: .isCutAfter)
    try values.encode(score, forKey: .score)
    try values.encode(reasons, forKey: .reasons)
  }
}
