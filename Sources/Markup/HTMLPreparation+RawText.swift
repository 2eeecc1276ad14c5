/// Elements whose content is no markup (HTML standard §13.2.5.2 and following).
extension HTMLPreparation {
  /// Scripts, style sheets, frames: written empty, but for JSON-LD; a title keeps its text.
  mutating func readRawText(of tag: HTMLTag) {
    let start = index
    let name = tag.name.string
    // A frame that never ends was meant to be empty; the text goes on after it.
    if name == "iframe", hasNoMoreFrames { return }
    let end = name == "script" ? endOfScript(from: start) : endOfRawText(name, from: start)
    if name == "iframe", end == input.count {
      hasNoMoreFrames = true
      return
    }
    if let mark = firstIndex(of: UInt8(ascii: ">"), in: input, from: end) {
      index = mark + 1
    } else {
      index = input.count
    }
    if name == "script" {
      guard tag.isJSONScript else {
        // In a drawing an empty one stays behind: whoever judges the drawing must know.
        if openCounts[HTMLElementName.svg] > 0 || openCounts[HTMLElementName.math] > 0 {
          output.append(contentsOf: "<script></script>".utf8)
        }
        return
      }
      output.append(contentsOf: "<script type=\"application/ld+json\">".utf8)
      // The parser ends a script at "</" and a letter: in JSON the slash may be escaped.
      for position in start..<end {
        if input[position] == UInt8(ascii: "<"), position + 1 < end, input[position + 1] == UInt8(ascii: "/")
        {
          output.append(contentsOf: "<\\".utf8)
        } else if input[position] != 0 {
          output.append(input[position])
        }
      }
      output.append(contentsOf: "</script>".utf8)
    } else if name == "title" {
      write(tag)
      var place = start
      while place < end {
        switch input[place] {
        case UInt8(ascii: "&"):
          place = HTMLReference.write(input, at: place, end: end, isInAttribute: false, to: &output)
          continue
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case 0: break
        case let byte: output.append(byte)
        }
        place += 1
      }
      writeEndTag(name)
    } else {
      if tag.name.traits.contains(.closesParagraph) { closeParagraph() }
      write(tag)
      writeEndTag(name)
    }
  }

  private func endOfRawText(_ name: String, from start: Int) -> Int {
    var position = start
    while let mark = find("</", from: position) {
      if isName(name, at: mark + 2) { return mark }
      position = mark + 2
    }
    return input.count
  }

  /// A script that writes a script inside a comment does not end at the inner end tag (HTML standard
  /// §13.2.5.20).
  private func endOfScript(from start: Int) -> Int {
    var position = start
    var isEscaped = false
    var isInner = false
    while position < input.count {
      switch input[position] {
      case UInt8(ascii: "<"):
        if has("<!--", at: position) {
          isEscaped = true
        } else if isEscaped, isName("script", at: position + 1) {
          isInner = true
        } else if has("</", at: position), isName("script", at: position + 2) {
          if !isInner { return position }
          isInner = false
        }
      case UInt8(ascii: "-") where isEscaped && has("-->", at: position):
        isEscaped = false
        isInner = false
      default: break
      }
      position += 1
      if !isEscaped {
        position = firstIndex(of: UInt8(ascii: "<"), in: input, from: position) ?? input.count
      }
    }
    return input.count
  }
}
