/// The characters for names such as `:slight_smile:` that forums write where the picture of an emoji stands.
enum EmojiName {
  /// What a picture of an emoji says: its characters, or nothing for a name that is not among the usual ones.
  static func text(_ alternative: String) -> String {
    guard alternative.utf8.count > 2, alternative.utf8.first == UInt8(ascii: ":"),
      alternative.utf8.last == UInt8(ascii: ":")
    else { return alternative }
    let name = String(alternative.dropFirst().dropLast())
    // ":wave:t3:" is a shade of the same.
    return names[String(name.prefix { $0 != ":" })] ?? ""
  }

  private static let names: [String: String] = [
    "slight_smile": "🙂", "slightly_smiling_face": "🙂", "smile": "😄", "smiley": "😃", "grinning": "😀",
    "grin": "😁",
    "laughing": "😆", "joy": "😂", "rofl": "🤣", "wink": "😉", "blush": "😊", "innocent": "😇", "heart_eyes": "😍",
    "thinking": "🤔", "neutral_face": "😐", "unamused": "😒", "roll_eyes": "🙄", "grimacing": "😬",
    "relieved": "😌",
    "pensive": "😔", "confused": "😕", "slight_frown": "🙁", "frowning": "☹️", "cry": "😢", "sob": "😭",
    "disappointed": "😞", "sweat_smile": "😅", "sunglasses": "😎", "upside_down_face": "🙃", "hugs": "🤗",
    "hugging_face": "🤗", "heart": "❤️", "broken_heart": "💔", "+1": "👍", "thumbsup": "👍", "-1": "👎",
    "thumbsdown": "👎", "clap": "👏", "pray": "🙏", "wave": "👋", "muscle": "💪", "ok_hand": "👌",
    "raised_hands": "🙌",
    "point_up": "☝️", "point_down": "👇", "point_right": "👉", "tada": "🎉", "rocket": "🚀", "fire": "🔥",
    "star": "⭐",
    "sparkles": "✨", "eyes": "👀", "bulb": "💡", "warning": "⚠️", "white_check_mark": "✅", "x": "❌", "100": "💯",
    "coffee": "☕", "shrug": "🤷", "facepalm": "🤦", "stuck_out_tongue": "😛", "partying_face": "🥳",
    "scream": "😱",
    "astonished": "😲", "open_mouth": "😮", "angry": "😠", "rage": "😡", "sleeping": "😴", "see_no_evil": "🙈",
  ]
}
