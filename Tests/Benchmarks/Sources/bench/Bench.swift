import BarePass
import Feeds
import JSON

/// Measures the parsing of feeds against a pass of libxml2 that does nothing with what it reads.
///
///     bench [--check] [--rounds 7] [--feeds 200]
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    func number(_ option: String, _ otherwise: Int) -> Int {
      guard let place = arguments.firstIndex(of: option), place + 1 < arguments.endIndex,
        let number = Int(arguments[place + 1]), number > 0
      else { return otherwise }
      return number
    }
    let workload = Workload(count: number("--feeds", 200))
    var jobs = jobs(workload)
    // Round by round, so that whatever disturbs the machine disturbs every job.
    for _ in 0..<number("--rounds", 7) {
      for index in jobs.indices { jobs[index].runOnce() }
    }
    let bare = jobs[0].minimum
    let megabytes = Double(workload.byteCount) / 1e6
    print("\(workload.feeds.count) feeds, \(decimal(megabytes, 1)) MB, rounds: \(jobs[0].seconds.count)\n")
    print(row("job", "CPU s min", "median", "MB/s", "ratio"))
    for job in jobs {
      print(
        row(
          job.name, decimal(job.minimum, 3), decimal(job.median, 3), decimal(megabytes / job.minimum, 0),
          decimal(job.minimum / bare, 2)))
    }
    let bars = [
      Bar(name: "parse / bare", ratio: jobs[1].minimum / bare, limit: 1.45),
      Bar(name: "everything / bare", ratio: jobs[2].minimum / bare, limit: 5.5),
      Bar(name: "broken / parse", ratio: jobs[3].minimum / jobs[1].minimum, limit: 4.0),
    ]
    print("")
    for bar in bars {
      let verdict = bar.isMet ? "within" : "OVER"
      let ratio = decimal(bar.ratio, 2)
      print("\(padded(bar.name, 20)) \(ratio), \(verdict) its bar of \(decimal(bar.limit, 2))")
    }
    if arguments.contains("--check"), !bars.allSatisfy(\.isMet) { exitWithFailure() }
  }

  private static func jobs(_ workload: Workload) -> [Job] {
    let parser = FeedParser(url: "https://blog.example/feed/")
    func parse(_ feeds: [[UInt8]], isWellFormed: Bool) {
      for bytes in feeds {
        let feed = parser.parse(bytes)
        precondition(feed.isFeed && feed.isWellFormed == isWellFormed && feed.entries.count >= 10)
      }
    }
    return [
      Job("bare libxml2 pass") {
        for bytes in workload.feeds {
          let status = bytes.withUnsafeBytes {
            bare_pass($0.bindMemory(to: CChar.self).baseAddress, $0.count)
          }
          precondition(status == 0)
        }
      },
      Job("parse") { parse(workload.feeds, isWellFormed: true) },
      Job("everything, as JSON") {
        for bytes in workload.feeds {
          let line = try? JSONLine.encode(parser.parse(bytes))
          precondition((line?.count ?? 0) > bytes.count / 2)
        }
      },
      Job("parse broken feeds") { parse(workload.broken, isWellFormed: false) },
    ]
  }
}
