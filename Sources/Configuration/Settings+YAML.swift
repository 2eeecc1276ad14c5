import Model
internal import Yams

extension Settings {
  /// Reads the text of a `digest.yaml`.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: its name, for messages.
  ///   - overrides: values that win over the file's, by path in capitals (`DIGEST_EDITION_ARTICLES`): the environment.
  ///   - isKnownTimeZone: tells whether an IANA zone name exists on this machine.
  public init(
    yaml: String, file: String = "digest.yaml", overrides: [String: String] = [:],
    isKnownTimeZone: (String) -> Bool
  ) throws(ConfigurationError) {
    let root = try rootMapping(of: yaml, file: file)
    var reader = SettingsReader(root: root, file: file, overrides: overrides)
    let settings = reader.settings(isKnownTimeZone: isKnownTimeZone)
    reader.reportUnknownKeys()
    guard reader.faults.isEmpty, let settings else { throw ConfigurationError(reader.faults) }
    self = settings
  }
}

/// The largest configuration that is read, in bytes. A real one has a few hundred.
private let sizeLimit = 256 * 1024
private let depthLimit = 32

private func rootMapping(of yaml: String, file: String) throws(ConfigurationError) -> Node.Mapping {
  func fault(_ message: String, _ mark: Mark? = nil) -> ConfigurationError {
    ConfigurationError([
      Diagnostic(
        severity: .error, code: "config-unreadable", message: message, source: file, line: mark?.line,
        column: mark?.column)
    ])
  }
  guard yaml.utf8.count <= sizeLimit else {
    throw fault("the file is over 256 kB (is this the right file?)")
  }
  guard !yaml.utf8.contains(0) else {
    throw fault("the file holds NUL bytes (save it as UTF-8 text)")
  }
  guard bracketDepth(yaml) <= depthLimit else {
    throw fault("lists are nested too deeply (is this the right file?)")
  }
  let text = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
  let node: Node?
  do {
    node = try Yams.compose(yaml: text)
  } catch let error as YamlError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      throw fault("\(problem) (check indentation, quotes and colons near here)", mark)
    case .duplicatedKeysInMapping(_, let context):
      throw fault("a key occurs twice (keep one of them)", context.mark)
    default:
      throw fault("the file is no readable YAML (save it as UTF-8 text)")
    }
  } catch {
    throw fault("the file is no readable YAML")
  }
  guard let node else {
    throw fault("the file is empty (write a new one with: digest init FOLDER)")
  }
  guard case .mapping(let mapping) = node else {
    throw fault("expected `key: value` lines at the top (digest init FOLDER writes an example)", node.mark)
  }
  return mapping
}

/// The deepest nesting of brackets, quotes ignored: an upper bound that keeps the parser from recursing without end.
private func bracketDepth(_ text: String) -> Int {
  var depth = 0
  var deepest = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      deepest = max(deepest, depth)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
    default: break
    }
  }
  return deepest
}
