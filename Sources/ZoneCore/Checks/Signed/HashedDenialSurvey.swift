import RFC1035

/// The chains of NSEC3 records (RFC 5155 §7.1), one for each set of parameters.
struct HashedDenialSurvey {
    struct Missing {
        /// The name, or one below it where it has no records itself.
        var name: Int
        /// Labels to leave out in front.
        var skipped: Int
        /// A record of the chain that lacks it.
        var row: Int
    }

    private(set) var missing: [Missing] = []
    private(set) var superfluous: [Int] = []
    private(set) var brokenLinks: [(row: Int, next: [UInt8])] = []
    private(set) var bitmaps: [(row: Int, difference: TypeBitmap.Difference)] = []
    /// How many chains there are.
    private(set) var chainCount = 0
    /// NSEC3 records with another TTL than the zone's negative answers.
    private(set) var deviatingTTLs: (count: Int, row: Int) = (0, 0)
    /// The first record of each chain that no NSEC3PARAM record tells servers of, with the chain's length.
    private(set) var unannounced: [(row: Int, count: Int)] = []
    /// NSEC3PARAM records at the apex without a chain.
    private(set) var unfounded: [Int] = []

    /// Blocks of SHA-1 for each chain: about a second. Iterations that take more in a large zone are some that servers
    /// and resolvers refuse (RFC 9276 §3.2).
    private static let maximumBlocks = 8_000_000
    /// While parameters change there are two chains; each further one is told of as one that servers do not know.
    private static let maximumChains = 2

    /// Whether the hashes of a zone's names are computed, for an NSEC3 or NSEC3PARAM record.
    static func isComputed(_ rdata: UnsafeBufferPointer<UInt8>, in zone: Zone) -> Bool {
        Parameters(rdata).map { isComputed($0, zone) } ?? false
    }

    private static func isComputed(_ parameters: Parameters, _ zone: Zone) -> Bool {
        let blocks = (20 + parameters.salt.count + 8) / 64 + 1
        return zone.nameCount * (Int(parameters.iterations) + 1) * blocks <= maximumBlocks
    }

    /// A name that is to have a record.
    private struct Wanted {
        var hash: SHA1.Digest
        /// A name of the zone, which has that many labels in front of the one that is meant.
        var name: Int32
        var skipped: Int32
        /// Whether it may be left out under opt-out.
        var isOptional: Bool
    }

    init(_ signed: SignedZone) {
        let zone = signed.zone
        guard zone.types.contains(.nsec3) || zone.types.contains(.nsec3param) else { return }
        let chains = collect(signed)
        chainCount = chains.count
        if let negative = NegativeTTL.of(zone) {
            let rows = chains.values.joined().map(\.row).filter { zone.records[$0].ttl != negative }
            deviatingTTLs = (rows.count, rows.min() ?? 0)
        }
        let announced = zone.rows(of: signed.apex, type: .nsec3param).filter {
            // Others are ignored (RFC 5155 §4.1.2).
            zone.rdata(of: $0).uint8(at: 1) == 0
        }
        for row in announced where Parameters(zone.rdata(of: row)).map({ chains[$0] == nil }) ?? false {
            unfounded.append(row)
        }
        let known = Set(announced.compactMap { Parameters(zone.rdata(of: $0)) })
        let ordered = chains.sorted(by: { $0.value[0].row < $1.value[0].row })
        for (parameters, links) in ordered where !known.contains(parameters) {
            unannounced.append((links[0].row, links.count))
        }
        // Each chain costs a look at every name. Those that servers go by come first.
        let inUse = ordered.filter { known.contains($0.key) } + ordered.filter { !known.contains($0.key) }
        for (parameters, links) in inUse.prefix(Self.maximumChains) {
            examine(links.sorted { $0.hash < $1.hash }, parameters, signed)
        }
    }

    /// Hash algorithm, iterations and salt.
    private struct Parameters: Hashable {
        let algorithm: UInt8
        let iterations: UInt16
        let salt: [UInt8]

        /// From the RDATA of NSEC3 or NSEC3PARAM.
        init?(_ rdata: UnsafeBufferPointer<UInt8>) {
            guard rdata.count >= 5, rdata.count >= 5 + Int(rdata[4]) else { return nil }
            (algorithm, iterations) = (rdata[0], rdata.uint16(at: 2))
            salt = Array(rdata[5..<(5 + Int(rdata[4]))])
        }

