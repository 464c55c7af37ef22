import RFC1035

/// Records that point to a name which cannot give what is asked of it; the commoner ones are in ``TargetChecks.swift``.
extension Check {
    static let pointerChecks: [Check] = [
        Check(
            "LP_TO_ITSELF", .error, "RFC 6742 §2.4.1",
            Text(en: "An LP record points to its own name.", id: "Rekaman LP menunjuk ke namanya sendiri."),
            explanation: Text(
                en: """
                    An LP record says under which name the locators of a host stand. They cannot be found under the \
                    name that says so. Point it to the name with the L32 or L64 records.
                    """,
                id: """
                    Rekaman LP menyebut nama tempat locator sebuah host berada. Locator tidak dapat ditemukan di nama \
                    yang menyebutnya. Arahkan ke nama yang memiliki rekaman L32 atau L64.
                    """),
            bad: "portal LP 10 portal",
            good: """
                portal LP 10 subnet
                subnet L64 10 2001:db8:140:1
                """,
            .record([.lp]) { run, name, row in
                guard run.nameTarget(of: row, nameAt: 2) == name else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "this LP record points to its own name; give the name that has the L32 or L64 records",
                        id: "rekaman LP ini menunjuk ke namanya sendiri; berikan nama dengan rekaman L32 atau L64"))
            }),
        Check(
            "HOST_TARGET_MISSING", .error, ofAbsence: true, "RFC 2230 §3; RFC 1183 §1, §3.3; RFC 6742 §2.4",
            Text(
                en: "A KX, AFSDB, RT, PX or LP record leads to a name of the zone that has not what it needs.",
                id: "Rekaman KX, AFSDB, RT, PX, atau LP menuju nama dalam zona yang tidak memiliki yang diperlukan."),
            explanation: Text(
                en: """
                    The zone itself says that the host is not there: KX, AFSDB and RT records need a name with an \
                    address, LP records one with L32 or L64 records, PX records one that exists. Add what is missing, \
                    or correct the name.
                    """,
                id: """
                    Zona ini sendiri menyatakan host itu tidak ada: rekaman KX, AFSDB, dan RT memerlukan nama yang \
                    beralamat, LP nama dengan rekaman L32 atau L64, PX nama yang ada. Tambahkan yang kurang, atau \
                    perbaiki namanya.
                    """),
            bad: "@ AFSDB 1 afs",
            good: "@ AFSDB 1 afs\nafs A 192.0.2.81",
            .record([.kx, .afsdb, .rt, .px, .lp]) { run, name, row in
                let offset = run.zone.targetOffset(of: row)
                let lead = run.lead(of: row, nameAt: offset)
                guard lead != .elsewhere, lead != .alias, let wanted = run.whatLacks(row, lead, nameAt: offset),
                    run.nameTarget(of: row, nameAt: offset) != name,
                    !run.isReportedFault(of: row, nameAt: offset), run.hasRoom()
                else { return }
                let target = run.target(of: row, nameAt: offset)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    lead == .missing
                        ? Text(
                            en: "\(target) is in this zone and does not exist",
                            id: "\(target) berada di zona ini dan tidak ada")
                        : Text(
                            en: "\(target) is in this zone and has no \(wanted) record",
                            id: "\(target) berada di zona ini dan tidak memiliki rekaman \(wanted)"))
            }),
        Check(
            "RP_TEXT_MISSING", .notice, ofAbsence: true, "RFC 1183 §2.2",
            Text(
                en: "An RP record refers to a text that is not there.",
                id: "Rekaman RP merujuk ke teks yang tidak ada."),
            explanation: Text(
                en: """
                    The second name of an RP record is where a TXT record says more about the person; a single dot \
                    stands for none. Write the TXT record, or the dot.
                    """,
                id: """
                    Nama kedua pada rekaman RP adalah tempat rekaman TXT berisi keterangan tentang orangnya; satu \
                    titik berarti tidak ada. Tulis rekaman TXT-nya, atau titik.
                    """),
            bad: "portal RP budi.example.net. kontak",
            good: """
                portal RP budi.example.net. kontak
                kontak TXT "Budi, pesawat 12"
                """,
            .record([.rp]) { run, _, row in
                guard let mailbox = run.zone.rdata(of: row).baseAddress else { return }
                let offset = WireName.length(mailbox)
                let text = mailbox + offset
                guard text[0] != 0, !run.isReportedFault(of: row, nameAt: offset) else { return }
                switch run.lead(of: row, nameAt: offset) {
                case .elsewhere, .alias: return
                case .missing: break
                case .address, .noAddress:
                    // Without records of its own a wildcard answers for it, or names below it keep it.
                    guard let index = run.nameTarget(of: row, nameAt: offset),
                        !run.zone.names[index].types.contains(.txt)
                    else { return }
                }
                let name = run.target(of: row, nameAt: offset)
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "\(name) has no TXT record about the person; add one, or write . for none",
                        id: "\(name) tanpa rekaman TXT tentang orangnya; tambahkan, atau tulis . bila tidak ada"))
            }),
        Check(
            "SVCB_ALIAS_CHAIN", .notice, "RFC 9460 §2.4.2",
            Text(
                en: "An SVCB or HTTPS alias leads to another.",
                id: "Alias SVCB atau HTTPS menuju alias lain."),
            explanation: Text(
                en: """
                    Clients need not follow more than a few aliases, and each costs a question. Point the alias to \
                    where the last one leads.
                    """,
                id: """
                    Klien tidak wajib mengikuti banyak alias, dan masing-masing memerlukan satu pertanyaan. Arahkan \
                    alias ke tujuan alias terakhir.
                    """),
            bad: """
                portal HTTPS 0 pintu
                pintu HTTPS 0 www
                pintu A 192.0.2.81
                """,
            good: """
                portal HTTPS 0 pintu
                pintu A 192.0.2.81
                """,
            .record([.svcb, .https]) { run, name, row in
                let type = RecordType(rawValue: run.zone.records[row].type)
                guard run.zone.rdata(of: row).uint16(at: 0) == 0,
                    let next = run.nameTarget(of: row, nameAt: 2), next != name,
                    run.shape.standing(of: next) == .authoritative,
                    let second = run.zone.firstRow(of: type, at: next), run.zone.rdata(of: second).uint16(at: 0) == 0
                else { return }
                let target = run.target(of: row, nameAt: 2)
                let last = run.target(of: second, nameAt: 2)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) is an alias itself; point to \(last)",
                        id: "\(target) sendiri adalah alias; arahkan ke \(last)"))
            }),
        Check(
            "TARGET_IN_NUMERIC_DOMAIN", .warning, "RFC 3696 §2",
            Text(
                en: "A record points to a top-level domain of digits.",
                id: "Rekaman menunjuk ke domain tingkat atas yang hanya angka."),
            explanation: Text(
                en: """
                    There is no top-level domain of digits only, and none will be, so that names and addresses can be \
                    told apart. Part of the name is missing, or a dot stands where it should not.
                    """,
                id: """
                    Tidak ada dan tidak akan ada domain tingkat atas yang hanya angka, agar nama dan alamat dapat \
                    dibedakan. Sebagian nama hilang, atau ada titik yang keliru.
                    """),
            bad: "_sip._tcp SRV 0 0 5060 sip.kantor.123.",
            good: "_sip._tcp SRV 0 0 5060 sip.kantor123.example.",
            .record([.cname, .dname, .ns, .mx, .srv, .ptr], showing: .numericTop) { run, _, row in
                let offset = run.zone.targetOffset(of: row)
                guard !run.isReportedFault(of: row, nameAt: offset) else { return }
                let target = run.target(of: row, nameAt: offset)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) is in a top-level domain of digits, and there is none; what is missing?",
                        id: "\(target) berada di domain tingkat atas dari angka, padahal tidak ada; apa yang hilang?"))
            }),
    ]
}

extension CheckRun {
    /// The types of which a record's target in the zone has none, although it needs one; `nil` where it has, and where
    /// that is not to be told.
    fileprivate mutating func whatLacks(_ row: Int, _ lead: Lead, nameAt offset: Int) -> String? {
        let types: [RecordType]
        switch RecordType(rawValue: zone.records[row].type) {
        // It may be reached by X.25 or ISDN (RFC 1183 §3.3).
        case .rt: types = [RecordType(rawValue: 19), RecordType(rawValue: 20)]
        case .lp: types = [RecordType(rawValue: 105), RecordType(rawValue: 106)]
        case .px: return lead == .missing ? "" : nil
        default: types = []
        }
        let isLocator = zone.records[row].type == RecordType.lp.rawValue
        let wanted = isLocator ? "L32/L64" : "A/AAAA"
        if lead == .missing { return wanted }
        if !isLocator && lead == .address { return nil }
        // Without records of its own a wildcard answers for it, or names below it keep it.
        guard let target = nameTarget(of: row, nameAt: offset) else { return isLocator ? nil : wanted }
        return types.contains { zone.firstRow(of: $0, at: target) != nil } ? nil : wanted
    }
}
