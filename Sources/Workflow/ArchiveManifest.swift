import Hashing
import Model

/// What an archive's folder holds of ours: names with the hashes of what was written, in the form of `sha256sum`.
struct ArchiveManifest: Hashable {
  static let name = ".digest-archive"

  /// By name.
  var hashes: [String: ContentHash] = [:]

  init() {}

  /// Lines that are not ours are passed over.
  init(text: String) {
    for line in text.utf8.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].count == 64, let name = String(parts[1].dropFirst()),
        ArchiveManifest.isPlain(name)
      else { continue }
      hashes[name] = String(parts[0]).map(ContentHash.init(rawValue:))
    }
  }

  var text: String {
    hashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { "\($1)  \($0)\n" }.joined()
  }

  /// Whether `name` is a file in the folder itself, and needs no escaping in an address: letters, digits, hyphens, dots and
  /// underscores of ASCII. A manifest must not lead anywhere else.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
