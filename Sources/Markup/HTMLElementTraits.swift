/// What the tree builder has to know about an element, by its name (HTML standard §13.2.4.2 and §13.2.6).
struct HTMLElementTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// Has no content and no end tag.
  static let void = HTMLElementTraits(rawValue: 1)
  /// libxml2 2.9 does not know that it is void: it gets an end tag at once.
  static let voidUnknownToLibXML2 = HTMLElementTraits(rawValue: 1 << 1)
  /// Its start ends an open paragraph.
  static let closesParagraph = HTMLElementTraits(rawValue: 1 << 2)
  /// Tags inside do not close what is open outside.
  static let scopeBoundary = HTMLElementTraits(rawValue: 1 << 3)
  /// Bold, italics and the like, whose end tags are often out of order.
  static let formatting = HTMLElementTraits(rawValue: 1 << 4)
  /// Content is not markup and not text for readers: it is blanked.
  static let blanked = HTMLElementTraits(rawValue: 1 << 5)
  /// Its start and end tags are dropped: the document has one of each anyway.
  static let skeleton = HTMLElementTraits(rawValue: 1 << 6)
  static let heading = HTMLElementTraits(rawValue: 1 << 7)
  /// Stops the search for an open list item.
  static let special = HTMLElementTraits(rawValue: 1 << 8)
  /// The search for an open paragraph ends at it.
  static let paragraphBoundary = HTMLElementTraits(rawValue: 1 << 9)

  static func of(_ name: String) -> HTMLElementTraits {
    name.utf8.span.withUnsafeBufferPointer { HTMLElementName.index.number(of: $0) }
      .map { HTMLElementName.all[$0].traits } ?? []
  }
}

/// The name of an element, found by its bytes once and compared by number from then on.
struct HTMLElementName: Sendable {
  /// One for each known name; all others share ``unknown``.
  let number: Int
  /// ASCII letters in lower case.
  let string: String
  let traits: HTMLElementTraits

  static let unknown = all.count
  /// Numbers are below this.
  static let count = all.count + 1

  /// - Parameter name: in lower case.
  init(_ name: UnsafeBufferPointer<UInt8>) {
    if let number = HTMLElementName.index.number(of: name) {
      self = HTMLElementName.all[number]
    } else {
      self.init(number: HTMLElementName.unknown, string: String(decoding: name, as: UTF8.self), traits: [])
    }
  }

  init(_ name: String) { self = name.utf8.span.withUnsafeBufferPointer { HTMLElementName($0) } }

  private init(number: Int, string: String, traits: HTMLElementTraits) {
    self.number = number
    self.string = string
    self.traits = traits
  }

  static let p = HTMLElementName("p").number
  static let a = HTMLElementName("a").number
  static let table = HTMLElementName("table").number
  static let svg = HTMLElementName("svg").number
  static let math = HTMLElementName("math").number

  fileprivate static let index = NameIndex(all.map(\.string))

  /// Those with traits, and others that pages are full of.
  fileprivate static let all: [HTMLElementName] = {
    var traits: [String: HTMLElementTraits] = [:]
    func add(_ trait: HTMLElementTraits, _ names: String) {
      for name in names.split(separator: " ") { traits[String(name), default: []].insert(trait) }
    }
    add(.void, "area base basefont br col frame hr img input link meta param")
    add([.void, .voidUnknownToLibXML2], "bgsound command embed image keygen source track wbr")
    add(
      .closesParagraph,
      """
      address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer \
      form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp
      """)
    add(
      .special,
      """
      article aside blockquote body center details dialog dir dl fieldset figcaption figure footer form h1 h2 h3 \
      h4 h5 h6 header hgroup listing main menu nav ol pre search section summary table tbody td tfoot th thead tr ul \
      caption button object applet marquee template
      """)
    add(.scopeBoundary, "table td th caption object applet marquee template")
    add(.paragraphBoundary, "button")
    add(.formatting, "a b big code em font i nobr s small strike strong tt u span")
    add(.blanked, "style iframe noembed noframes xmp textarea")
    add(.skeleton, "html head body plaintext")
    add(.heading, "h1 h2 h3 h4 h5 h6")
    add([], "script title label option optgroup svg math path time cite abbr sub sup noscript picture")
    return traits.sorted { $0.key < $1.key }.enumerated().map {
      HTMLElementName(number: $0.offset, string: $0.element.key, traits: $0.element.value)
    }
  }()
}
