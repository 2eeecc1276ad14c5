internal import CCurl
import Foundation

/// The thread that owns libcurl's multi handle, and the inbox through which other threads talk to it.
///
/// Everything about transfers happens on that thread. Others only append to the inbox and wake it.
///
/// `multi` belongs to the thread, but for wake-ups, which happen under the lock of `inbox` and not after it stopped.
final class CurlLoop: @unchecked Sendable {
  typealias Outcome = Result<HTTPResponse, TransportError>

  /// Stands for one request, so that it can be given up even before it began.
  final class Ticket: Sendable {
    fileprivate let isCancelled = Locked(false)
  }

  struct Order: Sendable {
    let ticket: Ticket
    let request: HTTPRequest
    let address: HTTPAddress
    let continuation: CheckedContinuation<Outcome, Never>
  }

  private struct Inbox {
    var orders: [Order] = []
    var cancelled: [Ticket] = []
    var isStopped = false

    var isEmpty: Bool { orders.isEmpty && cancelled.isEmpty }
  }

  private let multi: UnsafeMutableRawPointer?
  private let inbox = Locked(Inbox())

  /// Whether there is a libcurl.
  static var isPossible: Bool { libcurlIsReady }

  init() {
    multi = Self.isPossible ? curl_multi_init() : nil
  }

  /// The thread keeps the loop alive until ``stop()``.
  func start() {
    guard multi != nil else { return }
    let thread = Thread { [self] in run() }
    thread.name = "digest.transport"
    thread.start()
  }

  func stop() {
    inbox.withLock { inbox in
      guard !inbox.isStopped else { return }
      inbox.isStopped = true
      curl_multi_wakeup(multi)
    }
  }

  func begin(_ order: Order) {
    let isTaken = inbox.withLock { inbox in
      guard !inbox.isStopped else { return false }
      // Whoever finds it filled was preceded by a wake-up that the thread has not answered yet.
      if inbox.isEmpty { curl_multi_wakeup(multi) }
      inbox.orders.append(order)
      return true
    }
    if !isTaken { order.continuation.resume(returning: .failure(.closed)) }
  }

  func cancel(_ ticket: Ticket) {
    ticket.isCancelled.withLock { $0 = true }
    inbox.withLock { inbox in
      guard !inbox.isStopped else { return }
      if inbox.isEmpty { curl_multi_wakeup(multi) }
      inbox.cancelled.append(ticket)
    }
  }
}

extension CurlLoop {
  /// What the thread alone knows.
  private struct Transfers {
    var byHandle: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    var byTicket: [ObjectIdentifier: CurlTransfer] = [:]
    /// To be used again: making a handle costs more than a small answer.
    var idle: [CurlTransfer] = []
  }

  private static let idleLimit = 32

  private func run() {
    var transfers = Transfers()
    while true {
      let news = inbox.withLock { inbox in
        let news = inbox
        if !inbox.isEmpty {
          inbox.orders = []
          inbox.cancelled = []
        }
        return news
      }
      for order in news.orders { add(order, to: &transfers) }
      for ticket in news.cancelled {
        guard let transfer = transfers.byTicket[ObjectIdentifier(ticket)] else { continue }
        finish(transfer, with: .failure(.cancelled), in: &transfers)
      }
      if news.isStopped { break }
      var runningCount: Int32 = 0
      curl_multi_perform(multi, &runningCount)
      collect(from: &transfers)
      // Ends early for traffic, for libcurl's own timers and for wake-ups.
      curl_multi_poll(multi, nil, 0, 60_000, nil)
    }
    for transfer in Array(transfers.byHandle.values) {
      finish(transfer, with: .failure(.closed), in: &transfers)
    }
    transfers.idle = []
    // Nobody wakes a stopped loop, so the handle is ours alone.
    curl_multi_cleanup(multi)
  }

  private func add(_ order: Order, to transfers: inout Transfers) {
    if order.ticket.isCancelled.withLock({ $0 }) {
      order.continuation.resume(returning: .failure(.cancelled))
      return
    }
    guard let transfer = transfers.idle.popLast() ?? CurlTransfer(), transfer.begin(order),
      curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
    else {
      let reason = "libcurl could not be set up"
      order.continuation.resume(returning: .failure(.badResponse(host: order.address.host, reason: reason)))
      return
    }
    transfers.byHandle[transfer.handle] = transfer
    transfers.byTicket[ObjectIdentifier(order.ticket)] = transfer
  }

  /// Answers those whose transfer has ended.
  private func collect(from transfers: inout Transfers) {
    var messagesLeft: Int32 = 0
    while let message = curl_multi_info_read(multi, &messagesLeft) {
      // The message is gone once its handle is removed: copy first.
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
      let code = message.pointee.data.result
      guard let transfer = transfers.byHandle[handle] else { continue }
      finish(transfer, with: transfer.outcome(code), in: &transfers)
    }
  }

  private func finish(_ transfer: CurlTransfer, with outcome: Outcome, in transfers: inout Transfers) {
    curl_multi_remove_handle(multi, transfer.handle)
    transfers.byHandle[transfer.handle] = nil
    guard let order = transfer.end() else { return }
    transfers.byTicket[ObjectIdentifier(order.ticket)] = nil
    if transfers.idle.count < Self.idleLimit { transfers.idle.append(transfer) }
    order.continuation.resume(returning: outcome)
  }
}

/// Touched before libcurl is first used; never undone.
private let libcurlIsReady: Bool = ccurl_global_init() == CURLE_OK
