/// Proves before anything is rendered that every tag of a template, and of the partials it draws in, has something behind it,
/// and compiles them on the way.
///
/// A name is looked up once, here, among the declared keys: a value that is missing from an edition is never taken from
/// further out, as Mustache would.
struct TemplateCompiler {
  /// How an expression gets out of hand: partials in partials, sections in sections, partials drawn in too often, too much
  /// text.
  private static let deepestPartial = 16
  private static let deepestSection = 32
  private static let mostExpansions = 4096
  private static let mostBytes = 1 << 20
  private static let mostProblems = 100

  /// What a name may mean at one place: the keys of an object, or the text that `{{.}}` prints.
  private struct Scope {
    let shape: TemplateShape
    /// True if names are looked up in here (conditions only pass through).
    let isTransparent: Bool
    /// The list whose element it is, told by the place of its name among the scopes.
    var isElement = false
  }

  /// A section that is being read.
  private struct Open {
    let tag: TemplateTag
    /// `nil` where the section was decided already: it stands for a setting of the theme.
    let path: TemplateProgram.Path?
    /// False where the section will never print.
    let isLive: Bool
    /// True if its name is unknown: what stands in it is not judged.
    var isMuted = false
    var steps: [TemplateProgram.Step] = []
  }

  private struct Source {
    let file: TemplateFile
    let bytes: [UInt8]
    let tags: [TemplateTag]
    let places: [MarkupPlace]
    /// What is left of the text when tags that stand alone on a line take their line with them: a piece before each tag, and
    /// one after the last.
    let pieces: [Range<Int>]
  }

  private let files: [String: TemplateFile]
  private let escapesHTML: Bool
  /// Settings of the theme, printed as `{{theme.NAME}}`.
  private let theme: [String: String]
  private var sources: [String: Source] = [:]
  private var expansions = 0
  private var bytesLeft = TemplateCompiler.mostBytes
  /// What is wrong; empty if the program can be used.
  private(set) var problems: [TemplateError] = []

  /// - Parameters:
  ///   - files: the templates of one form by their names as partials.
  ///   - escapesHTML: true for HTML, where a value's place decides what it may be.
  init(files: [String: TemplateFile], escapesHTML: Bool, theme: [String: String] = [:]) {
    self.files = files
    self.escapesHTML = escapesHTML
    self.theme = theme
  }

  /// Compiles `name` with what it draws in. Faults are collected in ``problems``.
  mutating func compile(_ name: String, against keys: [String: TemplateShape]) -> TemplateProgram {
    var keys = keys
    if escapesHTML { keys["theme"] = .object(theme.mapValues { _ in .word }) }
    var steps: [TemplateProgram.Step] = []
    do {
      steps = try expand(name, scopes: [Scope(shape: .object(keys), isTransparent: false)], path: [])
    } catch {
      note(error)
    }
    return TemplateProgram(steps: steps)
  }

  /// Reads a file that nothing draws in, for its tags and its markup.
  mutating func read(_ name: String) {
    guard sources[name] == nil, let file = files[name] else { return }
    do {
      _ = try source(name, file)
    } catch {
      note(error)
    }
  }

  /// The first problem at each place; a partial may be drawn in many times.
  private mutating func note(_ problem: TemplateError) {
    guard problems.count < Self.mostProblems else { return }
    let isKnown = problems.contains {
      $0.file == problem.file && $0.line == problem.line && $0.column == problem.column
    }
    if !isKnown { problems.append(problem) }
  }

  // MARK: - Files

  private mutating func source(_ name: String, _ file: TemplateFile) throws(TemplateError) -> Source {
    if let known = sources[name] { return known }
    let tags = try TagScanner.tags(of: file)
    var places: [MarkupPlace] = []
    if escapesHTML {
      let markup = MarkupScanner(file, tags: tags)
      places = markup.places
      for problem in markup.problems { note(problem) }
    }
    let bytes = Array(file.text.utf8)
    let source = Source(
      file: file, bytes: bytes, tags: tags, places: places, pieces: pieces(between: tags, in: bytes))
    sources[name] = source
    return source
  }

