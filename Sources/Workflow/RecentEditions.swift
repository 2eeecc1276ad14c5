import Configuration
import Foundation
import Model

extension Workspace {
  /// So many editions back a blog's turns are counted.
  private static let remembered = 3

  /// In how many of the last editions before `period` each blog was printed, by the editions' own files. One that cannot
  /// be read is passed over: it was printed, and is no reason to stop this one.
  func recentAppearances(before period: Period) -> [FeedSource.ID: Int] {
    let folder = path(settings.editionsFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var counts: [FeedSource.ID: Int] = [:]
    var found = 0
    // Their names sort by time, newest last.
    for name in names.sorted().reversed() where found < Workspace.remembered {
      guard let edition = try? EditionFolder(path: folder + "/" + name).edition(),
        edition.period.end <= period.start
      else { continue }
      found += 1
      for feed in Set(edition.items.map(\.feedID)) { counts[feed, default: 0] += 1 }
    }
    return counts
  }
}
