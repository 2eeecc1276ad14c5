public import Feeds
import Foundation
public import Model

/// The OPML files that a publication subscribes to. Changes go to the first; the others are only read.
public struct FeedLists: Sendable {
  private let folder: String
  private let files: [String]

  /// - Parameters:
  ///   - folder: that of the configuration.
  ///   - files: as the configuration names them; never empty.
  public init(folder: String, files: [String]) {
    self.folder = folder
    self.files = files
  }

  /// The feeds of all lists, in order; a feed that occurs twice is taken once, and every id is unique.
  public func sources() throws(WorkflowError) -> [FeedSource] {
    var merged = FeedListMerger()
    for file in files { merged.append(try read(file)) }
    return merged.sources
  }

  /// Adds those of `sources` that no list has yet, to the first list; returns what was added, with the ids they got.
  public func add(_ sources: [FeedSource]) throws(WorkflowError) -> [FeedSource] {
    var merged = FeedListMerger()
    for file in files { merged.append(try read(file)) }
    let known = merged.sources.count
    merged.append(sources)
    let added = Array(merged.sources[known...])
    guard !added.isEmpty else { return [] }
    try write(try read(files[0]) + added)
    return added
  }

  /// Removes the feed called `id` from the first list; returns it.
  public func remove(_ id: FeedSource.ID) throws(WorkflowError) -> FeedSource {
    let first = try read(files[0])
    guard let source = first.first(where: { $0.id == id }) else {
      throw WorkflowError(.notFound, "\(files[0]): no feed is called “\(id)” (see: digest feeds list)")
    }
    try write(first.filter { $0.id != id })
    return source
  }

  private func read(_ file: String) throws(WorkflowError) -> [FeedSource] {
    let path = path(file)
    guard Files.exists(path) else {
      throw WorkflowError(
        .configuration,
        "\(path): no such feed list (correct `feeds` in digest.yaml, or: digest feeds add ADDRESS)")
    }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw WorkflowError(.configuration, error.description)
    }
    let list: FeedList
    do {
      list = try feedList(bytes, file: file)
    } catch {
      throw WorkflowError(.configuration, error.description)
    }
    // What cannot be read whole would be lost when the list is written again.
    if let broken = list.diagnostics.first(where: { $0.code.hasPrefix("xml-") }) {
      let place = [file, broken.line.map(String.init), broken.column.map(String.init)].compactMap(\.self)
      throw WorkflowError(
        .configuration,
        place.joined(separator: ":") + ": \(broken.message) (mend the list; nothing was changed)")
    }
    return list.sources
  }

  private func write(_ sources: [FeedSource]) throws(WorkflowError) {
    try Files.write(Array(FeedList(title: "Subscriptions", sources: sources).opml.utf8), to: path(files[0]))
  }

  private func path(_ file: String) -> String {
    URL(filePath: file, relativeTo: URL(filePath: folder, directoryHint: .isDirectory)).standardizedFileURL
      .path
  }
}

/// Reads an OPML list out of `bytes`. Feeds at addresses other than http and https are left out, with a diagnostic.
///
/// - Throws: ``WorkflowError`` of kind `badInput` naming file, line and column if it is no OPML.
public func feedList(_ bytes: [UInt8], file: String) throws(WorkflowError) -> FeedList {
  let list: FeedList
  do {
    list = try FeedList(opml: bytes, file: file)
  } catch {
    throw WorkflowError(.badInput, error.description)
  }
  let refused = list.sources.filter { !isWebAddress($0.feedURL) }
  let notes = refused.map { source in
    Diagnostic(
      severity: .warning, code: "address-refused",
      message: "“\(source.title)” is left out: \(source.feedURL) is no "
        + "http or https address", source: file)
  }
  return FeedList(
    title: list.title, sources: list.sources.filter { isWebAddress($0.feedURL) },
    diagnostics: list.diagnostics + notes)
}

private func isWebAddress(_ url: String) -> Bool {
  let start = url.prefix(8).lowercased()
  return start.hasPrefix("http://") || start.hasPrefix("https://")
}

/// Joins lists: a feed address counts once, an id that is taken gets a number.
private struct FeedListMerger {
  private(set) var sources: [FeedSource] = []
  private var addresses: Set<String> = []
  private var ids: Set<FeedSource.ID> = []

  mutating func append(_ list: [FeedSource]) {
    for source in list where addresses.insert(source.feedURL).inserted {
      var id = source.id
      var number = 2
      while !ids.insert(id).inserted {
        id = FeedSource.ID(rawValue: "\(source.id)-\(number)")
        number += 1
      }
      sources.append(id == source.id ? source : source.renamed(id))
    }
  }
}

extension FeedSource {
  fileprivate func renamed(_ id: ID) -> FeedSource {
    FeedSource(
      id: id, feedURL: feedURL, siteURL: siteURL, title: title, section: section, readsPages: readsPages,
      readsComments: readsComments, weight: weight)
  }
}
