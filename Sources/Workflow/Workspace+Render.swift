import Configuration
import Foundation
import Lint
public import Model
public import Rendering
import Templates

/// An edition as it stands in its folder.
public struct FinishedEdition: Sendable {
  public let edition: Edition
  public let rendition: Rendition
  public let folder: EditionFolder
  /// What the lint found in the three files.
  public let findings: [Diagnostic]
}

extension Workspace {
  /// Renders `edition`, judges the result, and writes all of its files.
  ///
  /// - Parameter folder: name of the edition's folder, if it is not to be called by the edition's id.
  public func finish(_ edition: Edition, folder name: String? = nil) throws -> FinishedEdition {
    let rendition = try render(edition, template: try template())
    let folder = EditionFolder(path: editionFolder(name.map(Edition.ID.init(rawValue:)) ?? edition.id))
    try folder.write(edition, rendition)
    return FinishedEdition(
      edition: edition, rendition: rendition, folder: folder,
      findings: lint(rendition, of: edition, in: folder))
  }

  /// Renders the edition in `folder` again from its own data.
  public func renderAgain(_ folder: EditionFolder) throws -> FinishedEdition {
    let edition = try folder.edition()
    let rendition = try render(edition, template: try template())
    try folder.write(rendition)
    return FinishedEdition(
      edition: edition, rendition: rendition, folder: folder,
      findings: lint(rendition, of: edition, in: folder))
  }

  /// The folder of the edition called `name` (its id, or a path); without a name the newest.
  public func existingEdition(_ name: String?) throws(WorkflowError) -> EditionFolder {
    if let name {
      let candidates = [editionFolder(Edition.ID(rawValue: name)), path(name)]
      let found = candidates.first { Files.exists($0 + "/edition.json") }
      guard let found else {
        throw WorkflowError(
          .notFound, "\(candidates[0])/edition.json: no such edition (make one with: digest draft)")
      }
      return EditionFolder(path: found)
    }
    let folder = path(settings.editionsFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let newest = names.sorted().last { Files.exists("\(folder)/\($0)/edition.json") }
    guard let newest else {
      throw WorkflowError(.notFound, "\(folder): no edition here yet (make one with: digest draft)")
    }
    return EditionFolder(path: folder + "/" + newest)
  }

  /// The configured template, or the built-in one.
  func template() throws -> TemplateSet {
    guard let name = settings.templateFolder else { return try TemplateSet.builtIn(theme: settings.theme) }
    return try TemplateSet(files: try TemplateFolder.files(in: path(name)), theme: settings.theme)
  }

  /// Finds out before anything is fetched whether the configured template can be used.
  ///
  /// - Throws: ``WorkflowError`` or a template's own error, with file, line and column.
  public func checkTemplate() throws {
    if settings.templateFolder != nil { _ = try template() }
  }

  /// What is worth saying about the configured look: a language that there are no fixed words for.
  public func templateWarnings() throws -> [Diagnostic] {
    let template = try template()
    let language = settings.publication.language
    guard !template.hasWording(for: language) else { return [] }
    let known = template.languages.joined(separator: ", ")
    return [
      Diagnostic(
        severity: .warning, code: "config-language",
        message: "there are no words in “\(language)”, English ones are printed (known are \(known); "
          + "a template of your own may hold strings.\(language).yaml)")
    ]
  }

  /// How much of one article an edition may repeat, as the configuration says.
  public var quotationLimits: QuotationLimits {
    QuotationLimits(words: settings.edition.quotedWords, share: settings.edition.quotedShare)
  }

  private func lint(
    _ rendition: Rendition, of edition: Edition, in folder: EditionFolder
  ) -> [Diagnostic] {
    let rules = LintRules(isDraft: true)
    return lintEdition(edition, limits: quotationLimits).findings(in: folder.path + "/edition.json")
      + lintHTML(rendition.html, rules: rules).findings(in: folder.path + "/digest.html")
      + lintText(rendition.text, html: rendition.html, rules: rules).findings(in: folder.path + "/digest.txt")
      + lintMessage(rendition.message, rules: rules).findings(in: folder.path + "/digest.eml")
  }
}
