/// Phrases by which blocks that are no article text give themselves away, in the languages that we meet
/// most.
///
/// All in lower case with straight apostrophes. They are conventions of blogging software and of bloggers,
/// not of any one site.
enum Cues {
  /// The author or the theme asks for comments.
  static let askingForComments: Phrases = [
    // English
    "leave a comment", "leave your comment", "leave a reply", "leave us a comment", "leave me a comment",
    "leave your thoughts", "comment below", "comments below", "comments section", "comment section",
    "in the comments", "in comments", "join the conversation", "join the discussion", "care to comment",
    "share your thoughts", "share your story", "share your experience", "share your experiences",
    "share your ideas",
    "share your comments", "what do you think?", "let me know", "let us know", "love to hear", "like to hear",
    "your thoughts?", "sound off", "weigh in", "post a comment", "add your comment", "drop a comment",
    // German
    "einen kommentar", "in den kommentaren", "in die kommentare", "was meint ihr", "was denkt ihr",
    "was denkst du",
    "was meinst du", "eure meinung", "deine meinung", "schreibt mir", "schreibt uns", "schreib mir",
    "lasst es mich wissen",
    // French
    "laissez un commentaire", "laisser un commentaire", "dans les commentaires", "en commentaire",
    "qu'en pensez-vous",
    "dites-moi", "dites-nous",
    // Spanish, Portuguese, Italian
    "deja un comentario", "en los comentarios", "qué opinas", "qué opináis", "qué piensas", "cuéntanos",
    "deixe um comentário", "deixe seu comentário", "nos comentários", "o que você acha", "lascia un commento",
    "nei commenti", "cosa ne pensi", "cosa ne pensate",
    // Dutch
    "laat een reactie", "in de reacties", "wat vind jij", "wat denk jij",
  ]

  /// Asks to subscribe, follow, buy, download.
  static let promoting: Phrases = [
    "subscribe", "sign up", "follow me on", "follow us on", "follow her on", "follow him on", "click here",
    "download your", "download the", "download my", "get your free", "get your copy", "order your copy",
    "pre-order",
    "register now", "register here", "register today", "share this post", "share this article",
    "please share",
    "join our newsletter", "join my newsletter", "our newsletter", "my newsletter", "free newsletter",
    "abonniere", "abonnieren sie", "newsletter abonnieren", "jetzt anmelden", "folge mir", "folgt mir",
    "folgen sie uns",
    "abonnez-vous", "inscrivez-vous", "suivez-moi", "suivez-nous", "suscríbete", "síguenos", "síguem",
    "inscreva-se",
    "iscriviti", "seguici", "abonneer", "schrijf je in", "volg ons",
  ]

