import Model

/// Where an edition stands in the archive on the web.
struct ArchivePlace: Hashable, Sendable {
  /// The page of all editions.
  let index: WebLink
  /// The page of this one.
  let page: WebLink

  /// - Parameter address: as ``Publication/archiveURL`` describes it. `nil` unless it is a web address.
  init?(address: String?, edition id: String) {
    guard let address else { return nil }
    let place = "{edition}"
    guard let range = address.range(ofBytes: place) else {
      guard let index = WebLink(address.utf8.last == UInt8(ascii: "/") ? address : address + "/"),
        let page = WebLink(index.address + ArchiveNames.page(of: Edition.ID(rawValue: id)))
      else { return nil }
      self.init(index: index, page: page)
      return
    }
    let before = address[..<range.lowerBound]
    let folder = before.utf8.lastIndex(of: UInt8(ascii: "/")).map { before[...$0] } ?? before
    guard let index = WebLink(String(folder)), let page = WebLink(before + id + address[range.upperBound...])
    else { return nil }
    self.init(index: index, page: page)
  }

  private init(index: WebLink, page: WebLink) {
    self.index = index
    self.page = page
  }

  /// Where an article stands on the page.
  func place(of anchor: String) -> WebLink? { WebLink(page.address + "#" + anchor) }
}

extension String {
  /// The first place of `text`, compared byte by byte.
  fileprivate func range(ofBytes text: String) -> Range<String.Index>? {
    var start = utf8.startIndex
    while let first = text.utf8.first, let found = utf8[start...].firstIndex(of: first) {
      if utf8[found...].starts(with: text.utf8) {
        return found..<utf8.index(found, offsetBy: text.utf8.count)
      }
      start = utf8.index(after: found)
    }
    return nil
  }
}
