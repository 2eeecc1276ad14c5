import Foundation

/// How some files stood at a moment: enough to notice that one was written, came or went, without reading any.
struct FileFingerprint: Hashable {
  private struct Mark: Hashable {
    let path: String
    let modified: Date?
    let size: UInt64?
    let number: UInt64?
  }

  private let marks: [Mark]

  /// - Parameter paths: of files; of a folder the files in it are taken.
  init(of paths: [String]) {
    marks = paths.flatMap { path -> [String] in
      guard Files.isFolder(path) else { return [path] }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.sorted().map { path + "/" + $0 }
    }.map { path in
      let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
      return Mark(
        path: path, modified: attributes[.modificationDate] as? Date,
        size: (attributes[.size] as? NSNumber)?.uint64Value,
        number: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value)
    }
  }
}
