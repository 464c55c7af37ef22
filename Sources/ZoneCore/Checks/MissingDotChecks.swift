import RFC1035

extension Check {
    /// Names that were meant to be whole, and got the zone's name appended.
    static let missingDotChecks: [Check] = [
        Check(
            "MISSING_FINAL_DOT", .error, ofAbsence: true, "RFC 1035 §5.1",
            Text(
                en: "A target lacks its final dot, so the zone's name was appended.",
                id: "Sasaran tanpa titik di akhir, sehingga nama zona ditambahkan."),
            explanation: Text(
                en: """
                    A name without a final dot is completed with the zone's name: host.example.go.id becomes \
                    host.example.go.id.example.go.id., which does not exist. Write the dot, or leave the zone's name \
                    out.
                    """,
                id: """
                    Nama tanpa titik di akhir dilengkapi dengan nama zona: host.example.go.id menjadi \
                    host.example.go.id.example.go.id. yang tidak ada. Tulis titiknya, atau jangan tulis nama \
                    zonanya.
                    """),
            bad: "portal CNAME www.example.go.id\nblog CNAME sites.example.com",
            good: "portal CNAME www.example.go.id.\nblog CNAME sites.example.com.",
            .record(RecordType.pointing + [.rp], showing: [.missingDot, .severalNames]) { run, _, row in
                let offset = run.zone.targetOffset(of: row)
                let rdata = run.zone.rdata(of: row)
                switch RecordType(rawValue: run.zone.records[row].type) {
                case .rp:
                    run.reportMissingDot(row, mailboxAt: 0, at: .rdata(0))
                    run.reportMissingDot(row, nameAt: rdata.endOfName(at: 0), at: .rdata(1))
                case .soa:
                    run.reportMissingDot(row, nameAt: 0, at: .rdata(0))
                    run.reportMissingDot(row, mailboxAt: rdata.endOfName(at: 0), at: .rdata(1))
                case .px:
                    run.reportMissingDot(row, nameAt: offset, at: .rdata(1))
                    run.reportMissingDot(row, nameAt: rdata.endOfName(at: offset), at: .rdata(2))
                default:
                    run.reportMissingDot(row, nameAt: offset, at: run.zone.targetPart(of: row))
                }
            }),
        Check(
            "OWNER_REPEATS_ZONE", .warning, "RFC 1035 §5.1",
            Text(
                en: "An owner has the zone's name twice.", id: "Pemilik rekaman berisi nama zona dua kali."),
            explanation: Text(
                en: """
                    An owner without a final dot is completed with the zone's name: www.example.go.id becomes \
                    www.example.go.id.example.go.id., and the name that was meant does not exist. Write the dot, or \
                    leave the zone's name out.
                    """,
                id: """
                    Pemilik tanpa titik di akhir dilengkapi dengan nama zona: www.example.go.id menjadi \
                    www.example.go.id.example.go.id., sedangkan nama yang dimaksud tidak ada. Tulis titiknya, atau \
                    jangan tulis nama zonanya.
                    """),
            bad: "portal.example.go.id A 192.0.2.81",
            good: "portal.example.go.id. A 192.0.2.81",
            .marked(.repeatsZone) { run, name in
                guard run.zone.origin.labelCount > 1 else { return }
                let owner = run.zone.name(at: name)
                guard let meant = Name(wire: owner.wire.dropLast(run.zone.originLength) + [0]) else { return }
                run.report(
                    name: name,
                    Text(
                        en: "\(owner) has the zone's name twice; write \(meant) with its final dot",
                        id: "\(owner) berisi nama zona dua kali; tulis \(meant) dengan titik di akhir"))
            }),
        Check(
            "OWNER_LOOKS_FOREIGN", .notice, "RFC 1035 §5.1",
            Text(
                en: "An owner looks like a name in another domain.",
                id: "Pemilik rekaman tampak seperti nama di domain lain."),
            explanation: Text(
                en: """
                    An owner without a final dot is completed with the zone's name: www.example.com becomes \
                    www.example.com.example.go.id. If the other domain is meant, its records belong in its own zone; \
                    if a name of this zone is meant, leave the other domain out.
                    """,
                id: """
                    Pemilik tanpa titik di akhir dilengkapi dengan nama zona: www.example.com menjadi \
                    www.example.com.example.go.id. Bila yang dimaksud domain lain itu, rekamannya harus berada di \
                    zonanya sendiri; bila yang dimaksud nama di zona ini, jangan tulis domain lain itu.
                    """),
            bad: "www.example.com A 192.0.2.81",
            good: "www A 192.0.2.81",
            .marked(.foreignDomain) { run, name in
                guard run.lacksFinalDot(name), run.hasRoom() else { return }
                let owner = run.zone.name(at: name)
                guard let seeming = Name(wire: owner.wire.dropLast(run.zone.originLength) + [0]) else { return }
                run.report(
                    name: name,
                    Text(
                        en: """
                            \(owner) looks like \(seeming), to which the zone's name was appended; records of another \
                            domain belong in its zone
                            """,
                        id: """
                            \(owner) tampak seperti \(seeming) yang ditambahi nama zona; rekaman domain lain harus \
                            berada di zonanya sendiri
                            """))
            }),
    ]
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the name ends that begins at an offset.
    fileprivate func endOfName(at offset: Int) -> Int {
        guard let base = baseAddress, offset < count else { return count }
        return offset + WireName.length(base + offset)
    }
}

extension CheckRun {
    /// The same for a mailbox; one with an @ is wrong in another way.
    fileprivate mutating func reportMissingDot(_ row: Int, mailboxAt offset: Int, at part: Finding.Part) {
        let rdata = zone.rdata(of: row)
        guard offset < rdata.count,
            !rdata.dropFirst(offset + 1).prefix(Int(rdata[offset])).contains(UInt8(ascii: "@"))
        else { return }
        reportMissingDot(row, nameAt: offset, at: part)
    }

    fileprivate mutating func reportMissingDot(_ row: Int, nameAt offset: Int, at part: Finding.Part) {
        let fault = fault(of: row, nameAt: offset)
        guard fault == .repeatsZone || fault == .foreign, let target = try? Name(target(of: row, nameAt: offset)),
            let meant = Name(wire: target.wire.dropLast(zone.originLength) + [0])
        else { return }
        report(
            row: row, at: part,
            Text(
                en: "\(target) has no records; a final dot is missing: write \(meant)",
                id: "\(target) tidak memiliki rekaman; titik di akhir tertinggal: tulis \(meant)"))
    }
}
