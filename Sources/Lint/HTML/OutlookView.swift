/// A document as Outlook on Windows reads it: the content of conditional comments counts, and what is for others does not.
struct OutlookView {
  struct Fault {
    let code: String
    let words: String
    let hint: String
    let line: Int
  }

  private struct Mark {
    enum Kind {
      /// `<!--[if mso]>`: a comment for all others.
      case hidingStart
      /// `<!--[if !mso]><!-->` or `<![if !mso]>`: markup for all others.
      case showingStart
      /// `<![endif]-->`
      case hidingEnd
      /// `<!--<![endif]-->` or `<![endif]>`
      case showingEnd
    }

    let kind: Kind
    let range: Range<Int>
    let condition: String
  }

  private let bytes: [UInt8]
  private let marks: [Mark]
  private(set) var faults: [Fault] = []

  /// How many conditional comments there are.
  var count: Int { marks.count { $0.kind == .hidingStart || $0.kind == .showingStart } }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    marks = OutlookView.foundMarks(bytes)
    checkMarks()
  }

  /// The views of the versions, each once; empty if the comments do not match.
  ///
  /// What a version does not see is blank, so that places stay as they are.
  var views: [[UInt8]] {
    guard !marks.isEmpty, faults.allSatisfy({ $0.code == "mso-condition" }) else { return [] }
    var known: Set<[Bool]> = []
    return OutlookCondition.versions.reversed().compactMap { version in
      let truths = marks.map { OutlookCondition.holds($0.condition, version: version) ?? true }
      return known.insert(truths).inserted ? view(truths) : nil
    }
  }

  private func view(_ truths: [Bool]) -> [UInt8] {
    var view = bytes
    func blank(_ range: Range<Int>) {
      for index in range where !isBlank(view[index]) { view[index] = 0x20 }
    }
    var start: (end: Int, isShown: Bool)?
    for (mark, isTrue) in zip(marks, truths) {
      blank(mark.range)
      switch mark.kind {
      case .hidingStart, .showingStart: start = (mark.range.upperBound, isTrue)
      case .hidingEnd, .showingEnd:
        if let open = start, !open.isShown { blank(open.end..<mark.range.lowerBound) }
        start = nil
      }
    }
    return view
  }

  private mutating func checkMarks() {
    var open: Mark?
    for mark in marks {
      switch mark.kind {
      case .hidingStart, .showingStart:
        if OutlookCondition.holds(mark.condition, version: 16) == nil {
          say(
            "mso-condition", "an odd condition: [if \(excerpt(mark.condition))]",
            "such as [if mso] or [if gte mso 9]", mark)
        }
        if open != nil {
          say(
            "mso-nested", "a conditional comment inside of another", "close the first with <![endif]-->", mark
          )
        }
        open = mark
      case .hidingEnd, .showingEnd:
        guard let start = open else {
          say("mso-unbalanced", "<![endif] without [if]", "leave it out", mark)
          continue
        }
        if start.kind == .showingStart, mark.kind == .hidingEnd {
          say(
            "mso-form", "what is shown to others must end with <!--<![endif]-->", "else they show \"-->\"",
            mark)
        }
        if start.kind == .hidingStart, mark.kind == .showingEnd {
          say(
            "mso-form", "what is hidden from others must end with <![endif]-->", "without <!-- before it",
            mark)
        }
        open = nil
      }
    }
    if let open {
      say("mso-unbalanced", "[if \(excerpt(open.condition))] is never closed", "add <![endif]-->", open)
    }
  }

  private mutating func say(_ code: String, _ words: String, _ hint: String, _ mark: Mark) {
    guard faults.count < 40 else { return }
    faults.append(
      Fault(code: code, words: words, hint: hint, line: lineNumber(of: mark.range.lowerBound, in: bytes)))
  }
}

extension OutlookView {
  /// In the order of the document.
  private static func foundMarks(_ bytes: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    var index = 0
    while index < bytes.count, let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if let mark = mark(at: start, in: bytes) {
        marks.append(mark)
        index = mark.range.upperBound
      } else {
        index = start + 1
      }
    }
    return marks
  }

  private static func mark(at start: Int, in bytes: [UInt8]) -> Mark? {
    func follows(_ text: String, _ place: Int) -> Bool {
      let wanted = Array(text.utf8)
      guard place + wanted.count <= bytes.count else { return false }
      return wanted.indices.allSatisfy {
        bytes[place + $0] == wanted[$0] || bytes[place + $0] | 0x20 == wanted[$0]
      }
    }
    for (text, kind) in [
      ("<!--<![endif]-->", Mark.Kind.showingEnd), ("<![endif]-->", .hidingEnd),
      ("<!--[endif]-->", .hidingEnd),
      ("<![endif]>", .showingEnd),
    ] where follows(text, start) {
      return Mark(kind: kind, range: start..<(start + text.utf8.count), condition: "true")
    }
    for (text, isComment) in [("<!--[if", true), ("<![if", false)] where follows(text, start) {
      let from = start + text.utf8.count
      guard let close = bytes[from...].prefix(300).firstIndex(of: UInt8(ascii: "]")), follows("]>", close)
      else {
        return nil
      }
      let condition = String(decoding: trimmedBlanks(bytes[from..<close]), as: UTF8.self)
      var end = close + 2
      guard isComment else { return Mark(kind: .showingStart, range: start..<end, condition: condition) }
      for opening in ["<!-->", "<!-- -->", "-->"] where follows(opening, end) {
        end += opening.utf8.count
        return Mark(kind: .showingStart, range: start..<end, condition: condition)
      }
      return Mark(kind: .hidingStart, range: start..<end, condition: condition)
    }
    return nil
  }

}
