internal import CLibXML2

/// Reads XML with libxml2 and reports elements and text as they come: no tree, no DTD, no other file, no
/// network.
///
/// A well-formed document goes straight through. Anything else (and a document with a DTD, with undeclared
/// entities or
/// beyond the limits) is first rewritten by ``XMLRepair`` in one linear pass, so that libxml2 only ever sees
/// UTF-8 without a
/// DTD, balanced and within its limits, and no item is lost behind a broken one.
public struct XMLEventReader: Sendable {
  public init() {}

  /// Reads `utf8`, which must be valid UTF-8 (see ``CharsetDecoder``), and sends its events to `handler`.
  ///
  /// Never throws: what had to be repaired is in the notes, in document order. A document without any element
  /// gives no
  /// event and the note `empty-document`.
  public func read<Handler: XMLEventHandler>(_ utf8: [UInt8], with handler: inout Handler) -> [MarkupNote] {
    _ = libraryIsReady
    guard utf8.count <= XMLLimits.bytes else {
      return [MarkupNote(.limitExceeded, "the document is larger than \(XMLLimits.bytes) bytes")]
    }
    let untouched = handler
    var failure: MarkupNote?
    if !XMLInspection.needsRepair(utf8) {
      let sink = XMLHandlerSink(handler)
      run(utf8, into: sink, recovering: false)
      if sink.failure == nil && sink.isOpened {
        handler = sink.handler
        return sink.notes
      }
      failure = sink.failure
    }
    var repair = XMLRepair(utf8)
    let repaired = repair.run()
    var notes = repair.notes
    if let failure, !notes.contains(where: \.breaksWellFormedness) { notes.insert(failure, at: 0) }
    guard repair.hasRoot else {
      return notes + [MarkupNote(.emptyDocument, "no element was found", line: 1, column: 1)]
    }
    let sink = XMLHandlerSink(untouched)
    run(repaired, into: sink, recovering: true)
    sink.closeOpenElements()
    handler = sink.handler
    if let failure = sink.failure, !notes.contains(where: \.breaksWellFormedness) { notes.append(failure) }
    return notes + sink.notes
  }

  private func run(_ bytes: [UInt8], into sink: XMLEventSink, recovering: Bool) {
    guard !bytes.isEmpty else { return }
    sink.isRecovering = recovering
    // NOENT decodes `&amp;` in attributes; there is nothing else to substitute, as no DTD gets this far and
    // no callback
    // knows an entity.
    var options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
      | XML_PARSE_NOWARNING.rawValue
    if recovering { options |= XML_PARSE_RECOVER.rawValue }
    bytes.withUnsafeBufferPointer { buffer in
      withExtendedLifetime(sink) {
        guard
          let context = cxml_new_event_context(
            buffer.baseAddress, Int32(truncatingIfNeeded: buffer.count),
            Unmanaged.passUnretained(sink).toOpaque(), startElement, endElement, characters, problem,
            Int32(truncatingIfNeeded: options))
        else { return }
        defer { xmlFreeParserCtxt(context) }
        sink.context = context
        xmlParseDocument(context)
        sink.context = nil
        sink.flushText()
      }
    }
  }
}

/// Sizes beyond which a document is cut, not refused.
enum XMLLimits {
  static let bytes = 100_000_000
  /// libxml2 stops at 256.
  static let depth = 240
  static let tagBytes = 64_000
  static let attributes = 1000
  /// libxml2 stops at 10,000,000.
  static let runBytes = 4_000_000
}

private let libraryIsReady: Bool = {
  xmlInitParser()
  return true
}()

// MARK: - C callbacks

private func sink(_ data: UnsafeMutableRawPointer?) -> XMLEventSink? {
  data.map { Unmanaged<XMLEventSink>.fromOpaque($0).takeUnretainedValue() }
}

private let startElement: startElementNsSAX2Func = {
  data, local, prefix, uri, _, _, attributeCount, _, attributes in
  sink(data)?.start(local, prefix, uri, attributes, count: Int(attributeCount))
}

private let endElement: endElementNsSAX2Func = { data, _, _, _ in
  sink(data)?.end()
}

private let characters: charactersSAXFunc = { data, bytes, count in
  sink(data)?.characters(bytes, count: Int(count))
}

private let problem: xmlStructuredErrorFunc = { data, error in
  guard let error else { return }
  sink(data)?.report(error.pointee)
}
