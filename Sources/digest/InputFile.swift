import Articles
import Workflow

/// A file named on the command line; `-` stands for standard input.
struct InputFile {
  let path: String

  /// The largest file that is read, in bytes, unless the command says otherwise.
  static let limit = 64 << 20

  /// - Throws: ``WorkflowError`` of kind `notFound` if it cannot be read, `badInput` if it is too large.
  func bytes(
    limit: Int = limit, hint: String = "is this the right file?"
  ) throws(WorkflowError) -> [UInt8] {
    try readFile(path == "-" ? nil : path, limit: limit, hint: hint)
  }

  /// - Parameter wanted: what the command reads, for the error: "HTML pages".
  /// - Throws: ``WorkflowError`` of kind `badInput` if the bytes are a picture, an archive or the like.
  static func requireText(_ bytes: [UInt8], at path: String, wanted: String) throws(WorkflowError) {
    guard let kind = BinaryFile.kind(of: bytes) else { return }
    let name = path == "-" ? "standard input" : path
    throw WorkflowError(.badInput, "\(name): this is \(kind); \(wanted) can be read")
  }

  /// The paths of `arguments`, with each `@LIST` replaced by the paths that the file LIST holds, one a line.
  static func expand(_ arguments: [String]) throws(WorkflowError) -> [String] {
    var paths: [String] = []
    for argument in arguments {
      guard argument.utf8.first == UInt8(ascii: "@") else {
        paths.append(argument)
        continue
      }
      let list = try InputFile(path: String(argument.dropFirst())).bytes()
      paths += list.split(whereSeparator: { $0 == 10 || $0 == 13 }).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return paths
  }
}
