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
  public let feeds: [FeedSource]

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
      folder: root, settings: settings, feeds: FeedLists(folder: root, files: settings.feedLists).sources())
  }

  /// A workspace out of values.
  public init(folder: String, settings: Settings, feeds: [FeedSource]) throws(WorkflowError) {
    guard let zone = LocalZone(settings.timeZone) else {
      throw WorkflowError(
        .configuration, "time zone “\(settings.timeZone)” is not known on this machine (install tzdata)")
    }
    self.folder = folder
    self.settings = settings
    self.zone = zone
    self.feeds = feeds
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
}
