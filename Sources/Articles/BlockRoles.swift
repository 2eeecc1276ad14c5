import Markup
import Model

/// Says of each block what it is for, by its words, its links and its place.
///
/// Only what stands at the edges of an article is judged by words that an article might use itself: a
/// sentence with "leave a comment" in the middle of a text about comments stays text.
struct BlockRoles {
  private var blocks: [FlowBlock]
  private let title: String?
  private let authors: [String]

  static func assign(_ blocks: [FlowBlock], title: String? = nil, authors: [String] = []) -> [FlowBlock] {
    var roles = BlockRoles(blocks: blocks, title: title, authors: authors)
    roles.assignContents()
    roles.assignFurniture()
    roles.assignSections()
    roles.assignBiography()
    roles.assignCalls()
    return roles.blocks
  }

  private init(blocks: [FlowBlock], title: String?, authors: [String]) {
    self.blocks = blocks
    self.title = title.map { CueText($0).string }
    self.authors = authors
  }

  // MARK: - One block at a time

  private mutating func assignFurniture() {
    let tail = min(blocks.count * 3 / 4, max(0, blocks.count - 5))
    for index in blocks.indices {
      if blocks[index].role == .caption,
        BlockRoles.isCredit(CueText(blocks[index].text), words: blocks[index].wordCount)
      {
        blocks[index].role = .credit
      }
      guard blocks[index].role == nil else { continue }
      // "Listen" may head a section.
      if blocks[index].kind == .heading, index + 1 < blocks.count, blocks[index + 1].isProse,
        isGalleryCrumb(CueText(blocks[index].text), words: blocks[index].wordCount)
      {
        continue
      }
      blocks[index].role = furnitureRole(of: blocks[index], isInTail: index >= tail, isInHead: index < 3)
    }
  }

