import Configuration
import Foundation
public import Model
import Rendering

/// What writing the archive did.
public struct ArchiveResult: Hashable, Sendable {
  public struct LeftOut: Hashable, Sendable {
    /// Name of a folder among the editions.
    public let folder: String
    public let reason: String
  }

  public let folder: String
  /// Those that are in the archive, newest first.
  public let editions: [Edition.ID]
  public let leftOut: [LeftOut]
  /// Files that were not there or were different.
  public let written: [String]
  public let unchangedCount: Int
  /// Pages of editions that are there no more.
  public let removed: [String]
  /// The same, but changed by somebody: left alone.
  public let kept: [String]
}

extension Workspace {
  /// Writes a static site of all editions into `folder`: from their own data alone, nothing is fetched or picked anew.
  ///
  /// Published is what was rendered: an edition whose folder holds `edition.json` and its three forms and is called by the
  /// edition's id. The others are named in the result.
  ///
  /// - Throws: ``WorkflowError`` of kind `notFound` if there is no edition to publish, `badInput` if one cannot be read
  ///   (its page would be missing), `cannotWrite`.
  public func archive(into folder: String) throws -> ArchiveResult {
    let (editions, leftOut) = try publishable()
    guard !editions.isEmpty else {
      let reasons = leftOut.map { "; \($0.folder) \($0.reason)" }.joined()
      throw WorkflowError(
        .notFound,
        "\(path(settings.editionsFolder)): no edition here to publish\(reasons) (make one with: digest build)"
      )
    }
    let pages = try renderArchive(editions, publication: settings.publication, template: try template())
    let changes = try ArchiveFolder(path: folder).write(pages)
    return ArchiveResult(
      folder: folder, editions: editions.sorted { ($1.period.end, $1.id) < ($0.period.end, $0.id) }.map(\.id),
      leftOut: leftOut, written: changes.written, unchangedCount: changes.unchanged.count,
      removed: changes.removed, kept: changes.kept)
  }

  private func publishable() throws(WorkflowError) -> ([Edition], [ArchiveResult.LeftOut]) {
    let root = path(settings.editionsFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    var editions: [Edition] = []
    var leftOut: [ArchiveResult.LeftOut] = []
    for name in names.sorted() {
      let folder = EditionFolder(path: root + "/" + name)
      guard folder.exists else { continue }
      let edition = try folder.edition()
      if edition.id.rawValue != name {
        leftOut.append(.init(folder: name, reason: "is not called by its edition's id, \(edition.id)"))
      } else if !ArchiveManifest.isPlain(name) || name == "index" {
        leftOut.append(.init(folder: name, reason: "has a name that no page can have"))
      } else if let missing = EditionFolder.files.first(where: { !Files.exists(folder.path + "/" + $0) }) {
        leftOut.append(.init(folder: name, reason: "holds no \(missing) (digest render \(name))"))
      } else {
        editions.append(edition)
      }
    }
    return (editions, leftOut)
  }
}
