import RFC1035

extension Check {
    static let recordSetChecks: [Check] = [
        Check(
            "CNAME_AND_OTHER_DATA", .error, refusedBy: .mostServers, "RFC 1034 §3.6.2",
            Text(en: "A name has a CNAME and other records.", id: "Sebuah nama memiliki CNAME dan rekaman lain."),
            .set([.cname]) { run, name in
                let types = run.zone.names[name].types
                guard types.contains(.cname), !types.isSubset(of: besideCNAME),
                    let alias = run.zone.firstRow(of: .cname, at: name)
                else { return }
                let other = run.zone.rows(of: name).first {
                    var type = TypeSet()
                    type.insert(run.zone.records[Int($0)].type)
                    return !type.isSubset(of: besideCNAME)
                }
                guard let other else { return }
                let type = RecordType(rawValue: run.zone.records[Int(other)].type)
                let place = run.place(of: Int(other), from: alias)
                run.report(
                    row: alias, at: .type,
                    Text(
                        en: "a CNAME must be alone at its name, but \(type) stands there too, \(place.en)",
                        id: "CNAME harus sendirian pada namanya, tetapi ada juga \(type), \(place.id)"))
            }),
        Check(
            "MULTIPLE_CNAME", .error, refusedBy: .mostServers, "RFC 2181 §10.1",
            Text(en: "A name has two CNAME records.", id: "Sebuah nama memiliki dua rekaman CNAME."),
            .set([.cname]) { run, name in run.reportSecond(of: .cname, at: name) }),
        Check(
            "MULTIPLE_DNAME", .error, refusedBy: .mostServers, "RFC 6672 §2.4",
            Text(en: "A name has two DNAME records.", id: "Sebuah nama memiliki dua rekaman DNAME."),
            .set([.dname]) { run, name in run.reportSecond(of: .dname, at: name) }),
        Check(
            "RRSET_TOO_LARGE", .error, refusedBy: .oneServer, "named max-records-per-type",
            Text(
                en: "An RRset has more than 100 records.", id: "Sebuah RRset memiliki lebih dari 100 rekaman."),
            .set(over: 100) { run, name in
                var counts: [UInt16: (count: Int, row: Int)] = [:]
                for row in run.zone.sortedRows(of: name) {
                    counts[run.zone.records[row].type, default: (0, row)].count += 1
                }
                for (type, entry) in counts.sorted(by: { $0.key < $1.key }) where entry.count > 100 {
                    let mnemonic = RecordType(rawValue: type)
                    run.report(
                        row: entry.row,
                        Text(
                            en: "\(entry.count) \(mnemonic) records at one name; named loads at most 100",
                            id: "\(entry.count) rekaman \(mnemonic) pada satu nama; named memuat paling banyak 100"))
                }
            }),
        Check(
            "RRSET_TTL", .warning, "RFC 2181 §5.2",
            Text(
                en: "Records of one RRset have different TTLs.", id: "Rekaman satu RRset memiliki TTL yang berbeda."),
            .zone { run in
                for (row, ttl) in run.zone.deviatingTTLs {
                    let used = run.zone.records[row].ttl
                    run.report(
                        row: row, at: .ttl,
                        Text(
                            en: "TTL \(ttl) differs from \(used), which BIND uses for the whole RRset",
                            id: "TTL \(ttl) berbeda dari \(used), yang dipakai BIND untuk seluruh RRset"))
                }
            }),
        Check(
            "DUPLICATE_RECORD", .warning, "RFC 2181 §5",
            Text(en: "A record stands twice.", id: "Sebuah rekaman tertulis dua kali."),
            .set { run, name in
                let rows = run.zone.rows(of: name)
                guard rows.count <= 64 else { return run.reportDuplicates(amongMany: rows) }
                for later in 1..<rows.count {
                    for earlier in 0..<later where run.zone.haveEqualData(Int(rows[later]), Int(rows[earlier])) {
                        run.reportDuplicate(Int(rows[later]), of: Int(rows[earlier]))
                        break
                    }
                }
            }),
    ]

    /// What may stand beside a CNAME (RFC 4035 §2.5, RFC 2535 §2.3.5).
    private static let besideCNAME = TypeSet([.cname, .rrsig, .nsec, .sig])
}

extension CheckRun {
    fileprivate mutating func reportSecond(of type: RecordType, at name: Int) {
        guard zone.names[name].types.contains(type) else { return }
        let rows = zone.rows(of: name, type: type)
        guard let second = rows.dropFirst().first(where: { !zone.haveEqualData($0, rows[0]) }) else { return }
        let place = place(of: rows[0], from: second)
        report(
            row: second, at: .type,
            Text(
                en: "a second \(type) with other data; the first stands \(place.en)",
                id: "\(type) kedua dengan isi lain; yang pertama ada \(place.id)"))
    }

    fileprivate mutating func reportDuplicate(_ row: Int, of first: Int) {
        let place = place(of: first, from: row)
        report(
            row: row,
            Text(
                en: "the same record stands \(place.en) already; servers keep one",
                id: "rekaman yang sama sudah ada \(place.id); server menyimpan satu saja"))
    }

    fileprivate mutating func reportDuplicates(amongMany rows: UnsafeBufferPointer<UInt32>) {
        var seen: [[UInt8]: Int] = [:]
        for number in rows {
            let row = Int(number)
            let type = zone.records[row].type
            let key = [UInt8(type >> 8), UInt8(type & 0xFF)] + zone.rdata(of: row)
            if let first = seen[key] { reportDuplicate(row, of: first) } else { seen[key] = row }
        }
    }
}
