import Markup
import Model

extension FeedBuilder {
  /// Decides what a start tag means where it stands.
  mutating func open(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    // An element that was left open swallows no entry.
    if term == .entry, drafts.count == 1, feed.format != nil { return beginEntry(tag, &frame) }
    switch frames.last?.scope ?? .outside {
    case .outside: openRoot(tag, term, &frame)
    case .root: openChannelPart(tag, term, &frame)
    case .channel: openChannelPart(tag, term, &frame)
    case .entry, .source: openMetadata(tag, term, &frame)
    case .image, .textInput, .person: openPart(tag, term, &frame)
    case .mediaGroup, .mediaContent: openMediaPart(tag, term, &frame)
    case .list: if [.skippedHour, .skippedDay].contains(term) { collect(tag, term, .dropped, &frame) }
    case .category: if term == .iTunesCategory { openITunesCategory(tag, &frame) }
    case .extension: openExtension(tag, &frame)
    case .known, .skipped: break
    }
  }

  private mutating func openChannelPart(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    if term != .unknown { holdsFeed = true }
    switch term {
    case .channel:
      frame.scope = .channel
      openChannel(tag, frame)
    default: openMetadata(tag, term, &frame)
    }
  }

  private mutating func beginEntry(_ tag: XMLStartTag, _ frame: inout FeedFrame) {
    guard feed.entries.count < Self.entryLimit else {
      if feed.entries.count == Self.entryLimit, feed.warnings.last?.code != "limit-exceeded" {
        warn("limit-exceeded", "only the first \(Self.entryLimit) entries are read")
      }
      return
    }
    frame.scope = .entry
    holdsFeed = true
    drafts.append(FeedDraft(.entry))
    draft.metadata.language =
      tag.hasXMLAttributes && tag.attributes.contains { $0.name.prefix == "xml" && $0.name.local == "lang" }
      ? frame.context.languageTag : nil
    if let about = tag.attributes.first(where: { $0.name.local == "about" && $0.name.prefix != nil }) {
      draft.metadata.id = nonEmpty(about.value)
    }
    if feed.format == .cdf, let href = nonEmpty(tag.value("href")).flatMap({ address($0, frame) }) {
      draft.metadata.links.append(ParsedLink(href: href))
    }
    if let moment = nonEmpty(tag.value("lastmod")) { keepDate(moment, .updated) }
  }

  /// What feeds, entries and sources may all hold.
  private mutating func openMetadata(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    switch term {
    case .text(let slot):
      if slot.kind == .content && draft.kind != .entry { return }
      collect(tag, term, .markup, &frame)
    case .person(let role):
      person = PersonDraft(role: role)
      frame.scope = .person
      collect(tag, term, .read, &frame)
    case .image:
      image = ParsedImage()
      if let resource = tag.attributes.first(where: { $0.name.local == "resource" }) {
        image.url = nonEmpty(resource.value).flatMap { address($0, frame) }
      }
      frame.scope = .image
    case .itunesImage: openITunesImage(tag, &frame)
    case .textInput:
      textInput = ParsedTextInput()
      frame.scope = .textInput
    case .source where draft.kind == .entry:
      frame.scope = .source
      drafts.append(FeedDraft(.source))
      draft.channel.feedURL = nonEmpty(tag.value("url")).flatMap { address($0, frame) }
      collect(tag, term, .read, &frame)
    case .list: frame.scope = .list
    case .iTunesCategory: openITunesCategory(tag, &frame)
    case .mediaGroup: frame.scope = .mediaGroup
    case .mediaContent, .thumbnail: openMediaPart(tag, term, &frame)
    case .inReplyTo: addReply(tag, frame)
    case .cloud: addCloud(tag)
    case .enclosure: addEnclosure(tag, frame)
    case .link: openLink(tag, &frame)
    case .generatorAgent: addGeneratorAgent(tag, frame)
    case .unknown: openExtension(tag, &frame)
    case .ignored, .name, .email, .url, .width, .height, .rssRoot, .rdfRoot, .atomRoot, .channel, .entry,
      .source, .skippedHour, .skippedDay:
      break
    default: collect(tag, term, .dropped, &frame)
    }
  }

  /// Parts of images, text inputs and people.
  private mutating func openPart(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    switch term {
    case .text(let slot) where slot.kind == .title || slot.kind == .description:
      collect(tag, term, .dropped, &frame)
    case .link, .name, .email, .url, .width, .height: collect(tag, term, .dropped, &frame)
    default: break
    }
  }