  /// Opens a line of the theme or of a plug-in.
  static let furnitureOpenings: Phrases = [
    "share this", "share on", "share:", "like this:", "like loading", "filed under", "filed in", "tagged",
    "tags:", "tag:", "categories:", "category:", "posted in", "posted by", "posted on", "posted under",
    "related post:", "related article:", "related posts", "related articles", "related stories",
    "related content", "related reading", "related:",
    "you may also like", "you might also like", "you might also enjoy", "you may also enjoy",
    "you might like",
    "more from", "more on this", "more stories", "read more:", "read also", "also read", "see also:",
    "see more:",
    "recommended reading", "recommended for you", "recommended posts", "continue reading", "read the rest",
    "originally published", "originally posted", "originally appeared", "first published",
    "this post originally",
    "this article originally", "this post first", "this article first", "this article was originally",
    "this post was originally", "advertisement", "sponsored", "loading...", "print this", "email this",
    "click to share",
    "click to tweet", "tweet this", "previous post", "next post", "previous article", "next article",
    "read next",
    "don't miss", "trending", "view profile", "view all posts", "all posts by", "articles by",
    "all rights reserved",
    "copyright ©", "popular posts", "recent posts", "top posts", "latest posts",
    "teilen mit", "teilen:", "diesen beitrag teilen", "beitrag teilen", "artikel teilen", "gefällt mir:",
    "schlagwörter:", "kategorien:", "kategorie:", "veröffentlicht in", "veröffentlicht am", "abgelegt unter",
    "ähnliche beiträge", "ähnliche artikel", "verwandte artikel", "verwandte beiträge", "das könnte",
    "mehr zum thema",
    "lesen sie auch", "lies auch", "weiterlesen", "anzeige", "partager", "articles similaires",
    "à lire aussi",
    "lire aussi", "publié dans", "classé dans", "compartir", "comparte", "entradas relacionadas",
    "artículos relacionados", "lee también", "publicado en", "condividi", "articoli correlati", "leggi anche",
    "compartilhe", "posts relacionados", "leia também", "delen:", "gerelateerde berichten", "lees ook",
    "lees verder", "this document is subject to copyright", "citation:", "weitere artikel",
    "weitere beiträge",
    "weitere themen", "weitere informationen zum thema", "mehr themen", "mehr zu", "schlagworte",
    "themen im artikel",
    "related topics", "auch interessant", "auch lesenswert", "das thema könnte", "zum weiterlesen",
    "más información",
    "temas relacionados", "puedes ver", "te puede interesar", "también te puede", "veja também", "saiba mais",
    "potrebbe interessarti", "sur le même sujet", "sur le même thème", "zobacz również", "czytaj także",
    "czytaj też",
    "read more about", "explore further", "viel gelesen", "meistgelesen", "most popular", "most read",
    "sponsored links",
    "[related", "(related", "[read", "lesetipp", "lesen sie mehr", "passend zum thema", "entdecken sie",
  ]

  /// Sentences that a platform puts under what its authors write.
  static let ofPlatforms: Phrases = [
    "join medium for free", "where people are continuing the conversation",
    "this post is public so feel free to share",
    "discover it on substack", "reader-supported publication", "free or paid subscriber",
    "use the button below",
    "give a gift subscription", "become a medium member", "get unlimited access", "if you liked reading this",
  ]

  /// Says who paid for what stands here.
  static let sponsors: Phrases = [
    "sponsored by", "this is a sponsored post", "sponsored post", "brought to you by", "paid partnership",
    "paid post",
    "thanks to our sponsor", "gesponsert von", "gesponserter beitrag", "mit freundlicher unterstützung von",
    "sponsorisé par", "article sponsorisé", "patrocinado por", "contenido patrocinado", "sponsorizzato da",
    "gesponsord door", "sponsrat av", "sponset av",
  ]

  /// Open a note of the house.
  static let houseNotes: Phrases = [
    "editor's note", "editors' note", "editors note", "[editor's note", "(editor's note", "author's note",
    "note:",
    "update:", "anmerkung der redaktion", "anm. d. red.", "hinweis:", "hinweis der redaktion",
    "note de la rédaction",
    "ndlr", "nota del editor", "nota de la redacción", "nota do editor", "nota da redação",
    "nota della redazione",
    "noot van de redactie", "this article was", "this post was", "this story was", "this essay was",
    "this piece was",
    "this interview was", "this column was", "dieser artikel", "dieser beitrag", "dieser text", "cet article",
    "este artículo", "este artigo", "questo articolo", "dit artikel", "a version of this",
    "an earlier version of this",
  ]

  /// What such a note says of where and when.
  static let earlierPublication: Phrases = [
    "first published", "originally published", "first appeared", "originally appeared", "has been updated",
    "was updated", "previously published", "republished", "was published in", "first ran", "originally ran",
    "zuerst erschienen", "erschien zuerst", "ursprünglich erschienen", "erschien ursprünglich",
    "wurde aktualisiert",
    "erstmals veröffentlicht", "zuerst veröffentlicht", "initialement publié", "d'abord publié",
    "publié pour la première fois", "mis à jour", "publicado originalmente", "se publicó originalmente",
    "publicado por primera vez", "ha sido actualizado", "foi publicado originalmente", "foi atualizado",
    "pubblicato originariamente", "pubblicato per la prima volta", "è stato aggiornato",
    "oorspronkelijk gepubliceerd",
    "eerder gepubliceerd", "verscheen eerder", "appears in print", "of this article appears",
  ]

