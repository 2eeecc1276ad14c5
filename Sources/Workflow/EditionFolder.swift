import Foundation
public import Model
import Rendering

/// The folder of one edition: its data and what is rendered from it.
public struct EditionFolder: Hashable, Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Names of the files that a folder holds.
  public static let files = ["edition.json", "digest.txt", "digest.html", "digest.eml"]

  /// Whether an edition lies in it.
  public var exists: Bool { Files.exists(path + "/edition.json") }

  /// Reads `edition.json`.
  public func edition() throws(WorkflowError) -> Edition {
    let file = path + "/edition.json"
    guard Files.exists(file) else {
      throw WorkflowError(.notFound, "\(file): no such edition (make one with: digest draft)")
    }
    let bytes = try Files.read(file)
    do {
      let edition = try JSONDecoder().decode(Edition.self, from: Data(bytes))
      guard edition.schema == Edition.schema else {
        throw WorkflowError(
          .badInput, "\(file): of the form \(edition.schema), not \(Edition.schema) (draft it again)")
      }
      return edition
    } catch let error as WorkflowError {
      throw error
    } catch let error as DecodingError {
      throw WorkflowError(.badInput, "\(file): \(error.place) (draft the edition again)")
    } catch {
      throw WorkflowError(.badInput, "\(file): not readable as JSON (draft the edition again)")
    }
  }

  /// Writes `edition.json` and all renditions, each whole or not at all.
  func write(_ edition: Edition, _ rendition: Rendition) throws(WorkflowError) {
    try Files.write(try json(edition), to: path + "/edition.json")
    try write(rendition)
  }

  func write(_ rendition: Rendition) throws(WorkflowError) {
    try Files.write(Array(rendition.text.utf8), to: path + "/digest.txt")
    try Files.write(Array(rendition.html.utf8), to: path + "/digest.html")
    try Files.write(rendition.message, to: path + "/digest.eml")
  }

  private func json(_ edition: Edition) throws(WorkflowError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(edition)) + [UInt8(ascii: "\n")]
    } catch {
      throw WorkflowError(.failed, "edition \(edition.id) cannot be written as JSON: \(error)")
    }
  }
}

extension DecodingError {
  /// Where in the document it was, and what: `sections/0/items: expected an array`.
  var place: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(
        separator: "/")
      return (path.isEmpty ? "" : path + ": ") + context.debugDescription.lowercasedFirst
    @unknown default:
      return "not readable"
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.lowercaseMapping + String(unicodeScalars.dropFirst())
  }
}
