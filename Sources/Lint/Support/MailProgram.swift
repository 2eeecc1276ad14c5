/// The mail programs whose verdicts `mail-support.txt` holds, in the order of its letters.
enum MailProgram: Int, CaseIterable {
  case gmailWeb, gmailIOS, gmailAndroid, appleMailMacOS, appleMailIOS, outlookWindows, outlookWeb, outlookMac,
    outlookIOS, outlookAndroid, yahooWeb, thunderbird, samsungMail

  var name: String {
    switch self {
    case .gmailWeb: "Gmail (web)"
    case .gmailIOS: "Gmail (iOS)"
    case .gmailAndroid: "Gmail (Android)"
    case .appleMailMacOS: "Apple Mail (macOS)"
    case .appleMailIOS: "Apple Mail (iOS)"
    case .outlookWindows: "Outlook (Windows)"
    case .outlookWeb: "Outlook (new, web)"
    case .outlookMac: "Outlook (Mac)"
    case .outlookIOS: "Outlook (iOS)"
    case .outlookAndroid: "Outlook (Android)"
    case .yahooWeb: "Yahoo (web)"
    case .thunderbird: "Thunderbird"
    case .samsungMail: "Samsung Email"
    }
  }
}
