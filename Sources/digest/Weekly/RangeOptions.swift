import ArgumentParser
import Model
import Workflow

/// Which days the edition covers.
struct RangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("An ISO week, such as 2026-W47. Default: the last whole week.", valueName: "week"))
  var week: Week?

  @Option(help: ArgumentHelp("First day, such as 2026-11-16.", valueName: "date"))
  var since: Day?

  @Option(help: ArgumentHelp("Last day, included. Default: today.", valueName: "date"))
  var until: Day?

  func validate() throws {
    if week != nil, since != nil || until != nil {
      throw ValidationError("Give either --week or --since and --until.")
    }
    if since == nil, until != nil { throw ValidationError("--until needs --since.") }
    if let since, let until, until < since { throw ValidationError("--until lies before --since.") }
  }

  func range(now: Instant, zone: LocalZone) -> EditionRange {
    if let week { return .week(week) }
    guard let since else { return .lastWholeWeek(before: now, in: zone) }
    return .days(since, until ?? max(since, zone.day(of: now)))
  }
}
