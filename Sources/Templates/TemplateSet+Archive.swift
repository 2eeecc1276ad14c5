extension TemplateSet {
  static let editionEntry = "archiveEdition"
  static let indexEntry = "archiveIndex"

  /// Renders an edition's page in the archive. Keys are those of ``ArchiveKeys/edition``; the theme's are in the template
  /// already.
  public func renderArchiveEdition(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try render(
      archiveEdition, values, keys: ArchiveKeys.edition, file: TemplateSet.editionEntry + ".html.mustache")
  }

  /// Renders the list of all editions. Keys are those of ``ArchiveKeys/index``; the theme's are in the template already.
  public func renderArchiveIndex(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try render(
      archiveIndex, values, keys: ArchiveKeys.index, file: TemplateSet.indexEntry + ".html.mustache")
  }
}
