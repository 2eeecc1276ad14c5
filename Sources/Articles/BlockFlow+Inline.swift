import Markup
import Model

extension BlockFlow {
  // MARK: - Pictures and formulas in running text

  /// The letters that a picture in the text stands for: an emoji or a formula; `nil` for any other picture.
  func letters(ofImage index: Int, _ node: HTMLNode) -> String? {
    if page.hasClass(index, in: BlockFlow.emoji)
      || node["src"].map({ $0.holds("/images/core/emoji/") || $0.holds("/twemoji/") }) == true
    {
      return (node["alt"] ?? node["data-emoji"]).map(EmojiName.text)
    }
    return Formulas(tree: page.tree).text(ofImage: index)
  }

  private static let emoji: NameSet = ["emoji", "wp-smiley", "twemoji", "emojione", "joypixels"]

  /// A formula as a program set it, which holds it several times: for eyes, for screen readers, as TeX.
  func formula(in index: Int) -> String {
    let formulas = Formulas(tree: page.tree)
    for place in page.tree.descendants(of: index) {
      switch page.tree[place].name {
      case "math": return formulas.text(ofMath: place)
      case "img": return formulas.text(ofImage: place) ?? String(Block.gap)
      default: continue
      }
    }
    let text = page.tree.lineText(of: index)
    return text.isEmpty ? String(Block.gap) : text
  }

  /// Elements of KaTeX, MathJax and MediaWiki.
  static let formulas: NameSet = [
    "katex", "mathjax", "mathjax_chtml", "mathjax_svg", "mjx-chtml", "mwe-math-element",
  ]

  // MARK: - Buttons

  /// A link of a few words that hands the page to a network: "Click to tweet". A longer one is the author's sentence.
  func isShareButton(_ index: Int, _ node: HTMLNode) -> Bool {
    guard page.textLength(index) <= 40, let href = node["href"],
      BlockFlow.sharing.contains(where: { href.holds($0) })
    else { return false }
    return countWords(page.tree.lineText(of: index)) <= 5
  }

  private static let sharing = [
    "//ctt.ec/", "//clicktotweet.com/", "//ctt.ac/", "twitter.com/intent/", "twitter.com/share",
    "x.com/intent/",
    "facebook.com/sharer", "facebook.com/share.php", "linkedin.com/sharearticle", "linkedin.com/shareArticle",
    "linkedin.com/sharing/", "//wa.me/?", "api.whatsapp.com/send", "pinterest.com/pin/create",
    "reddit.com/submit",
    "//t.me/share", "getpocket.com/save", "bufferapp.com/add", "bsky.app/intent/", "/intent/tweet",
  ]

  // MARK: - Quotations

  /// Whether the author typed the marks that a `q` element would bring.
  func opensWithQuotationMark(_ index: Int) -> Bool {
    for place in page.tree.descendants(of: index) where page.tree[place].isText {
      for scalar in page.tree[place].text.unicodeScalars where !scalar.properties.isWhitespace {
        return "\"“”„‟«»‹›「『‚".unicodeScalars.contains(scalar)
      }
    }
    return false
  }

  /// Whether nothing but further names follows in the quotation: a `cite` in the middle is the title of a work.
  func isLastWord(_ index: Int, _ node: HTMLNode) -> Bool {
    for ancestor in page.tree.ancestors(of: index) where page.tree[ancestor].name == "blockquote" {
      return page.textLength(node.end..<page.tree[ancestor].end) == 0
        && page.textLength(ancestor) > page.textLength(index)
    }
    return false
  }

  /// Whether a caption belongs to a quotation in its figure.
  func signsQuotation(_ index: Int, _ node: HTMLNode) -> Bool {
    guard node.parent > 0, page.tree[node.parent].name == "figure" else { return false }
    return page.tree.descendants(of: node.parent).contains { page.tree[$0].name == "blockquote" }
  }

  /// Whether a ruby brings its own brackets.
  func holdsBrackets(ruby index: Int) -> Bool {
    guard index > 0 else { return false }
    let ruby = page.tree[index].name == "rtc" ? page.tree[index].parent : index
    return page.tree.descendants(of: ruby).contains { page.tree[$0].name == "rp" }
  }
}
