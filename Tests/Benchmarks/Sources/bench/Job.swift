import BarePass

/// Something to measure, and the processor seconds that each round of it took.
struct Job {
  let name: String
  let work: () -> Void
  private(set) var seconds: [Double] = []

  init(_ name: String, work: @escaping () -> Void) {
    self.name = name
    self.work = work
  }

  mutating func runOnce() {
    let start = processor_seconds()
    work()
    seconds.append(processor_seconds() - start)
  }

  /// What the job takes when nothing disturbs it.
  var minimum: Double { seconds.min() ?? 0 }

  var median: Double {
    seconds.isEmpty ? 0 : seconds.sorted()[seconds.count / 2]
  }
}

/// A bar that a ratio must not pass.
struct Bar {
  let name: String
  let ratio: Double
  let limit: Double

  var isMet: Bool { ratio <= limit }
}
