/// Proves before anything is rendered that every tag of a template, and of the partials it draws in, has something behind it.
///
/// Mustache itself prints nothing for a mistyped key and leaves out a missing partial, silently.
struct TemplateChecker {
  /// How an expression gets out of hand: partials in partials, sections in sections, and partials drawn in too often.
  private static let deepestPartial = 16
  private static let deepestSection = 32
  private static let mostExpansions = 4096

  /// What a name may mean at one place: the keys of an object, or the text that `{{.}}` prints.
  private struct Scope {
    let shape: TemplateShape
    /// Whose section opened it; the place of the tag for the message when it is never closed.
    let tag: TemplateTag?
    /// True if names are looked up in here (conditions only pass through).
    let isTransparent: Bool
  }

  private let files: [String: TemplateFile]
  private let escapesHTML: Bool
  private var tags: [String: [TemplateTag]] = [:]
  private var expansions = 0

  /// - Parameters:
  ///   - files: the templates of one form by their names as partials.
  ///   - escapesHTML: true for HTML, where attributes need quotes and ready HTML may be printed.
  init(files: [String: TemplateFile], escapesHTML: Bool) {
    self.files = files
    self.escapesHTML = escapesHTML
  }

  /// Throws the first problem found in `name` or in what it draws in.
  mutating func check(_ name: String, against shape: TemplateShape) throws(TemplateError) {
    try check(name, scopes: [Scope(shape: shape, tag: nil, isTransparent: false)], path: [])
  }

  private mutating func check(
    _ name: String, scopes outer: [Scope], path: [String]
  ) throws(TemplateError) {
    guard let file = files[name] else { return }
    var scopes = outer
    for tag in try tags(of: name, in: file) {
      func failure(_ problem: TemplateError.Problem) -> TemplateError {
        TemplateError(file: file.name, line: tag.line, column: tag.column, problem: problem)
      }
      switch tag.kind {
      case .variable, .unescaped:
        try checkPrint(tag, in: scopes, failure)
      case .section, .inverted:
        guard scopes.count - outer.count < Self.deepestSection else {
          throw failure(.tooDeep("sections are nested more than \(Self.deepestSection) deep"))
        }
        scopes.append(try open(tag, in: scopes, failure))
      case .close:
        guard scopes.count > outer.count, let opened = scopes.last?.tag else {
          throw failure(.badTag("{{/\(tag.name)}} closes a section that was not opened"))
        }
        guard opened.name == tag.name else {
          throw failure(
            .badTag("{{/\(tag.name)}} stands where {{/\(opened.name)}} must close line \(opened.line)"))
        }
        scopes.removeLast()
      case .partial:
        guard files[tag.name] != nil else {
          throw failure(.unknownPartial(tag.name, hint: suggestion(for: tag.name, among: files.keys)))
        }
        let inner = path + [name]
        if inner.contains(tag.name) {
          throw failure(.tooDeep("the partial \"\(tag.name)\" draws in itself"))
        }
        expansions += 1
        guard inner.count < Self.deepestPartial, expansions <= Self.mostExpansions else {
          throw failure(.tooDeep("partials are nested too deeply here"))
        }
        try check(tag.name, scopes: scopes, path: inner)
      }
    }
    if scopes.count > outer.count, let opened = scopes.last?.tag {
      throw TemplateError(
        file: file.name, line: opened.line, column: opened.column,
        problem: .badTag("{{#\(opened.name)}} is never closed: write {{/\(opened.name)}}"))
    }
  }

  private mutating func tags(
    of name: String, in file: TemplateFile
  ) throws(TemplateError) -> [TemplateTag] {
    if let known = tags[name] { return known }
    let found = try TagScanner.tags(of: file)
    tags[name] = found
    return found
  }

  private func checkPrint(
    _ tag: TemplateTag, in scopes: [Scope], _ failure: (TemplateError.Problem) -> TemplateError
  ) throws(TemplateError) {
    if escapesHTML, tag.byteBefore == UInt8(ascii: "=") {
      throw failure(.wrongUse("put the attribute's value into quotation marks: =\"{{\(tag.name)}}\""))
    }
    switch (try resolve(tag.name, in: scopes, failure), tag.kind) {
    case (.text, .variable), (.html, .unescaped): return
    case (.text, _) where !escapesHTML: return
    case (.text, _):
      throw failure(.wrongUse("\"\(tag.name)\" is plain text and must be escaped: write {{\(tag.name)}}"))
    case (.html, _):
      throw failure(.wrongUse("\"\(tag.name)\" is ready HTML: write {{{\(tag.name)}}}"))
    case (let shape, _):
      throw failure(
        .wrongUse("\"\(tag.name)\" is \(shape.name) and cannot be printed: open it with {{#\(tag.name)}}"))
    }
  }

  private func open(
    _ tag: TemplateTag, in scopes: [Scope], _ failure: (TemplateError.Problem) -> TemplateError
  ) throws(TemplateError) -> Scope {
    let shape = try resolve(tag.name, in: scopes, failure)
    guard tag.kind == .section else { return Scope(shape: .bool, tag: tag, isTransparent: true) }
    switch shape {
    case .bool: return Scope(shape: shape, tag: tag, isTransparent: true)
    case .text, .html, .object: return Scope(shape: shape, tag: tag, isTransparent: false)
    case .list(let element):
      // A list inside itself would print its length squared.
      if scopes.contains(where: { $0.tag?.name == tag.name && $0.shape == element && !$0.isTransparent }) {
        throw failure(.tooDeep("the list \"\(tag.name)\" is already open here"))
      }
      return Scope(shape: element, tag: tag, isTransparent: false)
    }
  }

  /// What Mustache finds for a name: the innermost object that has its first part, then down along the dots.
  private func resolve(
    _ name: String, in scopes: [Scope], _ failure: (TemplateError.Problem) -> TemplateError
  ) throws(TemplateError) -> TemplateShape {
    if name == "." {
      guard let inner = scopes.last(where: { !$0.isTransparent }) else { return .bool }
      return inner.shape
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), let first = parts.first else {
      throw failure(.badTag("\"\(name)\" is not a key: letters, and dots between them"))
    }
    var found: TemplateShape?
    var known: Set<String> = []
    for scope in scopes.reversed() {
      guard !scope.isTransparent, case .object(let members) = scope.shape else { continue }
      if let shape = members[first] {
        found = shape
        break
      }
      known.formUnion(members.keys)
    }
    guard var shape = found else {
      throw failure(.unknownKey(name, hint: suggestion(for: first, among: known)))
    }
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .object(let members) = shape else {
        throw failure(.wrongUse("\"\(name)\": \"\(parts[index - 1])\" is \(shape.name) and has no keys"))
      }
      guard let next = members[part] else {
        let near = suggestion(for: part, among: members.keys)
        let hint = near.map { (parts[..<index] + [$0]).joined(separator: ".") }
        throw failure(.unknownKey(name, hint: hint))
      }
      shape = next
    }
    return shape
  }
}
