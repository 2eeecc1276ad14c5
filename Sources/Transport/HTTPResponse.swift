/// A complete answer: its body arrived whole and is decompressed.
public struct HTTPResponse: Hashable, Sendable {
  /// The address that was asked, without credentials and fragment.
  public let url: String
  public let status: Int
  /// In the order in which they came; those of interim answers (1xx) are left out.
  public let fields: [HTTPField]
  public let body: [UInt8]

  public init(url: String, status: Int, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.url = url
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// The value of the first field called `name`, in whatever case.
  public func field(_ name: String) -> String? {
    fields.first { $0.isNamed(name) }?.value
  }
}
