import RFC1035

extension Check {
    static let wildcardChecks: [Check] = [
        Check(
            "WILDCARD_SHADOWED", .notice, ofAbsence: true, "RFC 4592 §3.3.1; RFC 1912 §2.7",
            Text(
                en: "A wildcard does not answer for a name because that name exists.",
                id: "Wildcard tidak menjawab untuk sebuah nama karena nama itu ada."),
            explanation: Text(
                en: """
                    A wildcard answers only for names that do not exist. A name with any record of its own exists, \
                    and so does every name that has another below it: after adding _dmarc.shop, the wildcard's \
                    address no longer answers for shop. If the name is to have what the wildcard offers, give it \
                    that record itself.
                    """,
                id: """
                    Wildcard hanya menjawab untuk nama yang tidak ada. Nama yang memiliki rekaman apa pun berarti \
                    ada, begitu pula nama yang memiliki nama lain di bawahnya: setelah _dmarc.toko ditambahkan, \
                    alamat dari wildcard tidak lagi menjawab untuk toko. Bila nama itu perlu, beri rekamannya \
                    sendiri.
                    """),
            bad: "* A 192.0.2.80\n_dmarc.toko TXT \"v=DMARC1; p=reject\"",
            good: "* A 192.0.2.80\ntoko A 192.0.2.80\n_dmarc.toko TXT \"v=DMARC1; p=reject\"",
            .zone { run in
                guard run.zone.hasWildcards else { return }
                for shadow in WildcardShadows.find(run.zone, run.shape) {
                    let (first, below) = (run.zone.name(at: shadow.first), shadow.nonTerminal)
                    guard let row = run.zone.rows(of: shadow.wildcard).first.map(Int.init),
                        let at = run.zone.rows(of: shadow.first).first
                    else { continue }
                    let offered =
                        shadow.offersHost
                        ? Text(en: "address", id: "alamat") : Text(en: "MX record", id: "rekaman MX")
                    let rest = shadow.count - 1
                    let place = run.place(of: Int(at), from: row)
                    run.report(
                        row: row,
                        Text(
                            en: "its \(offered.en) does not answer for \(below ?? first), which exists "
                                + (below == nil ? "" : "through \(first) ") + place.en
                                + (rest > 0 ? ", nor for \(rest) more such name\(rest == 1 ? "" : "s")" : "")
                                + "; give it one of its own if it is to have one",
                            id: "\(offered.id)nya tidak berlaku untuk \(below ?? first), yang ada "
                                + (below == nil ? "" : "karena \(first) ") + place.id
                                + (rest > 0 ? ", juga untuk \(rest) nama lain" : "")
                                + "; beri rekaman sendiri bila perlu"))
                }
            }),
        Check(
            "STAR_IS_NO_WILDCARD", .notice, "RFC 4592 §2.1.1",
            Text(
                en: "An asterisk stands where it makes no wildcard.",
                id: "Tanda bintang di tempat yang tidak menjadikannya wildcard."),
            explanation: Text(
                en: """
                    Only a first label that is a single * makes a wildcard. In www.*.example.go.id, *shop or shop* \
                    the asterisk is an ordinary character of a name that nobody will ever ask for. Write a wildcard \
                    for each level that needs one.
                    """,
                id: """
                    Hanya label pertama yang berisi satu * yang menjadi wildcard. Pada www.*.example.go.id, *toko, \
                    atau toko*, tanda bintang itu karakter biasa dari nama yang tidak akan pernah ditanyakan. Tulis \
                    wildcard untuk tiap tingkat yang memerlukannya.
                    """),
            bad: "www.*.desa CNAME www",
            good: "*.desa CNAME www",
            .marked(.star) { run, name in
                guard run.hasStar(name) else { return }
                // Those that named refuses have a finding of their own.
                let types = run.zone.names[name].types
                guard !types.contains(.a), !types.contains(.aaaa), !types.contains(.mx) else { return }
                let owner = run.zone.name(at: name)
                run.report(
                    name: name,
                    Text(
                        en: "\(owner) is no wildcard: only a first label that is nothing but * is one",
                        id: "\(owner) bukan wildcard: hanya label pertama yang berisi * saja yang menjadi wildcard"))
            }),
    ]
}

extension CheckRun {
    /// Whether a label in front of the zone's own holds an asterisk that makes no wildcard.
    fileprivate mutating func hasStar(_ name: Int) -> Bool {
        let wire = zone.wire(of: name)
        let end = WireName.length(wire) - zone.originLength
        var at = 0
        while at < end {
            let label = UnsafeBufferPointer(start: wire + at + 1, count: Int(wire[at]))
            if label.count > 1 || at > 0, label.first == UInt8(ascii: "*") || label.last == UInt8(ascii: "*") {
                return true
            }
            at += label.count + 1
        }
        return false
    }
}

/// What exists where a wildcard would answer, and lacks what the wildcard offers.
struct WildcardShadows {
    /// The number of the wildcard.
    var wildcard: Int
    /// Whether it offers an address, an alias included; else it offers MX records.
    var offersHost: Bool
    /// The number of the first such name, or of the first name below it.
    var first: Int
    /// The name, where it has no records of its own.
    var nonTerminal: Name?
    /// How many names there are.
    var count = 1

