import Foundation
import Transport

/// Reading and writing of whole files, with errors that say what to do.
enum Files {
  /// The file's bytes; those of standard input for `nil`.
  ///
  /// - Parameter hint: what to do if it holds more than `limit` bytes.
  static func read(
    _ path: String?, limit: Int = 64 << 20, hint: String = "is this the right file?"
  ) throws(WorkflowError) -> [UInt8] {
    let name = path ?? "standard input"
    do {
      return try readBytes(ofFile: path, limit: limit)
    } catch {
      switch error {
      case .notFound: throw WorkflowError(.notFound, "\(name): no such file")
      case .isFolder: throw WorkflowError(.notFound, "\(name): this is a folder (name a file)")
      case .tooLarge:
        throw WorkflowError(.badInput, "\(name): larger than \(limit >> 20) MiB (\(hint))")
      case .unreadable(let reason):
        throw WorkflowError(.notFound, "\(name): cannot be read: \(reason) (check its permissions)")
      }
    }
  }

  /// The file's text; it must be UTF-8.
  static func readText(_ path: String, limit: Int = 16 << 20) throws(WorkflowError) -> String {
    guard let text = String(validating: try read(path, limit: limit), as: UTF8.self) else {
      throw WorkflowError(.badInput, "\(path): not UTF-8 text (save it as UTF-8)")
    }
    return text
  }

  /// Writes through a temporary file in the same folder, synchronised and renamed, so that the file is either the old or
  /// the new one, whole; makes the folder if need be.
  static func write(_ bytes: [UInt8], to path: String) throws(WorkflowError) {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
      let handle = try FileHandle(forReadingFrom: folder)
      defer { try? handle.close() }
      try handle.synchronize()
    } catch {
      throw WorkflowError(
        .cannotWrite, "\(path): cannot be written: \(reason(error)) (check permissions and free space)")
    }
  }

  /// Takes the file away, for good: the folder is synchronised.
  static func remove(_ path: String) throws(WorkflowError) {
    do {
      try FileManager.default.removeItem(atPath: path)
      let handle = try FileHandle(forReadingFrom: URL(filePath: path).deletingLastPathComponent())
      defer { try? handle.close() }
      try handle.synchronize()
    } catch {
      throw WorkflowError(.cannotWrite, "\(path): cannot be removed: \(reason(error)) (check permissions)")
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFolder(_ path: String) -> Bool {
    (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? CocoaError {
      if let underlying = error.underlying as? POSIXError { return posixReason(underlying) }
      switch error.code {
      case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
      case .fileWriteOutOfSpace: return "no space left"
      case .fileWriteVolumeReadOnly: return "the file system is read-only"
      case .fileWriteFileExists: return "a file is in the way"
      default: break
      }
    }
    return error.localizedDescription
  }

  private static func posixReason(_ error: POSIXError) -> String {
    switch error.code {
    case .EACCES, .EPERM: "permission denied"
    case .ENOSPC, .EDQUOT: "no space left"
    case .EROFS: "the file system is read-only"
    case .ENOTDIR, .EEXIST: "a file is in the way"
    case .EFBIG: "the file would be too large"
    default: error.localizedDescription
    }
  }
}

/// The bytes of the file at `path`; those of standard input for `nil`.
///
/// - Throws: ``WorkflowError`` of kind `notFound` if it cannot be read, `badInput` if it is over `limit` bytes.
public func readFile(
  _ path: String?, limit: Int, hint: String = "is this the right file?"
) throws(WorkflowError) -> [UInt8] {
  try Files.read(path, limit: limit, hint: hint)
}
