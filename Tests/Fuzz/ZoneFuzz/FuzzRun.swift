#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A run over many zones.
public struct FuzzRun: Sendable {
    public struct Result: Sendable {
        public var zones = 0
        public var valid = 0
        /// Disagreements that FORMAT.md explains, by its sections.
        public var explained: [String: Int] = [:]
        /// Those that it does not, by what their zones are about; each kind once.
        public var unexplained: [String: [Disagreement]] = [:]

        mutating func add(_ other: Result) {
            zones += other.zones
            valid += other.valid
            explained.merge(other.explained, uniquingKeysWith: +)
            for disagreement in other.unexplained.values.joined() { keep(disagreement) }
        }

        mutating func add(_ disagreement: Disagreement) {
            if disagreement.isByRule {
                explained[KnownDifference.rule, default: 0] += 1
            } else if let known = KnownDifference.all.first(where: { $0.explains(disagreement) }) {
                explained[known.section, default: 0] += 1
            } else {
                keep(disagreement)
            }
        }

        private mutating func keep(_ disagreement: Disagreement) {
            let known = unexplained[disagreement.zone.tag, default: []]
            guard !known.contains(where: { $0.label == disagreement.label }) else { return }
            unexplained[disagreement.zone.tag] = known + [disagreement]
        }
    }

    public let generator: ZoneGenerator
    public let count: Int
    /// Only zones whose tag this pattern matches.
    public var only = "*"
    public var isThorough = true

    public init(count: Int, seed: UInt64) throws {
        var workplace = try Workplace()
        generator = ZoneGenerator(seed: seed, support: try Support.probe(&workplace))
        self.count = count
    }

    public var support: Support { generator.support }

    /// Runs on as many workers; each takes every so-manieth zone.
    public func run(workers: Int) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            for worker in 0..<workers {
                group.addTask { try self.run(worker: worker, of: workers) }
            }
            var sum = Result()
            for try await result in group { sum.add(result) }
            return sum
        }
    }

    private func run(worker: Int, of workers: Int) throws -> Result {
        var result = Result()
        var workplace = try Workplace()
        let comparison = Comparison(support: support, isThorough: isThorough)
        for number in stride(from: worker, to: count, by: workers) {
            let zone = generator.zone(number)
            guard KnownDifference.matches(Array(zone.tag.utf8)[...], Array(only.utf8)[...]) else { continue }
            result.zones += 1
            if zone.tag == "valid" { result.valid += 1 }
            let found = try comparison.disagreements(zone, in: &workplace)
            guard !found.isEmpty else { continue }
            for disagreement in try smaller(zone, found, result, comparison, &workplace) { result.add(disagreement) }
        }
        return result
    }

    /// The same disagreements of single records, where those show them; a few are enough.
    private func smaller(
        _ zone: ZoneCase, _ found: [Disagreement], _ known: Result, _ comparison: Comparison,
        _ workplace: inout Workplace
    ) throws -> [Disagreement] {
        guard zone.tag == "valid", zone.pieces.count > 1, !found.allSatisfy(\.isByRule) else { return found }
        var small: [Disagreement] = []
        var isReported = false
        for piece in zone.pieces where small.count < 6 {
            guard let type = piece.record?.type else { continue }
            var single = zone
            single.pieces = [piece]
            single.types = [type]
            single.tag = "valid/" + (TypeModel.all.first { $0.number == type }?.mnemonic ?? "TYPE\(type)")
            if known.unexplained[single.tag] != nil {
                isReported = true
                continue
            }
            small += try comparison.disagreements(single, in: &workplace)
        }
        return small.isEmpty && !isReported ? found : small
    }
}
