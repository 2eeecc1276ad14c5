/// What the tree builder has to know about an element, by its name (HTML standard §13.2.4.2 and §13.2.6).
struct HTMLElementTraits: OptionSet, Sendable {
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

  static func of(_ name: String) -> HTMLElementTraits { table[name] ?? [] }

  private static let table: [String: HTMLElementTraits] = {
    var table: [String: HTMLElementTraits] = [:]
    func add(_ trait: HTMLElementTraits, _ names: String) {
      for name in names.split(separator: " ") { table[String(name), default: []].insert(trait) }
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
    add(.formatting, "a b big code em font i nobr s small strike strong tt u span")
    add(.blanked, "style iframe noembed noframes xmp textarea")
    add(.skeleton, "html head body plaintext")
    add(.heading, "h1 h2 h3 h4 h5 h6")
    return table
  }()
}
