internal import CLibXML2

/// Where the callbacks of libxml2 arrive. Turns pointers into values; ``XMLHandlerSink`` passes them on.
class XMLEventSink {
  var context: xmlParserCtxtPtr?
  var isRecovering = false
  /// The first well-formedness error.
  private(set) var failure: MarkupNote?
  private(set) var notes: [MarkupNote] = []
  /// True once an element has begun.
  private(set) var isOpened = false

  private var names: [NamePointers: Int] = [:]
  private var namesByNumber: [XMLName] = []
  private var pendingText: [UInt8] = []
  private var depth = 0

  func handleStart(_ tag: XMLStartTag) {}
  func handleEnd() {}
  func handleText(_ utf8: [UInt8]) {}

  // MARK: Callbacks

  func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    flushText()
    keepGoing()
    isOpened = true
    depth += 1
    let number = nameNumber(local, prefix, uri)
    var values: [XMLAttribute] = []
    if count > 0, let attributes {
      values.reserveCapacity(count)
      for index in 0..<count {
        let field = attributes + index * 5
        guard let start = field[3], let end = field[4], end >= start else { continue }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        let name = namesByNumber[nameNumber(field[0], field[1], field[2])]
        values.append(XMLAttribute(name: name, value: String(decoding: bytes, as: UTF8.self)))
      }
    }
    let line = context?.pointee.input.map { Int($0.pointee.line) } ?? 0
    handleStart(
      XMLStartTag(name: namesByNumber[number], nameNumber: number, attributes: values, line: line))
  }

  func end() {
    guard depth > 0 else { return }
    flushText()
    keepGoing()
    depth -= 1
    handleEnd()
  }

  func characters(_ bytes: UnsafePointer<xmlChar>?, count: Int) {
    guard let bytes, count > 0 else { return }
    keepGoing()
    pendingText.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  func report(_ error: xmlError) {
    let message = error.message.map { String(cString: $0) } ?? "unknown error"
    let line = Int(error.line)
    let column = Int(error.int2)
    if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      guard error.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue), notes.count < 20 else { return }
      notes.append(MarkupNote(.prefixUndeclared, oneLine(message), line: line, column: column))
    } else if failure == nil, error.level == XML_ERR_FATAL {
      failure = MarkupNote(
        error.code == Int32(XML_ERR_TAG_NOT_FINISHED.rawValue) ? .truncated : .notWellFormed,
        oneLine(message), line: line, column: column)
    }
  }

  // MARK: After the callbacks

  /// Sends the text collected since the last tag.
  func flushText() {
    guard !pendingText.isEmpty else { return }
    if depth > 0 { handleText(pendingText) }
    pendingText.removeAll(keepingCapacity: true)
  }

  /// Ends what libxml2 left open.
  func closeOpenElements() {
    flushText()
    while depth > 0 {
      depth -= 1
      handleEnd()
    }
  }

  /// After its first error libxml2 drops every reference, `&amp;` included, unless told that all is well.
  private func keepGoing() {
    if isRecovering { context?.pointee.wellFormed = 1 }
  }

  /// libxml2 keeps one copy of each name, so that equal names are equal pointers.
  private func nameNumber(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) -> Int {
    let key = NamePointers(local: local, prefix: prefix, uri: uri)
    if let known = names[key] { return known }
    let number = namesByNumber.count
    namesByNumber.append(
      XMLName(
        local: local.map { String(cString: $0) } ?? "", prefix: prefix.map { String(cString: $0) },
        namespace: uri.map { String(cString: $0) }))
    names[key] = number
    return number
  }

  private func oneLine(_ message: String) -> String {
    String(decoding: message.utf8.prefix(200).filter { $0 >= 0x20 }, as: UTF8.self)
  }

  private struct NamePointers: Hashable {
    let local: UnsafePointer<xmlChar>?
    let prefix: UnsafePointer<xmlChar>?
    let uri: UnsafePointer<xmlChar>?
  }
}

/// Passes events on to a handler.
final class XMLHandlerSink<Handler: XMLEventHandler>: XMLEventSink {
  private(set) var handler: Handler

  init(_ handler: Handler) {
    self.handler = handler
  }

  override func handleStart(_ tag: XMLStartTag) { handler.start(tag) }
  override func handleEnd() { handler.end() }
  override func handleText(_ utf8: [UInt8]) { handler.text(utf8) }
}
