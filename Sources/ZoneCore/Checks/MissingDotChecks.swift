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
            .record(RecordType.pointing) { run, _, row in
                let type = RecordType(rawValue: run.zone.records[row].type)
                run.reportMissingDot(row, nameAt: run.zone.targetOffset(of: row), at: run.zone.targetPart(of: row))
                guard type == .soa, let mailbox = run.mailbox(of: row), !mailbox.local.contains("@") else { return }
                run.reportMissingDot(row, nameAt: mailbox.offset, at: .rdata(1))
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
    ]
}

extension CheckRun {
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
