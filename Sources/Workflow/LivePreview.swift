import Configuration
import Foundation
import Hashing
import Model
import Preview
import Rendering

/// A preview that keeps up with what it is made from: configuration, template, the edition's data and `edit.yaml`.
///
/// Nothing runs by itself. Whoever is asked for the preview calls ``refresh()``, which looks at the files' times and sizes and
/// renders again if one changed; while no browser asks, nothing is done.
public struct LivePreview: Sendable {
  /// Something a browser may get. There is nothing else: names are looked up, never made into paths.
  public struct Page: Sendable {
    public let contentType: String
    public let bytes: [UInt8]
    /// Value of `Content-Security-Policy`.
    public let policy: String
    public let isFailure: Bool
  }

  public let folder: EditionFolder
  private let load: @Sendable () throws -> Workspace
  private let configuration: String
  private var template: String?
  private var seen: FileFingerprint
  private var finished: FinishedEdition
  private var failure: String?
  /// Changes when what is shown does.
  private var version = ""

  /// Renders once and writes the forms and `preview.html`.
  ///
  /// - Parameters:
  ///   - name: of the edition, as ``Workspace/existingEdition(_:)`` takes it.
  ///   - configuration: path of the configuration file.
  ///   - load: reads the configuration anew.
  public init(
    edition name: String?, configuration: String, load: @escaping @Sendable () throws -> Workspace
  ) throws {
    let workspace = try load()
    self.load = load
    self.configuration = configuration
    folder = try workspace.existingEdition(name)
    template = workspace.settings.templateFolder.map(workspace.path)
    seen = LivePreview.fingerprint(folder, configuration, template)
    finished = try workspace.preview(folder)
    version = LivePreview.version(of: PreviewPage(finished).html)
  }

  /// Renders again, and writes what was rendered, if anything changed. What stands in the way is shown instead of the
  /// preview until it is mended.
  public mutating func refresh() {
    let found = LivePreview.fingerprint(folder, configuration, template)
    guard found != seen else { return }
    seen = found
    do {
      let workspace = try load()
      template = workspace.settings.templateFolder.map(workspace.path)
      // Taken before rendering: what changes meanwhile is noticed the next time.
      seen = LivePreview.fingerprint(folder, configuration, template)
      finished = try workspace.preview(folder)
      failure = nil
      version = LivePreview.version(of: PreviewPage(finished).html)
    } catch {
      failure = "\(error)"
      version = LivePreview.version(of: "\(error)")
    }
  }

  /// What lies under `path`: the preview at the root, the three forms, and what keeps the page up to date.
  public func page(at path: String) -> Page? {
    let rendition = finished.rendition
    switch path {
    case "/", "/preview.html":
      let html =
        failure.map { LivePage.failure($0, version: version) } ?? PreviewPage(finished).html(version: version)
      return Page(
        contentType: "text/html; charset=utf-8", bytes: Array(html.utf8), policy: PreviewPage.livePolicy,
        isFailure: failure != nil)
    case "/digest.html": return form("text/html", Array(rendition.html.utf8))
    case "/digest.txt": return form("text/plain", Array(rendition.text.utf8))
    case "/digest.eml": return form("text/plain", rendition.message)
    case "/version": return form("text/plain", Array((version + "\n").utf8))
    case "/reload.js": return form("text/javascript", Array(LivePage.reloadScript.utf8))
    default: return nil
    }
  }

  private static func version(of shown: String) -> String { ContentHash(of: shown).prefix(16) }

  private func form(_ type: String, _ bytes: [UInt8]) -> Page {
    Page(
      contentType: type + "; charset=utf-8", bytes: bytes, policy: PreviewPage.policy, isFailure: false)
  }

  private static func fingerprint(
    _ folder: EditionFolder, _ configuration: String, _ template: String?
  ) -> FileFingerprint {
    let own = ["edition.json", "edit.yaml"].map { folder.path + "/" + $0 }
    return FileFingerprint(of: own + [configuration] + (template.map { [$0] } ?? []))
  }
}
