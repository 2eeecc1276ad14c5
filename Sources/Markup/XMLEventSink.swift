internal import CLibXML2

/// Where the callbacks of libxml2 arrive: turns pointers into values and passes them on.
///
/// Lives at a fixed place in memory during a reading, which libxml2 hands to each callback.
struct XMLEventSink: ~Copyable {
  let isRecovering: Bool
  var context: xmlParserCtxtPtr?
  /// The whole document, while it is read.
  var document: UnsafeBufferPointer<UInt8>?
  /// The CDATA sections still to come, whose text libxml2 does not see.
  var sections: ArraySlice<XMLOutline.Section> = []
  /// The first well-formedness error.
  private(set) var failure: MarkupNote?
  private(set) var notes: [MarkupNote] = []
  /// True once the document turned out to be one for ``XMLRepair``: its events are of no use.
  private(set) var mustStop = false

  private let receiver: XMLEventReceiver
  /// True once an element has begun.
  private var isOpened = false
  private var names = XMLNameTable()
  private var depth = 0
  /// Lines of ``document`` that libxml2 did not see.
  private var unseenLines = 0
  private var pending = PendingText()

  init(_ receiver: XMLEventReceiver, isRecovering: Bool) {
    self.receiver = receiver
    self.isRecovering = isRecovering
  }

  /// Whether the whole document was read and was well-formed.
  var isDone: Bool { !mustStop && isOpened && depth == 0 }

  // MARK: Callbacks

  mutating func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard !mustStop else { return }
    flushText()
    isOpened = true
    depth += 1
    if isBeyondLimits && !isRecovering { return stop() }
    keepGoing()
    let number = names.number(local, prefix, uri)
    var values: [XMLAttribute] = []
    var hasXMLAttributes = false
    if count > 0, let attributes {
      values.reserveCapacity(count)
      for index in 0..<count {
        let field = attributes + index * 5
        guard let start = field[3], let end = field[4], end >= start else { continue }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        let number = names.number(field[0], field[1], field[2])
        values.append(
          XMLAttribute(name: names[number], value: String(copying: UTF8Span(unchecked: bytes.span))))
        if field[1] != nil, names[number].prefix == "xml" { hasXMLAttributes = true }
      }
    }
    let line = unseenLines + (context?.pointee.input.map { Int($0.pointee.line) } ?? 0)
    receiver.start(
      XMLStartTag(
        name: names[number], nameNumber: number, attributes: values, hasXMLAttributes: hasXMLAttributes,
        line: line))
    if isBeyondLimits { giveUp() }
  }

  mutating func end() {
    guard depth > 0, !mustStop else { return }
    flushText()
    keepGoing()
    depth -= 1
    receiver.end()
  }

  mutating func characters(_ bytes: UnsafePointer<xmlChar>?, count: Int) {
    guard let bytes, count > 0, depth > 0, !mustStop else { return }
    keepGoing()
    if pending.append(bytes, count: count) { return }
    flushText()
    if !pending.append(bytes, count: count) { send(UnsafeBufferPointer(start: bytes, count: count)) }
  }

  /// The next CDATA section.
  mutating func section() {
    guard let section = sections.popFirst(), let document, depth > 0, !mustStop else { return }
    keepGoing()
    unseenLines += section.lines
    flushText()
    if !section.text.isEmpty { send(UnsafeBufferPointer(rebasing: document[section.text])) }
  }

  /// A DTD: what it declares is read by ``XMLRepair`` alone.
  mutating func documentType() {
    if !isRecovering { stop() }
  }

  mutating func report(_ error: xmlError) {
    let line = Int(error.line) + unseenLines
    // Of a line with a section in it libxml2 sees only a part.
    let column = unseenLines == 0 && sections.isEmpty ? Int(error.int2) : nil
    if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      guard error.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue), notes.count < 20 else { return }
      notes.append(MarkupNote(.prefixUndeclared, message(of: error), line: line, column: column))
    } else if failure == nil, error.level == XML_ERR_FATAL {
      failure = MarkupNote(
        error.code == Int32(XML_ERR_TAG_NOT_FINISHED.rawValue) ? .truncated : .notWellFormed,
        message(of: error), line: line, column: column)
      if !isRecovering { stop() }
    }
  }

  // MARK: After the callbacks

  /// Ends what libxml2 left open.
  mutating func closeOpenElements() {
    flushText()
    while depth > 0 {
      depth -= 1
      receiver.end()
    }
  }

  private mutating func flushText() {
    if let waiting = pending.take() { send(waiting) }
  }

  /// The input is valid UTF-8, and libxml2 cuts it between characters only.
  private func send(_ text: UnsafeBufferPointer<UInt8>) {
    receiver.text(UTF8Span(unchecked: text.span))
  }

  /// Too deep, or too many namespaces to look through for each name.
  private var isBeyondLimits: Bool {
    depth > XMLLimits.depth || Int(context?.pointee.nsNr ?? 0) / 2 > XMLLimits.namespaces
  }

  /// What was repaired is never too deep.
  private mutating func giveUp() {
    notes.append(
      MarkupNote(.limitExceeded, "more than \(XMLLimits.namespaces) namespaces are in force at one place"))
    stop()
  }

  /// Has libxml2 go no further than the piece of markup at hand. `xmlStopParser` would free, in the midst of it,
  /// what libxml2 and its arguments to a callback point to.
  private mutating func stop() {
    mustStop = !isRecovering
    context?.pointee.errNo = Int32(bitPattern: XML_ERR_USER_STOP.rawValue)
    context?.pointee.disableSAX = 1
  }

  /// After its first error libxml2 drops every reference, `&amp;` included, unless told that all is well.
  private func keepGoing() {
    if isRecovering { context?.pointee.wellFormed = 1 }
  }

  private func message(of error: xmlError) -> String {
    let message = error.message.map { String(cString: $0) } ?? "unknown error"
    return String(decoding: message.utf8.prefix(200).filter { $0 >= 0x20 }, as: UTF8.self)
  }
}

/// Small pieces of text that wait for the rest: libxml2 makes a piece of each reference.
private struct PendingText: ~Copyable {
  private let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2048)
  private var count = 0

  deinit { storage.deallocate() }

  /// `false` if there is no room, or the piece is large enough to go on its own.
  mutating func append(_ bytes: UnsafePointer<UInt8>, count length: Int) -> Bool {
    guard length <= 512, length <= storage.count - count, let base = storage.baseAddress else { return false }
    if length == 1 { base[count] = bytes[0] } else { (base + count).update(from: bytes, count: length) }
    count += length
    return true
  }

  /// What waits; good until the next piece comes.
  mutating func take() -> UnsafeBufferPointer<UInt8>? {
    guard count > 0 else { return nil }
    defer { count = 0 }
    return UnsafeBufferPointer(rebasing: storage[..<count])
  }
}

/// What a sink passes events on to.
class XMLEventReceiver {
  func start(_ tag: XMLStartTag) {}
  func end() {}
  func text(_ piece: UTF8Span) {}
}

/// Passes events on to a handler.
final class XMLHandlerReceiver<Handler: XMLEventHandler>: XMLEventReceiver {
  private let place: UnsafeMutablePointer<Handler>

  init(_ handler: Handler) {
    place = .allocate(capacity: 1)
    place.initialize(to: handler)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  var handler: Handler { place.pointee }

  override func start(_ tag: XMLStartTag) { place.pointee.start(tag) }
  override func end() { place.pointee.end() }
  override func text(_ piece: UTF8Span) { place.pointee.text(piece) }
}
