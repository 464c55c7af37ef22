import RFC1035

extension Check {
    /// What `named` takes of one name.
    static let recordLimitChecks: [Check] = [
        Check(
            "RRSET_TOO_LARGE", .error, refusedBy: .oneServer, "named max-records-per-type",
            Text(
                en: "An RRset has more than 100 records.", id: "Sebuah RRset memiliki lebih dari 100 rekaman."),
            explanation: Text(
                en: """
                    Answers hold all records of a name and type at once, and named refuses to load more than 100 of \
                    them, although named-checkzone passes; signatures count by the type they cover. Nobody needs \
                    that many: spread them over several names.
                    """,
                id: """
                    Jawaban memuat semua rekaman satu nama dan tipe sekaligus, dan named menolak memuat lebih dari \
                    100 walaupun named-checkzone meluluskannya; tanda tangan dihitung menurut tipe yang \
                    ditandatangani. Tidak ada yang perlu sebanyak itu: bagi ke beberapa nama.
                    """),
            bad: (1...101).map { "portal TXT nomor-\($0)" }.joined(separator: "\n"),
            good: "portal A 192.0.2.81",
            .set(over: RecordLimit.most) { run, name in
                guard run.shape.standing(of: name) != .outOfZone else { return }
                for (key, rows) in run.zone.rowsByKey(of: name) where run.zone.exceedLimit(rows) {
                    let type = key.text
                    run.report(
                        row: rows[0],
                        Text(
                            en: "\(rows.count) \(type.en) at one name; named loads at most \(RecordLimit.most)",
                            id: "\(rows.count) \(type.id) pada satu nama; named memuat paling banyak "
                                + "\(RecordLimit.most)"))
                }
            }),
        Check(
            "TOO_MANY_TYPES", .error, refusedBy: .oneServer, "named max-types-per-name",
            Text(
                en: "A name has records of more than 100 types.",
                id: "Sebuah nama memiliki lebih dari 100 tipe rekaman."),
            explanation: Text(
                en: """
                    named refuses to load a name with records of more than 100 types, although named-checkzone \
                    passes. The signatures over each type count as one more, so that a signed zone has room for 50. \
                    No name needs that many: spread them over several names.
                    """,
                id: """
                    named menolak memuat nama dengan lebih dari 100 tipe rekaman, walaupun named-checkzone \
                    meluluskannya. Tanda tangan tiap tipe dihitung satu tipe lagi, sehingga zona yang \
                    ditandatangani hanya muat 50. Tidak ada nama yang perlu sebanyak itu: bagi ke beberapa nama.
                    """),
            bad: (1000...1100).map { "portal TYPE\($0) \\# 0" }.joined(separator: "\n"),
            good: "portal A 192.0.2.81",
            .set(over: RecordLimit.most) { run, name in
                guard run.shape.standing(of: name) != .outOfZone else { return }
                // What NSEC3 needs is kept apart from the other records of a name.
                let keys = run.zone.rowsByKey(of: name).map(\.key).filter { !$0.isOfHashedDenial }
                guard keys.count > RecordLimit.most else { return }
                let signatures = keys.count { $0.isSignature }
                let and =
                    signatures == 0
                    ? Text(verbatim: "")
                    : Text(
                        en: ", signatures over \(signatures) among them",
                        id: ", termasuk tanda tangan \(signatures) tipe")
                run.report(
                    name: name,
                    Text(
                        en: "records of \(keys.count) types at one name\(and.en); named loads at most "
                            + "\(RecordLimit.most)",
                        id: "rekaman dari \(keys.count) tipe pada satu nama\(and.id); named memuat paling banyak "
                            + "\(RecordLimit.most)"))
            }),
    ]
}

private enum RecordLimit {
    /// Records of an RRset, and types of a name.
    static let most = 100
}

/// What `named` takes for a type: signatures are of one type with those that cover the same.
private struct TypeKey: Hashable, Comparable {
    let type: UInt16
    /// What a signature covers; 0 for other records.
    let covered: UInt16

    init(_ zone: Zone, _ row: Int) {
        type = zone.records[row].type
        let isSignature = type == RecordType.rrsig.rawValue || type == RecordType.sig.rawValue
        covered = isSignature ? zone.rdata(of: row).uint16(at: 0) : 0
    }

    var isSignature: Bool { covered != 0 }
    var isOfHashedDenial: Bool { type == RecordType.nsec3.rawValue || covered == RecordType.nsec3.rawValue }

    /// "A records", "RRSIG records over A".
    var text: Text {
        let (type, covered) = (RecordType(rawValue: type), RecordType(rawValue: covered))
        return isSignature
            ? Text(en: "\(type) records over \(covered)", id: "rekaman \(type) untuk \(covered)")
            : Text(en: "\(type) records", id: "rekaman \(type)")
    }

    static func < (a: TypeKey, b: TypeKey) -> Bool { (a.type, a.covered) < (b.type, b.covered) }
}

extension Zone {
    /// The rows of a name by what `named` takes for their type, each in the order they were read.
    fileprivate func rowsByKey(of name: Int) -> [(key: TypeKey, rows: [Int])] {
        Dictionary(grouping: rows(of: name).map(Int.init)) { TypeKey(self, $0) }
            .map { (key: $0.key, rows: $0.value) }.sorted { $0.key < $1.key }
    }

    /// Whether an RRset is too large as `named` counts: the records that a file has of it in one place with equal ones
    /// among them, and with each further place those that there were before, without.
    fileprivate func exceedLimit(_ rows: [Int]) -> Bool {
        guard rows.count > RecordLimit.most else { return false }
        var held: Set<[UInt8]> = []
        var at = 0
        while at < rows.count {
            var end = at + 1
            while end < rows.count, haveSameOwner(from: rows[end - 1], to: rows[end]) { end += 1 }
            guard end - at <= RecordLimit.most else { return true }
            let new = Set(rows[at..<end].map { Array(rdata(of: $0)) })
            guard held.isEmpty || held.count + new.count <= RecordLimit.most else { return true }
            held.formUnion(new)
            at = end
        }
        return false
    }

    /// Whether no record of another name was read between two of one name.
    private func haveSameOwner(from first: Int, to last: Int) -> Bool {
        let owner = store.arena + Int(records[first].owner)
        let length = WireName.length(owner)
        return (first...last).allSatisfy { WireName.areEqual(owner, length, arena + Int(records[$0].owner)) }
    }
}
