public import Foundation

/// Reads the fixtures of a test target.
public struct Fixtures: Sendable {
  private let folder: URL

  /// The `Fixtures` folder beside the test file that asks (pass nothing).
  public init(beside file: String = #filePath) {
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures")
  }

  /// The bytes of `path` below the folder.
  public func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url(path)))
  }

  /// The UTF-8 text of `path` below the folder.
  public func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  public func url(_ path: String) -> URL { folder.appending(path: path) }

  /// Paths below the folder that end in `suffix`, sorted.
  public func paths(endingIn suffix: String, under subfolder: String = "") -> [String] {
    let root = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
    let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(suffix) }.map { subfolder.isEmpty ? $0 : subfolder + "/" + $0 }
      .sorted()
  }
}
