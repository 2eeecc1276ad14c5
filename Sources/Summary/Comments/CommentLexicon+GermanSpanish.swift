extension CommentLexicon {
  static let german = CommentLexicon(
    anywhere: Lexicon<CommentCue>([
      (
        .experience,
        """
        ich|wir war|waren|hatte|hatten|habe|haben|bin|sind
        ich|wir ging|gingen|machte|machten|arbeite|arbeiten|leite|führe
        mein|meine|meiner|unser|unsere chef|chefin|team|firma|abteilung|kollege
        mein|meine|meiner|unser|unsere kollegin|kollegen|mitarbeiter|frau|mann|schule
        als ich|wir / bei uns|mir / hat er|sie gesagt / er|sie sagte|hat|fragte / seit # jahren
        """
      ),
      (
        .outcome,
        """
        nach #|zwei|drei|vier|fünf|sechs wochen|monaten|jahren|tagen / seitdem / seither / am ende
        inzwischen / bis / heute / ergebnis / geholfen / hat funktioniert|geholfen / stellte sich heraus
        hat gekostet / nicht mehr / jede woche
        """
      ),
      (
        .disagreement,
        "aber / jedoch / widersprechen|widerspreche / stimmt nicht / nur wenn / nicht immer / andererseits"
      ),
      (
        .possession,
        """
        mein|meine|meinem|meinen|unser|unsere|unserem|unseren buch|podcast|kurs|seminar|seminare|newsletter
        mein|meine|meinem|meinen|unser|unsere|unserem|unseren blog|webseite|praxis|kunden|methode|tool|app
        """
      ),
      (
        .call,
        """
        melden|melde sie|dich / kontaktieren|kontaktiere / jetzt buchen|anmelden / klicken|klick
        link in|unten / schreiben|schreib mir / besuchen|besuche / gerne schicke|sende
        """
      ),
      (
        .price,
        """
        kostenlos|kostenlose|kostenlosen|kostenfrei / gratis / rabatt / # prozent rabatt
        unverbindlich|unverbindliches / nur noch # plätze
        """
      ),
      (.reach, "# unternehmen|führungskräfte|kunden|teams|teilnehmer / tausende / zertifiziert* / bewährt*"),
      (
        .offer,
        "wir helfen|bieten|beraten|unterstützen / ich helfe|berate|begleite / in meiner|unserer praxis|arbeit"
      ),
      (
        .material,
        "checkliste / whitepaper / arbeitsblatt / leitfaden / webinar / e book / erstgespräch / # schritte"
      ),
      (.impersonalOne, "man fragt|wundert|staunt|möchte|darf sich|gespannt|doch"),
      (.amused, "rührend / niedlich / amüsant / wie naiv / naiv / putzig / köstlich / da muss ich lachen"),
      (
        .politeKnife,
        """
        bei allem respekt / mit verlaub / ehrlich gesagt / nichts für ungut / gut gemeint
        mit fortschreitendem alter
        """
      ),
      (
        .knewIt,
        """
        bekanntlich / offensichtlich / nichts neues / alter hut / weiß doch jeder|jedes / binsenweisheit
        selbstverständlich
        """
      ),
      (
        .groupAddress,
        "leute wie sie|du|ihr / ihre|deine|eure generation / leute heute / solche leute / die heutige jugend"
      ),
      (
        .insult,
        """
        idiot|idioten / dumm|dumme|dummer / blödsinn / schwachsinn / unsinn / quatsch / lächerlich
        peinlich / lügner / heuchler / versager / müll / schämen sie|dich
        """
      ),
      (
        .certainty,
        """
        wissenschaftlich bewiesen|erwiesen / studien zeigen|belegen / fakt ist / tatsache / ohne ausnahme
        garantiert / punkt / nachweislich
        """
      ),
      (
        .maxim,
        """
        sprichwort / goethe / einstein / wie man so sagt / schon mein vater|großvater
        altes|alte weisheit|sprichwort
        """
      ),
      (
        .generic,
        """
        wichtig|wichtige|wichtiger / balance / kommunikation / kultur / am ende des tages / einerseits
        andererseits / es kommt darauf an / jeder sollte / führungskräfte müssen|sollten / wertschätzung
        """
      ),
      (
        .vague,
        """
        irgendwie / gewiss / sicherlich / durchaus / im allgemeinen / mehr oder weniger / verschiedene
        manche / einige / etwas / oft / meistens / natürlich / gewisse
        """
      ),
      (
        .praise,
        """
        toller|guter|super|schöner|interessanter|großartiger|klasse artikel|beitrag|text|post / danke
        vielen dank / sehr gut|schön|interessant / genau / stimme zu / volle zustimmung / wunderbar
        treffend / super / toll
        """
      ),
      (.thanks, "danke / vielen dank / herzlichen dank"),
      (.meta, "tippfehler / welches theme / erster / kommentare wurden / verschoben / gelöscht"),
    ]),
    openings: Lexicon<CommentCue>([
      (
        .pitch,
        "haben sie genug / suchen sie / sie suchen / wollen sie / möchten sie / schluss mit / entdecken sie"
      ),
      (.praise, "genau / stimmt / richtig / sehr schön|gut|interessant / was für ein / schöner|toller|guter"),
      (.thanks, "danke / vielen dank / herzlichen dank"),
      (.meta, "erster / test"),
    ]),
    businessNames: Lexicon<BusinessCue>([
      (
        .business,
        """
        akademie / coach / coaching / beratung / institut / gmbh / ag / partner / seminare / training
        agentur / verlag / experte / 360 / mba
        """
      )
    ]))

  static let spanish = CommentLexicon(
    anywhere: Lexicon<CommentCue>([
      (
        .experience,
        """
        yo / mi|nuestro|nuestra jefe|jefa|equipo|empresa|compañero|compañera|hijo|hija
        cuando yo|era|trabajaba|empecé / trabajé|trabajo|trabajamos / fui / tuve|tuvimos
        en mi|nuestra caso|empresa|equipo / me dijo / nos pasó
        """
      ),
      (
        .outcome,
        """
        después de / desde entonces / al final / resultó / hasta / ahora / nos costó / funcionó
        dejó|dejaron|dejamos de / hace # años|meses
        """
      ),
      (.disagreement, "pero / sin embargo / no estoy de acuerdo / no siempre / salvo / depende"),
      (
        .possession,
        "mi|nuestro|nuestra|mis|nuestros libro|podcast|curso|blog|web|página|clientes|método|boletín|taller"
      ),
      (
        .call,
        """
        contáctame|contáctanos / haz clic / visita mi|nuestro|nuestra / escríbeme|escríbenos / inscríbete
        suscríbete / enlace en
        """
      ),
      (.price, "gratis / gratuito|gratuita / descuento / sin compromiso / plazas limitadas"),
      (.offer, "ayudamos a / ofrecemos / en mi práctica"),
      (.material, "webinar / plantilla / guía gratuita / libro blanco / # pasos"),
      (.amused, "qué ingenuo|tierno|gracioso / me da risa"),
      (.politeKnife, "con todo respeto / francamente / sin ánimo de ofender"),
      (.knewIt, "obviamente / nada nuevo / todo el mundo sabe / evidentemente"),
      (
        .insult,
        """
        idiota|idiotas / imbécil / estúpido|estúpida / basura / payaso|payasos / ridículo
        tontería|tonterías / mentiroso / vergüenza
        """
      ),
      (.certainty, "está demostrado / científicamente / sin excepción / garantizado / es un hecho"),
      (
        .generic,
        "importante / clave / equilibrio / comunicación / cultura / al final del día / depende / liderazgo"
      ),
      (
        .praise,
        """
        gran|buen|excelente|interesante|magnífico artículo|post|texto|reflexión|entrada / gracias
        muy bueno|bien|interesante / totalmente de acuerdo / felicidades / enhorabuena
        """
      ),
      (.thanks, "gracias / muchas gracias"),
      (.meta, "errata / primero"),
    ]),
    openings: Lexicon<CommentCue>([
      (.pitch, "cansado de / buscas / quieres / descubre"),
      (.praise, "muy bueno|bien|interesante|cierto / qué buen|gran|interesante / exacto / así es"),
      (.thanks, "gracias / muchas gracias"),
      (.meta, "primero"),
    ]),
    businessNames: Lexicon<BusinessCue>([
      (
        .business,
        """
        academia / coach / coaching / consultoría / instituto / formación / agencia / grupo / 360 / mba
        soluciones
        """
      )
    ]))
}
