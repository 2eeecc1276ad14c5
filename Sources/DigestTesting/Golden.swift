import Foundation

extension Fixtures {
  /// Whether goldens are recorded anew (DIGEST_RECORD_GOLDENS=1).
  public static let isRecording = ProcessInfo.processInfo.environment["DIGEST_RECORD_GOLDENS"] == "1"

  /// What is different between `found` and the golden at `path`, line by line; `nil` if nothing is.
  ///
  /// When ``isRecording`` a golden that is missing or differs is written instead.
  public func difference(of found: String, fromGolden path: String) throws -> String? {
    let recorded = FileManager.default.fileExists(atPath: url(path).path) ? try text(path) : nil
    if recorded == found { return nil }
    if Self.isRecording {
      try Data(found.utf8).write(to: url(path))
      return nil
    }
    guard let recorded else { return "there is no golden; DIGEST_RECORD_GOLDENS=1 records it" }
    return lineDifference(from: recorded, to: found)
  }
}

/// The lines that only one of two texts has, marked `-` and `+`, each with two lines around it; at most 60.
public func lineDifference(from old: String, to new: String) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [(mark: Character, line: Substring)] = []
  var (left, right) = (0, 0)
  while left < old.count || right < new.count {
    if removed.contains(left) {
      rows.append(("-", old[left]))
      left += 1
    } else if inserted.contains(right) {
      rows.append(("+", new[right]))
      right += 1
    } else {
      rows.append((" ", old[left]))
      left += 1
      right += 1
    }
  }
  var shown: [String] = []
  var last = -1
  for index in rows.indices
  where rows[max(0, index - 2)...min(rows.count - 1, index + 2)].contains(where: { $0.mark != " " }) {
    if index > last + 1 { shown.append("  ...") }
    shown.append("\(rows[index].mark) \(rows[index].line)")
    last = index
  }
  return shown.prefix(60).joined(separator: "\n") + (shown.count > 60 ? "\n  (and more)" : "")
}
