/// One connection's life: a request is read, an answer is written, and what the client still sends is read away.
///
/// A state machine without a socket or a clock; ``LocalServer`` moves the bytes and keeps the deadlines.
struct Exchange {
  enum State: Hashable {
    case reading([UInt8])
    /// What is left to be sent.
    case writing(ArraySlice<UInt8>)
    /// All is sent and our side is closed. Closing the whole connection now, with bytes of the client unread, would
    /// reset it and could take the answer away from the client (RFC 9112 section 9.6).
    case draining
    case ended
  }

  private(set) var state = State.reading([])
  private let hosts: Set<String>

  /// - Parameter hosts: the values of `Host` that are answered to, in lower case. Any other one comes from a page whose
  ///   name was turned to this machine (DNS rebinding).
  init(hosts: Set<String>) {
    self.hosts = hosts
  }

  /// Takes bytes from the client; `answer` is asked once the request is whole.
  mutating func receive(_ bytes: [UInt8], answer: (Request) -> Answer) {
    guard case .reading(let before) = state else { return }
    let head = before + bytes.prefix(Request.largestHead + 1 - min(before.count, Request.largestHead))
    do throws(Refusal) {
      guard let request = try Request(head) else {
        state = .reading(head)
        return
      }
      let answer = hosts.contains(request.host) ? answer(request) : Refusal.otherHost.answer
      state = .writing(answer.bytes(withBody: request.method == .get)[...])
    } catch {
      state = .writing(error.answer.bytes(withBody: true)[...])
    }
  }

  /// So many bytes went out.
  mutating func sent(_ count: Int) {
    guard case .writing(let rest) = state else { return }
    let left = rest.dropFirst(count)
    state = left.isEmpty ? .draining : .writing(left)
  }

  /// The client closed its side.
  mutating func receivedEnd() {
    if case .writing = state { return }
    state = .ended
  }

  /// The connection is gone.
  mutating func lose() { state = .ended }

  /// The time for the present step is over.
  mutating func expire() {
    switch state {
    case .reading(let head) where !head.isEmpty:
      state = .writing(Refusal.tooSlow.answer.bytes(withBody: true)[...])
    case .reading, .writing, .draining, .ended: state = .ended
    }
  }
}
