import Hashing
import Model
import Testing

@Suite("Content hashes")
struct ContentHashTests {
  @Test(
    "A hash is the SHA-256 of the bytes (vectors of FIPS 180-4)",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func vectors(text: String, expected: String) {
    #expect(ContentHash(of: text).rawValue == expected)
  }

  @Test("Texts that differ in Unicode normalisation only have different hashes")
  func normalisation() {
    #expect(ContentHash(of: "caf\u{E9}") != ContentHash(of: "cafe\u{301}"))
  }
}
