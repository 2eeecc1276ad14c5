/// The bytes written so far, and the containers that are open in them.
final class JSONOutput {
  enum Container { case object, array }

  private struct Open {
    let container: Container
    var isEmpty = true
    /// Where its members begin in ``members``.
    let firstMember: Int
  }

  /// A member of an open object.
  private struct Member {
    /// Place of the quote before the name.
    let start: Int
    let nameCount: Int
  }

  private(set) var bytes: [UInt8] = []
  /// Bytes that were handed over.
  private var handedOver = 0
  private var open: [Open] = []
  private var members: [Member] = []
  private var extra: (name: String, value: String)?
  private let receive: (([UInt8]) -> Void)?

  private static let pieceSize = 256 << 10

  init(extra: (name: String, value: String)? = nil, receive: (([UInt8]) -> Void)? = nil) {
    self.extra = extra
    self.receive = receive
  }

  /// Number of open containers.
  var level: Int { open.count }

  /// Bytes written, those handed over among them.
  var count: Int { handedOver + bytes.count }

  func begin(_ container: Container) {
    bytes.append(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append(Open(container: container, firstMember: members.count))
  }

  func close(downTo level: Int) {
    while open.count > level, let last = open.last {
      if open.count == 1 { addExtra(before: nil) }
      open.removeLast()
      if last.container == .object {
        sortMembers(from: last.firstMember)
        members.removeSubrange(last.firstMember...)
      }
      bytes.append(last.container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Prepares for the next element of the innermost container.
  func separate() {
    if open[open.count - 1].isEmpty {
      open[open.count - 1].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
    if receive != nil, bytes.count > Self.pieceSize, isSorted { flush() }
  }

  func key(_ name: String) {
    if open.count == 1 { addExtra(before: name) }
    member(name)
  }

  private func member(_ name: String) {
    separate()
    let start = bytes.count
    string(name)
    if receive == nil || open.count > 1 {
      members.append(Member(start: start, nameCount: bytes.count - start))
    }
    bytes.append(UInt8(ascii: ":"))
  }

  /// A token of ASCII that needs no quotes: a number, `true`, `null`.
  func token(_ text: String) { bytes.append(contentsOf: text.utf8) }

  func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  func flush() {
    guard let receive, !bytes.isEmpty else { return }
    handedOver += bytes.count
    receive(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Whether what is written stays where it is: the outermost members come sorted, those of an object inside do not.
  private var isSorted: Bool { open.count == 1 || open.count == 2 && open[1].container == .array }

  private func addExtra(before name: String?) {
    guard let extra, open.first?.container == .object else { return }
    if let name, !extra.name.utf8.lexicographicallyPrecedes(name.utf8) { return }
    self.extra = nil
    member(extra.name)
    string(extra.value)
  }

  // MARK: Order

  /// Puts the members of the object that ends here in order.
  private func sortMembers(from first: Int) {
    guard members.count - first > 1 else { return }
    var isSorted = true
    for index in first..<members.count - 1 where !precedes(members[index], members[index + 1]) {
      isSorted = false
      break
    }
    if isSorted { return }
    let start = members[first].start
    let ends = members[(first + 1)...].map { $0.start - 1 } + [bytes.count]
    let order = (first..<members.count).sorted { precedes(members[$0], members[$1]) }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(bytes.count - start)
    for index in order {
      if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
      sorted.append(contentsOf: bytes[members[index].start..<ends[index - first]])
    }
    bytes.replaceSubrange(start..., with: sorted)
  }

  private func precedes(_ first: Member, _ second: Member) -> Bool {
    // Without their closing quotes.
    let shorter = min(first.nameCount, second.nameCount) - 1
    for offset in 1..<max(shorter, 1) {
      let (left, right) = (bytes[first.start + offset], bytes[second.start + offset])
      if left != right { return left < right }
    }
    return first.nameCount < second.nameCount
  }
}
