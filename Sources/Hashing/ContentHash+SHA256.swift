import Crypto
public import Model

extension ContentHash {
  /// The SHA-256 (FIPS 180-4) of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    self.init(rawValue: hexadecimal(hash.finalize()))
  }

  /// The SHA-256 of `bytes`, without copying them.
  public init(of bytes: [UInt8]) {
    self.init(rawValue: hexadecimal(SHA256.hash(data: bytes)))
  }

  /// The SHA-256 of the text's UTF-8 bytes.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
