import Preview

extension Workspace {
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