    private static let hosts = TypeSet([.a, .aaaa, .cname])
    /// Whoever has one of these has an answer, or is another server's business.
    private static let answered = TypeSet([.a, .aaaa, .cname, .ns, .dname])
    private static let mailed = TypeSet([.mx, .cname, .ns, .dname])

    /// For each wildcard with any, in the order of the wildcards.
    static func find(_ zone: Zone, _ shape: ZoneShape) -> [WildcardShadows] {
        let parts = zone.parts
        var founds: [[WildcardShadows]] = Array(repeating: [], count: parts)
        var nonTerminals: [[Name: Int]] = Array(repeating: [:], count: parts)
        founds.withUnsafeMutableBufferPointer { founds in
            nonTerminals.withUnsafeMutableBufferPointer { nonTerminals in
                Parallel.run(parts) { part in
                    var search = Search(zone: zone, shape: shape)
                    for name in Parallel.range(part, of: parts, items: zone.nameCount) { search.look(at: name) }
                    founds[part] = Array(search.found.values)
                    nonTerminals[part] = search.nonTerminals
                }
            }
        }
        var all: [Int: WildcardShadows] = [:]
        for part in founds { for shadow in part { merge(shadow, into: &all) } }
        // A name without records may have names below it in several parts: it counts once, by the first.
        var firsts: [Name: (name: Int, wildcard: Int)] = [:]
        for part in nonTerminals {
            for (name, first) in part {
                guard let parent = name.parent, let star = try? parent.prepending("*"),
                    let wildcard = zone.index(of: star)
                else { continue }
                firsts[name] = (min(first, firsts[name]?.name ?? first), wildcard)
            }
        }
        for (name, first) in firsts {
            merge(
                WildcardShadows(
                    wildcard: first.wildcard, offersHost: !zone.names[first.wildcard].types.isDisjoint(with: hosts),
                    first: first.name, nonTerminal: name), into: &all)
        }
        return all.values.sorted { $0.wildcard < $1.wildcard }
    }

    private static func merge(_ shadow: WildcardShadows, into all: inout [Int: WildcardShadows]) {
        guard var known = all[shadow.wildcard] else { return all[shadow.wildcard] = shadow }
        let count = known.count + shadow.count
        // Two names without records may owe their being to one name: the shorter one comes first.
        let isEarlier =
            (shadow.first, shadow.nonTerminal?.wire.count ?? 0) < (known.first, known.nonTerminal?.wire.count ?? 0)
        if isEarlier { known = shadow }
        known.count = count
        all[shadow.wildcard] = known
    }

    /// The search through some of the names.
    private struct Search {
        let zone: Zone
        let shape: ZoneShape
        var found: [Int: WildcardShadows] = [:]
        /// Names without records, each with the first name below it.
        var nonTerminals: [Name: Int] = [:]
        /// The name asked for last, and its wildcard: names stand together with their neighbours.
        private var asked: [UInt8] = []
        private static let proofs = TypeSet([.nsec3, .rrsig])
        private var answer: Int?

        init(zone: Zone, shape: ZoneShape) {
            self.zone = zone
            self.shape = shape
        }

        mutating func look(at name: Int) {
            let wire = zone.wire(of: name)
            let length = WireName.length(wire)
            guard shape.standing(of: name) == .authoritative, length > zone.originLength else { return }
            let types = zone.names[name].types
            // The owners of NSEC3 records are hashes, which do not exist as names (RFC 5155 §7.1).
            if types.contains(.nsec3) && types.isSubset(of: Self.proofs) { return }
            if wire[1] != UInt8(ascii: "_"), !WireName.isWildcard(wire),
                let wildcard = wildcard(beside: wire, length), let offersHost = offers(wildcard),
                types.isDisjoint(with: offersHost ? answered : mailed)
            {
                WildcardShadows.merge(
                    WildcardShadows(wildcard: wildcard, offersHost: offersHost, first: name, nonTerminal: nil),
                    into: &found)
            }
            // Names above it that have no records exist through it.
            var at = Int(wire[0]) + 1
            while length - at > zone.originLength, zone.index(of: wire + at, length - at) == nil {
                if wire[at + 1] != UInt8(ascii: "_"), let wildcard = wildcard(beside: wire + at, length - at),
                    offers(wildcard) == true,
                    let above = WireName.name(wire + at, length - at),
                    nonTerminals[above] == nil
                {
                    nonTerminals[above] = name
                }
                at += Int(wire[at]) + 1
            }
        }

        /// Whether it offers a host, or else an MX record; `nil` for one that offers neither or is another's business.
        private func offers(_ wildcard: Int) -> Bool? {
            guard shape.standing(of: wildcard) == .authoritative else { return nil }
            let types = zone.names[wildcard].types
            if !types.isDisjoint(with: hosts) { return true }
            return types.contains(.mx) ? false : nil
        }

        /// The wildcard that would answer if the name did not exist.
        private mutating func wildcard(beside wire: UnsafePointer<UInt8>, _ length: Int) -> Int? {
            let skipped = Int(wire[0]) + 1
            let parent = UnsafeBufferPointer(start: wire + skipped, count: length - skipped)
            if asked.dropFirst(2).dropLast(8).elementsEqual(parent) { return answer }
            asked = [1, UInt8(ascii: "*")] + parent + [0, 0, 0, 0, 0, 0, 0, 0]
            answer = asked.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { zone.index(of: $0, parent.count + 2) }
            }
            return answer
        }
    }
}
