import Articles
import Testing

@Suite("Dates on pages")
struct PageDateTests {
  @Test(
    "A date is read in the forms that blogs print",
    arguments: [
      ("2013-06-06T15:14:00+02:00", "2013-06-06T13:14:00Z"),
      ("2013-06-06T15:14:00.000Z", "2013-06-06T15:14:00Z"),
      ("2013-06-06", "2013-06-06"), ("20130606", "2013-06-06"), ("2013/06/06 15:14", "2013-06-06T15:14:00Z"),
      ("Thu, 06 Jun 2013 15:14:00 +0000", "2013-06-06T15:14:00Z"), ("06 Jun 2013", "2013-06-06"),
      ("June 6, 2013 at 3:14 pm", "2013-06-06T15:14:00Z"), ("June 6th, 2013", "2013-06-06"),
      ("12:05 AM, June 6, 2013", "2013-06-06T00:05:00Z"), ("on 6th of June 2013", "2013-06-06"),
      ("6. Juni 2013 um 15:14 Uhr", "2013-06-06T15:14:00Z"), ("06.06.13", "2013-06-06"),
      ("6.6.2013, 15.14 Uhr", "2013-06-06T15:14:00Z"),
      ("6 juin 2013 à 15 h 14", "2013-06-06T15:14:00Z"), ("6 de junio de 2013", "2013-06-06"),
      ("13/06/2013", "2013-06-13"),
      ("06/13/2013", "2013-06-13"), ("Posted by: Ann | 06/07/2013 at 03:14 PM", "2013-06-07T15:14:00Z"),
      ("Jun 06, 2013", "2013-06-06"), ("6 März 2013", "2013-03-06"),
    ])
  func forms(text: String, expected: String) {
    #expect(PageDate(reading: text)?.text == expected)
  }

  @Test("Outside America the day comes first")
  func dayFirst() {
    #expect(PageDate(reading: "06/07/2013", monthFirst: false)?.text == "2013-07-06")
    #expect(PageDate(reading: "06/07/2013", monthFirst: true)?.text == "2013-06-07")
  }

  @Test(
    "What is no date is none",
    arguments: ["", "two days ago", "3 comments", "12:15", "version 1.2.3", "31.02.2013", "1 2 3 4 5"])
  func none(text: String) {
    #expect(PageDate(reading: text) == nil)
  }
}
