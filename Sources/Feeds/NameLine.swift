import Markup

/// A name without what bylines put before it.
enum NameLine {
  /// `By Ann Lee` and `Autor: Ann Lee` are Ann Lee; `Von Braun` and `By` stay.
  static func name(in line: String) -> String {
    let line = foldedWhiteSpace(line)
    let lower = line.lowercased()
    for (openings, rule) in kinds {
      for opening in openings where lower.utf8.starts(with: opening.utf8) {
        let rest = line.dropFirst(opening.count)
        guard let mark = rest.unicodeScalars.first else { continue }
        var name = rest.drop { $0.isWhitespace }
        let isMarked = name.first == ":" || name.first == "："
        guard isMarked || mark == " " && rule != .marked else { continue }
        if isMarked { name = name.dropFirst().drop { $0.isWhitespace } }
        guard !name.isEmpty, isMarked || rule != .wholeNames || isWholeName(name) else { continue }
        return String(name)
      }
    }
    return line
  }

  private enum Rule {
    /// Before any name.
    case always
    /// Only before a first name and a surname: names begin with these words, too.
    case wholeNames
    /// Only with a colon.
    case marked
  }

  private static let kinds: [(openings: [String], rule: Rule)] = [
    (
      [
        "written by", "posted by", "published by", "submitted by", "by", "geschrieben von", "verfasst von",
        "veröffentlicht von", "écrit par", "publié par", "posté par", "escrito por", "publicado por", "por",
        "scritto da", "pubblicato da", "escrita por", "geschreven door", "geplaatst door", "door",
        "skrivet av", "skrevet av", "skrevet af",
      ], .always
    ),
    (["von", "par", "di", "da", "av", "af"], .wholeNames),
    (
      [
        "author", "authors", "autor", "autorin", "autoren", "auteur", "auteure", "auteurs", "autora",
        "autores",
        "autore", "autrice", "författare", "forfatter", "автор", "text", "texte", "testo", "texto", "tekst",
        "文",
        "作者", "著者", "筆者", "撰文", "글", "글쓴이", "작성자",
      ], .marked
    ),
  ]

  /// Two or three words in capitals.
  private static func isWholeName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    return (2...3).contains(words.count)
      && words.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true }
  }
}
