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

/// Every target but the few that hold C pointers: there, and only there, may the word `unsafe` be found.
let pointerFree: [SwiftSetting] = everyTarget + [.strictMemorySafety()]

/// The template, the words and the themes that are compiled into the program.
let builtInTemplate =
  [
    "digest.html", "masthead.html", "contents.html", "card.html", "quote.html", "comment.html", "more.html",
    "footer.html", "digest.txt", "card.txt",
  ].map { "default/" + $0 + ".mustache" }
  + ["ar", "de", "en", "en-US", "es", "fr", "he", "ja"].map { "default/strings." + $0 + ".yaml" }
  + ["default/theme.yaml", "themes/bright.theme.yaml", "themes/bold.theme.yaml"]

/// The archive's pages in the same look.
let archiveTemplate = ["Edition", "Index", "Card", "Quote", "Style"].map {
  "default/archive" + $0 + ".html.mustache"
}

/// What comments give away, a file for each language.
let commentCues = ["de", "en", "es", "fr", "it", "nl", "pt"]

/// The words of each language that has lists, and the weights, compiled into the program.
let lists = [
  "words.de.txt", "words.en.txt", "words.es.txt", "words.fr.txt", "words.it.txt", "words.nl.txt",
  "words.pt.txt",
  "weights.txt", "weights.cjk.txt",
]

/// A module's tests: what they import beside it, and whether they have a folder of fixtures.
struct Suite {
  let module: String
  var imports: [String] = []
  var packages: [Target.Dependency] = []
  var hasFixtures = false
}

let suites = [
  Suite(module: "Model"),
  Suite(module: "International"),
  Suite(module: "JSON"),
  Suite(module: "Hashing", imports: ["Model"]),
  Suite(module: "Compression"),
  Suite(module: "Markup"),
  Suite(module: "Stemming"),
  Suite(module: "Feeds", imports: ["Model", "JSON", "Markup"], hasFixtures: true),
  Suite(module: "Articles", imports: ["Model", "Markup"], hasFixtures: true),
  Suite(module: "Summary", imports: ["Model"], hasFixtures: true),
  Suite(module: "Editions", imports: ["Model", "Summary"]),
  Suite(module: "Templates"),
  Suite(module: "Rendering", imports: ["Model", "International", "Templates"], hasFixtures: true),
  Suite(module: "Lint", imports: ["Model"]),
  Suite(module: "Preview", imports: ["Model", "Rendering"]),
  Suite(module: "Transport"),
  Suite(module: "Fetch", imports: ["Model", "Transport"]),
  Suite(
    module: "Store", imports: ["Model"], packages: [.product(name: "GRDB", package: "GRDB.swift")]),
  Suite(module: "Configuration", imports: ["Model"]),
  Suite(module: "Serving"),
  Suite(
    module: "Workflow",
    imports: [
      "Model", "Articles", "Configuration", "Editions", "Feeds", "Lint", "Rendering", "Store", "Templates",
    ]),
  Suite(module: "digest", imports: ["Model"]),
]

let package = Package(
  name: "digest",
  products: [
    .executable(name: "digest", targets: ["digest"]),
    // For the packages under Tests/ that fuzz and measure.
    .library(name: "Model", targets: ["Model"]),
    .library(name: "JSON", targets: ["JSON"]),
    .library(name: "Markup", targets: ["Markup"]),
    .library(name: "Feeds", targets: ["Feeds"]),
    .library(name: "Articles", targets: ["Articles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries of the system, each behind one module.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    // libcurl is loaded when it is needed, so that nothing is linked with it.
    .target(name: "CCurl"),

    // Values.
    .target(name: "Model", swiftSettings: pointerFree),
    .target(name: "International", swiftSettings: pointerFree),
    .target(name: "JSON", swiftSettings: pointerFree),
    .target(
      name: "Hashing",
      dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: pointerFree),

    .target(name: "Compression", dependencies: ["CZstd"], swiftSettings: everyTarget),

    .target(name: "Stemming", dependencies: ["CStemmer"], swiftSettings: everyTarget),

    // From bytes to values.
    .target(
      name: "Markup", dependencies: ["CLibXML2", "International"],
      resources: [.embedInCode("Data/characters.txt")], swiftSettings: everyTarget),
    .target(name: "Feeds", dependencies: ["Model", "Hashing", "Markup"], swiftSettings: pointerFree),
    .target(name: "Articles", dependencies: ["Model", "Markup"], swiftSettings: pointerFree),

    // From values to an edition.
    .target(
      name: "Summary",
      dependencies: ["Model", "Stemming"],
      resources: lists.map { .embedInCode("Data/" + $0) }
        + commentCues.map { .embedInCode("CommentCues/" + $0 + ".txt") },
      swiftSettings: pointerFree),
    .target(name: "Editions", dependencies: ["Model", "Hashing", "Summary"], swiftSettings: pointerFree),

    // From an edition to what is sent.
    .target(
      name: "Templates",
      resources: (builtInTemplate + archiveTemplate).map { .embedInCode("../../Templates/" + $0) },
      swiftSettings: pointerFree),
    .target(
      name: "Rendering",
      dependencies: ["Model", "International", "Hashing", "Templates"],
      swiftSettings: pointerFree),
    .target(
      name: "Lint",
      dependencies: ["Model", "International"],
      resources: [.embedInCode("Data/mail-support.txt")],
      swiftSettings: pointerFree),

    .target(
      name: "Preview", dependencies: ["Model", "Templates", "Rendering"], swiftSettings: pointerFree),

    // The world outside: network, disk, configuration.
    .target(name: "Transport", dependencies: ["CCurl", "International"], swiftSettings: everyTarget),
    .target(
      name: "Fetch",
      dependencies: ["Model", "Transport", .product(name: "Logging", package: "swift-log")],
      swiftSettings: pointerFree),
    .target(
      name: "Store",
      dependencies: ["Model", "JSON", "Compression", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: pointerFree),
    .target(
      name: "Configuration",
      dependencies: ["Model", .product(name: "Yams", package: "Yams")],
      swiftSettings: pointerFree),
    .target(name: "Serving", swiftSettings: everyTarget),

    // The weekly job, the only place where all of the above meet, and the command line over it.
    .target(
      name: "Workflow",
      dependencies: [
        "Model", "Hashing", "Feeds", "Articles", "Editions", "Templates", "Rendering", "Lint", "Preview",
        "Transport", "Fetch", "Store", "Configuration",
      ],
      resources: [.copy("../../Feeds/demo"), .copy("../../Feeds/leadership.opml")],
      swiftSettings: pointerFree),
    .executableTarget(
      name: "digest",
      dependencies: [
        "Workflow", "Model", "International", "JSON", "Feeds", "Articles", "Summary", "Lint", "Transport",
        "Fetch", "Store", "Serving",
        "Templates", "Configuration", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: pointerFree),

    // Tests: one target a module, and what they share.
    .target(name: "DigestTesting", dependencies: ["Model"], swiftSettings: pointerFree),
  ]
    + suites.map { suite in
      .testTarget(
        name: suite.module + "Tests",
        dependencies: [.target(name: suite.module), "DigestTesting"]
          + suite.imports.map { .target(name: $0) } + suite.packages,
        exclude: suite.hasFixtures ? ["Fixtures"] : [],
        swiftSettings: pointerFree)
    }
)
