/// The rules of the `<style>` blocks.
struct StyleSheet {
  /// When a rule holds.
  enum Layer: Hashable {
    case always, dark, narrow
    /// Print, hover, resolution and the like.
    case other
  }

  struct Rule {
    let layer: Layer
    let selector: StyleSelector
    /// As it is written.
    let words: String
    let declarations: StyleDeclarations
  }

  private(set) var rules: [Rule] = []
  /// What cannot be read.
  private(set) var faults: [String] = []
  /// Rules that begin with `@`, other than media: their names.
  private(set) var atRules: [String] = []
  private(set) var layers: Set<Layer> = []

  mutating func add(_ text: String) {
    var bytes = withoutStyleComments(Array(text.utf8))
    // What hides styles from programs of the last century.
    bytes = bytes.split(separator: Array("<!--".utf8)).joined().split(separator: Array("-->".utf8)).flatMap {
      Array($0)
    }
    read(bytes[...], .always, depth: 0)
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, _ layer: Layer, depth: Int) {
    var rest = trimmedBlanks(bytes)
    while !rest.isEmpty {
      guard let stop = firstStop(rest) else {
        faults.append(String(decoding: rest, as: UTF8.self))
        return
      }
      let prelude = trimmedBlanks(rest[..<stop])
      if rest[stop] != UInt8(ascii: "{") {
        if prelude.first == UInt8(ascii: "@") {
          atRules.append(atName(prelude))
        } else {
          faults.append(String(decoding: prelude, as: UTF8.self))
        }
        rest = trimmedBlanks(rest[(stop + 1)...])
        continue
      }
      let end = endOfBlock(rest, from: stop)
      let content = rest[(stop + 1)..<max(stop + 1, end - 1)]
      if end == rest.endIndex, rest[end - 1] != UInt8(ascii: "}") {
        faults.append(String(decoding: prelude, as: UTF8.self) + " { … is never closed")
      }
      readBlock(prelude, content, layer, depth: depth)
      rest = trimmedBlanks(rest[end...])
    }
  }

  private mutating func readBlock(
    _ prelude: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>, _ layer: Layer, depth: Int
  ) {
    guard prelude.first == UInt8(ascii: "@") else {
      guard !prelude.isEmpty else {
        faults.append("a rule without a selector")
        return
      }
      addRules(String(decoding: prelude, as: UTF8.self), content, layer)
      return
    }
    let name = atName(prelude)
    guard name == "media" else {
      atRules.append(name)
      return
    }
    // Media rules in media rules are rare; so deep ones are a trap.
    guard depth < 8 else { return }
    let inner = mediaLayer(String(decoding: prelude, as: UTF8.self).lowercased(), outside: layer)
    layers.insert(inner)
    read(content, inner, depth: depth + 1)
  }

  private mutating func addRules(_ selectors: String, _ content: ArraySlice<UInt8>, _ layer: Layer) {
    let declarations = StyleDeclarations(String(decoding: content, as: UTF8.self))
    faults += declarations.faults
    for piece in pieces(Array(selectors.utf8), at: UInt8(ascii: ",")) {
      let words = String(decoding: trimmedBlanks(piece[...]), as: UTF8.self)
      rules.append(
        Rule(layer: layer, selector: StyleSelector(words), words: words, declarations: declarations))
    }
  }
}

private func mediaLayer(_ query: String, outside: StyleSheet.Layer) -> StyleSheet.Layer {
  if query.containsBytes("prefers-color-scheme") { return query.containsBytes("dark") ? .dark : .other }
  if query.containsBytes("max-width") || query.containsBytes("max-device-width") { return .narrow }
  let words = query.dropFirst("@media".count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return ["", "all", "screen", "only screen"].contains(words) ? outside : .other
}

private func atName(_ prelude: ArraySlice<UInt8>) -> String {
  String(decoding: prelude.dropFirst().prefix(while: isNameByte), as: UTF8.self).lowercased()
}

/// Index of the first `{` or `;`, outside of strings.
private func firstStop(_ bytes: ArraySlice<UInt8>) -> Int? {
  var quote: UInt8?
  for index in bytes.indices {
    let byte = bytes[index]
    if let open = quote {
      if byte == open || byte == 0x0A { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: ";") {
      return index
    }
  }
  return nil
}

/// Index behind the `}` that belongs to the `{` at `start`.
private func endOfBlock(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
  var depth = 0
  var quote: UInt8?
  for index in start..<bytes.endIndex {
    let byte = bytes[index]
    if let open = quote {
      if byte == open || byte == 0x0A { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "{") {
      depth += 1
    } else if byte == UInt8(ascii: "}") {
      depth -= 1
      if depth == 0 { return index + 1 }
    }
  }
  return bytes.endIndex
}
