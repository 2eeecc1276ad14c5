import Foundation
import Testing
import Transport

@Suite("Bytes of files")
struct FileBytesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  @Test("A file is read whole, up to the limit and not beyond", arguments: [0, 1, 4096, 65_536, 200_001])
  func whole(count: Int) throws {
    let path = try file([UInt8]((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      try readBytes(ofFile: path, limit: count) == (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    if count > 0 {
      #expect(throws: FileReadFailure.tooLarge) { try readBytes(ofFile: path, limit: count - 1) }
    }
  }

  @Test("What has no size in advance is read to its end, and no further than the limit")
  func device() throws {
    #expect(try readBytes(ofFile: "/dev/null", limit: 10).isEmpty)
    #expect(throws: FileReadFailure.tooLarge) { try readBytes(ofFile: "/dev/zero", limit: 300_000) }
    #expect(try !readBytes(ofFile: "/proc/self/status", limit: 1 << 20).isEmpty)
  }

  @Test("What is no file says so")
  func noFile() {
    #expect(throws: FileReadFailure.notFound) { try readBytes(ofFile: "/no/such/file", limit: 10) }
    #expect(throws: FileReadFailure.isFolder) { try readBytes(ofFile: "/tmp", limit: 10) }
  }

  private func file(_ bytes: [UInt8]) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: "file")
    try Data(bytes).write(to: url)
    return url.path
  }
}
