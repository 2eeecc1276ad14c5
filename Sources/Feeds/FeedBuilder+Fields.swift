import Markup

extension FeedBuilder {
  /// The end of an element whose text was collected.
  mutating func finishField(_ frame: FeedFrame) {
    guard var field = field.take() else { return }
    keep(field, frame)
    spareText = field.text.take()
    spareText.removeAll()
  }

  private mutating func keep(_ field: FeedField, _ frame: FeedFrame) {
    let parent = frames.last?.scope ?? .outside
    switch (parent, field.term) {
    case (.image, _), (.textInput, _), (.person, _): keepPart(field, parent, frame)
    case (.mediaContent, .text(let slot)) where !mediaStack.isEmpty:
      keepMediaText(field, slot)
    case (_, .text(let slot)): keepText(field, slot, frame)
    case (_, .person):
      readPerson(field.string)
      keepPerson()
    case (_, .source):
      let text = ParsedText(
        type: "text/plain", source: field.string, language: frame.context.languageTag,
        base: base(in: field.context)?.string, refusesLanguage: frame.context.refusesLanguage)
      closeSource(title: text)
    default: keepValue(field, frame)
    }
  }

  private mutating func keepValue(_ field: FeedField, _ frame: FeedFrame) {
    let string = field.string
    let text = string.isEmpty ? resource(of: field) : string
    guard !text.isEmpty || field.term == .category || field.term == .generator else { return }
    switch field.term {
    case .address(let slot): keep(text, in: slot, frame)
    case .date(let slot): keepDate(text, slot)
    case .number(let slot): keep(wholeNumber(text), in: slot)
    case .id: if draft.metadata.id == nil { draft.metadata.id = identifier(text, frame) }
    case .guid:
      guard draft.guid == nil else { return }
      draft.guid = identifier(text, frame)
      draft.guidIsPermalink =
        field.attributes.value("ispermalink").map { asciiLowerCased(trimmed($0)) != "false" } ?? true
    case .link: keepLinkText(text, field, frame)
    case .category: keepCategory(text, field, frame)
    case .subject:
      addCategory(
        ParsedCategory(
          term: text, scheme: nonEmpty(field.attributes.value("scheme")),
          label: nonEmpty(field.attributes.value("label"))))
    case .keywords:
      for word in text.split(separator: ",") {
        if let term = nonEmpty(String(word)), !draft.metadata.categories.contains(where: { $0.term == term })
        {
          addCategory(ParsedCategory(term: term))
        }
      }
    case .generator: keepGenerator(text, field, frame)
    case .language: keepLanguage(text)
    case .itunesImage: if let url = address(text, frame) { setImage(url) }
    case .thumbnail: addThumbnail(text, width: nil, height: nil, frame)
    case .skippedHour:
      if let hour = wholeNumber(text), (0...24).contains(hour) { draft.channel.skipHours.append(hour % 24) }
    case .skippedDay: draft.channel.skipDays.append(text)
    case .updatePeriod: draft.channel.updatePeriod = draft.channel.updatePeriod ?? text
    case .iTunesDuration: keepDuration(text)
    default: break
    }
  }

  /// RDF puts addresses into an attribute: `<cc:license rdf:resource="..."/>`.
  private func resource(of field: FeedField) -> String {
    guard case .address = field.term else { return "" }
    return field.attributes.first { $0.name.local == "resource" || $0.name.local == "href" }
      .map { trimmed($0.value) } ?? ""
  }

  // MARK: Parts of containers