  /// Head a list of an article's own headings.
  static let contents: NameSet = [
    "contents", "table of contents", "in this article", "in this post", "in this guide", "in this story",
    "on this page",
    "what's inside", "jump to", "jump to section", "quick navigation", "page contents", "article contents",
    "toc",
    "inhalt", "inhaltsverzeichnis", "in diesem artikel", "in diesem beitrag", "auf dieser seite",
    "inhaltsübersicht",
    "sommaire", "table des matières", "dans cet article", "contenido", "contenidos", "tabla de contenidos",
    "tabla de contenido", "índice", "índice de contenidos", "en este artículo", "conteúdo", "neste artigo",
    "indice",
    "indice dei contenuti", "contenuti", "in questo articolo", "inhoud", "inhoudsopgave", "in dit artikel",
    "innehåll", "innehållsförteckning", "indhold", "innhold", "spis treści", "目次", "目录", "目錄", "목차",
  ]

  /// Stands anywhere in a line that a feed plug-in adds.
  static let furnitureMarks: Phrases = [
    "appeared first on", "first appeared on", "originally appeared on", "was first published on",
    "erschien zuerst auf", "est apparu en premier sur", "apareció primero en", "aparece primero en",
    "apareceu primeiro em", "proviene da", "verscheen eerst op",
  ]

  /// Buttons of picture galleries.
  static let galleryCrumbs: NameSet = [
    "caption", "close", "back to gallery", "view gallery", "show caption", "hide caption", "image caption",
    "play video", "watch video", "media caption", "advertisement", "slideshow", "photo gallery", "zoom",
    "bild vergrößern", "vergrößern", "anzeige", "- anzeige -", "werbung", "print", "drucken", "imprimir",
    "sharing is caring", "read later", "click to tweet", "related articles", "related article",
    "related news",
    "related stories", "related", "listen", "audio", "loading", "loading...", "facebook twitter",
    "key points",
    "advertising", "advertentie", "publicité", "publicidad", "pubblicità", "reklama", "topics", "themen",
    "tags", "schlagworte", "kategorien", "read more", "show more", "mehr anzeigen",
  ]

  /// Lines that say who worked on an article.
  static let creditLines: Phrases = [
    "reporting by", "(reporting by", "additional reporting by", "editing by", "(editing by",
    "with reporting by",
    "with files from", "with inputs from", "source:", "quelle:", "fuente:", "źródło:", "fonte:", "bron:",
  ]

  /// Says who else worked on an article.
  static let contributions: Phrases = [
    "contributed to this report", "contributed to this story", "contributed to this article",
    "contributed reporting",
  ]

  static let dateOpenings: Phrases = [
    "published", "updated", "last updated", "last modified", "posted", "first published", "publiziert",
    "aktualisiert",
    "veröffentlicht", "erstellt", "stand", "publié", "mis à jour", "publicado", "actualizado", "pubblicato",
    "aggiornato",
    "gepubliceerd", "bijgewerkt", "created", "news date", "date",
  ]

  /// Offers to send mail.
  static let ofNewsletters: Phrases = [
    "to your inbox", "in your inbox", "meet your inbox", "our newsletter", "my newsletter",
    "our weekly newsletter",
    "our daily newsletter", "email newsletter", "e-mail newsletter", "newsletter abonnieren",
    "newsletter anmelden",
    "unseren newsletter", "unserem newsletter", "zum newsletter", "notre newsletter", "nuestro boletín",
    "nuestra newsletter", "nossa newsletter", "nostra newsletter", "onze nieuwsbrief",
    "if you enjoyed this article",
    "if you enjoyed this post", "if you liked this post", "if you liked this article",
  ]

