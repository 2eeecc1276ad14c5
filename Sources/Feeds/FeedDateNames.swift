/// Words of dates, in small letters.
enum FeedDateNames {
  /// Names and abbreviations of months in English, German, French, Spanish, Italian, Portuguese, Dutch,
  /// Swedish, Danish,
  /// Norwegian, Polish, Russian, Greek, Hungarian.
  static let months: [String: Int] = {
    var table: [String: Int] = [:]
    let names = [
      "jan january januar janvier janv enero ene gennaio gen janeiro januari sty stycznia styczeń янв января январь ιαν ιανουαρίου január jän jänner",
      "feb february februar février fevr févr fev febrero febbraio fevereiro februari lut lutego luty фев февр февраля февраль φεβ φεβρουαρίου február",
      "mar march märz mrz mär mars marzo março março maart mrt marts marca marzec мар марта март μαρ μάρ μαρτίου március",
      "apr april avril avr abril abr aprile kwi kwietnia kwiecień апр апреля апрель απρ απριλίου április ápr",
      "may mai mayo maggio mag maio mei maj maja май мая μαι μαΐ μαϊ μάι μαΐου május máj",
      "jun june juni juin junio giugno giu junho cze czerwca czerwiec июн июня июнь ιουν ιούν ιουνίου június jún",
      "jul july juli juillet juil julio luglio lug julho lip lipca lipiec июл июля июль ιουλ ιούλ ιουλίου július júl",
      "aug august août aout agosto ago ago augustus augusti sie sierpnia sierpień авг августа август αυγ αύγ αυγούστου augusztus",
      "sep sept september septembre septiembre settembre set setembro wrz września wrzesień сен сент сентября сентябрь σεπ σεπτ σεπτεμβρίου szeptember szept",
      "oct october oktober okt octobre octubre ottobre ott outubro out paź października październik окт октября октябрь οκτ οκτωβρίου október",
      "nov november novembre noviembre novembro lis listopada listopad ноя нояб ноября ноябрь νοε νοέ νοεμβρίου",
      "dec december dezember dez décembre déc diciembre dic dicembre dezembro desember des gru grudnia grudzień дек декабря декабрь δεκ δεκεμβρίου",
    ]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  /// Halves of the day: true in the afternoon.
  static let halves: [String: Bool] = ["am": false, "pm": true, "오전": false, "오후": true]

  /// Distance from UTC in minutes.
  static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "etc/gmt": 0, "etc/utc": 0, "west": 60, "bst": 60,
    "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120,
    "eest": 180, "msk": 180, "msd": 240, "ist": 330, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540,
    "kst": 540, "acst": 570, "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780,
    "nst": -210, "ndt": -150, "at": -240, "ast": -240, "adt": -180, "et": -300, "est": -300, "edt": -240,
    "ct": -360, "cst": -360, "cdt": -300, "mt": -420, "mst": -420, "mdt": -360, "pt": -480, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180,
    "a": 60, "b": 120, "c": 180, "d": 240, "e": 300, "f": 360, "g": 420, "h": 480, "i": 540, "k": 600,
    "l": 660, "m": 720, "n": -60, "o": -120, "p": -180, "q": -240, "r": -300, "s": -360, "u": -480, "v": -540,
    "w": -600, "x": -660, "y": -720,
  ]

  /// Words after a time that are no zone.
  static let fillers: Set<String> = [
    "uhr", "o", "clock", "h", "hrs", "de", "of", "the", "st", "nd", "rd", "th",
  ]
}
