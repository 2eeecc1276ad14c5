import Foundation

extension LoopbackServer {
  /// A request as it arrived.
  public struct Request: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
      public let name: String
      public let value: String
    }

    public let method: String
    /// Path and query.
    public let target: String
    public let fields: [Field]

    /// The value of the first field called `name`, in whatever case; its bytes as one scalar each.
    public func field(_ name: String) -> String? {
      fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// An answer, honest or not.
  public struct Response: Sendable {
    public enum Framing: Hashable, Sendable {
      case contentLength
      /// Claims this length, whatever the body has.
      case claimedLength(Int)
      /// Pieces of at most so many bytes.
      case chunked(Int)
      /// The body ends with the connection.
      case untilClose
    }

    public enum Ending: Hashable, Sendable {
      /// Closes the connection after the answer.
      case close
      /// Leaves the connection open for further requests.
      case keepAlive
      /// Sends that many bytes of the answer, then resets the connection.
      case reset(afterBytes: Int)
      /// Sends nothing, and keeps the connection until the server stops.
      case silence
    }

    public var status: Int
    public var fields: [(name: String, value: String)]
    public var body: [UInt8]
    public var framing: Framing
    public var ending: Ending
    /// Waited for before anything is sent.
    public var hold: Hold?
    /// Sent before the status line as they are.
    public var preface: [UInt8]

    public init(
      _ status: Int = 200, fields: [(name: String, value: String)] = [], body: [UInt8] = [],
      framing: Framing = .contentLength, ending: Ending = .close, hold: Hold? = nil, preface: [UInt8] = []
    ) {
      self.status = status
      self.fields = fields
      self.body = body
      self.framing = framing
      self.ending = ending
      self.hold = hold
      self.preface = preface
    }

    public static func text(_ text: String, fields: [(name: String, value: String)] = []) -> Response {
      Response(fields: fields, body: Array(text.utf8))
    }

    public static func redirect(_ status: Int = 302, to location: String) -> Response {
      Response(status, fields: [("Location", location)])
    }

    /// Accepts the request and never answers.
    public static let silence = Response(ending: .silence)

    /// Closes the connection without a word.
    public static let dropped = Response(ending: .reset(afterBytes: 0))
  }

  /// Holds answers back until so many of them wait at the same time, or until it is released for good.
  public final class Hold: @unchecked Sendable {  // everything is guarded by `condition`
    private let condition = NSCondition()
    private let size: Int
    private var waiting = 0
    private var round = 0
    private var isReleased = false

    /// Lets answers go in groups of `size`; with `Int.max`, only by ``release()``.
    public init(groupsOf size: Int = .max) {
      self.size = size
    }

    public func release() {
      condition.lock()
      isReleased = true
      condition.broadcast()
      condition.unlock()
    }

    func wait() {
      condition.lock()
      defer { condition.unlock() }
      waiting += 1
      if waiting >= size {
        waiting = 0
        round += 1
        condition.broadcast()
        return
      }
      let ownRound = round
      while round == ownRound, !isReleased { condition.wait() }
    }
  }
}
