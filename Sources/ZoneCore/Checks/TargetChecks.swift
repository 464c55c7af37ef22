import RFC1035

extension Check {
    static let targetChecks: [Check] = [
        Check(
            "NS_NO_ADDRESS", .error, refusedBy: .mostServersAtApex, ofAbsence: true,
            "RFC 1035 §3.3.11; named check-integrity",
            Text(
                en: "A name server of the zone has no address.", id: "Server nama zona tidak memiliki alamat."),
            explanation: Text(
                en: """
                    A resolver that is sent to this name server cannot reach it, because the zone itself says that \
                    it has no address. At the apex, named refuses the zone. Add its A or AAAA record, or correct the \
                    name.
                    """,
                id: """
                    Resolver yang diarahkan ke server nama ini tidak dapat mencapainya, karena zona ini sendiri \
                    menyatakan ia tidak beralamat. Di puncak zona, named menolak zonanya. Tambahkan rekaman A atau \
                    AAAA-nya, atau perbaiki namanya.
                    """),
            bad: "@ NS ns3",
            good: """
                @ NS ns3
                ns3 A 203.0.113.53
                """,
            .target(of: .ns, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the name server \(target) has no A or AAAA record in this zone",
                    id: "server nama \(target) tidak memiliki rekaman A atau AAAA di zona ini")
            }),
        Check(
            "NS_TO_CNAME", .error, refusedBy: .mostServersAtApex, "RFC 2181 §10.3",
            Text(en: "An NS record points to an alias.", id: "Rekaman NS menunjuk ke alias."),
            explanation: Text(
                en: """
                    NS records must point to names with addresses, not to aliases: resolvers do not follow an alias \
                    there, and named refuses such a zone at the apex. Point to the host itself.
                    """,
                id: """
                    Rekaman NS harus menunjuk ke nama yang beralamat, bukan alias: resolver tidak mengikuti alias di \
                    sana, dan named menolak zona yang demikian di puncaknya. Tunjuk hostnya langsung.
                    """),
            bad: """
                @ NS ns3
                ns3 CNAME ns.example.net.
                """,
            good: "@ NS ns.example.net.",
            .target(of: .ns, leadsTo: [.alias]) { target in
                Text(
                    en: "\(target) is an alias; a name server needs address records of its own",
                    id: "\(target) adalah alias; server nama harus memiliki rekaman alamat sendiri")
            }),
        Check(
            "MX_TO_CNAME", .warning, "RFC 2181 §10.3",
            Text(en: "An MX record points to an alias.", id: "Rekaman MX menunjuk ke alias."),
            explanation: Text(
                en: """
                    MX records must point to names with addresses. Some mail servers refuse to follow an alias, so \
                    that a part of the mail comes back. Point to the host itself.
                    """,
                id: """
                    Rekaman MX harus menunjuk ke nama yang beralamat. Sebagian server surel tidak mau mengikuti \
                    alias, sehingga sebagian surel kembali. Tunjuk hostnya langsung.
                    """),
            bad: """
                smtp CNAME mail
                @ MX 10 smtp
                """,
            good: """
                @ MX 10 mail
                _dmarc TXT "v=DMARC1; p=reject"
                """,
            .target(of: .mx, leadsTo: [.alias]) { target in
                Text(
                    en: "\(target) is an alias; a mail exchanger needs address records of its own",
                    id: "\(target) adalah alias; server surel harus memiliki rekaman alamat sendiri")
            }),
        Check(
            "MX_NO_ADDRESS", .error, ofAbsence: true, "RFC 5321 §5.1",
            Text(
                en: "A mail exchanger in the zone has no address.", id: "Server surel di zona tidak memiliki alamat."),
            explanation: Text(
                en: """
                    Mail for this name cannot be delivered: the zone itself says that the mail exchanger has no \
                    address. Add its A or AAAA record, or correct the name; if the name gets no mail, write MX 0 and \
                    a dot.
                    """,
                id: """
                    Surel untuk nama ini tidak dapat dikirim: zona ini sendiri menyatakan server surelnya tidak \
                    beralamat. Tambahkan rekaman A atau AAAA-nya, atau perbaiki namanya; bila nama ini tidak \
                    menerima surel, tulis MX 0 dan titik.
                    """),
            bad: "@ MX 10 smtp",
            good: """
                @ MX 10 mail
                _dmarc TXT "v=DMARC1; p=reject"
                """,
            .target(of: .mx, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the mail exchanger \(target) has no A or AAAA record in this zone: mail cannot be delivered",
                    id: """
                        server surel \(target) tidak memiliki rekaman A atau AAAA di zona ini: surel tidak dapat \
                        dikirim
                        """)
            }),
        Check(
            "SRV_NO_ADDRESS", .error, ofAbsence: true, "RFC 2782",
            Text(en: "An SRV target in the zone has no address.", id: "Sasaran SRV di zona tidak memiliki alamat."),
            explanation: Text(
                en: """
                    Programs that look for the service are sent to a host that has no address. Add its A or AAAA \
                    record, or correct the name; if there is no such service, the target is a dot.
                    """,
                id: """
                    Program yang mencari layanan ini diarahkan ke host yang tidak beralamat. Tambahkan rekaman A \
                    atau AAAA-nya, atau perbaiki namanya; bila layanannya tidak ada, sasarannya titik.
                    """),
            bad: "_sip._tcp SRV 10 5 5060 sip",
            good: "_sip._tcp SRV 10 5 5060 www",
            .target(of: .srv, leadsTo: [.missing, .noAddress]) { target in
                Text(
                    en: "the SRV target \(target) has no A or AAAA record in this zone",
                    id: "sasaran SRV \(target) tidak memiliki rekaman A atau AAAA di zona ini")
            }),
        Check(
            "SRV_TO_CNAME", .warning, "RFC 2782",
            Text(en: "An SRV record points to an alias.", id: "Rekaman SRV menunjuk ke alias."),
            explanation: Text(
                en: """
                    The target of an SRV record must have addresses of its own; programs that take the rule at its \
                    word do not follow an alias. Point to the host itself.
                    """,
                id: """
                    Sasaran rekaman SRV harus beralamat sendiri; program yang mengikuti aturan secara harfiah tidak \
                    mengikuti alias. Tunjuk hostnya langsung.
                    """),
            bad: "sip CNAME www\n_sip._tcp SRV 10 5 5060 sip",
            good: "_sip._tcp SRV 10 5 5060 www",
            .target(of: .srv, leadsTo: [.alias]) { target in
                Text(
                    en: "\(target) is an alias; an SRV target needs address records of its own",
                    id: "\(target) adalah alias; sasaran SRV harus memiliki rekaman alamat sendiri")
            }),
    ]
}

