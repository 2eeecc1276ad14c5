import Foundation
import Model
import Templates
import Testing

@testable import Rendering

@Suite("A message is fit for the wire")
struct MessageTests {
  private func message(_ edition: Edition) throws -> String {
    String(decoding: try render(edition, template: .builtIn()).message, as: UTF8.self)
  }

  private func header(_ edition: Edition) throws -> [String] {
    let message = try message(edition)
    let end = try #require(message.range(of: "\r\n\r\n"))
    return message[..<end.lowerBound].components(separatedBy: "\r\n")
  }

  @Test("Header fields stand in their order, once each, with names from the content nowhere")
  func order() throws {
    for edition in [Samples.six, Samples.awkward] {
      let names = try header(edition).filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
      let expected = [
        "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "List-Id", "List-Unsubscribe",
        "List-Unsubscribe-Post", "List-Archive", "Auto-Submitted", "MIME-Version", "Content-Type",
      ]
      #expect(
        names.map(String.init) == expected.filter { $0 != "Reply-To" || edition.publication.replyTo != nil })
    }
  }

  @Test("Lines are ASCII, end in CR LF and stay short", arguments: RenderingTests.editions.keys.sorted())
  func wire(name: String) throws {
    let bytes = try render(#require(RenderingTests.editions[name]), template: .builtIn()).message
    #expect(bytes.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x0D) })
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count <= 79 })
    #expect(lines.last?.isEmpty == true)
    #expect(bytes.count { $0 == 0x0D } == lines.count - 1)
  }

  @Test("The date is the edition's, in the publication's zone")
  func date() throws {
    #expect(try header(Samples.one).first == "Date: Sun, 22 Nov 2026 20:00:00 +0100")
  }

  @Test("Message id and boundary follow the content")
  func identity() throws {
    func id(_ edition: Edition) throws -> String? { try header(edition).first { $0.hasPrefix("Message-ID") } }
    #expect(try id(Samples.one) == id(Samples.one))
    #expect(try id(Samples.one) != id(Samples.quiet))
    #expect(try id(Samples.one)?.hasPrefix("Message-ID: <2026-W47.") == true)
  }

  @Test("A sender that is no address cannot add a header")
  func badSender() throws {
    let publication = Publication(
      title: "T\r\nBcc: a@b.example", senderName: "", senderAddress: "a@b.example\r\nBcc: c@d.example",
      replyTo: "x, y@z.example")
    let lines = try header(Samples.edition([Samples.meeting], publication: publication))
    #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("Reply-To") })
    #expect(lines.contains("From: \"T Bcc: a@b.example\" <digest@example.invalid>"))
  }

  @Test("Encoded words are short, whole and say what was meant")
  func encodedWords() throws {
    for text in [
      "Überblick", "会議を半分にしたら、何が起きたか、そして誰が困ったか", "=?utf-8?Q?fake?=", String(repeating: "👩‍👩‍👧", count: 9),
    ] {
      let line = HeaderField("Subject", unstructured: text).line
      let words = line.dropFirst("Subject: ".count).split(whereSeparator: \.isWhitespace)
      #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?utf-8?") && $0.hasSuffix("?=") })
      #expect(line.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
      #expect(words.map { decoded(String($0)) }.joined() == text)
    }
  }

  private func decoded(_ word: String) -> String {
    let parts = word.split(separator: "?", omittingEmptySubsequences: false)
    guard parts.count == 5 else { return "?" }
    if parts[2] == "B" {
      return String(decoding: Data(base64Encoded: String(parts[3])) ?? Data(), as: UTF8.self)
    }
    return parts[3].replacing("_", with: " ").replacing("=", with: "%").removingPercentEncoding ?? "?"
  }

  @Test(
    "Quoted-printable",
    arguments: [
      ("a=b\n", "a=3Db\r\n"), ("end \n", "end=20\r\n"), ("From x\n", "=46rom x\r\n"), (".\n", "=2E\r\n"),
      ("é\n", "=C3=A9\r\n"), ("a", "a\r\n"),
      (String(repeating: "x", count: 76) + "\n", String(repeating: "x", count: 76) + "\r\n"),
      (String(repeating: "x", count: 77) + "\n", String(repeating: "x", count: 75) + "=\r\nxx\r\n"),
      (String(repeating: "x", count: 75) + ".y\n", String(repeating: "x", count: 75) + "=\r\n=2Ey\r\n"),
    ])
  func quotedPrintable(text: String, expected: String) {
    // Enough plain text around it that base64 is no choice.
    let filler = String(repeating: "plain text\n", count: 20)
    let encoded = TransferEncoded(filler + text)
    #expect(encoded.name == "quoted-printable")
    #expect(
      String(decoding: encoded.bytes, as: UTF8.self)
        == filler.replacing("\n", with: "\r\n") + expected)
  }

  @Test(
    "A subject without small letters is not shouted",
    arguments: [("ゆっくり週刊", "2026-47"), ("Slow", "2026-W47")])
  func subject(title: String, id: String) throws {
    let publication = Publication(title: title, language: "ja", senderName: "x", senderAddress: "a@b.example")
    let edition = Samples.edition([Samples.item(1, "小さな町", quotes: [])], publication: publication)
    let html = try render(edition, template: .builtIn()).html
    #expect(html.contains("<title>\(title) \(id): 小さな町</title>"))
  }

  @Test("Text that is mostly not ASCII goes as base64")
  func base64Text() throws {
    let text = String(repeating: "会議を半分に\n", count: 40)
    let encoded = TransferEncoded(text)
    #expect(encoded.name == "base64")
    let data = try #require(
      Data(base64Encoded: Data(encoded.bytes), options: .ignoreUnknownCharacters))
    #expect(String(decoding: data, as: UTF8.self) == text.replacing("\n", with: "\r\n"))
  }
}
