// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in the Swift 6 language mode with warnings as errors.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "Parley",
    products: [
        .library(name: "Negotiation", targets: ["Negotiation"]),
        .library(name: "Bargaining", targets: ["Bargaining"]),
        .library(name: "Stability", targets: ["Stability"]),
        .library(name: "Sequencing", targets: ["Sequencing"]),
        .library(name: "Assessment", targets: ["Assessment"]),
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "Briefing", targets: ["Briefing"]),
        .executable(name: "parley", targets: ["parley"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .target(
            name: "Negotiation",
            dependencies: [.product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .target(
            name: "Bargaining",
            dependencies: ["Negotiation", .product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .target(
            name: "Stability",
            dependencies: ["Negotiation", .product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .target(name: "Sequencing", dependencies: ["Negotiation"], swiftSettings: strict),
        .target(
            name: "Assessment",
            dependencies: [
                "Negotiation", "Bargaining", "Stability", "Sequencing",
                .product(name: "BigInt", package: "BigInt"),
            ],
            swiftSettings: strict),
        .target(
            name: "Interchange",
            dependencies: [
                "Negotiation", "Bargaining", "Stability", "Sequencing", "Assessment",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "Briefing",
            dependencies: [
                "Negotiation", "Bargaining", "Stability", "Sequencing", "Assessment",
                .product(name: "BigInt", package: "BigInt"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "parley",
            dependencies: [
                "Negotiation", "Stability", "Sequencing", "Assessment", "Interchange", "Briefing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: ["Negotiation"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "NegotiationTests",
            dependencies: ["Negotiation", "TestSupport", .product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .testTarget(
            name: "BargainingTests", dependencies: ["Bargaining", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StabilityTests", dependencies: ["Stability", "Negotiation", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SequencingTests", dependencies: ["Sequencing", "Negotiation", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests",
            dependencies: [
                "Assessment", "Interchange", "Negotiation", "Stability", "Sequencing", "TestSupport",
                .product(name: "BigInt", package: "BigInt"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "InterchangeTests",
            dependencies: [
                "Interchange", "Assessment", "Negotiation", "Stability", "Sequencing", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "BriefingTests",
            dependencies: [
                "Briefing", "Assessment", "Interchange", "Negotiation", "Stability", "Sequencing",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "Acceptance",
            dependencies: [
                "Assessment", "Interchange", "Negotiation", "Stability", "Sequencing", "TestSupport",
                "parley",
            ],
            swiftSettings: strict),
    ]
)
