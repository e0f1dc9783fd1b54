// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that a plain build pays nothing for the sanitizers.
let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "Parley", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzReader",
            dependencies: [.product(name: "Interchange", package: "Parley")],
            path: "Reader",
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
    ]
)