        /// Whether RDATA has these.
        func are(of rdata: UnsafeBufferPointer<UInt8>) -> Bool {
            rdata.count >= 5 + salt.count && rdata[0] == algorithm && rdata.uint16(at: 2) == iterations
                && Int(rdata[4]) == salt.count && rdata[5..<(5 + salt.count)].elementsEqual(salt)
        }
    }

    private struct Link {
        var hash: SHA1.Digest
        var row: Int
    }

    /// The NSEC3 records by their parameters. Owners that are no hash are another check's business.
    private func collect(_ signed: SignedZone) -> [Parameters: [Link]] {
        let zone = signed.zone
        // By number, so that two chains whose records alternate are not copied at each.
        var numbers: [Parameters: Int] = [:]
        var chains: [[Link]] = []
        var current: (parameters: Parameters, number: Int)?
        for name in 0..<zone.nameCount
        where zone.names[name].types.contains(.nsec3) && signed.shape.standing(of: name) == .authoritative {
            guard let hash = Self.hash(owner: zone.wire(of: name)) else { continue }
            for number in zone.rows(of: name) where zone.records[Int(number)].type == RecordType.nsec3.rawValue {
                let rdata = zone.rdata(of: Int(number))
                let link = Link(hash: hash, row: Int(number))
                if let current, current.parameters.are(of: rdata) {
                    chains[current.number].append(link)
                    continue
                }
                guard let parameters = Parameters(rdata) else { continue }
                let chain = numbers[parameters] ?? chains.count
                if chain == chains.count {
                    numbers[parameters] = chain
                    chains.append([])
                }
                chains[chain].append(link)
                current = (parameters, chain)
            }
        }
        return numbers.mapValues { chains[$0] }
    }

    /// The hash that the first label is (RFC 5155 §3); `nil` if it is none.
    private static func hash(owner wire: UnsafePointer<UInt8>) -> SHA1.Digest? {
        guard HashedName.isValid(wire) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { octets in
            var bits: UInt64 = 0
            for group in 0..<4 {
                bits = 0
                for at in 1...8 {
                    let digit = ASCII.lowercased(wire[group * 8 + at])
                    bits = bits << 5 | UInt64(ASCII.isDigit(digit) ? digit - 48 : digit - 87)
                }
                for at in 0..<5 { octets[group * 5 + at] = UInt8(truncatingIfNeeded: bits >> UInt64(32 - 8 * at)) }
            }
            return SHA1.Digest(UnsafeBufferPointer(octets))
        }
    }

    private mutating func examine(_ links: [Link], _ parameters: Parameters, _ signed: SignedZone) {
        guard parameters.algorithm == 1 else { return }
        let zone = signed.zone
        let isHashed = Self.isComputed(parameters, zone)
        let wanted = isHashed ? self.wanted(parameters, signed) : []
        checkLinks(links, parameters, wanted, zone)
        guard isHashed else { return }
        var sets = RRsetsAtName()
        var position = 0
        for want in wanted {
            while position < links.count, links[position].hash < want.hash {
                superfluous.append(links[position].row)
                position += 1
            }
            guard position < links.count, links[position].hash == want.hash else {
                // What is not proved one by one may stand under the record before it.
                let before = links[position > 0 ? position - 1 : links.count - 1]
                if !want.isOptional || zone.rdata(of: before.row).uint8(at: 1) & 1 == 0 {
                    missing.append(Missing(name: Int(want.name), skipped: Int(want.skipped), row: before.row))
                }
                continue
            }
            compare(links[position].row, want, &sets, signed)
            position += 1
        }
        superfluous += links[position...].map(\.row)
    }

    /// Whether each record names the one that comes next.
    private mutating func checkLinks(
        _ links: [Link], _ parameters: Parameters, _ wanted: [Wanted], _ zone: Zone
    ) {
        for (position, link) in links.enumerated() {
            let rdata = zone.rdata(of: link.row)
            let start = 6 + parameters.salt.count
            guard rdata.count >= start + 20,
                let named = SHA1.Digest(UnsafeBufferPointer(rebasing: rdata[start..<(start + 20)]))
            else { continue }
            let next = links[(position + 1) % links.count].hash
            if named == next || Self.holds(wanted, named) && !Self.holds(links, named) { continue }
            // A record that is told to be missing was between the two.
            brokenLinks.append((link.row, next.octets))
        }
    }

