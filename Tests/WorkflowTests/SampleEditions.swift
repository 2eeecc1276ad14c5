import Configuration
import Foundation
import Model
import Workflow

/// Workspaces that hold finished editions: the reviewed sample, as of one week or another.
enum SampleEditions {
  /// The sample that the repository shows.
  static func sample() throws -> Edition {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Digests/demo")
    return try EditionFolder(path: folder.path).edition()
  }

  /// The sample, so many weeks later, with an id of its own.
  static func sample(weeks: Int, id: Edition.ID) throws -> Edition {
    let edition = try sample()
    let period = edition.period
    let seconds = weeks * 7 * 86_400
    return Edition(
      id: id, publication: edition.publication,
      period: Period(
        firstDay: period.firstDay.advanced(byDays: weeks * 7),
        lastDay: period.lastDay.advanced(byDays: weeks * 7),
        start: period.start.advanced(bySeconds: seconds), end: period.end.advanced(bySeconds: seconds),
        timeZone: period.timeZone, offsetSeconds: period.offsetSeconds),
      date: edition.date.advanced(bySeconds: seconds), note: edition.note, sections: edition.sections)
  }

  static let configuration =
    "title: The Long Table\nhomepage: https://longtable.example/weekly/\nfeeds: [feeds.opml]\ntemplate: Look\n"

  /// A configured workspace with a template folder that changes nothing, and no edition yet.
  static func workspace(in folder: TemporaryFolder) throws -> Workspace {
    try folder.write("<opml version=\"2.0\"><body/></opml>", to: "feeds.opml")
    try folder.write("# Nothing is changed.\n", to: "Look/theme.yaml")
    try folder.write(configuration, to: "digest.yaml")
    return try Workspace(folder: folder.path)
  }
}
