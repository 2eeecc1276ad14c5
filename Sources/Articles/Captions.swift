import Markup

/// Words that belong to a picture although no element says so: beside the text, like a note.
enum Captions {
  /// Whether a `p` is the caption of a picture: it holds the picture, a line break and a line; or it is all in emphasised
  /// type and stands directly behind a paragraph that holds nothing but a picture.
  static func isCaption(paragraph index: Int, in page: PageIndex) -> Bool {
    let node = page.tree[index]
    guard node.name == "p" || node.name == "div", page.paragraphCount(index) == (node.name == "p" ? 1 : 0),
      page.headingCount(index) == 0
    else { return false }
    let length = page.textLength(index)
    guard length >= 10, length <= 260 else { return false }
    if page.imageCount(index) > 0 { return node.name == "p" && isBelowOwnPicture(index, page) }
    return isAllEmphasis(page.tree.children(of: index), page) && followsPicture(index, page)
  }

  /// A picture, then a line break, then one line.
  private static func isBelowOwnPicture(_ index: Int, _ page: PageIndex) -> Bool {
    var hasPicture = false
    var breaks = 0
    var rest: [Int] = []
    for child in page.tree.children(of: index) {
      let node = page.tree[child]
      if page.textLength(child) == 0 {
        if page.imageCount(child) > 0 {
          guard rest.isEmpty else { return false }
          hasPicture = true
        } else if node.name == "br", hasPicture {
          // What is parted into lines is a text.
          if !rest.isEmpty { return false }
          breaks += 1
        }
        continue
      }
      guard hasPicture, page.imageCount(child) == 0 else { return false }
      rest.append(child)
    }
    guard !rest.isEmpty else { return false }
    return breaks == 1 || isAllEmphasis(rest, page)
  }

  private static func isAllEmphasis(_ places: some Sequence<Int>, _ page: PageIndex) -> Bool {
    var found = false
    for place in places where page.textLength(place) > 0 {
      guard ["em", "i", "small", "figcaption"].contains(page.tree[place].name) else { return false }
      found = true
    }
    return found
  }

  private static func followsPicture(_ index: Int, _ page: PageIndex) -> Bool {
    let parent = page.tree[index].parent
    var place = index - 1
    // Backwards over white space and line breaks, a few at most.
    for _ in 0..<6 where place > parent {
      while page.tree[place].parent > parent { place = page.tree[place].parent }
      let node = page.tree[place]
      let isBlank = node.isText ? page.textLength(place) == 0 : node.name == "br"
      if !isBlank { return !node.isText && page.textLength(place) == 0 && page.imageCount(place) > 0 }
      place -= 1
    }
    return false
  }
}
