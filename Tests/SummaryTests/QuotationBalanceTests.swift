import Testing

@testable import Summary

@Suite("Quotation marks that open and close")
struct QuotationBalanceTests {
  @Test(
    "Every mark that opens closes",
    arguments: [
      "She said “no” and “yes”.", "Er sagte „nein“ und »ja«.", "Il dit « non ».", "Han sade ”nej”.",
      "彼女は「はい」と言った。",
      "The 9.7” and the 10.5” tablets", "a 12\" record, \"Ropes\"", "Mistyped “closing“ marks",
      "A “mixed\" pair",
    ])
  func balanced(text: String) {
    #expect(hasBalancedQuotationMarks(text))
  }

  @Test(
    "A mark is missing",
    arguments: [
      "“I was up all night. Nobody asked me.", "So I left.” It changed us.", "Er sagte: „Nein.", "「はい",
      "Il dit « non.",
      "\"I was up all night.",
    ])
  func open(text: String) {
    #expect(!hasBalancedQuotationMarks(text))
  }
}
