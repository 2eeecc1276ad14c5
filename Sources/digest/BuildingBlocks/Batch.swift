import ArgumentParser
import Foundation
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
  /// - Parameter body: returns the value, and whether it was usable.
  func run<Value: Encodable>(_ body: (_ bytes: [UInt8], _ file: String) throws -> (Value, Bool)) throws {
    let paths = try InputFile.expand(files)
    let isBatch = paths.count > 1 || format == .jsonl || files.contains { $0.hasPrefix("@") }
    var isUsable = true
    for path in paths {
      let (value, isGood) = try body(try InputFile(path: path).bytes(), path)
      isUsable = isUsable && isGood
      switch format {
      case .none: continue
      case .json, .jsonl:
        Terminal.output.write(isBatch ? try jsonLine(Named(file: path, value: value)) : try jsonLine(value))
      }
    }
    if !isUsable, !isBatch { throw ExitCode(ExitStatus.badInput.rawValue) }
  }
}

/// A value with the member `file` added.
private struct Named<Value: Encodable>: Encodable {
  enum Key: CodingKey { case file }
  let file: String
  let value: Value

  func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
  }
}
