/// The elements whose place in a fragment can be judged without a tree.
struct TidyElement: Sendable {
  enum Kind: Sendable {
    /// Stands among other blocks and holds words only.
    case paragraph
    /// Stands among other blocks and holds blocks or words.
    case flow
    /// Stands among other blocks and holds items only.
    case list
    /// Stands in a list and holds blocks or words.
    case item
    /// Stands among words.
    case phrasing
  }

  let name: String
  let kind: Kind
  let isVoid: Bool
  /// Parts the words before it from those in it.
  let separates: Bool

  /// Whether it may stand in `parent`, `nil` being the fragment itself, without closing or moving anything.
  func fits(in parent: TidyElement?) -> Bool {
    guard let parent else { return kind != .item }
    switch kind {
    case .paragraph, .flow, .list: return parent.kind == .flow || parent.kind == .item
    case .item: return parent.kind == .list
    case .phrasing: return parent.kind != .list
    }
  }

  /// The element with a name in small letters.
  static func named(_ name: UnsafeBufferPointer<UInt8>) -> TidyElement? {
    index.number(of: name).map { all[$0] }
  }

  private static let all: [TidyElement] =
    make("p h1 h2 h3 h4 h5 h6 pre hr", .paragraph)
    + make("blockquote div figure figcaption section article aside header footer main", .flow)
    + make("ul ol", .list) + make("li", .item)
    + make(
      """
      a abbr b bdi bdo big br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup time \
      tt u var wbr
      """, .phrasing)

  private static let index = NameIndex(all.map(\.name))

  private static func make(_ names: String, _ kind: Kind) -> [TidyElement] {
    names.split(separator: " ").map { name in
      let name = String(name)
      let traits = HTMLElementTraits.of(name)
      return TidyElement(
        name: name, kind: kind, isVoid: traits.contains(.void),
        separates: SafeHTMLSanitiser.separates(name, traits))
    }
  }
}
