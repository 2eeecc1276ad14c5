extension TemplateSet {
  fileprivate static let editionEntry = "archiveEdition"
  fileprivate static let indexEntry = "archiveIndex"

  /// Renders an edition's page in the archive. Keys are those of ``ArchiveKeys/edition``; the theme's are added here.
  public func renderArchiveEdition(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try renderHTML(values, entry: TemplateSet.editionEntry, keys: ArchiveKeys.edition)
  }

  /// Renders the list of all editions. Keys are those of ``ArchiveKeys/index``; the theme's are added here.
  public func renderArchiveIndex(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try renderHTML(values, entry: TemplateSet.indexEntry, keys: ArchiveKeys.index)
  }
}

extension TemplateSet.Parts {
  /// The first problem of the archive's pages.
  func archiveProblem() -> TemplateError? {
    do {
      for (entry, keys) in [
        (TemplateSet.editionEntry, ArchiveKeys.edition), (TemplateSet.indexEntry, ArchiveKeys.index),
      ] {
        var checker = TemplateChecker(files: html, escapesHTML: true)
        try checker.check(entry, against: .object(Self.withTheme(keys, theme)))
      }
      return nil
    } catch {
      return error
    }
  }
}
