import Model

extension FeedList {
  /// The list as OPML 2.0: feeds outside any section first, then section by section, each in the given order.
  public var opml: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0" xmlns:digest="\(FeedList.namespace)">
        <head>
          <title>\(escaped(title ?? "Feeds"))</title>
        </head>
        <body>

      """
    var sections: [String?] = [nil]
    for source in sources where !sections.contains(source.section) { sections.append(source.section) }
    for section in sections {
      let members = sources.filter { $0.section == section }
      guard let section else {
        for source in members { text += "    \(outline(source))\n" }
        continue
      }
      text += "    <outline text=\"\(escaped(section))\">\n"
      for source in members { text += "      \(outline(source))\n" }
      text += "    </outline>\n"
    }
    return text + "  </body>\n</opml>\n"
  }

  private func outline(_ source: FeedSource) -> String {
    var attributes = [
      ("type", "rss"), ("text", source.title), ("title", source.title), ("xmlUrl", source.feedURL),
    ]
    if let site = source.siteURL { attributes.append(("htmlUrl", site)) }
    attributes.append(("digest:id", source.id.rawValue))
    if !source.readsPages { attributes.append(("digest:pages", "no")) }
    if !source.readsComments { attributes.append(("digest:comments", "no")) }
    if source.weight != 1 { attributes.append(("digest:weight", "\(source.weight)")) }
    return "<outline " + attributes.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: " ") + "/>"
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0x00..<0x20: continue
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
