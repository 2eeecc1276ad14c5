import Configuration
import Model
import Preview

extension Workspace {
  /// The workspace for looking at the edition called `name`.
  ///
  /// A folder of an edition needs no configuration beside it: it brings its publication along, and is then shown in the
  /// built-in template.
  public static func forPreview(
    of name: String?, folder: String, configurationFile: String, environment: [String: String]
  ) throws -> Workspace {
    let bare = try Workspace(
      folder: folder,
      settings: Settings(
        timeZone: "UTC",
        publication: Publication(title: "", senderName: "", senderAddress: Settings.placeholderAddress),
        feedLists: []),
      feeds: [])
    guard let name, !Files.exists(bare.path(configurationFile)), (try? bare.existingEdition(name)) != nil
    else {
      return try Workspace(
        folder: folder, configurationFile: configurationFile, environment: environment)
    }
    return bare
  }

  /// Renders the edition in `folder` again and writes `preview.html` beside its forms.
  public func preview(_ folder: EditionFolder) throws -> FinishedEdition {
    let finished = try renderAgain(folder)
    try Files.write(Array(PreviewPage(finished).html.utf8), to: folder.path + "/preview.html")
    return finished
  }
}

extension PreviewPage {
  init(_ finished: FinishedEdition) {
    self.init(edition: finished.edition, rendition: finished.rendition, findings: finished.findings)
  }
}