  private mutating func openMediaPart(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    switch term {
    case .mediaContent:
      mediaStack.append(
        ParsedMedia(
          url: nonEmpty(tag.value("url")).flatMap { address($0, frame) }, type: nonEmpty(tag.value("type")),
          medium: nonEmpty(tag.value("medium")), width: wholeNumber(tag.value("width")),
          height: wholeNumber(tag.value("height"))))
      frame.scope = .mediaContent
    case .mediaGroup: frame.scope = .mediaGroup
    case .thumbnail:
      if let url = nonEmpty(tag.value("url")) {
        addThumbnail(url, width: tag.value("width"), height: tag.value("height"), frame)
      } else {
        collect(tag, term, .dropped, &frame)
      }
    case .text, .keywords, .subject: collect(tag, term, .dropped, &frame)
    default: break
    }
  }

  private mutating func openExtension(_ tag: XMLStartTag, _ frame: inout FeedFrame) {
    guard tag.name.prefix != nil || frame.namespace == .other, extensions.count < 20, extensionCount < 20_000
    else { return }
    extensionCount += 1
    frame.scope = .extension
    extensions.append(ExtensionDraft(name: tag.name, attributes: tag.attributes))
  }

  /// Begins to collect the text of an element.
  mutating func collect(
    _ tag: XMLStartTag, _ term: FeedTerm, _ children: FeedField.Children, _ frame: inout FeedFrame
  ) {
    frame.isFieldEnd = true
    if case .known = frame.scope {} else if case .skipped = frame.scope { frame.scope = .known }
    var field = FeedField(
      term: term, attributes: tag.attributes, namespace: frame.namespace, children: children,
      context: frame.context, text: spareText.take())
    if case .text(let slot) = term { field.escapesText = !isHTML(slot, tag, frame.namespace) }
    self.field = field
  }

  // MARK: Ends

  /// The end of an element that is no field.
  mutating func close(_ frame: FeedFrame) {
    switch frame.scope {
    case .entry:
      guard drafts.last?.kind == .entry else { return }
      draft.finishEntry()
      // Moved, not copied: an entry is large.
      var entry = ParsedEntry()
      swap(&entry, &draft.entry)
      feed.entries.append(consume entry)
      drafts.removeLast()
    case .source: closeSource(title: nil)
    case .person: keepPerson()
    case .image: keepImage()
    case .textInput: if !textInput.isEmpty { draft.channel.textInput = draft.channel.textInput ?? textInput }
    case .mediaContent: if let media = mediaStack.popLast(), drafts.count > 1 { draft.media.append(media) }
    case .extension: closeExtension()
    default: break
    }
  }

  /// The first image counts; in RDF that is one beside the channel, to which the one in it only refers.
  private mutating func keepImage() {
    guard !image.isEmpty else { return }
    if let known = draft.metadata.image, known != ParsedImage(url: image.url) { return }
    draft.metadata.image = image
  }

  mutating func closeSource(title: ParsedText?) {
    guard drafts.last?.kind == .source, let finished = drafts.popLast() else { return }
    var source = finished.finishedChannel()
    if let title, !title.isEmpty { source.metadata.title = title }
    if draft.entry.source == nil, source != ParsedChannel() { draft.entry.source = source }
  }

  private mutating func closeExtension() {
    guard let finished = extensions.popLast() else { return }
    var attributes: [String: String] = [:]
    for attribute in finished.attributes where isHarmless(attribute) {
      attributes[attribute.name.qualified] = nonEmpty(attribute.value)
    }
    let text = finished.text.trimmed
    let value = ParsedExtension(
      namespace: nonEmpty(finished.name.namespace ?? finished.name.prefix), name: finished.name.local,
      text: text.isEmpty ? nil : text, attributes: attributes, children: finished.children)
    if extensions.isEmpty {
      draft.metadata.extensions.append(value)
    } else {
      extensions[extensions.count - 1].children.append(value)
    }
  }

  /// An address in an attribute is held to what holds for all others.
  private func isHarmless(_ attribute: XMLAttribute) -> Bool {
    ["href", "src", "url", "resource", "uri"].contains(asciiLowerCased(attribute.name.local))
      ? absoluteAddress(attribute.value, base: nil) != nil : true
  }
}
