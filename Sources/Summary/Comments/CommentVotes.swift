/// How readers voted on a comment.
public struct CommentVotes: Hashable, Sendable {
  public let up: Int
  public let down: Int

  /// Negative numbers count as none.
  public init(up: Int, down: Int) {
    self.up = max(0, up)
    self.down = max(0, down)
  }

  /// Up-votes minus down-votes, where nothing more is known.
  public init(net: Int) {
    self.init(up: net, down: net == .min ? .max : -net)
  }

  /// Up-votes minus down-votes.
  var net: Int { up - down }

  /// Lower end of the interval (Wilson, 80 %) for the share of up-votes: one vote of one is worth less than
  /// fifty of sixty.
  var lowerBound: Double {
    let total = Double(up) + Double(down)
    guard up > 0 else { return 0 }
    let z = 1.281_551_565_545
    let share = Double(up) / total
    let spread = z * (share * (1 - share) / total + z * z / (4 * total * total)).squareRoot()
    return max(0, (share + z * z / (2 * total) - spread) / (1 + z * z / total))
  }
}
