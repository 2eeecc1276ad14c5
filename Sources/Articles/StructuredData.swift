import Markup
import Model

/// What a page says of itself in JSON-LD.
struct StructuredData {
  /// Every object of every script, outermost first.
  private let objects: [JSONValue]
  /// The object that describes the article, if any does.
  let article: JSONValue?

  /// JSON-LD that stands by itself.
  init(_ value: JSONValue) {
    var found: [JSONValue] = []
    StructuredData.collect(value, into: &found)
    self.init(objects: found)
  }

  init(_ tree: HTMLTree) {
    var found: [JSONValue] = []
    for (index, node) in tree.nodes.enumerated() where node.name == "script" {
      var text = ""
      for place in tree.descendants(of: index) { text += tree[place].text }
      guard let value = JSONValue(parsing: text) else { continue }
      StructuredData.collect(value, into: &found)
      if found.count > 400 { break }
    }
    self.init(objects: found)
  }

  private init(objects: [JSONValue]) {
    self.objects = objects
    article =
      objects.first { StructuredData.isType($0, StructuredData.articleTypes) && $0["headline"] != nil }
      ?? objects.first { StructuredData.isType($0, StructuredData.articleTypes) }
  }

  /// The first page or site object, for what the article does not say.
  var page: JSONValue? { objects.first { StructuredData.isType($0, ["webpage", "itempage"]) } }

  var articleBody: String? { article?["articleBody"]?.string }

  /// Names of the persons or organisations in a member such as `author`; references within the graph are
  /// followed.
  func names(_ member: JSONValue?) -> [String] {
    var names: [String] = []
    for element in member?.elements ?? [] {
      if let name = name(element), !names.contains(name) { names.append(name) }
    }
    return names
  }

  func name(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if let text = value.string { return text.utf8.starts(with: "http".utf8) ? nil : foldedWhiteSpace(text) }
    if let name = value["name"]?.elements.first?.string { return foldedWhiteSpace(name) }
    if let id = value["@id"]?.string {
      let target = objects.first { $0["@id"]?.string == id && $0["name"] != nil }
      return target?["name"]?.string.map(foldedWhiteSpace)
    }
    return nil
  }

  /// Comments that some object carries, else those that stand by themselves.
  var comments: [JSONValue] {
    for object in objects {
      let comments = (object["comment"]?.elements ?? []).filter {
        $0["text"] != nil || $0["commentText"] != nil
      }
      if !comments.isEmpty { return comments }
    }
    return objects.filter { StructuredData.isType($0, ["comment", "usercomments"]) }
  }

  static func isType(_ value: JSONValue, _ types: Set<String>) -> Bool {
    (value["@type"]?.elements ?? []).contains { type in
      guard let text = type.string else { return false }
      let name = text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }.last
      return types.contains(asciiLowered(name.map { String(decoding: Array($0), as: UTF8.self) } ?? ""))
    }
  }

  private static let articleTypes: Set<String> = [
    "article", "newsarticle", "blogposting", "posting", "report", "reportagenewsarticle",
    "opinionnewsarticle",
    "analysisnewsarticle", "techarticle", "scholarlyarticle", "socialmediaposting", "reviewnewsarticle",
    "liveblogposting", "advertisercontentarticle", "review", "recipe",
  ]

  /// Objects of arrays, graphs and lists, breadth first.
  private static func collect(_ value: JSONValue, into found: inout [JSONValue]) {
    var waiting = value.elements
    var next = 0
    while next < waiting.count, found.count < 400 {
      let object = waiting[next]
      next += 1
      guard case .object(let members) = object else {
        if case .array(let values) = object { waiting.append(contentsOf: values) }
        continue
      }
      found.append(object)
      for member in members where followed.contains(member.key) {
        waiting.append(contentsOf: member.value.elements)
      }
    }
  }

  private static let followed: Set<String> = [
    "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "blogPost",
  ]
}
