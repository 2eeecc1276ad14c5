import Configuration
import Feeds
import Foundation
import Model
import Workflow

/// Turns what a person typed, a site, a feed or an OPML file, into subscriptions.
struct SubscriptionFinder {
  let common: CommonOptions
  var settings = FetchSettings()

  /// - Parameter keepsUnreachable: subscribe to an address that does not answer now, and say so, rather than fail.
  func sources(for address: String, section: String? = nil, keepsUnreachable: Bool) async throws
    -> [FeedSource]
  {
    let file = URL(filePath: address, relativeTo: URL(filePath: common.folder, directoryHint: .isDirectory))
      .path
    if !address.contains("://"), FileManager.default.fileExists(atPath: file) {
      let list = try feedList(try InputFile(path: file).bytes(), file: address)
      for note in list.diagnostics { common.say("\(note)") }
      return list.sources
    }
    guard !common.offline else {
      return [unseenFeedSource(at: address)]
    }
    do {
      return [try await FeedFinder(settings: settings).find(address, section: section)]
    } catch {
      guard keepsUnreachable, error.kind == .network else { throw error }
      common.say("note: \(error.description); subscribed to the address as it is")
      return [unseenFeedSource(at: address)]
    }
  }
}
