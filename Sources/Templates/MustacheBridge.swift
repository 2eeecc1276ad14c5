import Mustache

/// The names under which our content types are known to the Mustache package.
///
/// The package's own HTML escaping goes by `Character` and lets `"` with a combining accent through, and each partial falls
/// back to it: so the loader puts the pragma of ours at the head of every template and every partial.
enum ContentType {
  static let html = "DIGEST-HTML"
  static let text = "DIGEST-TEXT"

  /// Registers both, once.
  static let registration: Void = {
    MustacheContentTypes.register(HTMLContent(), named: html)
    MustacheContentTypes.register(TextContent(), named: text)
  }()

  private struct HTMLContent: MustacheContentType {
    func escapeText(_ text: String) -> String { escapedForHTML(text) }
  }

  private struct TextContent: MustacheContentType {
    func escapeText(_ text: String) -> String { text }
  }
}

/// The templates of one form, compiled.
struct CompiledTemplates: Sendable {
  private let library: MustacheLibrary

  /// - Parameter theme: settings that are the same wherever they are printed; they are written into the templates before
  ///   these are compiled, which halves the time of rendering.
  init(
    files: [String: TemplateFile], contentType: String, theme: [String: EscapedHTML] = [:]
  ) throws(TemplateError) {
    ContentType.registration
    var library = MustacheLibrary()
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      do {
        let text = try withSettings(theme, in: file)
        try library.register("{{% CONTENT_TYPE:\(contentType)}}\n" + text, named: name)
      } catch let error as MustacheTemplate.ParserError {
        let line = error.context.lineNumber - 1
        throw TemplateError(
          file: file.name, line: max(1, line), column: error.context.columnNumber,
          problem: .badTag("the template cannot be read here"))
      } catch let error as TemplateError {
        throw error
      } catch {
        throw TemplateError(file: file.name, problem: .badTag("the template cannot be read"))
      }
    }
    self.library = library
  }

  /// Renders `name`; the checker has proved that it is there.
  func render(_ name: String, _ node: Node) -> String {
    library.render(node, withTemplate: name) ?? ""
  }
}

/// The template with `{{theme.NAME}}` filled in.
private func withSettings(
  _ theme: [String: EscapedHTML], in file: TemplateFile
) throws(TemplateError) -> String {
  guard !theme.isEmpty else { return file.text }
  let bytes = Array(file.text.utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 2)
  var index = 0
  for tag in try TagScanner.tags(of: file) where tag.kind == .variable && tag.name.hasPrefix("theme.") {
    guard let value = theme[String(tag.name.dropFirst("theme.".count))] else { continue }
    result += bytes[index..<tag.range.lowerBound]
    result += value.rawValue.utf8
    index = tag.range.upperBound
  }
  return String(decoding: result + bytes[index...], as: UTF8.self)
}

/// An object as the Mustache package sees it: every declared key is there, so that a missing value never lets the package
/// look for the same name further out.
struct Node: MustacheParent {
  fileprivate let members: [String: Any]

  func child(named name: String) -> Any? { members[name] }
}

/// Text or nothing: prints as it is, and a section over nothing stays away.
private struct Leaf: MustacheParent, MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
  func child(named name: String) -> Any? { nil }
}

extension Node {
  /// Fits values to the declared shape; throws when they do not fit.
  init(
    _ value: TemplateValue, shape: [String: TemplateShape], file: String
  ) throws(TemplateError) {
    guard case .object(let members) = value else {
      throw TemplateError(file: file, problem: .wrongValue("the values of a template are an object"))
    }
    self = try Node(members: bridged(members, shape: shape, path: "", file: file))
  }
}

private func bridged(
  _ values: [String: TemplateValue], shape: [String: TemplateShape], path: String, file: String
) throws(TemplateError) -> [String: Any] {
  for name in values.keys.sorted() where shape[name] == nil {
    throw TemplateError(file: file, problem: .wrongValue("no key \"\(path)\(name)\" is declared"))
  }
  var members: [String: Any] = [:]
  members.reserveCapacity(shape.count)
  for (name, shape) in shape {
    members[name] = try bridged(values[name], shape: shape, path: path + name, file: file)
  }
  return members
}

private func bridged(
  _ value: TemplateValue?, shape: TemplateShape, path: String, file: String
) throws(TemplateError) -> Any {
  switch (value, shape) {
  case (nil, .bool): return false
  case (nil, _): return Leaf(renderText: "")
  case (.text(let text), .text): return Leaf(renderText: text)
  case (.html(let html), .html): return Leaf(renderText: html.rawValue)
  case (.bool(let flag), .bool): return flag
  case (.list(let elements), .list(let shape)):
    var bridgedElements: [Any] = []
    bridgedElements.reserveCapacity(elements.count)
    for element in elements {
      bridgedElements.append(try bridged(element, shape: shape, path: path + "[]", file: file))
    }
    return bridgedElements
  case (.object(let members), .object(let shape)):
    return Node(members: try bridged(members, shape: shape, path: path + ".", file: file))
  case (.some, _):
    throw TemplateError(file: file, problem: .wrongValue("\"\(path)\" must be \(shape.name)"))
  }
}
