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
  /// Storage for the text of the next field.
  var spareText = UTF8Buffer()
  /// People, images, media objects being read, innermost last.
  var person = PersonDraft()
  var image = ParsedImage()
  var textInput = ParsedTextInput()
  var mediaStack: [ParsedMedia] = []
  var extensions: [ExtensionDraft] = []
  var extensionCount = 0
  /// Base of the whole document, if the context gives one.
  let outerBase: WebAddress?
  private let outermost = FeedContext()
  /// Base that a CDF channel gives for itself; used only if there is no other.
  var ownBase: WebAddress?
  /// Whether anything of a feed was found below the root.
  var holdsFeed = false
  /// False once a text proved that the author's program can write.
  var mayBeDoublyEncoded = true
  var hasDoublyEncodedText = false
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
    var frame = FeedFrame(
      scope: .skipped, namespace: namespace,
      context: frames.isEmpty ? outermost : frames[frames.count - 1].context)
    if tag.hasXMLAttributes { adoptContext(of: tag, in: &frame) }
    if field != nil {
      startInsideField(tag, term, &frame)
    } else {
      open(tag, term, &frame)
    }
    frames.append(frame)
  }

  mutating func text(_ piece: UTF8Span) {
    if field != nil {
      field?.append(piece)
    } else if frames.last?.scope == .extension, !extensions.isEmpty {
      extensions[extensions.count - 1].text.append(piece)
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
      let context = frame.context
      let value = trimmed(attribute.value)
      switch attribute.name.local {
      case "base":
        guard !value.isEmpty,
          let base = WebAddress(value, relativeTo: base(in: context), spelling: .international), base.isWeb
        else { continue }
        frame.context = FeedContext(base: base, language: context.language)
      case "lang":
        frame.context = FeedContext(
          base: context.base, language: value.isEmpty ? .refused : .tag(languageTag(value)))
      default: continue
      }
    }
  }

  /// The base address in force.
  func base(in context: FeedContext) -> WebAddress? {
    context.base ?? outerBase ?? ownBase
  }

  /// Notes something worth saying about the tag at hand.
  mutating func warn(_ code: String, _ message: String) {
    feed.warnings.append(
      Diagnostic(severity: .warning, code: code, message: message, line: line > 0 ? line : nil))
  }

  // MARK: The draft at hand

  var draft: FeedDraft {
    // Not `_read`: without optimisation the compiler looks at a large value that was yielded when it is gone.
    get { drafts[drafts.count - 1] }
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

  var scope: Scope
  let namespace: FeedNamespace
  var context: FeedContext
  /// True if the element is the one that ``FeedBuilder/field`` is collected for.
  var isFieldEnd = false
  /// Inside a text: the end tag to write.
  var endTag: String?

  init(scope: Scope, namespace: FeedNamespace, context: FeedContext) {
    self.scope = scope
    self.namespace = namespace
    self.context = context
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
  var text = UTF8Buffer()
  var children: [ParsedExtension] = []
}

extension FeedBuilder {
  /// An empty `<rss/>` that states no version makes no feed.
  private var isHollow: Bool { !holdsFeed && feed.version == "rss" }

  /// What was read.
  func finished() -> ParsedFeed {
    var result = feed
    if isHollow {
      result.format = nil
      result.version = nil
    }
    if let channel = drafts.first, result.isFeed { result.channel = channel.finishedChannel() }
    if hasDoublyEncodedText { result.undoDoubleEncoding(isConsistent: mayBeDoublyEncoded) }
    return result
  }
}
