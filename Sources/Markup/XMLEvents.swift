/// Name of an element or attribute. One object stands for a name in all of a document.
public final class XMLName: Sendable {
  /// As written, without the prefix.
  public let local: String
  /// As written; `nil` without one.
  public let prefix: String?
  /// Namespace name; `nil` without one, or if the prefix was never declared.
  public let namespace: String?

  public init(local: String, prefix: String? = nil, namespace: String? = nil) {
    self.local = local
    self.prefix = prefix
    self.namespace = namespace
  }

  /// `prefix:local` as written.
  public var qualified: String { prefix.map { $0 + ":" + local } ?? local }
}

public struct XMLAttribute: Sendable {
  public let name: XMLName
  public let value: String

  public init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

/// The start of an element.
public struct XMLStartTag: Sendable {
  public let name: XMLName
  /// A small number that stands for ``name`` during one reading: equal names have equal numbers, counted from
  /// 0. Lets a handler look up what it knows of a name in an array.
  public let nameNumber: Int
  public let attributes: [XMLAttribute]
  /// Whether any of ``attributes`` is `xml:base`, `xml:lang` or another of XML itself.
  public let hasXMLAttributes: Bool
  /// From 1.
  public let line: Int

  public init(
    name: XMLName, nameNumber: Int, attributes: [XMLAttribute], hasXMLAttributes: Bool, line: Int
  ) {
    self.name = name
    self.nameNumber = nameNumber
    self.attributes = attributes
    self.hasXMLAttributes = hasXMLAttributes
    self.line = line
  }

  /// Value of the attribute of no namespace called `local`, in any letter case.
  public func value(_ local: String) -> String? { attributes.value(local) }
}

extension [XMLAttribute] {
  /// Value of the attribute of no namespace called `local`, in any letter case.
  public func value(_ local: String) -> String? {
    for index in indices where self[index].name.prefix == nil {
      if equalsIgnoringCase(self[index].name.local, local) { return self[index].value }
    }
    return nil
  }
}

/// Receives what an ``XMLEventReader`` reads. Start and end events are always paired.
///
/// A handler must be a value: when the reader finds that a document needs repair, it starts again with the
/// handler as it was given.
public protocol XMLEventHandler {
  mutating func start(_ tag: XMLStartTag)
  mutating func end()
  /// Text between two tags, references replaced, CDATA sections unwrapped. It comes in one or more pieces,
  /// which are good only during the call.
  mutating func text(_ piece: UTF8Span)
}

/// True if both are the same but for the case of ASCII letters.
public func equalsIgnoringCase(_ left: String, _ right: String) -> Bool {
  let left = left.utf8.span
  let right = right.utf8.span
  guard left.count == right.count else { return false }
  for index in left.indices where lowerCased(left[index]) != lowerCased(right[index]) { return false }
  return true
}
