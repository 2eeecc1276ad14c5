internal import CStemmer

/// Brings the forms of a word together by the Snowball rules of its language (libstemmer): `managers`, `managing` and
/// `management` become one.
///
/// Holds the room in which the library works, so each task needs one of its own.
public final class SnowballStemmer {
  private let stemmer: OpaquePointer

  /// - Parameter language: ISO 639-1 code such as `de`. `nil` for a language that the library does not know.
  public init?(language: String) {
    guard !language.isEmpty, let stemmer = sb_stemmer_new(language, "UTF_8") else { return nil }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of a word in lower case; the word itself if the library has no memory for it.
  public func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.count <= Int(Int32.max),
        let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count))
      else { return String(decoding: bytes, as: UTF8.self) }
      let length = max(0, Int(sb_stemmer_length(stemmer)))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
