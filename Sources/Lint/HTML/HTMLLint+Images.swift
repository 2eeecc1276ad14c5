import Model

extension HTMLLint {
  mutating func checkImages() {
    let images = document.elements("img")
    measures.images = images.count
    for index in images {
      let node = document.nodes[index]
      let address = node["src"] ?? ""
      let shown = address.isEmpty ? "without address" : excerpt(address)
      checkWords(of: index, shown)
      if pixels(node["width"]) == nil {
        say(
          .error, "img-size", "the image \(shown) has no width in pixels",
          "width=\"600\"; Outlook reads no other", at: index)
      }
      if pixels(node["height"]) == nil {
        say(
          .warning, "img-size", "the image \(shown) has no height in pixels", "text jumps when it loads",
          at: index)
      }
      checkAddress(address, shown, at: index)
      if node["width"] == "1", node["height"] == "1" {
        say(
          .warning, "tracking-pixel", "an image of one pixel: \(shown)",
          "readers and filters take it for a spy", at: index)
      }
    }
  }

  private mutating func checkWords(of index: Int, _ shown: String) {
    guard let words = document.nodes[index]["alt"] else {
      say(.error, "img-alt", "the image \(shown) has no alt", "alt=\"\" if it says nothing", at: index)
      return
    }
    guard words.utf8.allSatisfy(isBlank) else { return }
    if let link = document.ancestor(of: index, where: { $0.name == "a" }),
      excerpt(document.spoken(link)).isEmpty
    {
      say(
        .error, "img-alt", "a link holds nothing but the image \(shown), whose alt is empty",
        "say where the link leads",
        at: index)
    }
  }

  private mutating func checkAddress(_ address: String, _ shown: String, at index: Int) {
    let lowercased = address.lowercased()
    if lowercased.hasBytePrefix("cid:") {
      say(.note, "img-cid", "the image \(shown) must come with the message", at: index)
    } else if lowercased.hasBytePrefix("data:") {
      say(.error, "img-data", "a data: image", "Gmail drops it; put it on a server", at: index)
    } else if !address.hasBytePrefix("https://") {
      say(
        .error, "img-src", "the image address is not https: \(shown)", "a whole address, with https",
        at: index)
    }
  }
}
