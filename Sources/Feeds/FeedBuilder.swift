import Markup
import Model

/// Builds a ``ParsedFeed`` from the events of an XML document in any of the XML formats.
///
/// One frame an open element, on a stack of its own: depth of the input is never depth of calls.
struct FeedBuilder: XMLEventHandler {
  var feed = ParsedFeed()
  var frames: [FeedFrame] = []
  /// The feed, below the entry, below its source, as far as they are open.
  var drafts: [FeedDraft] = [FeedDraft(.channel)]
  /// The text that is being collected.
  var field: FeedField?
  /// People, images, media objects being read, innermost last.
  var person = PersonDraft()
  var image = ParsedImage()
  var textInput = ParsedTextInput()
  var mediaStack: [ParsedMedia] = []
  var extensions: [ExtensionDraft] = []
  var extensionCount = 0
  /// Base of the whole document, if the context gives one.
  let outerBase: WebAddress?
  /// Base that the document gives for itself; used only if there is no other.
  var ownBase: WebAddress?
  /// Line of the tag at hand.
  var line = 0

  private var terms: [(term: FeedTerm, namespace: FeedNamespace)?] = []
  /// What an unknown default namespace on the root stands for.
  private var adoptedNamespace: String?

  static let entryLimit = 50_000

  init(base: WebAddress?) {
    outerBase = base
  }

  // MARK: XMLEventHandler

  mutating func start(_ tag: XMLStartTag) {
    line = tag.line
    let (term, namespace) = meaning(of: tag)
    var frame = FeedFrame(scope: .skipped, inheriting: frames.last, namespace: namespace)
    if !tag.attributes.isEmpty { adoptContext(of: tag, in: &frame) }
    if field != nil {
      startInsideField(tag, term, &frame)
    } else {
      open(tag, term, &frame)
    }
    frames.append(frame)
  }

  mutating func text(_ utf8: [UInt8]) {
    if field != nil {
      field?.append(utf8)
    } else if frames.last?.scope == .extension, !extensions.isEmpty {
      extensions[extensions.count - 1].text.append(contentsOf: utf8)
    }
  }

  mutating func end() {
    guard let frame = frames.popLast() else { return }
    if frame.isFieldEnd {
      finishField(frame)
    } else if field != nil {
      endInsideField(frame)
    } else {
      close(frame)
    }
  }

  // MARK: Names

  mutating func meaning(of tag: XMLStartTag) -> (term: FeedTerm, namespace: FeedNamespace) {
    if tag.nameNumber < terms.count, let known = terms[tag.nameNumber] { return known }
    var namespace = FeedNamespace(uri: tag.name.namespace, prefix: tag.name.prefix)
    if frames.isEmpty, namespace == .other, tag.name.prefix == nil,
      ["rss", "feed", "channel"].contains(asciiLowerCased(tag.name.local))
    {
      adoptedNamespace = tag.name.namespace
    }
    if namespace == .other, tag.name.namespace == adoptedNamespace, adoptedNamespace != nil {
      namespace = .rss
    }
    let found = (FeedTerm(namespace, local: tag.name.local), namespace)
    while terms.count <= tag.nameNumber { terms.append(nil) }
    terms[tag.nameNumber] = found
    return found
  }

  /// Takes over `xml:base` and `xml:lang`.
  private func adoptContext(of tag: XMLStartTag, in frame: inout FeedFrame) {
    for attribute in tag.attributes where attribute.name.prefix == "xml" {
      switch attribute.name.local {
      case "base":
        let value = trimmed(attribute.value)
        guard !value.isEmpty, let base = WebAddress(value, relativeTo: base(of: frame)), base.isWeb
        else { continue }
        frame.base = base
      case "lang":
        let value = trimmed(attribute.value)
        frame.language = value.isEmpty ? .refused : .tag(languageTag(value))
      default: continue
      }
    }
  }

  /// The base address in force.
  func base(of frame: FeedFrame?) -> WebAddress? {
    frame?.base ?? outerBase ?? ownBase
  }

  /// Notes something worth saying about the tag at hand.
  mutating func warn(_ code: String, _ message: String) {
    feed.warnings.append(
      Diagnostic(severity: .warning, code: code, message: message, line: line > 0 ? line : nil))
  }

  // MARK: The draft at hand

  var draft: FeedDraft {
    _read { yield drafts[drafts.count - 1] }
    _modify { yield &drafts[drafts.count - 1] }
  }
}

/// An open element.
struct FeedFrame {
  enum Scope {
    /// Before or around the feed.
    case outside
    case root, channel, entry, source, image, textInput, mediaGroup, mediaContent, list, category
    case person
    case known
    case `extension`
    /// Nothing in it is of interest.
    case skipped
  }

  enum Language {
    case unknown, refused
    case tag(String)
  }

  var scope: Scope
  let namespace: FeedNamespace
  var base: WebAddress?
  var language: Language
  /// True if the element is the one that ``FeedBuilder/field`` is collected for.
  var isFieldEnd = false
  /// Inside a text: the end tag to write.
  var endTag: String?

  init(scope: Scope, inheriting parent: FeedFrame?, namespace: FeedNamespace) {
    self.scope = scope
    self.namespace = namespace
    base = parent?.base
    language = parent?.language ?? .unknown
  }

  var languageTag: String? {
    if case .tag(let tag) = language { return tag }
    return nil
  }

  var refusesLanguage: Bool {
    if case .refused = language { return true }
    return false
  }
}

struct PersonDraft {
  var role: FeedTerm.PersonRole = .author
  var name: String?
  var email: String?
  var url: String?
}

/// An element of an unknown namespace being read.
struct ExtensionDraft {
  let name: XMLName
  let attributes: [XMLAttribute]
  var text: [UInt8] = []
  var children: [ParsedExtension] = []
}

extension FeedBuilder {
  /// What was read.
  func finished() -> ParsedFeed {
    var result = feed
    if let channel = drafts.first, feed.format != nil { result.channel = channel.finishedChannel() }
    return result
  }
}
