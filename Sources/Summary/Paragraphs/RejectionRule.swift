/// Why a block can not be a key paragraph.
public enum RejectionRule: String, Hashable, Sendable, Codable, CaseIterable {
  case role, kind, beforeArticle, afterArticle, tooShort, furniture, biography, promotion, date,
    specification, code
  case names, introduces, question, bullet, unfinished, shortQuotation, caption, headline, repetition
  case listWithoutIntroduction, longList, prompt, notProse, surrounded
  case embedded, withoutSource, rebutted, note, links, fragment, dangling, untellable, openQuotation

  /// Whether the rule says what a block is, and not that it cannot stand alone.
  var isAboutKind: Bool {
    switch self {
    case .fragment, .dangling, .untellable, .openQuotation, .withoutSource, .rebutted, .embedded: false
    default: true
    }
  }

  /// The rule as a sentence for the editor.
  public var words: String {
    switch self {
    case .role: "not the article's own text"
    case .kind: "a heading, picture, table or piece of code"
    case .beforeArticle: "stands above the article's headline"
    case .afterArticle: "stands after the end of the article"
    case .tooShort: "too short to say something by itself"
    case .furniture: "opens like a credit, a note or a request to the reader"
    case .biography: "about the author"
    case .promotion: "asks to subscribe, follow or buy"
    case .date: "a date line"
    case .specification: "a box of facts"
    case .code: "mostly code"
    case .names: "mostly names"
    case .introduces: "only introduces what follows"
    case .question: "a question without its answer"
    case .bullet: "a list item without its list"
    case .unfinished: "not a whole sentence"
    case .shortQuotation: "a short quotation"
    case .caption: "stands above a picture credit"
    case .headline: "repeats the headline"
    case .repetition: "repeats another paragraph"
    case .listWithoutIntroduction: "a list that no sentence introduces"
    case .longList: "a list too long to print"
    case .notProse: "not running text"
    case .surrounded: "stands among requests and notes"
    case .embedded: "a post of a social network"
    case .withoutSource: "a quotation without a sentence or name that says whose it is"
    case .rebutted: "a quotation that the author rejects"
    case .note: "a note, a source or a reference"
    case .links: "mostly links"
    case .fragment: "begins in the middle of a sentence"
    case .dangling: "leans on what stands before it and cannot begin later"
    case .openQuotation: "a part of somebody's speech"
    case .untellable: "holds a formula or markup that plain text cannot tell"
    case .prompt: "the author's question to the readers"
    }
  }
}
