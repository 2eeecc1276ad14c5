import Foundation
import Testing

/// The layout that CONTRIBUTING.md draws and Package.swift declares, held against the imports in the sources.
@Suite("Architecture")
struct ArchitectureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Our own modules that each module may import.
  private static let layout: [String: Set<String>] = [
    "Model": [],
    "International": [],
    "Hashing": ["Model"],
    "Markup": ["CLibXML2", "International"],
    "Feeds": ["Model", "Hashing", "Markup"],
    "Articles": ["Model", "Markup"],
    "Stemming": ["CStemmer"],
    "Summary": ["Model", "Stemming"],
    "Editions": ["Model", "Hashing", "Summary"],
    "Templates": [],
    "Rendering": ["Model", "International", "Hashing", "Templates"],
    "Lint": ["Model", "International"],
    "Preview": ["Model", "Templates", "Rendering"],
    "JSON": [],
    "Transport": ["CCurl", "International"],
    "Fetch": ["Model", "Transport"],
    "Compression": ["CZstd"],
    "Store": ["Model", "JSON", "Compression"],
    "Configuration": ["Model"],
    "Serving": [],
    "Workflow": [
      "Model", "Hashing", "Feeds", "Articles", "Editions", "Templates", "Rendering", "Lint", "Preview",
      "Transport", "Fetch", "Store", "Configuration",
    ],
    "digest": [
      "Workflow", "Model", "International", "JSON", "Feeds", "Articles", "Summary", "Lint", "Transport",
      "Fetch", "Store", "Templates", "Configuration", "Serving",
    ],
    "DigestTesting": ["Model"],
  ]

  /// Packages and system modules, and the only modules that may import them.
  private static let outside: [String: Set<String>] = [
    "Crypto": ["Hashing"], "GRDB": ["Store"], "Yams": ["Configuration"],
    "ArgumentParser": ["digest"], "Logging": ["Fetch", "digest"],
    "Glibc": ["Lint", "Markup", "Summary", "Transport", "Serving", "Workflow", "digest", "DigestTesting"],
    "Musl": ["Lint", "Markup", "Summary"], "Darwin": ["Lint", "Markup", "Summary"],
    "Foundation": [
      "Rendering", "Markup", "Store", "Configuration", "Workflow", "digest", "DigestTesting", "Transport",
      "Fetch",
    ],
    "FoundationEssentials": [
      "Feeds", "Articles", "Summary", "Editions", "Templates", "Rendering", "Lint", "Fetch", "Transport",
      "Markup",
    ],
    "Synchronization": ["digest"],
  ]

  private static let modules = layout.keys.sorted()

  /// The C libraries.
  private static let systemModules = ["CLibXML2", "CCurl", "CZstd", "CStemmer"]

  /// The modules that hold pointers.
  private static let pointerModules = ["Markup", "Transport", "Compression", "Stemming", "Serving"]

  @Test("A module imports only what lies below it", arguments: modules)
  func imports(module: String) throws {
    let allowed = try #require(Self.layout[module])
    let files = try Self.swiftFiles(in: "Sources/" + module)
    #expect(!files.isEmpty)
    for file in files {
      for name in try Self.imports(of: file) {
        let isAllowed = allowed.contains(name) || Self.outside[name]?.contains(module) == true
        #expect(isAllowed, "\(file.lastPathComponent) of \(module) imports \(name)")
      }
    }
  }

  @Test("Every folder under Sources is in the layout, and the layout has no circle")
  func layoutIsComplete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
    #expect(Set(folders) == Set(Self.modules + Self.systemModules))
    var settled = Set(Self.systemModules)
    while let next = Self.modules.first(where: {
      !settled.contains($0) && Self.layout[$0]?.isSubset(of: settled) == true
    }) {
      settled.insert(next)
    }
    #expect(settled == Set(Self.modules + Self.systemModules))
  }

  @Test("The layout is the one that Package.swift declares", arguments: modules)
  func manifest(module: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let marker = "arget(\n      name: \"\(module)\""
    let short = "arget(name: \"\(module)\""
    let start = try #require(text.range(of: marker) ?? text.range(of: short)).upperBound
    let rest = text[start...]
    let end = rest.range(of: "swiftSettings")?.lowerBound ?? rest.endIndex
    let declaration = rest[..<end]
    var declared: Set<String> = []
    for other in Self.modules + Self.systemModules where declaration.contains("\"\(other)\"") {
      declared.insert(other)
    }
    #expect(declared == Self.layout[module])
  }

  @Test("C pointers are held in a few modules only: nowhere else does the word `unsafe` stand in the sources")
  func pointers() throws {
    for module in Self.modules
    where !(Self.pointerModules + ["DigestTesting"]).contains(module) {
      for file in try Self.swiftFiles(in: "Sources/" + module) {
        // A keyword of web pages' security policies, which is about style attributes.
        let text = try String(contentsOf: file, encoding: .utf8).replacing("'unsafe-inline'", with: "")
        let words = text.split { !$0.isLetter }
        #expect(!words.contains("unsafe"), "\(file.lastPathComponent) of \(module)")
        #expect(
          !words.contains { $0.hasPrefix("Unsafe") || $0 == "OpaquePointer" },
          "\(file.lastPathComponent) of \(module)")
      }
    }
  }

  @Test("No public signature of the modules that hold pointers shows a pointer or a C type")
  func publicSignatures() throws {
    for module in Self.pointerModules {
      for file in try Self.swiftFiles(in: "Sources/" + module) {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          guard line.contains("public ") else { continue }
          let isClean =
            !line.contains("Pointer") && !line.contains("CInt") && !line.contains("xml_")
            && !line.contains("CURL") && !line.contains("ZSTD_") && !line.contains("sb_stemmer")
          #expect(isClean, "\(file.lastPathComponent): \(line)")
        }
      }
    }
  }

  private static func swiftFiles(in folder: String) throws -> [URL] {
    let base = root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { base.appending(path: $0) }
  }

  private static func imports(of file: URL) throws -> Set<String> {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(
      lines.compactMap { line -> String? in
        var words = line.split(separator: " ")
        while let first = words.first,
          ["public", "internal", "package", "private", "fileprivate", "@testable", "@preconcurrency"]
            .contains(String(first))
        {
          words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds = ["struct", "class", "enum", "func", "var", "typealias", "protocol", "let"]
        let name = kinds.contains(String(words[1])) && words.count > 2 ? words[2] : words[1]
        return String(name.split(separator: ".")[0])
      })
  }
}
