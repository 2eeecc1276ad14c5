/// Openings and phrases of what stands around an article.
enum FurnitureCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens a line that is no part of the article: credits, notes, requests to share or subscribe.
  case furniture
  /// Opens with "want to" or "want more": furniture if a question follows.
  case teaser
  /// Begins the comments.
  case commentsBegin
  /// Begins what follows an article: related posts, author, newsletter.
  case afterword
  /// A button or header line of the comments.
  case commentLine
  case date
  case updated
  /// A photo or credit line.
  case picture
  /// What stands after the name in an author box.
  case bio
}

/// Cues that count wherever they stand.
enum PromotionCue: Int, CaseIterable, Hashable, Sendable {
  case promotion
  /// Labels of a specification box.
  case label
}

enum FurnitureLexicon {
  static let openings = Lexicon<FurnitureCue>([
    (
      .furniture,
      """
      photo|image|picture|illustration|graphic|credit|source:
      video|watch|listen|read|related|update|edit|editor:
      see also: / note|disclaimer|disclosure|correction|advertisement|sponsored: / editor's|editors' note
      about the author / posted by|in|on / published by|on|in? ...8 $ / last? updated|modified ...12 $
      share this|on / tag|tags|topic|topics: / filed under / categories|category: / copyright
      all rights reserved / originally published
      this|the article|post|story was|is|has? been? originally|first? appeared|published
      this|the piece|shop|essay|excerpt was|is|has? been? originally|first? appeared|published
      this|the article|post|story|piece|essay|excerpt was|is|has? been? compensated|sponsored|adapted
      this|the post|page|article|site|website may? contains|contain|uses|use|includes|include|is|are licensed?
      this|the post|page|article|site|website and all ...5 is|are? licensed / excerpted from / reprinted
      care to comment / please leave|share|subscribe / please note that comments / leave a reply|comment
      join the conversation / sign up / subscribe / click here|on|to / follow me|us / loading comments
      get the latest / get our|your / comments are closed / for more|full information|details
      visit our|us / to? learn more / download the|our / thank|thanks you? for reading|joining
      if you liked|enjoyed this|reading / would you like / we want to hear / tell us what / let us know
      be sure to visit|follow|check|give / the? author|authors thank|thanks
      the? author|authors would like to thank / you can contribute to / all? the? views|opinions expressed
      here's the most recent / the following chart|table|graph / the post ...20 appeared first on
      foto|bild|quelle|video|hinweis|anmerkung|korrektur: / veröffentlicht am|in|von / teilen auf
      jetzt abonnieren / abonnieren / newsletter abonnieren / folge|folgen mir|uns|sie / mehr lesen
      schreib|schreibt|schreiben ...5 kommentare|kommentaren / das könnte sie|dich auch interessieren
      image|crédit|légende|vidéo|source: / publié le|par|dans / partager sur / abonnez vous / suivez nous|moi
      en savoir plus / à lire aussi / lire aussi / cliquez ici / inscrivez vous / tous droits réservés
      imagen|vídeo|fuente|crédito: / publicado el|por|en|em / compartir en / suscríbete|suscríbase / síguenos|sígueme
      más información / leer más / haz clic / todos los derechos reservados / te puede interesar
      immagine|fonte|credito|fotografia: / pubblicato il|da|in / condividi su / iscriviti / seguici|seguimi
      leggi anche|altro / clicca qui / tutti i diritti riservati / potrebbe interessarti
      imagem|fonte: / compartilhe|compartilhar|partilhe / inscreva se / assine|subscreva / siga nos / leia mais|também
      saiba mais / clique aqui / todos os direitos reservados / afbeelding|bron|beeld: / gepubliceerd op|door|in
      deel dit|via / abonneer / schrijf je in / volg ons|mij / lees meer|ook / klik hier / alle rechten voorbehouden
      """
    ),
    (.teaser, "want to|more"),
    (
      .commentsBegin,
      """
      there? is|are? #|one|no comment|comments|response|responses|reply|replies|thought|thoughts
      leave|post|add|write|submit a? reply|comment|comments / comment|comments #? $
      join the conversation|discussion / what people are saying / reader? comments ...3 $
      comments are closed / discussion $ / care to comment / # kommentar|kommentare / kommentare $
      kommentar schreiben|hinterlassen / schreibe einen kommentar / # comentario|comentarios
      deja un comentario|respuesta / laisser un commentaire / # commentaire|commentaires / commentaires $ / commenti $
      # commento|commenti / lascia un commento / deixe um comentário / # comentário|comentários / comentários $
      comentarios $ / # reactie|reacties / reacties $ / geef een reactie
      """
    ),
    (
      .afterword,
      """
      you might|may|could also? like|enjoy / related _? _? $ / related _? _? from
      most popular|read|viewed / more from|on|in|about|stories|posts|news / also in / read next|more
      keep reading
      other|recent|popular|latest|trending|top|similar|previous _? _? post|posts|story|stories|article
      other|recent|popular|latest|trending|top|similar|previous _? _? articles|news|column|columns|reads
      about the? author|writer|us|podcast|show|company|event|organisation|organization|publisher / author bio / share this / recommended|recommendation|recommendations
      further reading / references|sources $ / footnotes / tag|tags: / filed under / category|categories:
      newsletter / sign up / subscribe / join ...6 newsletter|newsletters / get connected / follow us
      contact us / next|previous post / see also / what's next $ / what to read next
      editor|editors|editor's|editors' pick|picks|choice / sponsored / advertisement / we recommend
      ähnliche beiträge|artikel / weitere beiträge|artikel / über den autor / über die autorin / mehr zum thema
      articles similaires|liés / sur le même sujet / à propos de l'auteur / artículos|entradas relacionados|relacionadas
      sobre el|la|o|a autor|autora / articoli correlati / l'autore / artigos|posts relacionados / gerelateerde artikelen
      over de auteur / meer over dit onderwerp
      """
    ),
    (
      .commentLine,
      """
      like|reply|permalink|flag|report|likelike|likeliked / liked by / log in to reply / antworten $ / responder $
      """
    ),
    (
      .date,
      """
      monday|tuesday|wednesday|thursday|friday|saturday|sunday? jan*|feb*|mar*|apr*|may|jun* # #
      monday|tuesday|wednesday|thursday|friday|saturday|sunday? jul*|aug*|sep*|oct*|nov*|dec* # #
      monday|tuesday|wednesday|thursday|friday|saturday|sunday? # jan*|feb*|mar*|apr*|may|jun* #
      monday|tuesday|wednesday|thursday|friday|saturday|sunday? # jul*|aug*|sep*|oct*|nov*|dec* #
      # januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember #
      """
    ),
    (.updated, "published|updated|posted / first published / last modified|updated"),
    (.picture, "photo|image|credit|picture|illustration|foto|bild"),
    (
      .bio,
      """
      is|was the|a|an ...6 editor|author|writer|reporter|columnist
      is|was the|a|an ...6 journalist|founder|publisher|correspondent|contributor
      is|was the|a|an ...6 blogger|native|fellow|consultant|coach
      is|was the|a|an ...6 professor|researcher|photographer|freelance|speaker
      has covered|written ...25 editor*|author*|writer*|report*|column*|journal*|blog*|since
      writes|covers|lives|works ...25 editor*|author*|writer*|report*|column*|journal*|blog*|since
      is written by
      """
    ),
  ])