  private mutating func keepPart(_ field: FeedField, _ parent: FeedFrame.Scope, _ frame: FeedFrame) {
    guard let text = nonEmpty(field.string) else { return }
    switch (parent, field.term) {
    case (.person, .name): person.name = person.name ?? text
    case (.person, .email): person.email = person.email ?? text
    case (.person, .url): person.url = person.url ?? address(text, frame)
    case (.image, .text(let slot)) where slot.kind == .title: image.title = image.title ?? text
    case (.image, .text): image.description = image.description ?? text
    case (.image, .url): image.url = image.url ?? address(text, frame)
    case (.image, .link): image.link = image.link ?? address(text, frame)
    case (.image, .width): image.width = wholeNumber(text)
    case (.image, .height): image.height = wholeNumber(text)
    case (.textInput, .text(let slot)) where slot.kind == .title: textInput.title = textInput.title ?? text
    case (.textInput, .text): textInput.description = textInput.description ?? text
    case (.textInput, .name): textInput.name = textInput.name ?? text
    case (.textInput, .link): textInput.link = textInput.link ?? address(text, frame)
    default: break
    }
  }

  private mutating func keepMediaText(_ field: FeedField, _ slot: FeedTerm.TextSlot) {
    guard let text = nonEmpty(field.string) else { return }
    let last = mediaStack.count - 1
    switch slot.kind {
    case .title: mediaStack[last].title = mediaStack[last].title ?? text
    case .description: mediaStack[last].description = mediaStack[last].description ?? text
    default: break
    }
  }

  // MARK: Single values

  private mutating func keep(_ text: String, in slot: FeedTerm.AddressSlot, _ frame: FeedFrame) {
    guard let value = address(text, frame) else { return refuse(text) }
    switch slot {
    case .icon: draft.channel.icon = draft.channel.icon ?? value
    case .logo: draft.channel.logo = draft.channel.logo ?? value
    case .docs: draft.channel.docs = draft.channel.docs ?? value
    case .newFeed: draft.channel.newFeedURL = draft.channel.newFeedURL ?? value
    case .comments: draft.entry.commentsLink = draft.entry.commentsLink ?? value
    case .commentsFeed: draft.entry.commentsFeed = draft.entry.commentsFeed ?? value
    case .commentAPI: draft.entry.commentAPI = draft.entry.commentAPI ?? value
    case .license: draft.metadata.licenses.append(value)
    case .originalLink: draft.originalLink = draft.originalLink ?? value
    }
  }

  private mutating func keep(_ number: Int?, in slot: FeedTerm.NumberSlot) {
    guard let number else { return }
    switch slot {
    case .timeToLive: draft.channel.ttl = draft.channel.ttl ?? number
    case .updateFrequency: draft.channel.updateFrequency = draft.channel.updateFrequency ?? number
    case .commentCount(let rank):
      guard rank < draft.commentCountRank else { return }
      draft.commentCountRank = rank
      draft.entry.commentCount = number
    }
  }

  mutating func keepDate(_ text: String, _ slot: FeedTerm.DateSlot) {
    let reading = FeedDate.reading(text)
    if let (code, message) = reading.warning(about: text) { warn(code, message) }
    draft.keep(ParsedInstant(instant: reading.instant, source: text), in: slot)
  }

  private mutating func keepLanguage(_ text: String) {
    // The element beats `xml:lang`; of several elements the first counts.
    guard !draft.hasLanguageElement else { return }
    draft.hasLanguageElement = true
    draft.metadata.language = text
  }

  private mutating func keepGenerator(_ text: String, _ field: FeedField, _ frame: FeedFrame) {
    guard draft.channel.generator == nil else { return }
    let url = nonEmpty(field.attributes.value("uri") ?? field.attributes.value("url")).flatMap {
      address($0, frame)
    }
    let version = nonEmpty(field.attributes.value("version"))
    guard !text.isEmpty || url != nil else { return }
    draft.channel.generator = ParsedGenerator(name: nonEmpty(text), url: url, version: version)
  }

  private mutating func keepDuration(_ text: String) {
    var seconds = 0
    for part in text.split(separator: ":", maxSplits: 2) {
      guard let number = wholeNumber(String(part)), number < 1_000_000 else { return }
      seconds = seconds * 60 + number
    }
    draft.duration = draft.duration ?? seconds
  }
}
