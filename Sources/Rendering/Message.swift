import Hashing
import Model
import Templates

/// An edition as an Internet message (RFC 5322): `multipart/alternative` of plain text and HTML.
///
/// Nothing in it comes from a clock or from chance: the date is the edition's, message id and boundary are made from a hash
/// of the content.
struct Message {
  private let header: [HeaderField]
  private let parts: [(type: String, body: TransferEncoded)]
  private let boundary: String

  init(edition: Edition, printed: PrintedEdition, text: String, html: String) {
    let publication = edition.publication
    let hash = ContentHash(of: [edition.id.rawValue, text, html].joined(separator: "\u{0}"))
    let sender = MailAddress(publication.senderAddress) ?? MailAddress.nobody
    // "=_" can stand neither in quoted-printable nor in base64 lines.
    let boundary = "=_\(hash.prefix(32))"
    let name = CleanText.line(publication.senderName)
    var header = [
      HeaderField(
        "Date", structured: internetDate(edition.date, offsetSeconds: edition.period.offsetSeconds)),
      HeaderField("From", name: name.isEmpty ? printed.title : name, address: sender),
      HeaderField("To", name: printed.wording("readers", ["publication": printed.title]), address: sender),
    ]
    if let reply = publication.replyTo.flatMap(MailAddress.init) {
      header.append(HeaderField("Reply-To", structured: reply.text))
    }
    header += [
      HeaderField("Subject", unstructured: printed.subject),
      HeaderField(
        "Message-ID", structured: "<\(atom(edition.id.rawValue)).\(hash.prefix(16))@\(sender.domain)>"),
      HeaderField(
        "List-Id", phrase: printed.title, then: "<\(listName(publication.title)).\(sender.domain)>"),
    ]
    if let unsubscribe = printed.unsubscribe {
      header += [
        HeaderField("List-Unsubscribe", structured: "<\(unsubscribe.address)>"),
        HeaderField("List-Unsubscribe-Post", structured: "List-Unsubscribe=One-Click"),
      ]
    }
    if let archive = printed.archive {
      header.append(HeaderField("List-Archive", structured: "<\(archive.address)>"))
    }
    header += [
      HeaderField("Auto-Submitted", structured: "auto-generated"),
      HeaderField("MIME-Version", structured: "1.0"),
      HeaderField("Content-Type", structured: "multipart/alternative;\r\n boundary=\"\(boundary)\""),
    ]
    self.header = header
    self.boundary = boundary
    parts = [("text/plain", TransferEncoded(text)), ("text/html", TransferEncoded(html))]
  }

  /// The whole message, lines ended by CR LF.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(2000) { $0 + $1.body.bytes.count })
    for field in header { bytes += field.line.utf8 }
    bytes += "\r\n".utf8
    for part in parts {
      bytes += "--\(boundary)\r\n".utf8
      bytes += "Content-Type: \(part.type); charset=utf-8\r\n".utf8
      bytes += "Content-Transfer-Encoding: \(part.body.name)\r\n\r\n".utf8
      bytes += part.body.bytes
      bytes += "\r\n".utf8
    }
    bytes += "--\(boundary)--\r\n".utf8
    return bytes
  }
}

/// `Sun, 22 Nov 2026 20:00:00 +0100` (RFC 5322, section 3.3): English names whatever the language.
private func internetDate(_ instant: Instant, offsetSeconds: Int) -> String {
  // Offsets are told in minutes.
  let minutes = max(-5999, min(5999, offsetSeconds / 60))
  let day = instant.day(offsetSeconds: minutes * 60)
  let second = instant.secondOfDay(offsetSeconds: minutes * 60)
  let (year, month, dayOfMonth) = day.components
  let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
  let zone = (minutes < 0 ? "-" : "+") + twoDigits(abs(minutes) / 60) + twoDigits(abs(minutes) % 60)
  return "\(weekdays[day.weekday - 1]), \(dayOfMonth) \(months[month - 1]) \(year) \(time) \(zone)"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Only what may stand in the left part of a message id.
private func atom(_ text: String) -> String {
  let kept = text.utf8.prefix(64).filter { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
  return kept.isEmpty ? "edition" : String(decoding: kept, as: UTF8.self)
}

/// The publication's title as a label of a domain name: `the-slow-week`.
private func listName(_ title: String) -> String {
  var name: [UInt8] = []
  for byte in title.lowercased().utf8.prefix(200) {
    if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
      name.append(byte)
    } else if name.last != UInt8(ascii: "-"), !name.isEmpty {
      name.append(UInt8(ascii: "-"))
    }
  }
  name = Array(name.prefix(48))
  while name.last == UInt8(ascii: "-") { name.removeLast() }
  return name.isEmpty ? "digest" : String(decoding: name, as: UTF8.self)
}
