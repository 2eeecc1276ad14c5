/// Words that carry no topic, by language.
enum StopWords {
  static func of(_ language: TextLanguage) -> Set<String> {
    switch language {
    case .english: english
    case .german: german
    case .spanish: spanish
    case .other: []
    }
  }

  private static let english = words(
    """
    a about above across after afterwards again against all almost alone along already also although
    always am among an and another any anyhow anyone anything anyway anywhere are aren't around as at be
    became because become becomes been before behind being below beside besides between beyond both but by
    can can't cannot could couldn't did didn't do does doesn't doing don't done down during each either
    else elsewhere enough etc even ever every everyone everything everywhere except few first for former
    from further get give go had hadn't has hasn't have haven't having he he'd he'll he's hence her here
    here's hers herself him himself his how however i i'd i'll i'm i've if in indeed instead into is isn't
    it it's its itself just keep last latter least less let's made many may maybe me meanwhile might mine
    more moreover most mostly much must my myself namely neither never nevertheless next no nobody none
    nor not nothing now nowhere of off often on once one only onto or other others otherwise our ours
    ourselves out over own per perhaps please quite rather really same several she she'd she'll she's
    should shouldn't since so some somehow someone something sometimes somewhere still such than that
    that's the their theirs them themselves then there there's therefore these they they'd they'll they're
    they've this those though three through throughout thus to together too toward towards two under until
    unless up upon us various very was wasn't we we'd we'll we're we've well were weren't what what's
    whatever when whenever where whereas wherever whether which while who who's whoever whole whom whose
    why will with within without won't would wouldn't yet you you'd you'll you're you've your yours
    yourself yourselves
    """)

  private static let german = words(
    """
    aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da
    damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses
    dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen gewesen hab
    habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist
    ja jede jedem jeden jeder jedes jene jetzt kann kein keine keinem keinen keiner können könnte machen
    man manche mehr mein meine meinem meinen meiner mich mir mit muss musste nach nicht nichts noch nun
    nur ob oder ohne schon sehr sein seine seinem seinen seiner selbst sich sie sind so solche soll sollte
    sondern sonst über um und uns unser unsere unter viel vom von vor war waren was weg weil weiter welche
    wenn wer werde werden wie wieder will wir wird wirst wo wollen würde würden zu zum zur zwar zwischen
    """)

  private static let spanish = words(
    """
    a al algo algunos ante antes aquel aquella así aunque bien cada como con contra cual cuando de del
    desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba estas este
    esto estos está están fue fueron ha había han hasta hay la las le les lo los me mi mis mucho muchos
    muy más ni no nos nosotros nuestra nuestro o otra otras otro otros para pero poco por porque que quien
    qué se sea ser si sido sin sobre son su sus sí también tan tanto te tiene tienen todo todos tu un una
    uno unos usted y ya yo él
    """)
}

/// The words of a list as it stands in the source: parted by white space.
func words(_ list: String) -> Set<String> {
  Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
}
