/// The bytes of a document turned into UTF-8, and what had to be concluded on the way. Only
/// ``CharsetDecoder`` makes one, so that whoever gets it need not look at the encoding again.
public struct DecodedMarkup: Hashable, Sendable {
  /// Valid UTF-8, without a byte order mark.
  public let utf8: [UInt8]
  /// Name of the encoding by which the bytes were read, lower case: `utf-8`, `windows-1252`, `gb18030` ...
  public let encoding: String
  /// What did not fit.
  public let notes: [MarkupNote]
}

/// Finds out in which encoding a document is written and turns it into UTF-8.
///
/// The order is that of RFC 7303 §3 and of the WHATWG Encoding standard: a byte order mark; the `charset` of
/// the
/// `Content-Type` header if the bytes fit it; UTF-16 and UTF-32 by their form; the document's own
/// declaration; UTF-8;
/// windows-1252. A declaration that the bytes contradict is overruled: UTF-8 with characters beyond ASCII is
/// hardly ever
/// anything else by accident. Never fails: single bad bytes are replaced, not the document.
public struct CharsetDecoder: Sendable {
  /// How a document declares its encoding.
  public enum Declaration: Sendable {
    /// `<?xml encoding="..."?>`
    case xml
    /// `<meta charset>` or its longer form, within the first 1024 bytes.
    case html
  }

  private let declaration: Declaration

  public init(_ declaration: Declaration) {
    self.declaration = declaration
  }

  /// - Parameter contentType: value of the `Content-Type` header, if there was one.
  public func decode(_ bytes: [UInt8], contentType: String? = nil) -> DecodedMarkup {
    if let (mark, charset) = byteOrderMark(bytes) {
      return decoded(Array(bytes.dropFirst(mark)), as: charset, notes: [])
    }
    var notes: [MarkupNote] = []
    var candidates: [Charset] = []
    let form = formOfFirstBytes(bytes)
    func consider(_ label: String?, _ place: String) {
      guard let label, !label.isEmpty else { return }
      if let charset = Charset(label: label) {
        // "utf-16" says nothing of the order of bytes; their form does.
        candidates.append(form.flatMap { charset.extendsASCII ? nil : $0 } ?? charset)
      } else {
        notes.append(
          MarkupNote(.encodingUnknown, "\(place) names an unknown encoding, \"\(label.prefix(40))\""))
      }
    }
    consider(contentType.flatMap(charsetParameter), "the content type")
    if let form { candidates.append(form) }
    consider(declaredLabel(bytes), "the document")
    return choose(among: candidates, for: bytes, form: form, notes: notes)
  }

  private func choose(
    among candidates: [Charset], for bytes: [UInt8], form: Charset?, notes: [MarkupNote]
  ) -> DecodedMarkup {
    let survey = UTF8Survey(bytes)
    var rejected: Charset?
    for charset in candidates {
      if fits(charset, bytes, survey, form) {
        if let rejected {
          return decoded(
            bytes, as: charset, survey, notes: notes + [mismatch(stated: rejected, found: charset)])
        }
        return decoded(bytes, as: charset, survey, notes: notes)
      }
      if rejected == nil { rejected = charset }
    }
    let mostlyUTF8 = survey.invalidCount == 0 || survey.multibyteCount >= survey.invalidCount
    let found: Charset = mostlyUTF8 ? .utf8 : .windows1252
    var notes = notes
    if rejected != nil && rejected != found || (rejected == nil && found != .utf8) {
      notes.append(mismatch(stated: rejected ?? .utf8, found: found))
    }
    return decoded(bytes, as: found, survey, notes: notes)
  }

  private func decoded(
    _ bytes: [UInt8], as charset: Charset, _ survey: UTF8Survey? = nil, notes: [MarkupNote]
  ) -> DecodedMarkup {
    guard let (utf8, misfits) = charset.decode(bytes, survey: survey) else {
      let note = MarkupNote(.encodingUnknown, "this system cannot decode \(charset.name)")
      return decoded(bytes, as: .windows1252, notes: notes + [note])
    }
    var notes = notes
    if misfits > 0 {
      notes.append(
        MarkupNote(.encodingMismatch, "\(misfits) places are no valid \(charset.name) and were replaced"))
    }
    let name = charset == .latin1 ? reportedName(bytes) : charset.name
    return DecodedMarkup(utf8: utf8, encoding: name, notes: notes)
  }

  /// ISO 8859-1 is read as the larger windows-1252, and called so where that makes a difference.
  private func reportedName(_ bytes: [UInt8]) -> String {
    bytes.contains { (0x80...0x9F).contains($0) } ? Charset.windows1252.name : Charset.latin1.name
  }

  /// Whether `bytes` can be what `charset` says.
  private func fits(_ charset: Charset, _ bytes: [UInt8], _ survey: UTF8Survey, _ form: Charset?) -> Bool {
    switch charset.decoding {
    case .utf8: return survey.invalidCount == 0
    case .utf16, .utf32: return form == charset
    case .windows1252, .iconv:
      if form != nil { return false }
      if !charset.extendsASCII { return !looksLikeASCII(bytes) }
      if charset == .ascii { return survey.invalidCount + survey.multibyteCount == 0 }
      return survey.invalidCount > 0 || survey.multibyteCount == 0
    }
  }

  private func mismatch(stated: Charset, found: Charset) -> MarkupNote {
    MarkupNote(.encodingMismatch, "the bytes are no \(stated.name); read as \(found.name)")
  }

  /// The label that the document itself gives.
  private func declaredLabel(_ bytes: [UInt8]) -> String? {
    switch declaration {
    case .xml: return xmlDeclarationLabel(bytes)
    case .html: return metaLabel(bytes)
    }
  }
}
