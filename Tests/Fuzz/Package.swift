// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets, a package of their own: building and testing `digest` knows nothing of them. README.md says
// how to run them.

let everyTarget: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// An executable whose `main` is libFuzzer's.
func target(_ name: String, _ modules: String...) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Properties"] + modules.map { .product(name: $0, package: "digest") },
    swiftSettings: everyTarget + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "digest", path: "../..")],
  targets: [
    .target(
      name: "Properties", dependencies: [.product(name: "Markup", package: "digest")],
      swiftSettings: everyTarget),
    target("FuzzFeed", "Feeds", "JSON", "Markup", "Model"),
    target("FuzzPage", "Articles", "JSON", "Markup", "Model"),
    target("FuzzSanitiser", "Markup"),
    target("FuzzDate", "Feeds", "Model"),
    target("FuzzAddress", "Markup"),
    target("FuzzOPML", "Feeds", "Model"),
  ]
)
