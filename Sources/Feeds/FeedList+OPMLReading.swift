import Markup
import Model

extension FeedList {
  /// Name of the namespace of our own attributes in OPML files.
  static let namespace = "https://digest.example/opml"

  /// Reads OPML 1.0 or 2.0. An outline without an address is a section for those in it; letter case of
  /// attributes and
  /// broken markup are forgiven.
  ///
  /// - Parameters:
  ///   - opml: the bytes of the file.
  ///   - file: its name, for messages.
  public init(opml: [UInt8], file: String? = nil) throws(FeedListError) {
    let decoded = CharsetDecoder(.xml).decode(opml)
    var reader = OPMLReader(file: file)
    let notes = XMLEventReader().read(decoded, with: &reader)
    guard reader.isOPML else { throw .notOPML(file: file) }
    let repairs = (decoded.notes + notes).map {
      Diagnostic(
        severity: .warning, code: $0.code.rawValue, message: $0.message, source: file, line: $0.line,
        column: $0.column)
    }
    self.init(title: reader.title, sources: reader.sources, diagnostics: repairs + reader.diagnostics)
  }
}

private struct OPMLReader: XMLEventHandler {
  let file: String?
  private(set) var isOPML = false
  private(set) var title: String?
  private var titleText = UTF8Buffer()
  private(set) var sources: [FeedSource] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names of the open elements; for an outline that is a section its title.
  private var open: [(name: String, section: String?)] = []
  private var lineOfAddress: [String: Int] = [:]
  private var usedIDs: Set<String> = []

  init(file: String?) {
    self.file = file
  }

  mutating func start(_ tag: XMLStartTag) {
    let name = asciiLowerCased(tag.name.local)
    var section: String?
    switch name {
    case "opml": isOPML = true
    case "outline":
      isOPML = isOPML || open.isEmpty
      section = outline(tag)
    default: break
    }
    open.append((name, section))
  }

  mutating func end() {
    if isInTitle {
      title = nonEmpty(titleText.trimmed) ?? title
      titleText.removeAll()
    }
    _ = open.popLast()
  }

  mutating func text(_ piece: UTF8Span) {
    if isInTitle { titleText.append(piece) }
  }

  private var isInTitle: Bool { open.count == 3 && open[2].name == "title" }

  /// Adds the feed of an outline, or returns the section that the outline is.
  private mutating func outline(_ tag: XMLStartTag) -> String? {
    // OPML 2.0 allows markup in `text`; what programs write there was often escaped once before.
    let name = (nonEmpty(tag.value("title")) ?? nonEmpty(tag.value("text"))).flatMap { name in
      TextForm.hasEndTagOrEntity(Array(name.utf8)) ? plainLine(name) : foldedWhiteSpace(name)
    }
    guard let text = nonEmpty(tag.value("xmlurl")) ?? nonEmpty(tag.value("xml_url")) else {
      if let type = nonEmpty(tag.value("type")), asciiLowerCased(type) != "rss", tag.value("url") != nil {
        note("outline-ignored", "the outline \"\(name ?? type)\" of type \(type) is no feed", tag)
      }
      return name ?? open.last { $0.section != nil }?.section
    }
    guard let address = feedAddress(text) else {
      note("address-invalid", "\"\(text.prefix(80))\" is no address of a feed", tag)
      return nil
    }
    let key = withoutScheme(address)
    if let line = lineOfAddress[key] {
      note("feed-duplicate", "\(address) is listed before, in line \(line)", tag)
      return nil
    }
    lineOfAddress[key] = tag.line
    sources.append(source(tag, address: address, name: name))
    return nil
  }

  private mutating func source(_ tag: XMLStartTag, address: String, name: String?) -> FeedSource {
    let host = WebAddress(address)?.host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    let weight = own("weight", tag).flatMap { Double($0) } ?? 1
    if own("weight", tag) != nil,
      !(weight.isFinite && weight >= 0 && weight <= 100 && Double(own("weight", tag) ?? "") != nil)
    {
      note("weight-invalid", "the weight of \(address) must be a number from 0 to 100", tag)
    }
    return FeedSource(
      id: FeedSource.ID(rawValue: uniqueID(own("id", tag), name, host)), feedURL: address,
      siteURL: nonEmpty(tag.value("htmlurl")).flatMap { WebAddress($0) }.flatMap {
        $0.isWeb ? $0.string : nil
      },
      title: name ?? host ?? address, section: open.last { $0.section != nil }?.section,
      readsPages: isTrue(own("pages", tag)), readsComments: isTrue(own("comments", tag)),
      weight: weight.isFinite && weight >= 0 && weight <= 100 ? weight : 1)
  }

  private mutating func uniqueID(_ stated: String?, _ name: String?, _ host: String?) -> String {
    let wished = stated.flatMap { FeedSlug.isValid($0) ? $0 : FeedSlug.make(from: $0) }
    let stem =
      wished ?? name.flatMap { FeedSlug.make(from: $0) } ?? host.flatMap { FeedSlug.make(from: $0) } ?? "feed"
    var id = stem
    var number = 2
    while !usedIDs.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }

  /// `feed:` is how browsers once marked addresses of feeds.
  private func feedAddress(_ text: String) -> String? {
    var text = text
    for prefix in ["feed:http", "feed://http"] where asciiLowerCased(text).hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.utf8.count - 4))
    }
    if asciiLowerCased(text).hasPrefix("feed://") { text = "http://" + text.dropFirst(7) }
    guard let address = WebAddress(text) else { return nil }
    guard let scheme = address.scheme else { return text }
    return address.isWeb || scheme == "file" ? address.string : nil
  }

  private func withoutScheme(_ address: String) -> String {
    address.hasPrefix("https:")
      ? String(address.dropFirst(6)) : address.hasPrefix("http:") ? String(address.dropFirst(5)) : address
  }

  private func own(_ name: String, _ tag: XMLStartTag) -> String? {
    tag.attributes.first {
      $0.name.local == name && ($0.name.namespace == FeedList.namespace || $0.name.prefix == "digest")
    }.flatMap { nonEmpty($0.value) }
  }

  private func isTrue(_ text: String?) -> Bool {
    text.map { !["no", "false", "0", "off"].contains(asciiLowerCased($0)) } ?? true
  }

  private mutating func note(_ code: String, _ message: String, _ tag: XMLStartTag) {
    guard diagnostics.count < 200 else { return }
    diagnostics.append(
      Diagnostic(severity: .warning, code: code, message: message, source: file, line: tag.line))
  }
}
