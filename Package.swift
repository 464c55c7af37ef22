// swift-tools-version: 6.1
import PackageDescription

// Three targets, one direction: zonectl → ZoneCore → RFC1035. No packages.
let package = Package(
    name: "zonectl",
    products: [
        .executable(name: "zonectl", targets: ["zonectl"])
    ],
    targets: [
        .target(name: "RFC1035"),
        .target(name: "ZoneCore", dependencies: ["RFC1035"]),
        .executableTarget(name: "zonectl", dependencies: ["ZoneCore", "RFC1035"]),
        .testTarget(name: "RFC1035Tests", dependencies: ["RFC1035", "TestSupport"]),
        .testTarget(name: "ZoneCoreTests", dependencies: ["ZoneCore", "RFC1035", "TestSupport"]),
        .testTarget(name: "ZonectlTests", dependencies: ["zonectl", "ZoneCore", "RFC1035", "TestSupport"]),
        .target(name: "TestSupport", path: "Tests/Support"),
        // Generated zones, judged by the name servers' own tools; script/fuzz runs many, the tests some.
        .target(name: "ZoneFuzz", dependencies: ["RFC1035", "ZoneCore", "TestSupport"], path: "Tests/Fuzz/ZoneFuzz"),
        // Registers of any size for measuring; script/bench has it.
        .executableTarget(
            name: "manyrequests", dependencies: ["RFC1035", "ZoneCore"], path: "Tests/Office/manyrequests"),
        .executableTarget(name: "fuzz", dependencies: ["ZoneFuzz"], path: "Tests/Fuzz/fuzz"),
        .testTarget(
            name: "ZoneFuzzTests", dependencies: ["ZoneFuzz", "RFC1035", "zonectl"], path: "Tests/Fuzz/ZoneFuzzTests"),
    ],
    swiftLanguageModes: [.v6]
)
