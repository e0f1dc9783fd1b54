// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that a plain build pays nothing for it.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "Parley", path: ".."),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        .executableTarget(
            name: "parley-bench",
            dependencies: [
                .product(name: "Bargaining", package: "Parley"),
                .product(name: "BigInt", package: "BigInt"),
                .product(name: "Interchange", package: "Parley"),
                .product(name: "Negotiation", package: "Parley"),
            ],
            path: "Sources/ParleyBench",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "stability-bench",
            dependencies: [
                .product(name: "Negotiation", package: "Parley"),
                .product(name: "Stability", package: "Parley"),
            ],
            path: "Sources/StabilityBench",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "roadmap-bench",
            dependencies: [
                .product(name: "Negotiation", package: "Parley"),
                .product(name: "Sequencing", package: "Parley"),
            ],
            path: "Sources/RoadmapBench",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    ]
)
