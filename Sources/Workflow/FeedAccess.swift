import Configuration
import Foundation
import Model
import Transport

/// What one feed needs to be asked: its own name for us, its secrets, its hosts.
struct FeedAccess: Hashable, Sendable {
  let userAgent: String?
  let cookie: String?
  let login: String?
  let allowedHosts: [String]
  /// Of the feed's address: secrets go nowhere else.
  private let origin: String

  /// Reads the secrets that `settings` points at.
  ///
  /// - Throws: ``WorkflowError`` of kind `configuration` if one is not there, or in a file that others may read.
  init(
    _ settings: FeedSettings, of source: FeedSource, folder: String, environment: [String: String]
  ) throws(WorkflowError) {
    userAgent = settings.userAgent
    allowedHosts = settings.allowedHosts
    origin = FeedAccess.origin(of: source.feedURL)
    let secrets = SecretReader(feed: source.id, folder: folder, environment: environment)
    cookie = try secrets.read(settings.cookie, "cookie")
    login = try secrets.read(settings.login, "login")
  }

  /// Fields for a request to `url`: the secrets go only to the feed's own origin.
  func fields(for url: String) -> [HTTPField] {
    guard FeedAccess.origin(of: url) == origin else { return [] }
    var fields: [HTTPField] = []
    if let cookie { fields.append(HTTPField(name: "Cookie", value: cookie)) }
    if let login {
      fields.append(
        HTTPField(name: "Authorization", value: "Basic " + Data(login.utf8).base64EncodedString()))
    }
    return fields
  }

  private static func origin(of url: String) -> String {
    guard let url = URL(string: url) else { return "" }
    let scheme = (url.scheme ?? "").lowercased()
    return "\(scheme)://\((url.host() ?? "").lowercased()):\(url.port ?? (scheme == "https" ? 443 : 80))"
  }
}

/// Reads secrets from where the configuration says they are; their values stand in no message.
private struct SecretReader {
  let feed: FeedSource.ID
  let folder: String
  let environment: [String: String]

  func read(_ place: FeedSettings.SecretPlace?, _ name: String) throws(WorkflowError) -> String? {
    switch place {
    case nil: return nil
    case .variable(let variable):
      guard let value = environment[variable], !value.isEmpty else {
        throw fault("\(name)_env: the variable \(variable) is not set (set it, or leave the line out)")
      }
      return try line(value, name, "the variable \(variable)")
    case .file(let file):
      let path = URL(filePath: file, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
        .standardizedFileURL.path
      guard let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      else {
        throw fault("\(name)_file: \(path): no such file")
      }
      guard mode & 0o077 == 0 else {
        throw fault("\(name)_file: \(path) may be read by others (do: chmod 600 \(path))")
      }
      let text: String
      do {
        text = try Files.readText(path, limit: 64 << 10)
      } catch {
        throw fault("\(name)_file: \(error.description)")
      }
      return try line(text, name, path)
    }
  }

  /// One line without control characters: it becomes part of a header.
  private func line(_ text: String, _ name: String, _ place: String) throws(WorkflowError) -> String {
    let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw fault("\(name): \(place) must hold one line of plain text")
    }
    return value
  }

  private func fault(_ message: String) -> WorkflowError {
    WorkflowError(.configuration, "feed_settings.\(feed).\(message)")
  }
}
