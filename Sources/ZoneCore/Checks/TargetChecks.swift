import RFC1035

extension Check {
    static let targetChecks: [Check] = [
        Check(
            "NS_NO_ADDRESS", .error, refusedBy: .mostServersAtApex, "RFC 1035 §3.3.11; named check-integrity",
            Text(
                en: "A name server of the zone has no address.", id: "Server nama zona tidak memiliki alamat."),
            .target(of: .ns, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the name server \(target) has no A or AAAA record in this zone",
                    id: "server nama \(target) tidak memiliki rekaman A atau AAAA di zona ini")
            }),
        Check(
            "NS_TO_CNAME", .error, refusedBy: .mostServersAtApex, "RFC 2181 §10.3",
            Text(en: "An NS record points to an alias.", id: "Rekaman NS menunjuk ke alias."),
            .target(of: .ns, leadsTo: [.alias]) { target in
                Text(
                    en: "\(target) is an alias; a name server needs address records of its own",
                    id: "\(target) adalah alias; server nama harus memiliki rekaman alamat sendiri")
            }),
        Check(
            "MX_TO_CNAME", .warning, "RFC 2181 §10.3",
            Text(en: "An MX record points to an alias.", id: "Rekaman MX menunjuk ke alias."),
            .target(of: .mx, leadsTo: [.alias]) { target in
                Text(
                    en: "\(target) is an alias; a mail exchanger needs address records of its own",
                    id: "\(target) adalah alias; server surel harus memiliki rekaman alamat sendiri")
            }),
        Check(
            "MX_NO_ADDRESS", .error, "RFC 5321 §5.1",
            Text(
                en: "A mail exchanger in the zone has no address.", id: "Server surel di zona tidak memiliki alamat."),
            .target(of: .mx, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the mail exchanger \(target) has no A or AAAA record in this zone: mail cannot be delivered",
                    id: "server surel \(target) tidak memiliki rekaman A atau AAAA di zona ini: surel tidak dapat dikirim")
            }),
        Check(
            "SRV_NO_ADDRESS", .error, "RFC 2782",
            Text(en: "An SRV target in the zone has no address.", id: "Sasaran SRV di zona tidak memiliki alamat."),
            .target(of: .srv, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the SRV target \(target) has no A or AAAA record in this zone",
                    id: "sasaran SRV \(target) tidak memiliki rekaman A atau AAAA di zona ini")
            }),
    ]
}

extension Zone {
    /// The rows of one type at a name, in the order they were read.
    func rows(of index: Int, type: RecordType) -> [Int] {
        rows(of: index).map(Int.init).filter { records[$0].type == type.rawValue }
    }

    /// Whether two rows have the same type and RDATA.
    func haveEqualData(_ a: Int, _ b: Int) -> Bool {
        records[a].type == records[b].type && rdata(of: a).elementsEqual(rdata(of: b))
    }

    /// Where the target of an NS, MX or SRV record is written.
    func targetPart(of row: Int) -> Finding.Part {
        switch records[row].type {
        case RecordType.mx.rawValue: .rdata(1)
        case RecordType.srv.rawValue: .rdata(3)
        default: .rdata(0)
        }
    }

    /// Where in the RDATA of an NS, MX or SRV record its target stands.
    func targetOffset(of row: Int) -> Int {
        switch records[row].type {
        case RecordType.mx.rawValue: 2
        case RecordType.srv.rawValue: 6
        default: 0
        }
    }
}
