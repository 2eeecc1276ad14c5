// swift-tools-version: 6.2
import PackageDescription

// Benchmarks, a package of their own: building and testing `digest` knows nothing of them. README.md says how
// to run them and what the bars are.

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "digest", path: "../..")],
  targets: [
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "BarePass", dependencies: ["LibXML2"]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "BarePass", .product(name: "Articles", package: "digest"), .product(name: "Feeds", package: "digest"),
        .product(name: "JSON", package: "digest"), .product(name: "Model", package: "digest"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ]),
  ]
)
