import Model
internal import Yams

/// Takes typed values out of a YAML mapping, remembers which keys were asked for, and collects every fault with its
/// place instead of stopping at the first.
struct SettingsReader {
  private let file: String
  private let overrides: [String: String]
  /// Mappings by their path (`""`, `edition`, ...).
  private var mappings: [(path: String, mapping: Node.Mapping)]
  private var askedKeys: [String: [String]] = [:]
  private(set) var faults: [Diagnostic] = []

  init(root: Node.Mapping, file: String, overrides: [String: String]) {
    self.file = file
    self.overrides = overrides
    self.mappings = [("", root)]
  }

  // MARK: - Structure

  /// Declares that `key` may hold a mapping and opens it under the path that is answered.
  @discardableResult
  mutating func openMapping(_ key: String, in parent: String = "") -> String {
    let path = name(key, parent)
    guard let node = node(key, in: parent) else { return path }
    switch node {
    case .mapping(let mapping): mappings.append((path, mapping))
    case .scalar(let scalar) where scalar.string.isEmpty: break
    default: fault("“\(path)” must hold indented `key: value` lines", at: node.mark)
    }
    return path
  }

  /// Reports every key that nobody asked for, with the nearest known one as a hint.
  mutating func reportUnknownKeys() {
    for (path, mapping) in mappings {
      let known = askedKeys[path] ?? []
      for (key, _) in mapping {
        let name = key.string ?? ""
        guard !known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { continue }
        let place = path.isEmpty ? "" : " under “\(path)”"
        let hint = nearest(to: name, in: known).map { " (did you mean “\($0)”?)" } ?? ""
        fault("unknown key “\(shortened(name))”\(place)\(hint)", at: key.mark)
      }
    }
    faults.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  /// Opens the mapping `key`, whose keys are the user's own and whose values are mappings; the paths under which those are
  /// open, by key.
  mutating func openMappings(_ key: String) -> [(name: String, path: String)] {
    guard let node = node(key, in: "") else { return [] }
    guard case .mapping(let mapping) = node else {
      if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
      fault("“\(key)” must hold one indented block for each feed", at: node.mark)
      return []
    }
    var opened: [(name: String, path: String)] = []
    for (name, value) in mapping {
      guard let name = name.string, case .mapping(let inner) = value else {
        fault("“\(key).\(shortened(name.string ?? ""))” must hold indented `key: value` lines", at: name.mark)
        continue
      }
      let path = "\(key).\(name)"
      mappings.append((path, inner))
      opened.append((name, path))
    }
    return opened
  }

  // MARK: - Values

  /// `yes` or `no` (`true`, `false`, `on`, `off`).
  mutating func truth(_ key: String, in path: String = "") -> Bool? {
    guard let (value, mark) = scalar(key, in: path) else { return nil }
    switch trim(value).lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default:
      fault("“\(name(key, path))” must be yes or no", at: mark)
      return nil
    }
  }

