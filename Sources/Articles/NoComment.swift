import Model

/// Texts that stand where a comment stood, or that are notices of a program: nobody's comment.
///
/// A text is one only if all of it is such a notice: every word is one of a few, and one of them says what happened. So a
/// comment that tells of a deleted comment stays.
enum NoComment {
  /// Whether the text only says that a comment was deleted: "[Comment deleted by author]".
  static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    if isEastAsianPlaceholder(text) { return true }
    let words = words(of: text)
    guard (1...18).contains(words.count), words.contains(where: removed.contains) else { return false }
    let isBracketed = text.utf8.first == UInt8(ascii: "[") || text.utf8.first == UInt8(ascii: "(")
    guard isBracketed || words.count == 1 || words.contains(where: things.contains) else { return false }
    return words.allSatisfy { removed.contains($0) || things.contains($0) || between.contains($0) }
  }

  /// Whether the text only says that somebody liked or shared the article: "liked this.", "Ann reposted this!".
  static func isReaction(_ text: String, by author: String?) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let name = Set(author.map(words) ?? [])
    let words = words(of: text).filter { !name.contains($0) }
    guard (2...12).contains(words.count), words.contains(where: reactions.contains),
      words.contains(where: objects.contains)
    else { return false }
    return words.allSatisfy {
      reactions.contains($0) || objects.contains($0) || joints.contains($0)
        || $0.utf8.contains(UInt8(ascii: "."))
    }
  }

  /// Letters, digits and signs within words; lower case.
  private static func words(of text: String) -> [String] {
    CueText(text).string.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" && $0 != "." }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }.filter {
        $0.contains(where: \.isLetter)
      }
  }

  private static func isEastAsianPlaceholder(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 40 else { return false }
    let isThing = ["コメント", "投稿", "评论", "評論", "留言", "댓글", "코멘트"].contains { text.holds($0) }
    let isGone = ["削除され", "削除しま", "已删除", "已刪除", "被删除", "被刪除", "삭제된", "삭제되"].contains { text.holds($0) }
    return isThing && isGone
  }

  private static let removed: NameSet = [
    "deleted", "removed", "hidden", "withdrawn", "redacted", "erased", "unavailable", "gelöscht", "entfernt",
    "ausgeblendet", "verborgen", "supprimé", "supprimée", "effacé", "effacée", "retiré", "retirée", "masqué",
    "eliminado", "eliminada", "borrado", "borrada", "suprimido", "suprimida", "ocultado", "retirado",
    "removido",
    "removida", "apagado", "apagada", "excluído", "excluída", "eliminato", "eliminata", "rimosso", "rimossa",
    "cancellato", "cancellata", "verwijderd", "gewist", "raderad", "raderats", "borttagen", "tagits",
    "slettet",
    "fjernet", "usunięty", "usunięte", "usunięta",
  ]

  private static let things: NameSet = [
    "comment", "comments", "post", "message", "reply", "response", "answer", "content", "kommentar",
    "beitrag",
    "nachricht", "antwort", "eintrag", "inhalt", "commentaire", "message", "réponse", "contenu", "comentario",
    "mensaje", "respuesta", "publicación", "contenido", "comentário", "mensagem", "resposta", "conteúdo",
    "commento",
    "messaggio", "risposta", "contenuto", "reactie", "bericht", "antwoord", "inhoud", "kommentaren",
    "inlägget",
    "inlägg", "kommentaren", "indlæg", "innlegg", "komentarz", "wpis",
  ]

  private static let between: NameSet = [
    // English
    "this", "the", "a", "an", "its", "their", "our", "has", "been", "was", "is", "by", "from", "user",
    "account",
    "author", "original", "poster", "op", "moderator", "moderators", "mod", "mods", "moderation", "admin",
    "administrator", "administrators", "site", "blog", "staff", "editor", "editors", "team", "community",
    "owner",
    "commenter", "temporarily", "and", "because", "it", "of", "for", "in", "violating", "violation",
    "violated",
    "guidelines", "guideline", "policy", "policies", "rules", "terms", "house", "flagged", "spam", "reason",
    "reasons", "as", "at", "request", "own", "no", "longer", "available", "or", "to", "not", "comply", "with",
    // German
    "dieser", "diese", "dieses", "der", "die", "das", "den", "wurde", "ist", "vom", "von", "durch", "autor",
    "autorin", "verfasser", "verfasserin", "nutzer", "benutzer", "redaktion", "wegen", "gegen", "verstoß",
    "verstoßes", "unsere", "regeln", "netiquette", "einem", "einen", "des", "und",
    // French
    "ce", "cet", "cette", "le", "la", "les", "été", "est", "par", "l'auteur", "auteur", "son", "un", "une",
    "modérateur", "modération", "administrateur", "l'administrateur", "utilisateur", "l'utilisateur", "du",
    "de",
    // Spanish, Portuguese
    "este", "esta", "el", "ha", "sido", "fue", "por", "autora", "moderador", "moderadora", "administrador",
    "usuario",
    "del", "o", "foi", "pelo", "pela", "utilizador", "usuário", "do", "um", "uma", "su", "seu",
    // Italian, Dutch
    "questo", "questa", "il", "è", "stato", "stata", "dal", "dall'autore", "dell'autore", "autore",
    "moderatore",
    "amministratore", "dall'amministratore", "utente", "dall'utente", "deze", "dit", "het", "door", "auteur",
    "beheerder", "gebruiker", "werd", "een",
    // Swedish, Danish, Norwegian, Polish
    "den", "här", "denna", "har", "av", "bort", "författaren", "moderatorn", "denne", "dette", "er", "blevet",
    "af",
    "forfatteren", "forfatter", "ble", "ten", "został", "zostało", "przez", "autora", "administratora",
  ]

  private static let reactions: NameSet = [
    "liked", "likes", "favorited", "favourited", "favorites", "reposted", "reposts", "boosted", "boosts",
    "shared",
    "shares", "bookmarked", "bookmarks", "starred", "stars", "retweeted", "reacted", "mentioned", "gefällt",
    "geteilt", "aimé", "partagé", "aime", "gusta", "compartió", "curtiu", "compartilhou", "piace",
    "condiviso",
    "vindt", "gedeeld",
  ]

  private static let objects: NameSet = [
    "this", "your", "post", "article", "note", "page", "entry", "tweet", "toot", "status", "das", "dies",
    "diesen",
    "diesem", "dieser", "beitrag", "artikel", "cet", "ceci", "cela", "esto", "este", "entrada", "artículo",
    "isto",
    "artigo", "questo", "articolo", "dit", "leuk",
  ]

  private static let joints: NameSet = [
    "on", "in", "via", "from", "at", "and", "to", "with", "the", "a", "an", "has", "have", "hat", "a", "le",
    "ha",
    "heeft", "someone", "people", "person", "others",
  ]
}
