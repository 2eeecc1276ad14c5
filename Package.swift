// swift-tools-version: 6.2
import PackageDescription

// The targets are the architecture: each may import only what it lists here, and nothing imports upward.
// CONTRIBUTING.md draws the picture; `ArchitectureTests` compares every import under Sources/ with this file.

let everyTarget: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Every target but the two that hold C pointers: there, and only there, may the word `unsafe` be found.
let pointerFree: [SwiftSetting] = everyTarget + [.strictMemorySafety()]

let package = Package(
  name: "digest",
  products: [
    .executable(name: "digest", targets: ["digest"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries of the system, each behind one module.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    // Values.
    .target(name: "Model", swiftSettings: pointerFree),
    .target(
      name: "Hashing",
      dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: pointerFree),

    // From bytes to values.
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: everyTarget),
    .target(name: "Feeds", dependencies: ["Model", "Hashing", "Markup"], swiftSettings: pointerFree),
    .target(name: "Articles", dependencies: ["Model", "Markup"], swiftSettings: pointerFree),

    // From values to an edition.
    .target(name: "Summary", dependencies: ["Model"], swiftSettings: pointerFree),
    .target(name: "Editions", dependencies: ["Model", "Hashing", "Summary"], swiftSettings: pointerFree),

    // From an edition to what is sent.
    .target(
      name: "Templates",
      dependencies: [.product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("../../Templates/default")],
      swiftSettings: pointerFree),
    .target(
      name: "Rendering",
      dependencies: ["Model", "Hashing", "Templates"],
      swiftSettings: pointerFree),
    .target(name: "Lint", dependencies: ["Model", "Markup"], swiftSettings: pointerFree),

    // The world outside: network, disk, configuration.
    .target(name: "Transport", dependencies: ["CCurl"], swiftSettings: everyTarget),
    .target(
      name: "Fetch",
      dependencies: ["Model", "Transport", .product(name: "Logging", package: "swift-log")],
      swiftSettings: pointerFree),
    .target(
      name: "Store",
      dependencies: ["Model", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: pointerFree),
    .target(
      name: "Configuration",
      dependencies: ["Model", .product(name: "Yams", package: "Yams")],
      swiftSettings: pointerFree),

    // The weekly job, the only place where all of the above meet, and the command line over it.
    .target(
      name: "Workflow",
      dependencies: [
        "Model", "Hashing", "Markup", "Feeds", "Articles", "Summary", "Editions", "Templates",
        "Rendering", "Lint", "Transport", "Fetch", "Store", "Configuration",
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("../../Feeds/demo"), .copy("../../Feeds/leadership.opml")],
      swiftSettings: pointerFree),
    .executableTarget(
      name: "digest",
      dependencies: [
        "Workflow", "Model", "Markup", "Feeds", "Articles", "Summary", "Lint", "Configuration",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: pointerFree),

    // Tests: one target a module, and what they share.
    .target(name: "DigestTesting", dependencies: ["Model"], swiftSettings: pointerFree),
  ]
    + [
      ("Model", []),
      ("Hashing", ["Model"]),
      ("Markup", []),
      ("Feeds", ["Model", "Markup"]),
      ("Articles", ["Model", "Markup"]),
      ("Summary", ["Model"]),
      ("Editions", ["Model", "Summary"]),
      ("Templates", []),
      ("Rendering", ["Model", "Templates"]),
      ("Lint", []),
      ("Transport", []),
      ("Fetch", ["Model", "Transport"]),
      ("Store", ["Model"]),
      ("Configuration", ["Model"]),
      ("Workflow", ["Model", "Configuration", "Fetch", "Transport", "Store"]),
      ("digest", []),
    ].map { (module: String, others: [String]) -> Target in
      .testTarget(
        name: module + "Tests",
        dependencies: [.init(stringLiteral: module), "DigestTesting"]
          + others.map { .init(stringLiteral: $0) },
        path: "Tests/" + module + "Tests",
        exclude: [],
        swiftSettings: pointerFree)
    }
)