  static let anywhere = Lexicon<PromotionCue>([
    (
      .promotion,
      """
      sign up / subscribe / newsletter / leave a comment|reply / all rights reserved
      used with permission / click here / click the link / link below / originally published
      recommend this article / follow me|us|him|her|them on|at / give us a follow / we welcome responses
      licensed under / creative commons / affiliate link|links / sponsored by
      free workshop|trial|guide|ebook / promo|discount code / terms of|and / privacy policy
      cookie|cookies policy / facebook twitter / views|opinions expressed
      on behalf of any|my|the employer / podcast platforms / mailing list
      does not necessarily reflect|represent / alle rechte vorbehalten / datenschutzerklärung
      abonniere|abonnieren|abonniert ...3 newsletter / tous droits réservés / abonnez vous / politique de confidentialité
      todos los derechos reservados / suscríbete / política de privacidad / tutti i diritti riservati / iscriviti
      informativa sulla privacy / todos os direitos reservados / inscreva se / política de privacidade
      alle rechten voorbehouden / abonneer / privacybeleid / nieuwsbrief / infolettre
      """
    ),
    (
      .label,
      """
      what is it / expect to pay / developer / publisher / reviewed on / multiplayer / official site
      price / ingredients / serves / prep time
      """
    ),
  ])
}
