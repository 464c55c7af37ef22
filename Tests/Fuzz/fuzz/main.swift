import ZoneFuzz

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

// zonefuzz [COUNT] [SEED] [PATTERN]: compares this project's reading of generated zones with that of the name
// servers' tools. Exits 1 when there is a disagreement that FORMAT.md does not explain.
let arguments = Array(CommandLine.arguments.dropFirst())
let count = arguments.first.flatMap { Int($0) } ?? 10_000
let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64(time(nil))

do {
    var run = try FuzzRun(count: count, seed: seed)
    if let pattern = arguments.dropFirst(2).first { run.only = pattern }
    print("Seed \(seed), \(run.generator.oddityCount) faults of single types. Types by who knows them:")
    print(run.support.description + "\n")
    let result = try await run.run(workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    for (tag, disagreements) in result.unexplained.sorted(by: { $0.key < $1.key }) {
        print("## \(tag)")
        var shownText: [UInt8] = []
        for one in disagreements {
            print("- \(one.kind.rawValue): \(shown(one.detail, "  ").dropFirst(2))")
            guard one.zone.text != shownText else { continue }
            shownText = one.zone.text
            print(shown(one.said, "") + "\n" + shown(printable(one.zone.pieces.flatMap(\.text)), "  | "))
        }
        print()
    }
    let explained = result.explained.values.reduce(0, +)
    print("\(result.zones) zones (\(result.valid) valid), \(explained) disagreements that FORMAT.md explains:")
    for (section, count) in result.explained.sorted(by: { $0.key < $1.key }) { print("  \(count)\t\(section)") }
    print("\(result.unexplained.count) kinds of zone with disagreements that it does not")
    exit(result.unexplained.isEmpty ? 0 : 1)
} catch {
    print("\(error)")
    exit(4)
}

/// Octets as text; what is not printable as `\xHH`.
func printable(_ octets: [UInt8]) -> String {
    octets.map { octet in
        octet == 10 || octet >= 32 && octet < 127
            ? String(UnicodeScalar(octet)) : "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16)
    }.joined()
}

/// The first lines, not too long.
func shown(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).prefix(12)
        .map { prefix + ($0.count > 240 ? $0.prefix(240) + "…" : $0) }.joined(separator: "\n")
}
