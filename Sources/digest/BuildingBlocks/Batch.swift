import ArgumentParser
import Foundation
import JSON
import Workflow

/// How a building block prints: one object, one object a line, or nothing (for measuring).
enum BatchFormat: String, ExpressibleByArgument, CaseIterable {
  case json, jsonl, none
}

/// The files of a building block and the form of its answers.
struct BatchOptions: ParsableArguments {
  @Argument(help: "Files; - for standard input; @LIST for a file with one path a line.")
  var files: [String]

  @Option(help: "json (one file), jsonl (one object a line), or none (work, and print nothing).")
  var format = BatchFormat.json

  /// Calls `body` for each file in order and prints what it returns; several files, or `jsonl`, give one object a line with the
  /// file's name in it.
  ///
  /// - Parameters:
  ///   - limit: the largest file, in bytes.
  ///   - hint: what to do about a larger one.
  ///   - isStreamed: whether the value's members come sorted, so that it can be written piece by piece.
  ///   - body: returns the value, and whether it was usable.
  func run<Value: Encodable>(
    limit: Int = InputFile.limit, hint: String = "is this the right file?", isStreamed: Bool = false,
    _ body: (_ bytes: [UInt8], _ file: String) throws -> (Value, Bool)
  ) throws {
    let paths = try InputFile.expand(files)
    let isBatch = paths.count > 1 || format == .jsonl || files.contains { $0.hasPrefix("@") }
    var isUsable = true
    for path in paths {
      let (value, isGood) = try body(try InputFile(path: path).bytes(limit: limit, hint: hint), path)
      isUsable = isUsable && isGood
      switch format {
      case .none: continue
      case .json, .jsonl:
        let file = isBatch ? path : nil
        if isStreamed {
          try JSONLine.stream(value, adding: file.map { ("file", $0) }, to: Terminal.output.write)
          Terminal.output.write("\n")
        } else {
          Terminal.output.write(try jsonLine(value, file: file))
        }
      }
    }
    if !isUsable, !isBatch { throw ExitCode(ExitStatus.badInput.rawValue) }
  }
}