  /// Says how a site earns or keeps its rules.
  static let disclosures: Phrases = [
    "affiliate link", "affiliate links", "affiliate-link", "affiliate-links", "affiliatelinks",
    "affiliate commission",
    "a small commission", "earn a commission", "earn commission", "we may receive compensation",
    "comments are moderated",
    "moderating all comments", "to read the full story", "to view the full story", "subscribe to read",
    "subscribe to continue", "already a subscriber", "our standards: the", "reprint permission",
    "written permission must be obtained",
    "nicht notwendigerweise die der redaktion", "not necessarily reflect",
  ]

  static let readingTimes: Phrases = [
    "min read", "minute read", "minutes read", "min. lesezeit", "minuten lesezeit", "reading time",
    "lesezeit", "lesedauer", "min lesen", "read time", "minutes to read", "mins read", "min de lecture",
    "minutes de lecture", "min de lectura", "minutos de lectura", "min de leitura", "min di lettura",
    "minuti di lettura", "min leestijd", "minuten leestijd", "min läsning", "lästid", "分で読めます", "阅读时间",
    "tempo de leitura", "tiempo de lectura", "temps de lecture", "tempo di lettura", "leestijd",
  ]

  /// Open lines between the title and the text.
  static let headOpenings: Phrases = [
    "comments", "no comments", "0 comments", "1 comment", "leave a comment", "kommentare", "updated",
    "published", "by",
  ]

  /// A wall in front of the text.
  static let walls: Phrases = [
    "to read the full story", "to view the full story", "subscribe to read", "subscribe to continue",
    "already a subscriber", "subscribers only", "for subscribers", "log in to continue",
    "sign in to continue",
    "log in to read", "you must be logged in to view", "jetzt weiterlesen mit", "weiterlesen mit",
    "nur für abonnenten",
    "bereits abonnent", "um weiterzulesen", "réservé aux abonnés", "exclusivo para suscriptores",
    "ya eres suscriptor",
    "exclusivo para assinantes",
  ]

  /// Words of pages that ask before they show anything.
  static let consents: Phrases = [
    "store and access information", "store and/or access", "personalised advertising",
    "personalized advertising",
    "personalised ads", "personalized ads", "our partners", "use cookies", "uses cookies",
    "similar technologies",
    "accept all", "accept cookies", "cookie policy", "privacy policy", "manage preferences",
    "withdraw your consent",
    "your consent", "legitimate interest", "verify you are human", "checking your browser",
    "enable javascript",
    "are you a robot", "log in to continue", "sign in to continue", "create an account", "your privacy",
    "unsere partner", "verwenden cookies", "verwendet cookies", "personalisierte werbung",
    "personalisierte anzeigen",
    "zugriff auf informationen", "datenschutzerklärung", "ihre einwilligung", "alle akzeptieren", "zustimmen",
    "berechtigtes interesse", "nos partenaires", "utilisons des cookies", "publicité personnalisée",
    "politique de confidentialité", "votre consentement", "tout accepter", "nuestros socios",
    "utilizamos cookies",
    "usamos cookies", "publicidad personalizada", "política de privacidad", "su consentimiento",
    "aceptar todo",
    "nossos parceiros", "política de privacidade", "i nostri partner", "utilizziamo i cookie",
    "informativa sulla privacy",
    "il tuo consenso", "accetta tutto", "onze partners", "gebruiken cookies", "privacybeleid",
    "alles accepteren",
    "クッキーを使用", "プライバシーポリシー", "使用cookie", "隐私政策",
  ]

  static let following: Phrases = [
    "follow", "subscribe to", "like us", "join us on", "find us on", "connect with", "síguenos", "siguenos",
    "sigue", "siga", "folgt",
    "folgen sie", "folge", "suivez", "seguici", "volg",
  ]

  static let networks: Phrases = [
    "facebook", "twitter", "instagram", "telegram", "whatsapp", "youtube", "linkedin", "tiktok", "pinterest",
    "mastodon",
  ]

