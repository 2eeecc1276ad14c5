/// An answer to a request.
public struct Answer: Sendable {
  public var status: Int
  public var contentType: String
  public var body: [UInt8]
  /// Further header fields; neither names nor values may hold control characters.
  public var fields: [(name: String, value: String)]

  public init(
    status: Int = 200, contentType: String, body: [UInt8], fields: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.fields = fields
  }

  /// A line of plain text.
  public init(status: Int = 200, text: String) {
    self.init(status: status, contentType: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
  }

  public static let notFound = Answer(status: 404, text: "there is nothing here")

  /// The message on the wire. Nobody may keep it, guess another type for it, or draw it into a page of another site.
  func bytes(withBody: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Answer.reasons[status] ?? "Status")\r\n"
    let always = [
      ("Content-Type", contentType), ("Content-Length", "\(body.count)"), ("Connection", "close"),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("X-Frame-Options", "DENY"),
    ]
    for (name, value) in always + fields { head += "\(name): \(value)\r\n" }
    return Array((head + "\r\n").utf8) + (withBody ? body : [])
  }

  private static let reasons = [
    200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
    413: "Content Too Large", 421: "Misdirected Request", 431: "Request Header Fields Too Large",
    500: "Internal Server Error",
  ]
}
