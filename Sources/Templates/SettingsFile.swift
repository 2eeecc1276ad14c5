/// A flat list of settings: `theme.yaml` and `strings.LANGUAGE.yaml`.
///
/// One `name: value` a line, comments on lines of their own after `#`, values plain or in double quotes (`\"` and `\\`
/// inside). It is a small part of YAML, so that editors colour it; anything else is refused with its place.
struct SettingsFile: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let name: String
    let value: String
    let line: Int
  }

  /// In the order of the file.
  let entries: [Entry]

  init(_ file: TemplateFile) throws(TemplateError) {
    var entries: [Entry] = []
    var seen: Set<String> = []
    let lines = file.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, slice) in lines.enumerated() {
      func failure(_ message: String, column: Int = 1) -> TemplateError {
        TemplateError(file: file.name, line: index + 1, column: column, problem: .badSetting(message))
      }
      var bytes = Array(slice)
      while let last = bytes.last, last == 0x20 || last == 0x0D || last == 0x09 { bytes.removeLast() }
      guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
      guard first != 0x20, first != 0x09 else { throw failure("a setting starts at the line's first column") }
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 < bytes.count, bytes[colon + 1] == 0x20
      else { throw failure("write NAME: VALUE") }
      let name = String(decoding: bytes[..<colon], as: UTF8.self)
      guard isSettingName(bytes[..<colon]) else {
        throw failure("\"\(name)\" is not a name: letters and digits, and dots between them")
      }
      guard seen.insert(name).inserted else { throw failure("\"\(name)\" is set twice") }
      var start = colon + 1
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard let value = settingValue(bytes[start...]) else {
        throw failure("put the value into double quotes", column: start + 1)
      }
      entries.append(Entry(name: name, value: value, line: index + 1))
    }
    self.entries = entries
  }
}

private func isSettingName(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.first != UInt8(ascii: ".") && bytes.last != UInt8(ascii: ".") && !bytes.isEmpty
    && bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."): true
      default: false
      }
    }
}

/// `nil` where YAML would read something else than the plain text.
private func settingValue(_ bytes: ArraySlice<UInt8>) -> String? {
  guard let first = bytes.first else { return nil }
  if first == UInt8(ascii: "\"") { return quotedValue(bytes.dropFirst()) }
  guard !"#&*!|>'%@`{}[],?:-".utf8.contains(first) else { return nil }
  let text = String(decoding: bytes, as: UTF8.self)
  return text.utf8.contains(UInt8(ascii: "#")) || contains(bytes, ": ") ? nil : text
}

private func quotedValue(_ bytes: ArraySlice<UInt8>) -> String? {
  var value: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    switch bytes[index] {
    case UInt8(ascii: "\""):
      return index == bytes.endIndex - 1 ? String(decoding: value, as: UTF8.self) : nil
    case UInt8(ascii: "\\"):
      index += 1
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\\")
      else { return nil }
      value.append(bytes[index])
    default: value.append(bytes[index])
    }
    index += 1
  }
  return nil
}

private func contains(_ bytes: ArraySlice<UInt8>, _ pair: String) -> Bool {
  let pair = Array(pair.utf8)
  return zip(bytes, bytes.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
}
