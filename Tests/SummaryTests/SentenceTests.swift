import Model
import Testing

@testable import Summary

@Suite("Sentences")
struct SentenceTests {
  /// The text is written with a bar at each expected boundary.
  @Test(
    "A sentence ends where a reader would say so",
    arguments: [
      "One. |Two! |Three? |Four",
      "Dr. Ida Brandt met Mr. Voss at 5 p.m. on Monday. |They left.",
      "She works for Hull Inc. in Leith. |It pays.",
      "We tried, e.g. with cards, etc. and it worked. |Then it stopped.",
      "He came with cards, pens, etc. |Nobody used them.",
      "J. R. Moor wrote it. |It costs 3.50 euros.",
      "She knows more than I. |He does not.",
      "Is it version 2.0? |No. |It is 2.1.",
      "“Stay calm.” |He did. |(It was hard.) |Then he left.",
      "“Really?” he asked. |“Yes,” she said.",
      "Wait… what? |I waited… |Nothing came.",
      "Then nothing... |And then everything... or so.",
      "It was late.|We went home. |See example.com for more.",
      "The U.S. market grew. |So did the U.K. |That was all.",
      "He said it twice.[3] |Nobody heard. |See fig. 2 and p. 7 there.",
      "One paragraph\n\n|Another one",
      "A line that was broken\nby a mailer. |The next.",
      "Roles:\n|…believer\n|…challenger",
      "Steps:\n|1. Ask.\n|2. Listen.",
      "今日は晴れ。|明日は雨！|終わり",
      "船長は待った。|「眠れない。」と彼は言った。|「そうか。」|皆が黙った。",
      "i tried it. |it worked for us and nobody complained about it. |we kept it",
      "No stop at all",
      "?! Odd start. |Then more.",
    ])
  func english(marked: String) {
    check(marked, .english)
  }

  @Test(
    "German knows its abbreviations, ordinals and quotation marks",
    arguments: [
      "Am 3. Oktober kam er. |Das war z. B. ein Dienstag.",
      "Frau Dr. Kern hat u.a. gefragt. |Niemand antwortete.",
      "„Komm her.“ |Er kam. |Es gab Kaffee, Tee usw. |Dann gingen wir.",
    ])
  func german(marked: String) {
    check(marked, .german)
  }

  @Test(
    "Each language knows its abbreviations and marks",
    arguments: [
      (TextLanguage.french, "M. Moreau et Mme. Petit sont venus. |Ils sont partis."),
      (.french, "« Venez. » |Il est venu."), (.spanish, "El Sr. Vega preguntó. |¿Quién? |Nadie."),
      (.spanish, "¡Ven! |¿Por qué no?"), (.italian, "Il dott. Rossi ha chiesto. |Nessuno ha risposto."),
      (.portuguese, "O Sr. Lima perguntou. |Ninguém respondeu."),
      (.dutch, "Mevr. Jansen vroeg het, d.w.z. Niemand zei iets. |Toen ging zij."),
    ])
  func others(language: TextLanguage, marked: String) {
    check(marked, language)
  }

  @Test(
    "Any text that holds more than white space has a sentence",
    arguments: ["x", "…", "...", "\u{A0}?\n", "(", "🙂"])
  func neverEmpty(text: String) {
    #expect(!sentenceRanges(of: text).isEmpty)
  }

  @Test("White space alone has none", arguments: ["", " \n\t\u{A0}"])
  func empty(text: String) {
    #expect(sentenceRanges(of: text).isEmpty)
  }

  private func check(_ marked: String, _ language: TextLanguage) {
    let text = marked.replacing("|", with: "")
    let wanted = marked.split(separator: "|").map { trimmed(String($0)) }
    let found = sentenceRanges(of: text, language: language).map { $0.slice(of: text) ?? "?" }
    #expect(found == wanted)
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