  /// Text of `path.key`; white space at both ends removed, `nil` if absent or empty.
  mutating func text(_ key: String, in path: String = "") -> String? {
    guard let (value, mark) = scalar(key, in: path) else { return nil }
    let trimmed = trim(value)
    guard !trimmed.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) else {
      fault("“\(name(key, path))” holds control characters", at: mark)
      return nil
    }
    return trimmed.isEmpty ? nil : trimmed
  }

  /// One line of text: line ends are a fault, for it may become a header.
  mutating func line(_ key: String, in path: String = "") -> String? {
    guard let value = text(key, in: path) else { return nil }
    guard !value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\u{2028}" || $0 == "\u{2029}" })
    else {
      fault("“\(name(key, path))” must be one line", at: node(key, in: path)?.mark)
      return nil
    }
    return value
  }

  mutating func wholeNumber(_ key: String, in path: String, range: ClosedRange<Int>) -> Int? {
    guard let (value, mark) = scalar(key, in: path) else { return nil }
    guard let number = Int(trim(value)), range.contains(number) else {
      fault(
        "“\(name(key, path))” must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: mark)
      return nil
    }
    return number
  }

  mutating func number(_ key: String, in path: String, range: ClosedRange<Double>) -> Double? {
    guard let (value, mark) = scalar(key, in: path) else { return nil }
    guard let number = Double(trim(value)), range.contains(number) else {
      fault("“\(name(key, path))” must be a number from \(range.lowerBound) to \(range.upperBound)", at: mark)
      return nil
    }
    return number
  }

  /// An http or https address, without user name or password.
  mutating func webAddress(_ key: String, in path: String = "", schemes: [String] = ["https", "http"])
    -> String?
  {
    guard let value = line(key, in: path) else { return nil }
    let lower = value.lowercased()
    let hasScheme = schemes.contains { lower.hasPrefix($0 + "://") && lower.utf8.count > $0.utf8.count + 3 }
    let isClean = value.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"") }
    guard hasScheme, isClean else {
      let wanted = schemes.map { $0 + "://" }.joined(separator: " or ")
      fault(
        "“\(name(key, path))” must be an address that begins with \(wanted)", at: node(key, in: path)?.mark)
      return nil
    }
    return value
  }

  /// A list of lines, or a single one.
  mutating func lines(_ key: String, in path: String = "") -> [String]? {
    guard let node = node(key, in: path) else { return nil }
    var values: [String] = []
    switch node {
    case .scalar(let scalar):
      if !trim(scalar.string).isEmpty { values.append(trim(scalar.string)) }
    case .sequence(let sequence):
      for item in sequence {
        guard case .scalar(let scalar) = item, !trim(scalar.string).isEmpty else {
          fault("“\(name(key, path))” must be a list of single lines", at: item.mark)
          return nil
        }
        values.append(trim(scalar.string))
      }
    default:
      fault("“\(name(key, path))” must be a list (lines that begin with `- `)", at: node.mark)
      return nil
    }
    return values
  }

  /// Adds a fault about the value of `path.key`.
  mutating func reject(_ key: String, in path: String = "", _ message: String) {
    fault("“\(name(key, path))” \(message)", at: node(key, in: path)?.mark)
  }

  /// Adds a fault about something that is not there.
  mutating func require(_ what: String) {
    faults.append(Diagnostic(severity: .error, code: "config-missing", message: what, source: file, line: 1))
  }

  // MARK: - Lookup

  private mutating func scalar(_ key: String, in path: String) -> (String, Mark?)? {
    let node = node(key, in: path)
    let variable = "DIGEST_" + (path.isEmpty ? key : path + "_" + key).uppercased()
    if let override = overrides[variable] { return (override, node?.mark) }
    switch node {
    case .scalar(let scalar)?:
      return (scalar.string, scalar.mark)
    case nil:
      return nil
    case let node?:
      fault("“\(name(key, path))” must be a single value", at: node.mark)
      return nil
    }
  }

  private mutating func node(_ key: String, in path: String) -> Node? {
    if askedKeys[path]?.contains(key) != true { askedKeys[path, default: []].append(key) }
    guard let mapping = mappings.first(where: { $0.path == path })?.mapping else { return nil }
    return mapping.first { $0.key.string == key }?.value
  }

  private mutating func fault(_ message: String, at mark: Mark?) {
    faults.append(
      Diagnostic(
        severity: .error, code: "config-invalid", message: message, source: file, line: mark?.line,
        column: mark?.column))
  }

  private func name(_ key: String, _ path: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

private func trim(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}

private func shortened(_ name: String) -> String {
  name.unicodeScalars.count <= 40 ? name : String(name.unicodeScalars.prefix(40)) + "…"
}

/// The known name at the smallest edit distance, if that is at most a third of its length.
func nearest(to name: String, in known: [String]) -> String? {
  let wanted = Array(name.utf8.prefix(64))
  let ranked = known.map { (name: $0, distance: editDistance(wanted, Array($0.utf8))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, best.name.utf8.count / 3) ? best.name : nil
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
