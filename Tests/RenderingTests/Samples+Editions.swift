import Model

extension Samples {
  /// One article, nothing around it.
  static let one = edition([meeting])

  /// Six articles in two sections, with a note, conversations, a list, and title lines.
  static let six = edition(
    [
      .init(title: nil, items: [meeting, handover, listening, numbers]),
      .init(title: "From the archives of practice", items: [apology, quietRoom]),
    ],
    note: """
      Good morning. Three of this week's pieces are about the same thing from different sides: what people say once \
      the person in charge has left the room.

      Begin with the empty chair. It is short, and the comments are better than most books on meetings.
      """,
    also: [
      .init(
        entryID: "also-1", title: "Four questions for a first week in charge",
        url: "https://ladders.example.net/four-questions", sourceTitle: "Second Desk", readingMinutes: 3),
      .init(
        entryID: "also-2", title: "Nobody reads the strategy document", url: nil,
        sourceTitle: "Plain Ladders",
        readingMinutes: 6),
    ])

  /// A week in which nobody wrote a comment.
  static let quiet = edition([
    item(
      1, "A short piece without an author", authors: [], day: nil, minutes: 1,
      quotes: [quote("Some weeks have nothing to argue about, and that is a finding too.")],
      conversation: conversation(0, people: 0)),
    item(
      2, "Another, closed to comments", authors: ["Ines Roth"],
      quotes: [quote("The page has no room for readers. We print what there is.")]),
  ])

  /// More than one mail can hold in full.
  static let twentyEight = edition(
    [.init(title: nil, items: (1...28).map { number in many(number) })],
    note: "A long week. The best stand in full; the rest is named below.")

  private static func many(_ number: Int) -> Edition.Item {
    let models = [meeting, handover, listening, numbers, apology, quietRoom]
    let model = models[number % models.count]
    return item(
      number, "\(model.title), part \(number)", authors: model.authors, source: model.sourceTitle,
      minutes: model.readingMinutes, quotes: model.paragraphs, prompt: model.prompt,
      conversation: model.conversation, score: Double(number * 37 % 29) / 29)
  }

  static let meeting = item(
    1, "The empty chair at the Monday meeting", authors: ["Ada Berg"], source: "Plain Ladders", minutes: 6,
    quotes: [
      quote(
        "For a month I kept one chair free at the table and said it belonged to the person who would have to live with our decision. Nobody laughed for long. By the third week people had begun to look at it before they answered."
      ),
      quote(
        "The chair changed what we asked. We stopped asking whether a plan was possible and asked who would be tired on Thursday because of it.",
        isCutBefore: true, isCutAfter: true),
    ],
    prompt: quote("Who is missing from your own table, and would you know if they were?"),
    conversation: conversation(
      6, people: 4, replies: 2,
      threads: [
        [
          comment(
            "c1", "Mika",
            "We did this with a photograph of the night shift. It worked until somebody hung a calendar over it, which told us more than the photograph had."
          ),
          comment(
            "c2", "Ada Berg",
            "The calendar is the best argument for the chair that I have heard. May I use it?",
            depth: 1, answers: "Mika", isByAuthor: true),
          comment(
            "c3", "Mika", "Please do. The calendar has been taken down.", depth: 2, answers: "Ada Berg"),
        ],
        [
          comment(
            "c4", "Tomasz Wrona",
            "I would warn against it in a small team. With five people in the room the chair is always somebody in particular.\n\nWe ended up writing the absent person's question on the board instead.",
            isCutAfter: true)
        ],
      ]), score: 0.9)

  static let handover = item(
    2, "A handover is a promise, not a document", authors: ["Ines Roth", "Bo Lindqvist"],
    source: "Second Desk",
    day: 20_776, minutes: 9,
    quotes: [
      quote(
        "Ask for it out loud\nShow where it hurts\nLeave your telephone number", kind: .list,
        items: ["Ask for it out loud.", "Show where it hurts.", "Leave your telephone number."],
        isOrdered: true, stem: "A good handover has three parts, and only one of them can be written down:"),
      quote("Everything else is archaeology."),
    ],
    conversation: conversation(
      41, people: 17, threads: [[comment("d1", nil, "The telephone number is the whole of it.")]]), score: 0.8
  )

  static let listening = item(
    3, "Listening is work, so put it in the plan", authors: ["Plain Ladders"], source: "Plain Ladders",
    day: 20_777, minutes: 4,
    quotes: [
      quote(
        "Two hours a week are in my calendar as “hear somebody out”. They are the first to go when things get busy, and each time they went, something came back to us within the month as a surprise."
      )
    ],
    conversation: conversation(3, people: 3, threads: []), score: 0.7)

  static let numbers = item(
    4, "The number that everybody agreed on", authors: ["Hana Sato"], source: "Ink & Ledger", day: 20_778,
    minutes: 7,
    quotes: [
      quote("We measured what the dashboard could count:"),
      quote(
        "open tickets\nanswered tickets\ntickets nobody dared to open", kind: .list,
        items: ["open tickets", "answered tickets", "tickets nobody dared to open"]),
      quote("if answered > opened:\n    celebrate()", kind: .code),
    ], conversation: conversation(0, people: 0), score: 0.6)

  static let apology = item(
    5, "How to say sorry to a team", authors: ["Ruth Okafor"], source: "The Long Corridor", day: 20_779,
    minutes: 5,
    quotes: [
      quote(
        "Say what you did. Say what it cost. Say what happens now. Leave out the weather, the pressure, and the word “if”."
      )
    ], score: 0.5)

  static let quietRoom = item(
    6, "Quiet rooms and loud calendars", authors: ["Jonas Weiß"], source: "The Long Corridor", day: 20_779,
    minutes: 3,
    quotes: [
      quote("A quiet room is not a room. It is an agreement that somebody has to keep.", isCutAfter: true)
    ],
    score: 0.4)
}