extension Zone {
    /// The rows of one type at a name, in the order they were read.
    func rows(of index: Int, type: RecordType) -> [Int] {
        rows(of: index).map(Int.init).filter { records[$0].type == type.rawValue }
    }

    /// How many records of a type a name has.
    func count(of type: RecordType, at index: Int) -> Int {
        guard names[index].types.mayContain(type.rawValue) else { return 0 }
        var count = 0
        for row in rows(of: index) where records[Int(row)].type == type.rawValue { count += 1 }
        return count
    }

    /// Whether two rows have the same type and RDATA.
    func haveEqualData(_ a: Int, _ b: Int) -> Bool {
        records[a].type == records[b].type && rdata(of: a).elementsEqual(rdata(of: b))
    }

    /// Where the target of a record that points to a name is written; the first of two.
    func targetPart(of row: Int) -> Finding.Part {
        switch RecordType(rawValue: records[row].type) {
        case .mx, .afsdb, .rt, .svcb, .https, .kx, .px, .lp: .rdata(1)
        case .srv: .rdata(3)
        case .naptr: .rdata(5)
        // An address stands before it, but for a prefix that is all of it.
        case .a6: .rdata(rdata(of: row).first == 128 ? 1 : 2)
        default: .rdata(0)
        }
    }

    /// Where in the RDATA of a record that points to a name that name stands.
    func targetOffset(of row: Int) -> Int {
        switch RecordType(rawValue: records[row].type) {
        case .mx, .afsdb, .rt, .svcb, .https, .kx, .px, .lp: 2
        case .srv: 6
        case .naptr: rdata(of: row).endOfStrings(3, at: 4)
        case .a6: 1 + (128 - Int(min(128, rdata(of: row).first ?? 0)) + 7) / 8
        default: 0
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where that many character-strings end.
    func endOfStrings(_ number: Int, at first: Int) -> Int {
        var at = first
        for _ in 0..<number where at < count { at += 1 + Int(self[at]) }
        return at
    }
}
