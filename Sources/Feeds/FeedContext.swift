import Markup

/// What `xml:base` and `xml:lang` make of an element and, unless they say so again, of all in it.
final class FeedContext: Sendable {
  enum Language: Sendable {
    case unknown
    /// `xml:lang=""`: the language is not that of what is around.
    case refused
    case tag(String)
  }

  let base: WebAddress?
  let language: Language

  init(base: WebAddress? = nil, language: Language = .unknown) {
    self.base = base
    self.language = language
  }

  var languageTag: String? {
    if case .tag(let tag) = language { return tag }
    return nil
  }

  var refusesLanguage: Bool {
    if case .refused = language { return true }
    return false
  }
}
