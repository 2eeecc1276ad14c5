import Configuration
import Feeds
import Foundation
public import Model
import Store
import Templates
import Transport

/// One thing that `digest doctor` looked at.
public struct Examination: Hashable, Sendable, Encodable {
  public enum Verdict: String, Sendable, Encodable { case ok, warning, failure }

  /// What was looked at, in a word or two.
  public let subject: String
  public let verdict: Verdict
  /// What was found; for anything but `ok` also what to do.
  public let finding: String
}

/// Looks whether everything is in order: versions, configuration, feed lists, template, store, free space, clock.
/// Changes nothing and asks nobody.
public struct Doctor: Sendable {
  private let folder: String
  private let configurationFile: String
  private let environment: [String: String]
  private let now: Instant

  public init(folder: String, configurationFile: String, environment: [String: String], now: Instant) {
    self.folder = folder
    self.configurationFile = configurationFile
    self.environment = environment
    self.now = now
  }

  /// In the order in which one thing builds on another.
  public func examine() -> [Examination] {
    var found = [versions]
    let workspace: Workspace
    do {
      workspace = try Workspace(
        folder: folder, configurationFile: configurationFile, environment: environment)
      found.append(ok("configuration", "\(configurationFile) is sound"))
    } catch {
      return found + [failure("configuration", "\(error)")]
    }
    found.append(feeds(of: workspace))
    found.append(secrets(of: workspace))
    found.append(template(of: workspace))
    found += store(of: workspace)
    found.append(space(for: workspace))
    found.append(editions(of: workspace))
    return found
  }

  // MARK: One by one

  private var versions: Examination {
    let libraries = [
      ("libxml2", FeedParser.libraryVersion), ("SQLite", EntryStore.libraryVersion),
      ("libcurl", CurlExchange.libraryVersion), ("zstd", EntryStore.compressionVersion),
    ]
    let words = libraries.map { "\($0) \($1 ?? "missing")" }.joined(separator: ", ")
    guard libraries.allSatisfy({ $0.1 != nil }) else {
      return warning(
        "versions", "digest \(Version.number), \(words) (apt-get install libcurl4 to fetch anything)")
    }
    return ok("versions", "digest \(Version.number), \(words)")
  }

  private func feeds(of workspace: Workspace) -> Examination {
    guard !workspace.feeds.isEmpty else {
      return warning("feeds", "no feed yet (digest feeds add ADDRESS)")
    }
    let insecure = workspace.feeds.count { $0.feedURL.hasPrefix("http://") }
    let words = "\(workspace.feeds.count) in \(workspace.settings.feedLists.joined(separator: ", "))"
    return ok("feeds", insecure == 0 ? words : words + "; \(insecure) without encryption (http://)")
  }

  private func secrets(of workspace: Workspace) -> Examination {
    do {
      let count = try workspace.feedAccess().values.count { $0.cookie != nil || $0.login != nil }
      return ok("secrets", count == 0 ? "none configured" : "\(count) readable, by nobody else")
    } catch {
      return failure("secrets", error.description)
    }
  }

  private func template(of workspace: Workspace) -> Examination {
    do {
      try workspace.checkTemplate()
      return ok("template", workspace.settings.templateFolder ?? "built in")
    } catch {
      return failure("template", "\(error)")
    }
  }

  private func store(of workspace: Workspace) -> [Examination] {
    let path = workspace.path(workspace.settings.storePath)
    guard Files.exists(path) else { return [ok("store", "nothing fetched yet")] }
    do {
      let store = try EntryStore(path: path)
      let contents = try store.contents()
      let faults = try store.faults()
      var found = [
        faults.isEmpty
          ? ok("store", "sound: \(contents.entries) entries, \(contents.bytes >> 20) MiB in \(path)")
          : failure(
            "store",
            "\(path) is damaged: \(faults[0]) (move it away and fetch again, or restore a copy)")
      ]
      found.append(clock(lastVisit: try store.feedStates().compactMap(\.checkedAt).max()))
      return found
    } catch {
      return [failure("store", "\(error)")]
    }
  }

  private func clock(lastVisit: Instant?) -> Examination {
    if let lastVisit, lastVisit > now.advanced(bySeconds: 3600) {
      return failure(
        "clock", "it is \(now) here, but the last fetch was at \(lastVisit) (set the clock: timedatectl)")
    }
    return ok("clock", "\(now)")
  }

  private func space(for workspace: Workspace) -> Examination {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: workspace.folder)
    guard let free = values?[.systemFreeSize] as? Int else {
      return warning("free space", "cannot be told (look with: df -h \(workspace.folder))")
    }
    let words = "\(free >> 20) MiB"
    return free < 200 << 20
      ? failure("free space", "only \(words) left at \(workspace.folder) (make room; the store needs some)")
      : ok("free space", words)
  }

  private func editions(of workspace: Workspace) -> Examination {
    let path = workspace.path(workspace.settings.editionsFolder)
    let parent = Files.exists(path) ? path : workspace.folder
    return FileManager.default.isWritableFile(atPath: parent)
      ? ok("editions", path)
      : failure("editions", "\(parent) may not be written (check its owner and permissions)")
  }

  private func ok(_ subject: String, _ finding: String) -> Examination {
    Examination(subject: subject, verdict: .ok, finding: finding)
  }

  private func warning(_ subject: String, _ finding: String) -> Examination {
    Examination(subject: subject, verdict: .warning, finding: finding)
  }

  private func failure(_ subject: String, _ finding: String) -> Examination {
    Examination(subject: subject, verdict: .failure, finding: finding)
  }
}
