/// A template whose every name was looked up when it was compiled: what is left is to print.
struct TemplateProgram: Sendable {
  /// Where a value is found: so many objects outward, then down along the names. No names: the value itself.
  struct Path: Hashable, Sendable {
    let outward: Int
    let names: [String]
  }

  indirect enum Step: Sendable {
    case text([UInt8])
    /// Prints a value; `isEscaped` is false only for ready HTML and in plain text.
    case value(Path, isEscaped: Bool)
    /// The steps once for each element, or once if there is something.
    case section(Path, [Step])
    /// The steps if there is nothing.
    case inverted(Path, [Step])
  }

  let steps: [Step]

  /// Renders over `values`.
  ///
  /// - Parameter limit: bytes that may come out; also bounds the time, as each step counts as a byte.
  /// - Returns: `nil` if the limit does not do.
  func render(_ values: [String: TemplateValue], limit: Int) -> String? {
    var run = Run(limit: limit)
    run.output.reserveCapacity(1 << 16)
    run.scopes.append(.object(values))
    run.perform(steps)
    return run.rest < 0 ? nil : String(decoding: run.output, as: UTF8.self)
  }

  private struct Run {
    var output: [UInt8] = []
    var scopes: [TemplateValue] = []
    /// Bytes and steps that are left.
    var rest: Int

    init(limit: Int) { rest = limit }

    mutating func perform(_ steps: [Step]) {
      for step in steps {
        rest -= 1
        guard rest >= 0 else { return }
        switch step {
        case .text(let bytes):
          rest -= bytes.count
          output += bytes
        case .value(let path, let isEscaped):
          switch value(at: path) {
          case .text(let text)?: print(isEscaped ? escapedForHTML(text) : text)
          case .html(let html)?: print(html.rawValue)
          default: break
          }
        case .section(let path, let inner): section(value(at: path), inner)
        case .inverted(let path, let inner): if isAbsent(value(at: path)) { perform(inner) }
        }
      }
    }

    private mutating func section(_ value: TemplateValue?, _ inner: [Step]) {
      guard let value, !isAbsent(value) else { return }
      switch value {
      case .bool: perform(inner)
      case .list(let elements):
        for element in elements where rest >= 0 { perform(inner, within: element) }
      case .text, .html, .object: perform(inner, within: value)
      }
    }

    private mutating func perform(_ steps: [Step], within scope: TemplateValue) {
      scopes.append(scope)
      perform(steps)
      scopes.removeLast()
    }

    private func isAbsent(_ value: TemplateValue?) -> Bool {
      switch value {
      case nil: true
      case .text(let text)?: text.isEmpty
      case .html(let html)?: html.isEmpty
      case .bool(let flag)?: !flag
      case .list(let elements)?: elements.isEmpty
      case .object?: false
      }
    }

    private func value(at path: Path) -> TemplateValue? {
      var found: TemplateValue? = scopes[scopes.count - 1 - path.outward]
      for name in path.names {
        guard case .object(let members)? = found else { return nil }
        found = members[name]
      }
      return found
    }

    private mutating func print(_ text: String) {
      rest -= text.utf8.count
      output += text.utf8
    }
  }
}

/// Throws if a value does not fit the shape that is declared for its key: a fault of the program, not of a template.
func checkFit(
  _ values: [String: TemplateValue], _ shape: [String: TemplateShape], path: String = "", file: String
) throws(TemplateError) {
  for (name, value) in values {
    guard let shape = shape[name] else {
      throw TemplateError(file: file, problem: .wrongValue("no key \"\(path)\(name)\" is declared"))
    }
    try checkFit(value, shape, path: path + name, file: file)
  }
}

private func checkFit(
  _ value: TemplateValue, _ shape: TemplateShape, path: String, file: String
) throws(TemplateError) {
  switch (value, shape) {
  case (.text, .text), (.text, .link), (.text, .word), (.html, .html), (.bool, .bool): return
  case (.list(let elements), .list(let shape)):
    for element in elements { try checkFit(element, shape, path: path + "[]", file: file) }
  case (.object(let members), .object(let shape)):
    try checkFit(members, shape, path: path + ".", file: file)
  default: throw TemplateError(file: file, problem: .wrongValue("\"\(path)\" must be \(shape.name)"))
  }
}
