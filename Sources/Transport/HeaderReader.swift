/// Reads the header lines of an answer as they come, within a limit on their bytes.
struct HeaderReader {
  /// Of the answer itself; 0 until its status line came.
  private(set) var status = 0
  private(set) var fields: [HTTPField] = []
  /// True once the empty line after the final fields was seen.
  private(set) var isComplete = false
  private var bytesLeft: Int

  init(limitBytes: Int) {
    bytesLeft = limitBytes
  }

  /// Takes one line with its end. False once the limit is passed: then the transfer is to be given up.
  mutating func read(_ line: some RandomAccessCollection<UInt8>) -> Bool {
    bytesLeft -= line.count
    guard bytesLeft >= 0 else { return false }
    let content = line.prefix { $0 != 0x0D && $0 != 0x0A }
    guard let first = content.first else {
      // An interim answer (1xx) ends here too; the next status line begins anew.
      isComplete = status >= 200
      return true
    }
    if content.starts(with: "HTTP/".utf8) {
      status = statusCode(in: content)
      fields.removeAll(keepingCapacity: true)
      isComplete = false
    } else if isComplete {
      // Trailers of a chunked body say nothing that we read.
    } else if first == 0x20 || first == 0x09 {
      fold(content)
    } else if let colon = content.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: content[..<colon], as: UTF8.self)
      fields.append(HTTPField(name: name, value: fieldText(content[content.index(after: colon)...])))
    }
    return true
  }

  /// True if the body is coded in any way, by gzip mostly.
  var isCoded: Bool { fields.contains { $0.isNamed("Content-Encoding") } }

  /// True if the body is compressed by gzip and nothing else.
  var isGzip: Bool {
    let codings = tokens("Content-Encoding")
    return codings == ["gzip"] || codings == ["x-gzip"]
  }

  var isChunked: Bool { tokens("Transfer-Encoding").contains("chunked") }

  /// The values of all fields called `name`, split at commas, in lower case.
  private func tokens(_ name: String) -> [String] {
    fields.filter { $0.isNamed(name) }.flatMap { field in
      field.value.utf8.split(separator: UInt8(ascii: ",")).map {
        trimmedFieldValue(String(decoding: $0.map(lowercased), as: UTF8.self))
      }
    }
  }

  /// A continued line (obsolete, RFC 9112 section 5.2) belongs to the field before it, parted by one space.
  private mutating func fold(_ content: some BidirectionalCollection<UInt8>) {
    guard let last = fields.popLast() else { return }
    fields.append(HTTPField(name: last.name, value: trimmedFieldValue(last.value + " " + fieldText(content))))
  }

  private func statusCode(in line: some Collection<UInt8>) -> Int {
    let afterVersion = line.drop { $0 != 0x20 }.drop { $0 == 0x20 }
    let digits = afterVersion.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == 3 else { return 0 }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