  /// A list of the article's own headings, and what stands above it.
  private mutating func assignContents() {
    let headings = Set(blocks.filter { $0.kind == .heading }.map { lettersOnly($0.text) })
    for index in blocks.indices.prefix(40) where blocks[index].role == nil {
      let block = blocks[index]
      guard block.kind == .heading || block.kind == .paragraph, block.wordCount <= 5 else { continue }
      var label = CueText(block.text).string
      while let last = label.utf8.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ".") {
        label.removeLast()
      }
      guard Cues.contents.contains(label) else { continue }
      guard index + 1 < blocks.count, blocks[index + 1].kind == .list else {
        // What it headed was left out before.
        blocks[index].role = .boilerplate
        continue
      }
      let list = blocks[index + 1]
      let repeated = list.items.count { headings.contains(lettersOnly($0)) }
      if list.linkDensity > 0.7 || repeated * 2 >= list.items.count {
        blocks[index].role = .boilerplate
        blocks[index + 1].role = .boilerplate
      }
    }
  }

  /// What asks the reader for something stands at the end of what is left.
  private mutating func assignCalls() {
    let left = blocks.indices.filter { blocks[$0].role == nil }
    let leftTail = min(left.count * 3 / 4, max(0, left.count - 4))
    for (place, index) in left.enumerated() where isCallToAction(blocks[index], isInTail: place >= leftTail) {
      blocks[index].role = .callToAction
    }
  }

  private func furnitureRole(of block: FlowBlock, isInTail: Bool, isInHead: Bool) -> Block.Role? {
    if block.kind == .code || block.kind == .table { return nil }
    let words = block.wordCount
    guard words <= 60 else { return block.kind == .figure ? .caption : nil }
    let cues = CueText(block.text)
    if BlockRoles.isCredit(cues, words: words) { return .credit }
    if block.kind == .figure { return .caption }
    if words <= 40, cues.holds(any: Cues.furnitureMarks) { return .boilerplate }
    if cues.holds(any: Cues.ofPlatforms) { return .callToAction }
    if isInTail || isInHead {
      if words <= 40, cues.holds(any: Cues.sponsors) { return .boilerplate }
      if cues.begins(any: Cues.houseNotes), cues.holds(any: Cues.earlierPublication) { return .boilerplate }
    }
    if isSharing(block, words: words) { return .boilerplate }
    if isGalleryCrumb(cues, words: words) { return .boilerplate }
    if block.linkDensity > 0.9, words >= 3, isAllCapitals(block.text) { return .boilerplate }
    if words <= 50, cues.begins(any: Cues.creditLines) || cues.holds(any: Cues.contributions) {
      return .byline
    }
    if words <= 12, cues.begins(any: Cues.dateOpenings), PageDate(reading: block.text) != nil {
      return .byline
    }
    if words <= 30, isCaptionWithCredit(block.text) { return .caption }
    if words <= 60, cues.holds(any: Cues.disclosures) { return .boilerplate }
    if words <= 40, cues.holds(any: Cues.ofNewsletters) { return .callToAction }
    if words <= 30, isFollowing(cues) { return .callToAction }
    if isFurniture(block, cues, words: words, isAtEdge: isInTail || isInHead) { return .boilerplate }
    return isInHead && isByline(cues, words: words) ? .boilerplate : nil
  }

  /// "Photo by ...", "© ...", or a few words with the name of a picture agency.
  static func isCredit(_ cues: CueText, words: Int) -> Bool {
    guard words <= 25 else { return false }
    if words <= 20, cues.begins("©") || cues.begins("(c)") || cues.begins("(photo") || cues.begins("[photo") {
      return true
    }
    let text = cues.string
    for opening in Cues.creditOpenings where cues.begins(opening) {
      let rest = text.dropFirst(opening.count).drop { $0 == " " }
      guard let sign = rest.unicodeScalars.first else { continue }
      if ":©|/(–—-".unicodeScalars.contains(sign) { return true }
      let next = rest.prefix { $0 != " " }
      if words <= 20, Cues.creditJoints.contains(String(next)) { return true }
    }
    return words <= 12 && cues.holds(any: Cues.pictureAgencies) && !endsSentence(text)
  }

  /// Names of networks and nothing else.
  private func isSharing(_ block: FlowBlock, words: Int) -> Bool {
    guard words <= 24 else { return false }
    let parts = CueText(block.text).string.utf8.split { byte in
      byte == 0x20 || byte == 0x0A || byte == 0x2C || byte == 0x7C || byte == 0x28 || byte == 0x29
        || byte == 0x3A
    }
    return !parts.isEmpty
      && parts.allSatisfy {
        Cues.sharing.contains(String(decoding: $0, as: UTF8.self))
          || $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      } && parts.contains { $0.count > 3 }
  }

  private func isFurniture(_ block: FlowBlock, _ cues: CueText, words: Int, isAtEdge: Bool) -> Bool {
    if words <= 15, cues.begins("more"), cues.string.holds("http") { return true }
    if words <= 30, cues.begins(any: Cues.furnitureOpenings) {
      if block.kind == .heading { return isAtEdge || block.linkDensity > 0.3 }
      return words <= 6 || isAtEdge || block.linkDensity > 0.3 || !endsSentence(block.text)
    }
    guard isAtEdge, block.kind != .heading, words <= 12 else { return false }
    return (block.kind == .list ? block.inwardDensity : block.linkDensity) > 0.95 && !endsSentence(block.text)
  }

  /// "Follow us on Facebook and Twitter", in any order.
  private func isFollowing(_ cues: CueText) -> Bool {
    cues.begins(any: Cues.following) && cues.holds(any: Cues.networks)
  }

  /// "A map of the moon. (NASA/JPL)"
  private func isCaptionWithCredit(_ text: String) -> Bool {
    guard text.utf8.last == UInt8(ascii: ")"), let open = text.utf8.lastIndex(of: UInt8(ascii: "(")) else {
      return false
    }
    let inside = text.utf8[open...].dropFirst().dropLast()
    guard inside.count <= 60, inside.contains(UInt8(ascii: "/")), !inside.contains(UInt8(ascii: ":")) else {
      return false
    }
    return inside.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
  }

  private func isAllCapitals(_ text: String) -> Bool {
    var capitals = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals >= 8
  }

  /// "Image 1 of 5", "Caption", "Close".
  private func isGalleryCrumb(_ cues: CueText, words: Int) -> Bool {
    guard words <= 5 else { return false }
    var text = cues.string
    if text.hasSuffix(":") || text.hasSuffix("!") { text.removeLast() }
    if Cues.galleryCrumbs.contains(text) || isShareCount(text) { return true }
    let parts = text.split(separator: " ")
    return parts.count >= 3 && parts.count <= 4
      && ["image", "photo", "slide", "bild", "foto"].contains(String(parts[0]))
      && parts[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// "858shares", "12 Shares".
  private func isShareCount(_ text: String) -> Bool {
    let rest = text.utf8.drop {
      ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    guard rest.count < text.utf8.count else { return false }
    let word = String(decoding: Array(rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "k") }), as: UTF8.self)
    return ["shares", "share", "views", "likes", "mal geteilt"].contains(word)
  }

  private func isByline(_ cues: CueText, words: Int) -> Bool {
    words <= 14 && cues.begins(any: ["by", "written by", "posted by", "von", "par", "por", "di", "door"])
      && !endsSentence(cues.string)
  }

  private func isCallToAction(_ block: FlowBlock, isInTail: Bool) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading || block.kind == .quote else { return false }
    let words = block.wordCount
    guard words <= 130 else { return false }
    // Elsewhere only a few plain words ask for comments.
    guard isInTail || words <= 25 else { return false }
    let cues = CueText(block.text)
    if cues.holds(any: Cues.askingForComments) {
      if isInTail, words <= 40 { return true }
      let (sentences, questions) = BlockRoles.sentences(block.text)
      if isInTail, questions * 2 >= sentences { return true }
      let isPlain = cues.begins(any: [
        "leave a comment", "please leave", "leave a reply", "join the conversation",
      ])
      return words <= 25 && isPlain
    }
    guard isInTail, words <= 60, block.kind != .quote, cues.holds(any: Cues.promoting) else { return false }
    for phrase in Cues.promoting.all {
      guard let place = cues.position(of: phrase) else { continue }
      if place == 0 || block.linkDensity > 0.15 || words <= 25 { return true }
    }
    return false
  }

  /// Sentences, roughly, and how many of them ask.
  static func sentences(_ text: String) -> (count: Int, questions: Int) {
    var count = 0
    var questions = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "?", "？":
        if isInside {
          count += 1
          questions += 1
        }
        isInside = false
      case ".", "!", "…":
        if isInside { count += 1 }
        isInside = false
      default: if scalar.properties.isAlphabetic { isInside = true }
      }
    }
    return (count + (isInside ? 1 : 0), questions)
  }

  // MARK: - Headings and what they head

  private mutating func assignSections() {
    var section: Block.Role?
    for index in blocks.indices {
      guard blocks[index].kind == .heading || isSectionLabel(blocks[index]) else {
        if let section, blocks[index].role == nil, belongs(blocks[index], to: section) {
          blocks[index].role = section
        }
        continue
      }
      section = nil
      guard index >= blocks.count / 3 else { continue }
      let cues = CueText(blocks[index].text)
      if cues.begins(any: Cues.aboutTheAuthor) || authors.contains(where: { isAbout(cues, $0) }) {
        section = .bio
      } else if blocks[index].role == .boilerplate || cues.begins(any: Cues.furnitureOpenings) {
        section = .boilerplate
      } else if cues.holds(any: Cues.askingForComments) || cues.begins("your turn") {
        section = .callToAction
      }
      if let section { blocks[index].role = section }
    }
  }

  /// A paragraph that works as a heading: "About the author".
  private func isSectionLabel(_ block: FlowBlock) -> Bool {
    guard block.kind == .paragraph, block.wordCount <= 5 else { return false }
    let cues = CueText(block.text)
    return cues.begins(any: Cues.aboutTheAuthor) || cues.begins(any: Cues.furnitureOpenings)
  }

  private func isAbout(_ cues: CueText, _ author: String) -> Bool {
    let name = CueText(author).string
    return !name.isEmpty && cues.begins("about " + name)
  }

  private func belongs(_ block: FlowBlock, to section: Block.Role) -> Bool {
    switch section {
    case .bio: block.wordCount <= 180
    case .callToAction: block.wordCount <= 60 && BlockRoles.sentences(block.text).questions > 0
    default: block.kind == .list ? block.linkDensity > 0.3 : block.linkDensity > 0.5
    }
  }

  // MARK: - The author, in the third person, at the end

  private mutating func assignBiography() {
    var looked = 0
    for index in blocks.indices.reversed() where blocks[index].role == nil {
      looked += 1
      if looked > 3 || index <= blocks.count / 2 { return }
      let block = blocks[index]
      guard block.kind == .paragraph || block.kind == .quote,
        (8...140).contains(block.wordCount)
      else { continue }
      if isBiography(block) { blocks[index].role = .bio }
    }
  }

  private func isBiography(_ block: FlowBlock) -> Bool {
    let cues = CueText(block.text)
    let marks = Cues.ofABiography.count(where: cues.holds)
    guard marks > 0, !cues.holds(any: ["i", "my", "ich", "je"]) else { return false }
    let verbs = [
      " is ", " was ", " are ", " works ", " has ", " helps ", " writes ", " ist ", " est ", " es ", " è ",
    ]
    for author in authors {
      let name = CueText(author).string
      if !name.isEmpty, cues.begins(name), verbs.contains(where: { cues.string.contains($0) }) { return true }
    }
    // An unknown name: two or three capitalised words, then "is a ...".
    let words = block.text.split(separator: " ").prefix(5)
    let names = words.prefix { $0.unicodeScalars.first?.properties.isUppercase == true }
    guard (2...4).contains(names.count), marks > 1 else { return false }
    let next = words.dropFirst(names.count).first ?? ""
    return ["is", "ist", "est", "es", "è", "writes", "works", "(@"].contains(String(next))
  }
}
