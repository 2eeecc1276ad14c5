/// `page` with the hashes in addresses of avatars blotted out: they are made from readers' e-mail addresses, which we
/// never keep.
///
/// Same length, so that every other byte stays where it was.
func withoutAvatars(_ page: [UInt8]) -> [UInt8] {
  let mark = Array("/avatar/".utf8)
  var result = page
  var index = 0
  while index + mark.count < page.count {
    guard page[index] == mark[0], page[index + 1] == mark[1],
      page[index..<index + mark.count].elementsEqual(mark)
    else {
      index += 1
      continue
    }
    let start = index + mark.count
    index = start
    while index < page.count, isHexadecimal(page[index]) { index += 1 }
    // MD5 and SHA-256.
    if index - start == 32 || index - start == 64 {
      for place in start..<index { result[place] = UInt8(ascii: "0") }
    }
  }
  return result
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
}