  /// Headings above words about the author.
  static let aboutTheAuthor: Phrases = [
    "about the author", "about the authors", "about author", "about me", "author bio", "meet the author",
    "über den autor", "über die autorin", "über die autoren", "über mich", "zum autor", "zur autorin",
    "à propos de l'auteur", "l'auteur", "sobre el autor", "sobre la autora", "acerca del autor",
    "sobre o autor",
    "sobre a autora", "sull'autore", "l'autore", "over de auteur",
  ]

  /// Words of people introducing themselves in the third person.
  static let ofABiography: [String] = [
    "author of", "reporter", "correspondent", "columnist", "contributor", "staff writer", "founder",
    "co-founder", "founded", "ceo", "coach", "consultant", "consulting", "speaker",
    "writes",
    "writer", "blogs at", "blog at", "his blog", "her blog", "their blog", "his book", "her book",
    "latest book",
    "website", "twitter", "linkedin", "facebook", "instagram", "you can find", "can be reached",
    "connect with", "follow",
    "lives in", "president of", "vice president", "director of", "professor", "passionate", "expert",
    "specializes",
    "freelance", "journalist", "editor", "autor", "autorin", "gründer", "gründerin", "schreibt", "berät",
    "beraterin",
    "berater", "journalistin", "lebt in", "auteur", "fondateur", "consultor", "fundador", "fondatore",
    "schrijft",
  ]

  static let creditOpenings: [String] = [
    "photo", "photos", "image", "images", "picture", "pictures", "photograph", "photographs", "photography",
    "illustration", "illustrations", "credit", "credits", "graphic", "artwork", "cover image",
    "featured image",
    "header image", "foto", "fotos", "bild", "bilder", "bildnachweis", "titelbild", "titelfoto",
    "beitragsbild",
    "bildquelle", "crédit photo", "crédits photo", "photo à la une", "imagen", "imágenes", "fotografía",
    "imagem",
    "immagine", "immagini", "afbeelding", "beeld",
  ]

  /// What follows a word like "photo" in a credit.
  static let creditJoints: [String] = [
    "by", "via", "credit", "credits", "courtesy", "from", "source", "copyright", "used", "licensed", "taken",
    "from:",
    "credit:", "by:", "source:", "von", "par", "de", "di", "door", "per", "(c)", "is", "quelle",
  ]

  static let pictureAgencies: Phrases = [
    "flickr", "fotolia", "fotolia.com", "shutterstock", "shutterstock.com", "istock", "istockphoto",
    "getty images",
    "gettyimages", "unsplash", "pixabay", "pexels", "dreamstime", "depositphotos", "bigstock",
    "wikimedia commons",
    "creative commons", "adobe stock", "123rf", "freepik", "canva", "stocksnap", "picjumbo",
  ]

  /// Stand in the caption of a picture that is not the author's own.
  static let captionCredits: Phrases = [
    "credit:", "photo:", "image:", "photo by", "image by", "foto:", "bild:", "picture:", "getty",
    "getty images", "reuters",
    "afp", "ap photo", "(ap)", "/ ap", "/ap", "shutterstock", "istock", "unsplash", "pixabay", "pexels",
    "dpa", "courtesy of",
    "ap file", "epa", "imago", "keystone", "file photo", "flickr", "wikimedia", "©",
  ]

  /// Words on share buttons.
  static let sharing: NameSet = [
    "tweet", "share", "facebook", "twitter", "linkedin", "pinterest", "email", "e-mail", "mail", "print",
    "google",
    "google+", "reddit", "pocket", "whatsapp", "tumblr", "telegram", "more", "like", "pin", "it", "+1", "on",
    "this",
    "save", "buffer", "stumbleupon", "digg", "delicious", "rss", "x", "threads", "bluesky", "mastodon",
    "flipboard",
    "hacker", "news", "xing", "teilen", "twittern", "drucken", "merken", "partager", "compartir", "condividi",
    "and", "to",
    "via", "copy", "link", "by", "instagram", "youtube", "skype", "messenger", "sms", "instapaper",
    "evernote",
  ]
}