    private static func holds(_ wanted: [Wanted], _ hash: SHA1.Digest) -> Bool {
        let at = lowerBound(wanted.count) { wanted[$0].hash < hash }
        return at < wanted.count && wanted[at].hash == hash
    }

    private static func holds(_ links: [Link], _ hash: SHA1.Digest) -> Bool {
        let at = lowerBound(links.count) { links[$0].hash < hash }
        return at < links.count && links[at].hash == hash
    }

    private static func lowerBound(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The names that are to have a record, by hash.
    private func wanted(_ parameters: Parameters, _ signed: SignedZone) -> [Wanted] {
        let zone = signed.zone
        var wanted: [Wanted] = []
        /// Names without records above others, by their octets: where each stands in `wanted`.
        var between: [[UInt8]: Int] = [:]
        var scratch = [UInt8](repeating: 0, count: Name.maximumLength + parameters.salt.count)
        for name in 0..<zone.nameCount where signed.answers(for: name) && signed.hasData(name) {
            let wire = zone.wire(of: name)
            let length = WireName.length(wire)
            let isOptional =
                signed.shape.standing(of: name) == .delegation && !zone.names[name].types.contains(.ds)
            let index = Int32(truncatingIfNeeded: name)
            wanted.append(
                Wanted(
                    hash: Self.hash(wire, length, parameters, &scratch), name: index, skipped: 0,
                    isOptional: isOptional))
            var at = Int(wire[0]) + 1
            var skipped: Int32 = 1
            while length - at > zone.originLength, zone.index(of: wire + at, length - at) == nil {
                let octets = Array(UnsafeBufferPointer(start: wire + at, count: length - at))
                if let known = between[octets] {
                    if isOptional || !wanted[known].isOptional { break }
                    wanted[known].isOptional = false
                } else {
                    between[octets] = wanted.count
                    wanted.append(
                        Wanted(
                            hash: Self.hash(wire + at, length - at, parameters, &scratch), name: index,
                            skipped: skipped, isOptional: isOptional))
                }
                at += Int(wire[at]) + 1
                skipped += 1
            }
        }
        return wanted.sorted { $0.hash < $1.hash }
    }

    /// The hash of a name (RFC 5155 §5).
    private static func hash(
        _ wire: UnsafePointer<UInt8>, _ length: Int, _ parameters: Parameters, _ scratch: inout [UInt8]
    ) -> SHA1.Digest {
        let salt = parameters.salt
        return scratch.withUnsafeMutableBufferPointer { buffer in
            for at in 0..<length { buffer[at] = wire[at] }
            for (at, octet) in salt.enumerated() { buffer[length + at] = octet }
            var digest = SHA1.digest(of: UnsafeBufferPointer(rebasing: buffer[..<(length + salt.count)]))
            for at in salt.indices { buffer[20 + at] = salt[at] }
            for _ in 0..<parameters.iterations {
                digest.write(to: buffer)
                digest = SHA1.digest(of: UnsafeBufferPointer(rebasing: buffer[..<(20 + salt.count)]))
            }
            return digest
        }
    }

    private mutating func compare(_ row: Int, _ want: Wanted, _ sets: inout RRsetsAtName, _ signed: SignedZone) {
        let rdata = signed.zone.rdata(of: row)
        let start = 5 + Int(rdata.uint8(at: 4))
        let bitmap = start + 1 + Int(rdata.uint8(at: start))
        guard bitmap <= rdata.count else { return }
        let types = TypeBitmap(octets: rdata[bitmap...])
        guard want.skipped == 0 else {
            var extra: [UInt16] = []
            types.forEach { extra.append($0) }
            if !extra.isEmpty { bitmaps.append((row, TypeBitmap.Difference(extra: extra))) }
            return
        }
        let standing = signed.shape.standing(of: Int(want.name))
        sets.scan(signed.zone, Int(want.name))
        let difference = types.difference(from: sets, at: standing, ofSigned: !want.isOptional, proof: nil)
        if !difference.isEmpty { bitmaps.append((row, difference)) }
    }
}
