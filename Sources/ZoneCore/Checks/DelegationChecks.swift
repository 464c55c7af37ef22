import RFC1035

extension Check {
    static let delegationChecks: [Check] = [
        Check(
            "MISSING_GLUE", .error, refusedBy: .oneServer, "RFC 1034 §4.2.1; named check-integrity",
            Text(
                en: "A delegation's name server stands below the delegation and has no address here.",
                id: "Server nama delegasi berada di bawah delegasi itu dan tidak punya alamat di sini."),
            .record([.ns]) { run, name, row in
                guard name != run.zone.apex else { return }
                let rdata = run.zone.rdata(of: row)
                guard let target = rdata.baseAddress else { return }
                let length = WireName.length(target)
                let cut = run.zone.wire(of: name)
                guard WireName.isAtOrBelow(target, length, cut, WireName.length(cut)) else { return }
                if let server = run.nameTarget(of: row, nameAt: 0),
                    run.zone.names[server].types.contains(.a) || run.zone.names[server].types.contains(.aaaa)
                {
                    return
                }
                let host = run.target(of: row)
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "\(host) is below the delegation, so its A or AAAA record must stand here as glue",
                        id: "\(host) berada di bawah delegasi, sehingga rekaman A atau AAAA-nya harus ada di sini sebagai glue"))
            }),
        Check(
            "DS_AT_APEX", .error, refusedBy: .mostServers, "RFC 4035 §2.4",
            Text(en: "A DS record stands at the apex.", id: "Rekaman DS berada di puncak zona."),
            .record([.ds]) { run, name, row in
                guard name == run.zone.apex else { return }
                run.report(
                    row: row,
                    Text(
                        en: "a DS record at the apex; it belongs into the parent zone, at the delegation",
                        id: "rekaman DS di puncak zona; tempatnya di zona induk, pada delegasinya"))
            }),
        Check(
            "DS_WITHOUT_NS", .warning, "RFC 4035 §2.4",
            Text(
                en: "A DS record stands where no delegation is.", id: "Rekaman DS berada di tempat tanpa delegasi."),
            .record([.ds]) { run, name, row in
                guard name != run.zone.apex, !run.zone.names[name].types.contains(.ns) else { return }
                run.report(
                    row: row,
                    Text(
                        en: "a DS record belongs to a delegation, beside NS records below the apex",
                        id: "rekaman DS hanya untuk delegasi, di samping rekaman NS di bawah puncak zona"))
            }),
        Check(
            "WILDCARD_NS", .error, refusedBy: .oneServer, "RFC 4592 §4.2",
            Text(en: "An NS record at a wildcard.", id: "Rekaman NS pada nama wildcard."),
            .record([.ns]) { run, name, row in
                let wire = run.zone.wire(of: name)
                guard wire[0] == 1, wire[1] == UInt8(ascii: "*") else { return }
                run.report(
                    row: row,
                    Text(
                        en: "a delegation cannot be a wildcard; named does not load the zone",
                        id: "delegasi tidak boleh berupa wildcard; named tidak memuat zona ini"))
            }),
    ]
}
