/// Jobs over the same documents, the first of which the others are compared with.
struct Contest {
  let what: String
  let count: Int
  let byteCount: Int
  private(set) var jobs: [Job]
  /// Jobs whose ratio must not pass a limit.
  let limits: [(name: String, job: Int, to: Int, limit: Double)]

  init(
    what: String, count: Int, byteCount: Int, jobs: [Job],
    limits: [(name: String, job: Int, to: Int, limit: Double)]
  ) {
    self.what = what
    self.count = count
    self.byteCount = byteCount
    self.jobs = jobs
    self.limits = limits
  }

  mutating func runOnce() {
    for index in jobs.indices { jobs[index].runOnce() }
  }

  var bars: [Bar] {
    limits.map { Bar(name: $0.name, ratio: jobs[$0.job].minimum / jobs[$0.to].minimum, limit: $0.limit) }
  }

  func show() {
    let megabytes = Double(byteCount) / 1e6
    print("\(count) \(what), \(decimal(megabytes, 1)) MB, rounds: \(jobs[0].seconds.count)\n")
    print(row("job", "CPU s min", "median", "MB/s", "ms each", "ratio"))
    for job in jobs {
      print(
        row(
          job.name, decimal(job.minimum, 3), decimal(job.median, 3), decimal(megabytes / job.minimum, 0),
          decimal(job.minimum * 1000 / Double(count), 2), decimal(job.minimum / jobs[0].minimum, 2)))
    }
    print("")
  }
}
