public import Configuration
import Feeds
import Foundation
public import Model

/// A publication's folder: its configuration, its feed lists, its store and its editions.
public struct Workspace: Sendable {
  /// Absolute path of the folder that holds the configuration.
  public let folder: String
  public let settings: Settings
  public let zone: LocalZone
  /// As the lists and the configuration say.
  public let feeds: [FeedSource]
  private let environment: [String: String]

  /// Reads configuration and feed lists.
  ///
  /// - Parameters:
  ///   - folder: where to look.
  ///   - configurationFile: relative to `folder`, or absolute.
  ///   - environment: variables that begin with `DIGEST_` win over the file.
  public init(
    folder: String, configurationFile: String = "digest.yaml", environment: [String: String] = [:]
  ) throws {
    let file = URL(
      filePath: configurationFile, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
    let path = file.standardizedFileURL.path
    guard Files.exists(path) else {
      throw WorkflowError(
        .configuration,
        "\(path): no configuration here (make one with `digest init FOLDER`, or name a folder with -C)")
    }
    let yaml: String
    do {
      yaml = try Files.readText(path, limit: 1 << 20)
    } catch {
      throw WorkflowError(.configuration, error.description)
    }
    let settings = try Settings(
      yaml: yaml, file: configurationFile, overrides: environment.filter { $0.key.hasPrefix("DIGEST_") },
      isKnownTimeZone: { LocalZone($0) != nil })
    let root = file.standardizedFileURL.deletingLastPathComponent().path
    try self.init(
      folder: root, settings: settings, feeds: FeedLists(folder: root, files: settings.feedLists).sources(),
      environment: environment)
  }

  /// A workspace out of values.
  ///
  /// - Parameter environment: where secrets may be.
  public init(
    folder: String, settings: Settings, feeds: [FeedSource], environment: [String: String] = [:]
  ) throws(WorkflowError) {
    guard let zone = LocalZone(settings.timeZone) else {
      throw WorkflowError(
        .configuration, "time zone “\(settings.timeZone)” is not known on this machine (install tzdata)")
    }
    self.folder = folder
    self.settings = settings
    self.zone = zone
    self.feeds = feeds.map { feed in
      let own = settings.feedSettings[feed.id]
      return feed.reading(pages: own?.readsPages, comments: own?.readsComments)
    }
    self.environment = environment
  }

  /// `path` below the workspace's folder.
  public func path(_ path: String) -> String {
    URL(filePath: path, relativeTo: URL(filePath: folder, directoryHint: .isDirectory)).standardizedFileURL
      .path
  }

  /// Folder of the edition `id`.
  public func editionFolder(_ id: Edition.ID) -> String {
    path(settings.editionsFolder + "/" + id.rawValue)
  }
}

extension Workspace {
  /// The lists that this publication subscribes to.
  public var feedLists: FeedLists { FeedLists(folder: folder, files: settings.feedLists) }

  /// Whether the feed is asked at all.
  public func isEnabled(_ source: FeedSource) -> Bool { settings.feedSettings[source.id]?.isEnabled ?? true }

  /// What single feeds need to be asked, their secrets read.
  ///
  /// - Throws: ``WorkflowError`` of kind `configuration` for a secret that is not there, and for settings of a feed that
  ///   is in no list.
  func feedAccess() throws(WorkflowError) -> [FeedSource.ID: FeedAccess] {
    var access: [FeedSource.ID: FeedAccess] = [:]
    for (id, own) in settings.feedSettings.sorted(by: { $0.key < $1.key }) {
      guard let source = feeds.first(where: { $0.id == id }) else {
        throw WorkflowError(
          .configuration, "feed_settings.\(id): no feed is called that (see: digest feeds list)")
      }
      guard own.isEnabled else { continue }
      access[id] = try FeedAccess(own, of: source, folder: folder, environment: environment)
    }
    return access
  }
}