  /// Each throw ends the file: what comes after could not be understood. Everything else is noted and passed over.
  private mutating func expand(
    _ name: String, scopes outer: [Scope], path: [String]
  ) throws(TemplateError) -> [TemplateProgram.Step] {
    guard let file = files[name] else { return [] }
    let source = try source(name, file)
    var scopes = outer
    var open: [Open] = []
    var steps: [TemplateProgram.Step] = []
    func failure(_ tag: TemplateTag, _ problem: TemplateError.Problem) -> TemplateError {
      TemplateError(file: file.name, line: tag.line, column: tag.column, problem: problem)
    }
    func add(_ step: TemplateProgram.Step) {
      if open.isEmpty { steps.append(step) } else { open[open.count - 1].steps.append(step) }
    }
    for (index, tag) in source.tags.enumerated() {
      add(.text(Array(source.bytes[source.pieces[index]])))
      bytesLeft -= source.pieces[index].count + 1
      guard bytesLeft > 0 else {
        throw failure(tag, .tooDeep("the template with its partials is over 1 MB"))
      }
      let isMuted = open.last?.isMuted == true
      switch tag.kind {
      case .comment: break
      case .variable where isMuted, .unescaped where isMuted, .partial where isMuted: break
      case .variable, .unescaped:
        do {
          let place = escapesHTML ? source.places[index] : nil
          if let step = try print(tag, at: place, in: scopes, file) { add(step) }
        } catch {
          note(error)
        }
      case .section, .inverted:
        guard open.count < Self.deepestSection else {
          throw failure(tag, .tooDeep("sections are nested more than \(Self.deepestSection) deep"))
        }
        var (scope, section) = (
          Scope(shape: .bool, isTransparent: true), Open(tag: tag, path: nil, isLive: false)
        )
        do {
          if !isMuted { (scope, section) = try opened(tag, in: scopes, file) }
        } catch {
          note(error)
          section.isMuted = true
        }
        section.isMuted = section.isMuted || isMuted
        scopes.append(scope)
        open.append(section)
      case .close:
        guard let section = open.popLast() else {
          throw failure(tag, .badTag("{{/\(tag.name)}} closes a section that was not opened"))
        }
        guard section.tag.name == tag.name else {
          throw failure(
            tag,
            .badTag(
              "{{/\(tag.name)}} stands where {{/\(section.tag.name)}} must close line \(section.tag.line)"))
        }
        scopes.removeLast()
        if let path = section.path {
          add(section.tag.kind == .section ? .section(path, section.steps) : .inverted(path, section.steps))
        } else if section.isLive {
          for step in section.steps { add(step) }
        }
      case .partial:
        if escapesHTML, source.places[index] != .text {
          note(failure(tag, .refusedMarkup("a partial stands between the tags of HTML only")))
        }
        guard files[tag.name] != nil else {
          note(failure(tag, .unknownPartial(tag.name, hint: suggestion(for: tag.name, among: files.keys))))
          break
        }
        let inner = path + [name]
        if inner.contains(tag.name) {
          throw failure(tag, .tooDeep("the partial \"\(tag.name)\" draws in itself"))
        }
        expansions += 1
        guard inner.count < Self.deepestPartial, expansions <= Self.mostExpansions else {
          throw failure(tag, .tooDeep("partials are nested too deeply here"))
        }
        for step in try expand(tag.name, scopes: scopes, path: inner) { add(step) }
      }
    }
    if let section = open.last {
      throw failure(
        section.tag, .badTag("{{#\(section.tag.name)}} is never closed: write {{/\(section.tag.name)}}"))
    }
    let last = source.pieces[source.tags.count]
    bytesLeft -= last.count
    steps.append(.text(Array(source.bytes[last])))
    return joined(steps)
  }

  // MARK: - Tags

  private func print(
    _ tag: TemplateTag, at place: MarkupPlace?, in scopes: [Scope], _ file: TemplateFile
  ) throws(TemplateError) -> TemplateProgram.Step? {
    func failure(_ problem: TemplateError.Problem) -> TemplateError {
      TemplateError(file: file.name, line: tag.line, column: tag.column, problem: problem)
    }
    let (shape, path) = try resolve(tag.name, in: scopes, failure)
    switch (shape, tag.kind) {
    case (.text, .variable), (.link, .variable), (.word, .variable), (.html, .unescaped): break
    case (.text, _) where !escapesHTML: break
    case (.text, _), (.link, _), (.word, _):
      throw failure(.wrongUse("\"\(tag.name)\" is plain text and must be escaped: write {{\(tag.name)}}"))
    case (.html, _):
      throw failure(.wrongUse("\"\(tag.name)\" is ready HTML: write {{{\(tag.name)}}}"))
    case (let shape, _):
      throw failure(
        .wrongUse("\"\(tag.name)\" is \(shape.name) and cannot be printed: open it with {{#\(tag.name)}}"))
    }
    if let place, let complaint = misplaced(tag.name, shape, at: place) { throw failure(complaint) }
    if let setting = theme(tag.name) {
      return .text(Array(escapedForHTML(setting).utf8))
    }
    return .value(path, isEscaped: escapesHTML && shape != .html)
  }

  /// What is wrong with a value at its place in the HTML.
  private func misplaced(
    _ name: String, _ shape: TemplateShape, at place: MarkupPlace
  ) -> TemplateError.Problem? {
    switch place {
    case .text: return nil
    case .unquotedValue:
      return .wrongUse("put the attribute's value into quotation marks: =\"{{\(name)}}\"")
    case .insideTag:
      return .refusedMarkup("\"\(name)\" stands inside a tag: values belong into attributes or between tags")
    case .comment:
      return .refusedMarkup("\"\(name)\" stands in a comment of HTML, where nobody reads it")
    case .styleSheet:
      return shape == .word
        ? nil : .refusedMarkup("\"\(name)\" may not stand in a style: only settings of the theme may")
    case .attribute(let attribute, let isStart):
      if shape == .html {
        return .refusedMarkup("\"\(name)\" is ready HTML and may not stand in an attribute")
      }
      if attribute == "style", shape != .word {
        return .refusedMarkup("\"\(name)\" may not stand in a style: only settings of the theme may")
      }
      guard MarkupRules.addressAttributes.contains(attribute) else { return nil }
      if name == "theme.logo" || shape == .link {
        return isStart ? nil : .refusedMarkup("\"\(name)\" must stand first in the address")
      }
      return .refusedMarkup(
        "\"\(name)\" is \(shape.name), not an address, and may not stand in \"\(attribute)\"")
    }
  }

