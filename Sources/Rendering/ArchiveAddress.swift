import Model

/// Where the archive lies on the web: the publication's homepage, taken as a folder.
struct ArchiveAddress: Hashable {
  /// Ends in a slash.
  let base: String

  /// Where the archive of a publication lies: as its `archive_url` says, else its homepage. `nil` if neither is a web address.
  init?(of publication: Publication) {
    let place = ArchivePlace(address: publication.archiveURL, edition: "")
    guard let address = place?.index ?? WebLink(publication.homepage) else { return nil }
    self.init(address)
  }

  /// A last step with a dot in it (`index.html`) is a page of the folder, any other is the folder; query and fragment go.
  init(_ homepage: WebLink) {
    let bytes = Array(homepage.address.utf8)
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    var address = Array(bytes[..<end])
    let hostStart = address.firstIndex(of: UInt8(ascii: ":")).map { $0 + 3 } ?? 0
    if let slash = address.lastIndex(of: UInt8(ascii: "/")), slash >= hostStart,
      address[slash...].contains(UInt8(ascii: "."))
    {
      address = Array(address[...slash])
    }
    if address.last != UInt8(ascii: "/") { address.append(UInt8(ascii: "/")) }
    base = String(decoding: address, as: UTF8.self)
  }

  /// The page of an edition, or the place of an article on it.
  ///
  /// - Parameter article: its number among all articles of the edition, from 1, whatever a mail leaves out.
  func page(of edition: Edition.ID, article: Int? = nil) -> String {
    base + ArchiveNames.page(of: edition) + (article.map { "#a\($0)" } ?? "")
  }
}

/// Names of the archive's files.
enum ArchiveNames {
  static let index = "index.html"
  static let feed = "feed.atom"

  static func page(of edition: Edition.ID) -> String { edition.rawValue + ".html" }
}
