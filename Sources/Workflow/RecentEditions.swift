import Configuration
import Editions
import Foundation
import Model
import Store

/// The last editions before a period, newest first, by their own files.
struct RecentEditions {
  /// So many editions back a blog's turns are counted, and conversations followed.
  private static let remembered = 3

  let editions: [Edition]

  /// One that cannot be read is passed over: it was printed, and is no reason to stop this one.
  init(of workspace: Workspace, before period: Period) {
    let folder = workspace.path(workspace.settings.editionsFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var editions: [Edition] = []
    // Their names sort by time, newest last.
    for name in names.sorted().reversed() where editions.count < RecentEditions.remembered {
      guard let edition = try? EditionFolder(path: folder + "/" + name).edition(),
        edition.period.end <= period.start
      else { continue }
      editions.append(edition)
    }
    self.editions = editions
  }

  /// In how many of them each blog was printed.
  var appearances: [FeedSource.ID: Int] {
    var counts: [FeedSource.ID: Int] = [:]
    for edition in editions {
      for feed in Set(edition.items.map(\.feedID)) { counts[feed, default: 0] += 1 }
    }
    return counts
  }

  /// Each article that they printed or named, with the newest edition that did.
  var articles: [(id: Entry.ID, edition: Edition.ID)] {
    var seen: Set<Entry.ID> = []
    return editions.flatMap { edition in
      (edition.items.map(\.entryID) + edition.alsoPublished.map(\.entryID))
        .filter { seen.insert($0).inserted }.map { ($0, edition.id) }
    }
  }
}
