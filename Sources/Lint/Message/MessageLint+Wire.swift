import Model

extension MessageLint {
  /// Line ends, lengths and bytes that servers trip over.
  mutating func checkWire() {
    measures.bytes = message.count
    var line = 1
    var length = 0
    var longest = 0
    var before: UInt8 = 0
    var pairs = 0
    var bareFeeds = 0
    var firstBareFeed = 0
    var reported: Set<String> = []
    func once(_ code: String, _ words: String, _ hint: String) {
      if reported.insert(code).inserted { findings.add(.error, code, words, hint: hint, line: line) }
    }
    for byte in message {
      if before == 0x0D, byte != 0x0A {
        once("line-end-cr", "a carriage return without a line feed", "servers read it as they like")
      }
      if byte == 0 { once("nul", "a NUL byte", "drop it where the text comes in") }
      if byte == 0x0A {
        if before == 0x0D {
          pairs += 1
        } else {
          bareFeeds += 1
          if firstBareFeed == 0 { firstBareFeed = line }
        }
        line += 1
        length = 0
      } else if byte != 0x0D {
        length += 1
        longest = max(longest, length)
        if length == 999 { once("line-998", "a line of more than 998 bytes", "fold it, or encode the part") }
      }
      before = byte
    }
    measures.longestLine = longest
    if before == 0x0D {
      once("line-end-cr", "a carriage return without a line feed", "servers read it as they like")
    }
    if bareFeeds > 0, pairs > 0 {
      findings.add(
        .error, "line-end-mixed", "\(pairs) lines end with CR LF and \(bareFeeds) with LF alone",
        hint: "what one server takes for two messages another takes for one; use CR LF", line: firstBareFeed)
    } else if bareFeeds > 0 {
      findings.add(
        .error, "line-end-lf", "lines end with LF alone", hint: "the wire form has CR LF", line: firstBareFeed
      )
    }
    if before != 0x0A {
      findings.add(.error, "final-newline", "the message does not end with a line break", hint: "add CR LF")
    }
    if message.starts(with: "From ".utf8) {
      findings.add(
        .error, "mbox-line", "the message begins with the line of a mailbox file", hint: "leave it out",
        line: 1)
    }
    if !header.isEnded {
      findings.add(.error, "no-body", "no blank line ends the header", hint: "add one")
    }
  }
}
