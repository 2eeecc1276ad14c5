import Markup

/// The line with which WordPress says in a feed whom a comment answers, the name a link to the comment: "In reply to Bob."
/// In some languages the name comes first: "Bob への返信。"
struct ReplyNotice {
  /// Number of the comment that is answered.
  let number: String
  /// The comment's text without the line.
  let rest: String

  /// `nil` if the text does not begin with such a line.
  ///
  /// - Parameter text: the text of `html`, with its paragraphs.
  init?(html: String, text: String) {
    // The notice stands at the very beginning.
    let tree = HTMLDocument.parse(String(decoding: html.utf8.prefix(2000), as: UTF8.self))
    guard let link = tree.nodes.firstIndex(where: { $0.name == "a" }),
      let number = CommentNumber.find(in: tree[link]["href"])
    else { return nil }
    let lead = foldedWhiteSpace(tree.nodes[..<link].map(\.text).joined())
    let name = tree.lineText(of: link)
    guard lead.utf8.count < 40, !name.isEmpty, !lead.unicodeScalars.contains(where: Self.stops.contains)
    else {
      return nil
    }
    self.number = number
    guard let line = Self.dropping(lead, from: text[...]).flatMap({ Self.dropping(name, from: $0) }) else {
      guard !lead.isEmpty else { return nil }
      rest = text
      return
    }
    if lead.isEmpty {
      guard let tail = Self.tails.lazy.compactMap({ Self.dropping($0, from: line) }).first,
        case let end = Self.droppingStop(from: tail) ?? tail, end.first?.isNewline ?? true
      else { return nil }
      rest = trimmed(String(end))
    } else if let end = Self.droppingStop(from: line) {
      rest = trimmed(String(end))
    } else {
      let isNotice = Self.leads.contains(Self.withoutColon(lead.lowercased()))
      rest = isNotice && line.first?.isNewline ?? true ? trimmed(String(line)) : text
    }
  }

  private static func withoutColon(_ text: String) -> String {
    text.last == ":" || text.last == "：" ? String(text.dropLast()) : text
  }

  /// What follows `words`, and white space, at the start of `text`.
  private static func dropping(_ words: String, from text: Substring) -> Substring? {
    let text = text.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }
    guard text.utf8.starts(with: words.utf8) else { return nil }
    return text[text.utf8.index(text.startIndex, offsetBy: words.utf8.count)...]
  }

  private static func droppingStop(from text: Substring) -> Substring? {
    let text = text.drop { $0 == " " || $0 == "\u{A0}" }
    guard let first = text.unicodeScalars.first, stops.contains(first) else { return nil }
    return Substring(text.unicodeScalars.dropFirst())
  }

  private static let stops: Set<Unicode.Scalar> = [".", "。", "．", "।"]

  /// What stands before the name where no full stop ends the line.
  private static let leads: Set<String> = [
    "in reply to", "reply to", "als antwort auf", "antwort auf", "en réponse à", "réponse à",
    "en respuesta a",
    "in risposta a", "em resposta a", "als antwoord op", "in antwoord op", "som svar på", "som svar til",
    "返信先", "回复", "回复给", "回复给：", "回覆", "回覆給", "回覆给", "回應", "回应", "答复", "답장", "답글",
  ]

  /// What stands after the name, in languages that have it first.
  private static let tails = [
    "への返信です", "への返信", "さんへの返信", "様への返信", "に返信", "さんに返信", "宛の返信", "への返答",
    "에 대한 응답", "에 대한 답장", "에 대한 답글", "님에 대한 응답", "님에 대한 답글", "님에게 답장", "에게 답장",
    "에게 답글", "님에게 답글", "에 답장", "님께 답장", "的回复", "的回覆", "kullanıcısına yanıt olarak",
    "adlı kullanıcıya yanıt olarak", "yanıt olarak", "részére válaszolva", "के जवाब में", "के उत्तर में",
  ]
}
