import Testing

@testable import Summary

/// Lines as they stand around articles, by language.
struct FurnitureSample: Sendable, CustomTestStringConvertible {
  let language: String
  let openings: [FurnitureCue: [String]]
  let promotion: String
  /// The author asks the readers: a question, and one that only looks like it.
  let question: String
  /// Text of an article's own that begins much like furniture.
  let text: [String]

  var testDescription: String { language }

  static let all = [
    FurnitureSample(
      language: "en",
      openings: [
        .furniture: ["Photo: Ann Example", "Subscribe to our newsletter today"],
        .commentsBegin: ["Leave a reply"],
        .afterword: ["Related posts", "About the author"], .date: ["May 12, 2024"],
        .updated: ["Last updated on Monday"],
      ], promotion: "All rights reserved.", question: "What do you think?",
      text: ["Sharing is hard when nobody has enough."]),
    FurnitureSample(
      language: "de",
      openings: [
        .furniture: [
          "Teilen Sie diesen Artikel", "Weiterlesen: Was wir lernten", "Zuletzt aktualisiert am 3. Mai",
        ],
        .commentsBegin: ["Schreiben Sie einen Kommentar", "12 Kommentare"],
        .afterword: ["Weitere Artikel", "Mehr zum Thema"],
        .date: ["Montag, den 12. Mai 2024", "12. Mai 2024"], .updated: ["Stand: 12. Mai"],
      ], promotion: "Mit freundlicher Genehmigung des Verlags.", question: "Was denken Sie?",
      text: ["Teilen ist schwer, wenn keiner genug hat.", "Quellen gibt es hier seit der Eiszeit."]),
    FurnitureSample(
      language: "fr",
      openings: [
        .furniture: ["Partagez cet article", "Lire la suite", "Mis à jour le 3 mai"],
        .commentsBegin: ["Laissez un commentaire", "12 commentaires"],
        .afterword: ["Articles récents", "Pour aller plus loin"],
        .date: ["lundi 12 mai 2024", "12 mai 2024"], .updated: ["Dernière mise à jour"],
      ], promotion: "Cliquez sur le lien.", question: "Qu'en penses-tu ?",
      text: ["Partager est difficile quand personne n'a assez.", "À gauche, on pense autrement."]),
    FurnitureSample(
      language: "es",
      openings: [
        .furniture: ["Comparte este artículo", "Sigue leyendo", "Actualizado el 3 de mayo"],
        .commentsBegin: ["Escribe un comentario", "12 comentarios"],
        .afterword: ["Entradas recientes"],
        .date: ["lunes, 12 de mayo de 2024", "12 de mayo de 2024"], .updated: ["Última actualización"],
      ], promotion: "Publicado originalmente en La Voz.", question: "¿Qué piensan?",
      text: ["Compartir es difícil cuando nadie tiene bastante.", "A la izquierda, nadie lo discute."]),
    FurnitureSample(
      language: "it",
      openings: [
        .furniture: ["Condividi questo articolo", "Continua a leggere", "Aggiornato il 3 maggio"],
        .commentsBegin: ["Scrivi un commento", "12 commenti"],
        .afterword: ["Articoli recenti", "Per approfondire"],
        .date: ["lunedì 12 maggio 2024", "12 maggio 2024"], .updated: ["Ultimo aggiornamento"],
      ], promotion: "Sponsorizzato da nessuno.", question: "Cosa ne pensate?",
      text: ["Condividere è difficile quando nessuno ha abbastanza.", "Fonti antiche dicono il contrario."]),
    FurnitureSample(
      language: "pt",
      openings: [
        .furniture: ["Partilhe este artigo", "Continue lendo", "Atualizado em 3 de maio"],
        .commentsBegin: ["Escreva um comentário", "12 comentários"],
        .afterword: ["Posts recentes", "Mais artigos"],
        .date: ["segunda-feira, 12 de maio de 2024", "12 de maio de 2024"], .updated: ["Última atualização"],
      ], promotion: "Deixe um comentário.", question: "O que vocês pensam?",
      text: ["Partilhar é difícil quando ninguém tem o bastante.", "Fontes antigas dizem o contrário."]),
    FurnitureSample(
      language: "nl",
      openings: [
        .furniture: ["Deel dit artikel", "Lees verder", "Meld je aan voor de nieuwsbrief"],
        .commentsBegin: ["Plaats een reactie", "12 reacties"],
        .afterword: ["Laatste berichten", "Over de auteur"],
        .date: ["maandag 12 mei 2024", "12 mei 2024"], .updated: ["Laatst bijgewerkt"],
      ], promotion: "Klik hier voor meer.", question: "Wat vinden jullie?",
      text: ["Delen is moeilijk als niemand genoeg heeft.", "Bronnen zijn er sinds de ijstijd."]),
  ]
}

@Suite("What stands around an article, in every language")
struct FurnitureLanguageTests {
  @Test("Lines around an article are known by how they begin", arguments: FurnitureSample.all)
  func openings(sample: FurnitureSample) {
    for (cue, lines) in sample.openings {
      for line in lines {
        #expect(FurnitureLexicon.openings.opens(tokens(of: line), with: cue), "\(cue): \(line)")
      }
    }
  }

  @Test("Promotion is known wherever it stands", arguments: FurnitureSample.all)
  func promotion(sample: FurnitureSample) {
    let words = tokens(of: "First a few words. " + sample.promotion)
    #expect(FurnitureLexicon.anywhere.counts(in: words)[.promotion] == 1)
  }

  @Test("An author's question to the readers is known", arguments: FurnitureSample.all)
  func question(sample: FurnitureSample) {
    #expect(AuthorPrompt.cues.counts(in: tokens(of: sample.question))[.invitation] == 1)
  }

  @Test("Sentences that begin much like it are the article's own", arguments: FurnitureSample.all)
  func text(sample: FurnitureSample) {
    for text in sample.text {
      let words = tokens(of: text)
      #expect(FurnitureLexicon.openings.opening(of: words[...]).isEmpty, "\(text)")
      #expect(FurnitureLexicon.anywhere.counts(in: words)[.promotion] == 0, "\(text)")
    }
  }

  @Test(
    "An author's box is known by what follows the name",
    arguments: [
      "Anna Berg ist freie Journalistin und lebt in Wien.", "Anna Berg est journaliste à Lyon.",
      "Ana Vega es periodista y vive en Quito.", "Anna Bruni è giornalista e vive a Bari.",
      "Ana Reis é jornalista e vive no Porto.", "Anna Berg is freelance journalist en woont in Gent.",
      "Anna Berg is a freelance writer in Leeds.",
    ])
  func biographies(text: String) {
    #expect(FurnitureLexicon.openings.opens(tokens(of: text).dropFirst(2), with: .bio))
  }

  @Test(
    "An announced list is known",
    arguments: [
      "Here are the three questions", "Das sind die fünf Schritte", "Voici les trois étapes",
      "Estos son los pasos",
      "Ecco i passi", "Eis os passos", "Dit zijn de stappen",
    ])
  func announcements(text: String) {
    #expect(AnnouncementLexicon.announces(tokens(of: text)[...]))
  }
}
