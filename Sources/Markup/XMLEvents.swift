/// Name of an element or attribute.
public struct XMLName: Hashable, Sendable {
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

public struct XMLAttribute: Hashable, Sendable {
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
  /// 0. Lets a
  /// handler look up what it knows of a name in an array.
  public let nameNumber: Int
  public let attributes: [XMLAttribute]
  /// From 1.
  public let line: Int

  public init(name: XMLName, nameNumber: Int, attributes: [XMLAttribute], line: Int) {
    self.name = name
    self.nameNumber = nameNumber
    self.attributes = attributes
    self.line = line
  }

  /// Value of the attribute of no namespace called `local`, in any letter case.
  public func value(_ local: String) -> String? {
    attributes.first { $0.name.prefix == nil && equalsIgnoringCase($0.name.local, local) }?.value
  }
}

/// Receives what an ``XMLEventReader`` reads. Start and end events are always paired.
///
/// A handler must be a value: when the reader finds that a document needs repair, it starts again with the
/// handler as it
/// was given.
public protocol XMLEventHandler {
  mutating func start(_ tag: XMLStartTag)
  mutating func end()
  /// All the text between two tags: UTF-8, references replaced, CDATA sections unwrapped.
  mutating func text(_ utf8: [UInt8])
}

/// True if both are the same but for the case of ASCII letters.
public func equalsIgnoringCase(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count
    && zip(left.utf8, right.utf8).allSatisfy { lowerCased($0) == lowerCased($1) }
}
