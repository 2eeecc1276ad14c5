import Markup

/// Services that load comments by script, recognised by the empty places that they leave or by the script.
enum CommentServices {
  static func name(in page: PageIndex) -> String? {
    for (index, node) in page.tree.nodes.enumerated() where !node.isText {
      if let name = elements[node.name] ?? places[page.id(index)] { return name }
      for token in page.classTokens(index) {
        if let name = places[token] { return name }
      }
      if let name = node["data-spotim-module"].flatMap({ modules[asciiLowered($0)] }) { return name }
    }
    return nil
  }

  /// By the addresses of the page's scripts, which are not part of its tree.
  static func name(inScriptsOf bytes: [UInt8]) -> String? {
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      let name = bytes[index...].prefix(7).map(lowered)
      guard name.starts(with: "script".utf8), name.count == 7, name[6] <= 0x20 || name[6] == UInt8(ascii: ">")
      else { continue }
      let tag = bytes[(index + 6)...].prefix(1_000).prefix { $0 != UInt8(ascii: ">") }
      index = tag.endIndex
      let source = String(decoding: tag.map(lowered), as: UTF8.self)
      guard source.contains("src") else { continue }
      if source.contains("data-ghost-comments") { return "ghost" }
      if let found = scripts.first(where: { source.contains($0.address) }) { return found.name }
    }
    return nil
  }

  private static let elements: [String: String] = [
    "coral-embed-stream": "coral", "ghost-comments": "ghost", "vf-conversations": "viafoura",
    "vf-conversations-starter": "viafoura", "hyvor-talk-comments": "hyvor", "fb:comments": "facebook",
    "graph-comment": "graphcomment", "commento-comments": "commento", "cusdis-comments": "cusdis",
    "remark42-comments": "remark42",
  ]

  private static let places: [String: String] = [
    "disqus_thread": "disqus", "fb-comments": "facebook", "fb-root-comments": "facebook",
    "coral_thread": "coral", "coral-talk-stream": "coral", "coral_talk_stream": "coral",
    "coral-embed-stream": "coral", "coral-comments": "coral", "viafoura": "viafoura",
    "viafoura-comments": "viafoura", "vf-comments": "viafoura", "vf-conversations": "viafoura",
    "vf-widget": "viafoura", "discourse-comments": "discourse", "ghost-comments": "ghost",
    "gh-comments": "ghost", "ghost-comments-root": "ghost", "livefyre": "livefyre",
    "livefyre-comments": "livefyre", "livefyre-app": "livefyre", "livefyre_app": "livefyre",
    "idc-container": "intensedebate", "idc-container-parent": "intensedebate",
    "intensedebate-comments": "intensedebate", "commento": "commento", "utterances": "utterances",
    "giscus": "giscus", "hyvor-talk-view": "hyvor", "hyvor-talk-comments": "hyvor",
    "spot-im-frame-inpage": "openweb", "spotim-comments": "openweb", "open-web-comments": "openweb",
    "openweb-comments": "openweb", "isso-thread": "isso", "remark42": "remark42", "cusdis_thread": "cusdis",
    "gitalk-container": "gitalk", "waline": "waline", "twikoo": "twikoo", "vcomments": "valine",
    "graphcomment": "graphcomment", "fastcomments-widget": "fastcomments", "vuukle-comments": "vuukle",
    "muut": "muut", "hypercomments_widget": "hypercomments", "cackle": "cackle", "mc-container": "cackle",
    "schnack": "schnack", "talkyard-comments": "talkyard", "comentario": "comentario",
    "cactus-comments": "cactus", "artalk": "artalk", "htmlcommentbox": "htmlcommentbox",
    "hcb_wrapper": "htmlcommentbox", "replybox": "replybox", "gigya-comments": "gigya",
    "pluck-comments": "pluck", "echo-stream": "echo", "js-kit-comments": "echo",
  ]

  private static let modules: [String: String] = ["conversation": "openweb", "spotim-launcher": "openweb"]

  private static let scripts: [(address: String, name: String)] = [
    ("utteranc.es/client", "utterances"), ("giscus.app/client", "giscus"),
    ("launcher.spot.im", "openweb"), ("talk.hyvor.com", "hyvor"),
    ("/comments-ui", "ghost"), ("commento.js", "commento"), ("cusdis.", "cusdis"),
    ("disqus.com/embed", "disqus"), ("graphcomment.com", "graphcomment"),
    ("fastcomments.com/js", "fastcomments"), ("cdn.vuukle.com", "vuukle"),
    ("coral.coralproject.net", "coral"), (".coral.coralproject", "coral"),
    ("zor.livefyre.com", "livefyre"), ("cdn.livefyre.com", "livefyre"),
    ("intensedebate.com/js", "intensedebate"), ("/remark42", "remark42"),
    ("talkyard-comments", "talkyard"), ("cdn.muut.com", "muut"),
  ]
}
