import Articles
import BarePass
import Feeds
import JSON
import Model

/// Measures the reading of feeds and pages against passes of libxml2 that do nothing with what they read.
///
///     bench [--check] [--rounds 7] [--feeds 200] [--pages 100]
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
    var contests = [
      feeds(Workload(count: number("--feeds", 200))), pages(PageWorkload(count: number("--pages", 100))),
    ]
    // Round by round, so that whatever disturbs the machine disturbs every job.
    for _ in 0..<number("--rounds", 7) {
      for index in contests.indices { contests[index].runOnce() }
    }
    for contest in contests { contest.show() }
    let bars = contests.flatMap(\.bars)
    for bar in bars {
      let verdict = bar.isMet ? "within" : "OVER"
      let ratio = decimal(bar.ratio, 2)
      print("\(padded(bar.name, 24)) \(ratio), \(verdict) its bar of \(decimal(bar.limit, 2))")
    }
    if arguments.contains("--check"), !bars.allSatisfy(\.isMet) { exitWithFailure() }
  }

  private static func feeds(_ workload: Workload) -> Contest {
    Contest(
      what: "feeds", count: workload.feeds.count, byteCount: workload.byteCount, jobs: jobs(workload),
      limits: [
        (name: "parse / bare", job: 1, to: 0, limit: 1.45),
        (name: "everything / bare", job: 2, to: 0, limit: 5.5),
        (name: "broken / parse", job: 3, to: 1, limit: 4.0),
      ])
  }

  /// Pages with an article and 50 comments, against what libxml2 takes to build their trees.
  private static func pages(_ workload: PageWorkload) -> Contest {
    func extract(_ then: (ExtractedPage, [UInt8]) -> Bool) {
      for bytes in workload.pages {
        let page = extractArticle(bytes: bytes, url: "https://blog.example/2031/03/post/")
        precondition(page.comments.count == PageWorkload.commentCount && then(page, bytes))
      }
    }
    return Contest(
      what: "pages", count: workload.pages.count, byteCount: workload.byteCount,
      jobs: [
        Job("bare libxml2 trees") {
          for bytes in workload.pages {
            let status = bytes.withUnsafeBytes {
              bare_html_pass($0.bindMemory(to: CChar.self).baseAddress, $0.count)
            }
            precondition(status == 0)
          }
        },
        Job("extract") { extract { page, _ in page.article.body.count >= 10 } },
        Job("extract, as JSON") {
          extract { page, bytes in
            ((try? JSONLine.encode(ArticleReport(page)))?.count ?? 0) > bytes.count / 4
          }
        },
      ],
      limits: [
        (name: "extract / bare trees", job: 1, to: 0, limit: 6.5),
        (name: "page as JSON / bare trees", job: 2, to: 0, limit: 6.8),
      ])
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
