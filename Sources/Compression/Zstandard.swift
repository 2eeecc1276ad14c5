internal import CZstd

/// Zstandard frames (RFC 8878) of whole values, with their checksum.
public enum Zstandard {
  /// Quick rather than small: what is kept is written far more often than read.
  private static let level: Int32 = 1

  /// Such as `1.5.4`.
  public static var libraryVersion: String { version }
  private static let version = String(cString: ZSTD_versionString())

  /// `bytes` as one frame.
  ///
  /// - Throws: ``CompressionError`` if there is no memory left.
  public static func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    guard let context = ZSTD_createCCtx() else { throw CompressionError.noMemory }
    defer { ZSTD_freeCCtx(context) }
    _ = ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    _ = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var code = 0
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      code = bytes.withUnsafeBytes {
        ZSTD_compress2(context, buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0 else { throw CompressionError.noMemory }
    return frame
  }

  /// What is in `frame`.
  ///
  /// - Parameter limit: the largest number of bytes that may come out.
  /// - Throws: ``CompressionError/damaged`` for what is no whole frame, ``CompressionError/tooLarge`` beyond `limit`.
  public static func decompress(_ frame: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    let size = frame.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    // Unknown or invalid sizes are the two largest numbers there are.
    guard size < UInt64.max - 1 else { throw CompressionError.damaged }
    guard size <= UInt64(max(0, limit)) else { throw CompressionError.tooLarge }
    var code = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      code = frame.withUnsafeBytes {
        ZSTD_decompress(buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0, UInt64(bytes.count) == size else { throw CompressionError.damaged }
    return bytes
  }
}

/// Why bytes could not be compressed or brought back.
public enum CompressionError: Error, Hashable, Sendable, CustomStringConvertible {
  case noMemory
  case damaged
  case tooLarge

  public var description: String {
    switch self {
    case .noMemory: "no memory left to compress it"
    case .damaged: "the compressed bytes are damaged"
    case .tooLarge: "the compressed bytes hold more than they may"
    }
  }
}
