/// One tag as the tokenizer of the HTML standard reads it (§13.2.5.6 and following).
struct HTMLTag {
  var name: HTMLElementName
  /// Index after the `>`.
  let end: Int
  /// False for names that no element has and that a parser could read otherwise.
  let isNameUsable: Bool
  /// A `type` that says JSON-LD.
  let isJSONScript: Bool

  /// Reads from the first letter of the name; `nil` if the input ends inside the tag.
  ///
  /// - Parameter attributes: gets ` name="value"` for each usable attribute, ready to be written.
  init?(reading input: [UInt8], at start: Int, attributes: inout [UInt8]) {
    attributes.removeAll(keepingCapacity: true)
    var index = start
    var isNameUsable = true
    while index < input.count, !HTMLTag.endsName(input[index]) {
      isNameUsable = isNameUsable && HTMLTag.isNameByte(input[index])
      index += 1
    }
    let nameEnd = min(index, start + HTMLPreparation.maximumNameLength)
    self.isNameUsable = isNameUsable && index == nameEnd
    name = HTMLTag.name(input, start..<nameEnd)
    var count = 0
    var isJSON = false
    while true {
      while index < input.count, HTMLTag.isSpace(input[index]) || input[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < input.count else { return nil }
      if input[index] == UInt8(ascii: ">") { break }
      let nameStart = index
      index += 1
      while index < input.count, !HTMLTag.endsName(input[index]), input[index] != UInt8(ascii: "=") {
        index += 1
      }
      let attributeName = nameStart..<index
      while index < input.count, HTMLTag.isSpace(input[index]) { index += 1 }
      var value = index..<index
      if index < input.count, input[index] == UInt8(ascii: "=") {
        index += 1
        while index < input.count, HTMLTag.isSpace(input[index]) { index += 1 }
        guard index < input.count else { return nil }
        let quote = input[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          let valueStart = index + 1
          guard let close = firstIndex(of: quote, in: input, from: valueStart) else { return nil }
          value = valueStart..<close
          index = close + 1
        } else {
          let valueStart = index
          while index < input.count, !HTMLTag.isSpace(input[index]), input[index] != UInt8(ascii: ">") {
            index += 1
          }
          value = valueStart..<index
        }
      }
      guard count < HTMLPreparation.maximumAttributes, HTMLTag.isUsable(input, attributeName) else {
        continue
      }
      count += 1
      HTMLTag.write(input, attributeName, value, to: &attributes)
      if HTMLTag.isType(input, attributeName) { isJSON = isJSON || HTMLTag.saysJSON(input[value]) }
    }
    end = index + 1
    isJSONScript = isJSON
  }

  private static func name(_ input: [UInt8], _ range: Range<Int>) -> HTMLElementName {
    input.withUnsafeBufferPointer { input in
      let bytes = UnsafeBufferPointer(rebasing: input[range])
      if bytes.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) || range.count > 16 {
        return HTMLElementName(String(decoding: bytes.map(lowered), as: UTF8.self))
      }
      return HTMLElementName(bytes)
    }
  }

  private static func isUsable(_ input: [UInt8], _ name: Range<Int>) -> Bool {
    guard name.count <= HTMLPreparation.maximumNameLength else { return false }
    let first = input[name.lowerBound]
    guard isLetter(first) || first == UInt8(ascii: "_") else { return false }
    for index in name where !isNameByte(input[index]) { return false }
    return true
  }

  private static func write(
    _ input: [UInt8], _ name: Range<Int>, _ value: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(0x20)
    for index in name { output.append(lowered(input[index])) }
    output.append(UInt8(ascii: "="))
    output.append(UInt8(ascii: "\""))
    var start = value.lowerBound
    var index = start
    while index < value.upperBound {
      let byte = input[index]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "&") || byte == 0 else {
        index += 1
        continue
      }
      output.append(contentsOf: input[start..<index])
      if byte == UInt8(ascii: "&") {
        index = HTMLReference.write(input, at: index, end: value.upperBound, isInAttribute: true, to: &output)
      } else {
        if byte != 0 { output.append(contentsOf: "&quot;".utf8) }
        index += 1
      }
      start = index
    }
    output.append(contentsOf: input[start..<value.upperBound])
    output.append(UInt8(ascii: "\""))
  }

  private static func isType(_ input: [UInt8], _ name: Range<Int>) -> Bool {
    name.count == 4 && input[name].elementsEqual("type".utf8) { lowered($0) == $1 }
  }

  private static func saysJSON(_ value: ArraySlice<UInt8>) -> Bool {
    let type = value.filter { !isSpace($0) }.map(lowered)
    return type.starts(with: "application/ld+json".utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte < 0x41 && (isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">"))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
