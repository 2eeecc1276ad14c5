public import Model

/// What the lint has to say about one file.
public struct LintReport: Sendable {
  /// Errors first, then warnings and notes, each in the order of their lines.
  public let findings: [Diagnostic]
  public let measures: LintMeasures

  init(_ findings: Findings, _ measures: LintMeasures) {
    self.findings = findings.sorted
    self.measures = measures
  }

  /// The findings, said of `file`; those of a part of a message name the part, too.
  public func findings(in file: String) -> [Diagnostic] {
    findings.map { $0.of($0.source.map { "\(file) (\($0))" } ?? file) }
  }
}

/// What was counted; members that a kind of file does not have are `nil`.
public struct LintMeasures: Sendable, Codable, Hashable {
  public var bytes: Int?
  // HTML.
  /// Bytes of the largest `<style>`.
  public var styleBytes: Int?
  /// Mean over the mail programs, in percent.
  public var support: Double?
  /// Percent of the features that every program knows.
  public var fullSupport: Double?
  public var lowestSupport: Double?
  public var lowestSupportProgram: String?
  /// Smallest contrast of letters to their ground, by mode.
  public var contrast: Double?
  public var contrastDark: Double?
  public var contrastForcedDark: Double?
  public var contrastInverted: Double?
  public var preheaderCharacters: Int?
  /// Pixels of the widest container.
  public var container: Int?
  public var images: Int?
  public var links: Int?
  public var tableDepth: Int?
  // Text.
  public var lines: Int?
  /// Cells of the widest line; lines that are an address do not count.
  public var widest: Int?
  public var references: Int?
  /// Percent of the wrapped lines whose next word would have fitted.
  public var earlyBreaks: Double?
  /// Percent of the words of the HTML that are in the text.
  public var sharedWords: Double?
  // Message.
  public var longestLine: Int?

  public init() {}
}