  private func opened(
    _ tag: TemplateTag, in scopes: [Scope], _ file: TemplateFile
  ) throws(TemplateError) -> (Scope, Open) {
    func failure(_ problem: TemplateError.Problem) -> TemplateError {
      TemplateError(file: file.name, line: tag.line, column: tag.column, problem: problem)
    }
    let (shape, path) = try resolve(tag.name, in: scopes, failure)
    if let setting = theme(tag.name) {
      let isLive = setting.isEmpty == (tag.kind == .inverted)
      return (Scope(shape: .bool, isTransparent: true), Open(tag: tag, path: nil, isLive: isLive))
    }
    let section = Open(tag: tag, path: path, isLive: true)
    guard tag.kind == .section else { return (Scope(shape: .bool, isTransparent: true), section) }
    switch shape {
    case .bool: return (Scope(shape: shape, isTransparent: true), section)
    case .text, .link, .word, .html, .object: return (Scope(shape: shape, isTransparent: false), section)
    case .list(let element):
      // A list that is not a part of the element at hand would print once for each element: its length squared.
      let inner = scopes.filter { !$0.isTransparent }
      if inner.suffix(path.outward).contains(where: \.isElement) {
        throw failure(
          .tooDeep("\"\(tag.name)\" would print once more for each element of the list that is open here"))
      }
      return (Scope(shape: element, isTransparent: false, isElement: true), section)
    }
  }

  /// The setting behind `theme.NAME`.
  private func theme(_ name: String) -> String? {
    guard escapesHTML, name.hasPrefix("theme.") else { return nil }
    return theme[String(name.dropFirst("theme.".count))]
  }

  /// What Mustache finds for a name: the innermost object that has its first part, then down along the dots.
  private func resolve(
    _ name: String, in scopes: [Scope], _ failure: (TemplateError.Problem) -> TemplateError
  ) throws(TemplateError) -> (TemplateShape, TemplateProgram.Path) {
    let scopes = scopes.filter { !$0.isTransparent }
    if name == "." {
      return (scopes.last?.shape ?? .bool, TemplateProgram.Path(outward: 0, names: []))
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), let first = parts.first else {
      throw failure(.badTag("\"\(name)\" is not a key: letters, and dots between them"))
    }
    var found: (shape: TemplateShape, outward: Int)?
    var known: Set<String> = []
    for (outward, scope) in scopes.reversed().enumerated() {
      guard case .object(let members) = scope.shape else { continue }
      if let shape = members[first] {
        found = (shape, outward)
        break
      }
      known.formUnion(members.keys)
    }
    guard let found else {
      throw failure(.unknownKey(name, hint: suggestion(for: first, among: known)))
    }
    var shape = found.shape
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
    return (shape, TemplateProgram.Path(outward: found.outward, names: parts))
  }
}

/// Neighbouring pieces of text as one, empty ones left out.
private func joined(_ steps: [TemplateProgram.Step]) -> [TemplateProgram.Step] {
  var result: [TemplateProgram.Step] = []
  for step in steps {
    switch (result.last, step) {
    case (_, .text(let bytes)) where bytes.isEmpty: break
    case (.text(let before)?, .text(let bytes)): result[result.count - 1] = .text(before + bytes)
    case (_, .section(let path, let inner)): result.append(.section(path, joined(inner)))
    case (_, .inverted(let path, let inner)): result.append(.inverted(path, joined(inner)))
    default: result.append(step)
    }
  }
  return result
}

/// The text between the tags. A tag that prints nothing itself and stands alone on its line takes the line with it, white
/// space and line end included (the rule of the Mustache specification).
private func pieces(between tags: [TemplateTag], in bytes: [UInt8]) -> [Range<Int>] {
  var ranges = tags.map(\.range)
  for (index, tag) in tags.enumerated() where tag.kind != .variable && tag.kind != .unescaped {
    var start = tag.range.lowerBound
    var end = tag.range.upperBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    let startsLine = start == 0 || bytes[start - 1] == 0x0A
    guard startsLine, end == bytes.count || bytes[end] == 0x0A else { continue }
    ranges[index] = start..<min(end + 1, bytes.count)
  }
  var pieces: [Range<Int>] = []
  var position = 0
  for range in ranges {
    pieces.append(position..<max(position, range.lowerBound))
    position = range.upperBound
  }
  pieces.append(position..<max(position, bytes.count))
  return pieces
}
