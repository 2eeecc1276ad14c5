internal import CLibXML2

/// Reads XML with libxml2 and reports elements and text as they come: no tree, no DTD, no other file, no
/// network.
///
/// A well-formed document goes straight through the push parser. Anything else (and a document with a DTD,
/// with undeclared entities or beyond the limits) is rewritten by ``XMLRepair`` in one linear pass and read
/// once more: then libxml2 sees UTF-8 without a DTD, balanced and within its limits, and no item is lost
/// behind a broken one.
public struct XMLEventReader: Sendable {
  public init() {}

  /// Reads a document and sends its events to `handler`.
  ///
  /// Never throws: what had to be repaired is in the notes, in document order. A document without any element
  /// gives no event and the note `empty-document`.
  public func read<Handler: XMLEventHandler>(
    _ document: DecodedMarkup, with handler: inout Handler
  ) -> [MarkupNote] {
    _ = libraryIsReady
    let utf8 = document.utf8
    guard utf8.count <= XMLLimits.bytes else {
      return [MarkupNote(.limitExceeded, "the document is larger than \(XMLLimits.bytes) bytes")]
    }
    var failure: MarkupNote?
    if let outline = XMLOutline(utf8) {
      let receiver = XMLHandlerReceiver(handler)
      let sink = push(utf8, outline.sections, as: outline.reduced(utf8), to: receiver, recovering: false)
      if sink.isDone {
        handler = receiver.handler
        return sink.notes
      }
      failure = sink.failure
    }
    var repair = XMLRepair(utf8)
    let repaired = validUTF8(repair.run())
    var notes = repair.notes
    guard repair.hasRoot else {
      return notes + [MarkupNote(.emptyDocument, "no element was found", line: 1, column: 1)]
    }
    if let failure, !notes.contains(where: \.breaksWellFormedness) { notes.insert(failure, at: 0) }
    let receiver = XMLHandlerReceiver(handler)
    let outline = XMLOutline(repaired)
    let sink = push(
      repaired, outline?.sections ?? [], as: outline?.reduced(repaired) ?? repaired, to: receiver,
      recovering: true)
    handler = receiver.handler
    if let failure = sink.failure, !notes.contains(where: \.breaksWellFormedness) { notes.append(failure) }
    return notes + sink.notes
  }

  /// Hands the bytes to libxml2 in pieces, which end between characters.
  ///
  /// - Parameters:
  ///   - document: where the text of `sections` is.
  ///   - bytes: the document without them.
  private func push(
    _ document: [UInt8], _ sections: [XMLOutline.Section], as bytes: [UInt8],
    to receiver: XMLEventReceiver, recovering: Bool
  ) -> XMLEventSink {
    // libxml2 keeps the sink's address.
    let sink = UnsafeMutablePointer<XMLEventSink>.allocate(capacity: 1)
    sink.initialize(to: XMLEventSink(receiver, isRecovering: recovering))
    defer { sink.deallocate() }
    // NOENT decodes `&amp;` in attributes; there is nothing else to substitute, as no DTD gets this far and
    // no callback knows an entity.
    var options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
      | XML_PARSE_NOWARNING.rawValue
    if recovering { options |= XML_PARSE_RECOVER.rawValue }
    let context = cxml_new_event_context(
      sink, startElement, endElement, characters, sections.isEmpty ? characters : section, documentType,
      problem, Int32(truncatingIfNeeded: options))
    if let context {
      sink.pointee.context = context
      document.withUnsafeBufferPointer { document in
        bytes.withUnsafeBytes { bytes in
          sink.pointee.sections = sections[...]
          sink.pointee.document = document
          guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
          var start = 0
          while start < bytes.count, !sink.pointee.mustStop {
            var end = min(start + pieceSize, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            xmlParseChunk(context, base + start, Int32(truncatingIfNeeded: end - start), 0)
            start = end
          }
          if !sink.pointee.mustStop { xmlParseChunk(context, base, 0, 1) }
        }
      }
      sink.pointee.document = nil
      sink.pointee.context = nil
      xmlFreeParserCtxt(context)
    }
    if recovering { sink.pointee.closeOpenElements() }
    return sink.move()
  }
}

/// The version of libxml2, such as `2.9.14`.
public var xmlLibraryVersion: String { LIBXML_DOTTED_VERSION }

/// Sizes beyond which a document is cut, not refused.
enum XMLLimits {
  static let bytes = 256 << 20
  /// libxml2 stops at 256.
  static let depth = 240
  static let tagBytes = 64_000
  static let attributes = 1000
  /// Namespace declarations in force at one place. libxml2 looks through all of them for each name.
  static let namespaces = 1000
  /// libxml2 stops at 10,000,000.
  static let runBytes = 4_000_000
}

/// Bytes handed over at a time: a few fit the processor's cache, and most feeds are one.
private let pieceSize = 256 << 10

private let libraryIsReady: Bool = {
  xmlInitParser()
  return true
}()

// MARK: - C callbacks

private func sink(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLEventSink>? {
  data?.assumingMemoryBound(to: XMLEventSink.self)
}

private let startElement: startElementNsSAX2Func = {
  data, local, prefix, uri, _, _, attributeCount, _, attributes in
  sink(data)?.pointee.start(local, prefix, uri, attributes, count: Int(attributeCount))
}

private let endElement: endElementNsSAX2Func = { data, _, _, _ in
  sink(data)?.pointee.end()
}

private let characters: charactersSAXFunc = { data, bytes, count in
  sink(data)?.pointee.characters(bytes, count: Int(count))
}

private let section: charactersSAXFunc = { data, _, _ in
  sink(data)?.pointee.section()
}

private let documentType: internalSubsetSAXFunc = { data, _, _, _ in
  sink(data)?.pointee.documentType()
}

private let problem: xmlStructuredErrorFunc = { data, error in
  guard let error else { return }
  sink(data)?.pointee.report(error.pointee)
}
