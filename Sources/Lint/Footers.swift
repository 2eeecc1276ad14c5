/// True if the text has a word for unsubscribing, in the languages that mail programs look for.
func namesUnsubscribing(_ text: String) -> Bool { holds(unsubscribingWords, text) }

/// True if the text says why its readers get it.
func saysWhy(_ text: String) -> Bool { holds(reasons, text) }

/// White space is one blank, whatever it is.
private func holds(_ phrases: [[UInt8]], _ text: String) -> Bool {
  var bytes: [UInt8] = []
  for byte in text.lowercased().utf8 {
    if !isBlank(byte) { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
  }
  return phrases.contains { firstPlace(of: $0, in: bytes) != nil }
}

private let unsubscribingWords = phrases(
  """
  unsubscrib|opt-out|opt out|optout|preferences|abmelden|abbestell|désabonn|désinscri|desinscri|darse de baja
  cancelar|disiscri|afmelden|uitschrijven|avsluta|afmeld|avmeld|wypisz|odhlásit|leiratkoz|отписаться|відписатися
  退订|退訂|配信停止|購読解除|구독 취소|إلغاء الاشتراك|הסרה|ביטול הרשמה|ยกเลิกการรับ
  """)

private let reasons = phrases(
  """
  you are getting|you're getting|you are receiving|you're receiving|you received|you get this|you receive this
  receive this|because you|you asked|you signed|you subscribed|subscribed
  sie erhalten|sie bekommen|du erhältst|du bekommst|vous recevez|tu reçois|recibes|recibe este|ricevi|riceve questa
  recebe|você está recebendo|je ontvangt|u ontvangt|du får|otrzymujesz|вы получ|ви отрим
  您收到|你收到|このメールは|수신|أنت تتلقى|تصلك|קיבלת|נשלחת אליך|נשלח אליך|คุณได้รับ
  """)

private func phrases(_ text: String) -> [[UInt8]] {
  text.split { $0 == "|" || $0 == "\n" }.map { Array($0.utf8) }
}
