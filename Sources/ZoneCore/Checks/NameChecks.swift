import RFC1035

extension Check {
    /// Records from outside the zone are left out, where that is all that is wrong.
    static let outOfZone = "OUT_OF_ZONE"

    static let nameChecks: [Check] = [
        Check(
            outOfZone, .error, refusedBy: .oneServer, "RFC 1035 §5.2",
            Text(en: "A record's owner is not in the zone.", id: "Pemilik rekaman berada di luar zona."),
            explanation: Text(
                en: """
                    A file holds the records of one zone. BIND and Knot drop what does not belong to it, without a \
                    word or nearly so, NSD refuses the file. Either the origin is wrong, or a final dot too many \
                    made a relative name absolute.
                    """,
                id: """
                    Satu berkas memuat rekaman satu zona. BIND dan Knot membuang yang bukan miliknya nyaris tanpa \
                    pesan, NSD menolak berkasnya. Mungkin origin-nya salah, atau titik di akhir yang berlebih \
                    membuat nama relatif menjadi absolut.
                    """),
            bad: "portal. A 192.0.2.81",
            good: "portal A 192.0.2.81",
            .zone { run in
                for name in 0..<run.zone.nameCount where run.shape.standing(of: name) == .outOfZone {
                    run.report(
                        name: name,
                        Text(
                            en: """
                                \(run.zone.name(at: name)) is not in the zone \(run.zone.origin); BIND leaves it \
                                out with a line in its log
                                """,
                            id: """
                                \(run.zone.name(at: name)) di luar zona \(run.zone.origin); BIND membuangnya \
                                dengan sebaris pesan di log
                                """))
                }
            }),
        Check(
            "BAD_HOST_NAME", .error, refusedBy: .oneServer, "RFC 1123 §2.1; named check-names",
            Text(
                en: "The owner of an address or MX record is not a host name.",
                id: "Pemilik rekaman alamat atau MX bukan nama host."),
            explanation: Text(
                en: """
                    Names of hosts consist of letters, digits and hyphens, and no label begins or ends with a \
                    hyphen. A named that is primary for the zone does not load it otherwise, although \
                    named-checkzone passes. Underscores are for service labels such as _dmarc, which have no \
                    addresses.
                    """,
                id: """
                    Nama host terdiri atas huruf, angka, dan tanda hubung, dan label tidak diawali atau diakhiri \
                    tanda hubung. Bila tidak, named sebagai server utama tidak memuat zonanya walaupun \
                    named-checkzone meluluskannya. Garis bawah hanya untuk label layanan seperti _dmarc, yang tidak \
                    beralamat.
                    """),
            bad: "dinas_kesehatan A 192.0.2.81",
            good: "dinas-kesehatan A 192.0.2.81",
            .name([.a, .aaaa, .mx, .wks, .a6], showing: .noHostName) { run, name in
                guard run.isBadHost(name) else { return }
                run.report(
                    name: name,
                    Text(
                        en: """
                            \(run.zone.name(at: name)) has an address or MX record but is no host name: letters, \
                            digits and hyphens, not at the ends of a label; named refuses the zone
                            """,
                        id: """
                            \(run.zone.name(at: name)) memiliki rekaman alamat atau MX tetapi bukan nama host: \
                            huruf, angka, dan tanda hubung, bukan di ujung label; named menolak zona ini
                            """))
            }),
        Check(
            "BAD_SOA_NAME", .error, refusedBy: .oneServer, "RFC 1035 §3.3.13; named check-names",
            Text(
                en: "The SOA's primary server or mailbox is no proper name.",
                id: "Server utama atau kotak surat pada SOA bukan nama yang sah."),
            explanation: Text(
                en: """
                    The primary server is a host, and the mailbox's domain is one as well: letters, digits and \
                    hyphens. What stands before the @, the mailbox's first label, is printable ASCII without blanks. \
                    A named that is primary for the zone does not load it otherwise.
                    """,
                id: """
                    Server utama adalah host, dan domain kotak surat juga: huruf, angka, dan tanda hubung. Bagian \
                    sebelum @, yaitu label pertama kotak surat, berisi ASCII yang dapat dicetak tanpa spasi. Bila \
                    tidak, named sebagai server utama tidak memuat zonanya.
                    """),
            bad: ZoneExample.served("@ SOA ns_1 hostmaster 2026112001 10800 3600 1209600 3600"),
            good: ZoneExample.served(),
            .record([.soa]) { run, _, row in
                guard let server = run.zone.rdata(of: row).baseAddress else { return }
                if !HostName.isValid(server, allowsWildcard: false) {
                    let text = run.target(of: row)
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "\(text) is no host name: letters, digits and hyphens; named refuses the zone",
                            id: "\(text) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
                }
                run.reportBadMailbox(row, server + WireName.length(server), at: .rdata(1))
            }),
        Check(
            "BAD_TARGET_NAME", .error, refusedBy: .oneServer, "RFC 1123 §2.1; named check-names",
            Text(
                en: "A record that points to a host has what is no host name.",
                id: "Rekaman yang menunjuk ke host berisi yang bukan nama host."),
            explanation: Text(
                en: """
                    These records point to hosts, and names of hosts consist of letters, digits and hyphens. A named \
                    that is primary for the zone does not load it otherwise, although named-checkzone passes. Rename \
                    the host, or correct the target.
                    """,
                id: """
                    Rekaman ini menunjuk ke host, dan nama host terdiri atas huruf, angka, dan tanda hubung. Bila \
                    tidak, named sebagai server utama tidak memuat zonanya walaupun named-checkzone meluluskannya. \
                    Ganti nama hostnya, atau perbaiki sasarannya.
                    """),
            bad: """
                dinkes NS ns_1.example.net.
                dinkes NS ns2
                """,
            good: """
                dinkes NS ns-1.example.net.
                dinkes NS ns2
                """,
            .record(
                [.ns, .mx, .srv, .afsdb, .rt, .svcb, .https, .ptr, .a6], showing: .noHostName, belowCuts: true
            ) { run, name, row in
                let offset = run.zone.targetOffset(of: row)
                let rdata = run.zone.rdata(of: row)
                guard !run.isReportedFault(of: row, nameAt: offset) else { return }
                // What PTR records point to is judged in the reverse trees only, and no alias of SVCB and HTTPS is.
                switch RecordType(rawValue: run.zone.records[row].type) {
                case .ptr where !run.isReverse(name): return
                case .svcb where rdata.uint16(at: 0) == 0, .https where rdata.uint16(at: 0) == 0: return
                default: break
                }
                let target = run.target(of: row, nameAt: offset)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) is no host name: letters, digits and hyphens; named refuses the zone",
                        id: "\(target) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
            }),
        Check(
            "BAD_MAILBOX_NAME", .error, refusedBy: .oneServer, "RFC 1035 §8; named check-names",
            Text(
                en: "What should be a mailbox written as a name is none.",
                id: "Yang semestinya kotak surat dalam bentuk nama ternyata bukan."),
            explanation: Text(
                en: """
                    RP and MINFO records name mailboxes, and MB and MG records stand at one: the first label is what \
                    stands before the @ and may hold any printable ASCII but blanks, the rest is a domain of letters, \
                    digits and hyphens. A named that is primary for the zone does not load it otherwise.
                    """,
                id: """
                    Rekaman RP dan MINFO menyebut kotak surat, rekaman MB dan MG berada padanya: label pertama \
                    adalah yang di depan @ dan boleh berisi ASCII apa pun yang dapat dicetak kecuali spasi, sisanya \
                    domain dari huruf, angka, dan tanda hubung. Bila tidak, named sebagai server utama tidak memuat \
                    zonanya.
                    """),
            bad: "portal RP siti.kantor_kami.example.net. .",
            good: "portal RP siti.kantor-kami.example.net. .",
            .record([.rp, .minfo, .mb, .mg], belowCuts: true) { run, name, row in
                let type = RecordType(rawValue: run.zone.records[row].type)
                if type == .mb || type == .mg {
                    return run.reportBadMailbox(row, run.zone.wire(of: name), at: .owner)
                }
                guard let first = run.zone.rdata(of: row).baseAddress else { return }
                run.reportBadMailbox(row, first, at: .rdata(0))
                if type == .minfo { run.reportBadMailbox(row, first + WireName.length(first), at: .rdata(1)) }
            }),
        Check(
            "BAD_NSEC3_OWNER", .error, refusedBy: .oneServer, "RFC 5155 §3; named check-names",
            Text(
                en: "The owner of an NSEC3 record does not begin with a hash.",
                id: "Pemilik rekaman NSEC3 tidak diawali hash."),
            explanation: Text(
                en: """
                    The owner of an NSEC3 record is the hash of a name, 32 digits and letters, followed by the \
                    zone's name. Signers write it; by hand it is never right. Named does not load anything else. \
                    Sign the zone anew.
                    """,
                id: """
                    Pemilik rekaman NSEC3 adalah hash sebuah nama, 32 angka dan huruf, diikuti nama zona. Ini \
                    ditulis oleh program penanda tangan, bukan dengan tangan. Named tidak memuat selain itu. \
                    Tandatangani ulang zonanya.
                    """),
            bad: "portal NSEC3 1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A",
            good: "portal A 192.0.2.81",
            .set([.nsec3], over: 0) { run, name in
                guard !HashedName.isValid(run.zone.wire(of: name)), let row = run.zone.firstRow(of: .nsec3, at: name)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            the first label of \(run.zone.name(at: name)) is no hash, 32 digits and letters A to V; \
                            named refuses the zone
                            """,
                        id: """
                            label pertama \(run.zone.name(at: name)) bukan hash, yaitu 32 angka dan huruf A sampai \
                            V; named menolak zona ini
                            """))
            }),
    ]
}

/// Owners of NSEC3 records: a hash in base32hex, then the zone (RFC 5155 §3).
enum HashedName {
    /// Octets that a hash of SHA-1, the only algorithm there is, has as text.
    private static let length = 32

    /// Whether the first label is a hash. Named looks no further either.
    ///
    /// SAFETY: `wire` is a whole name.
    static func isValid(_ wire: UnsafePointer<UInt8>) -> Bool {
        wire[0] == length
            && (1...length).allSatisfy {
                ASCII.isDigit(wire[$0]) || UInt8(ascii: "a")...UInt8(ascii: "v") ~= ASCII.lowercased(wire[$0])
            }
    }
}

extension CheckRun {
    fileprivate mutating func reportBadMailbox(
        _ row: Int, _ mailbox: UnsafePointer<UInt8>, at part: Finding.Part
    ) {
        guard !MailboxName.isValid(mailbox), hasRoom() else { return }
        let text = WireName.name(mailbox)?.description ?? ""
        report(
            row: row, at: part,
            Text(
                en: """
                    \(text) is no mailbox: its first label is printable ASCII without blanks, the rest letters, \
                    digits and hyphens; named refuses the zone
                    """,
                id: """
                    \(text) bukan kotak surat: label pertama berisi ASCII yang dapat dicetak tanpa spasi, sisanya \
                    huruf, angka, dan tanda hubung; named menolak zona ini
                    """))
    }

    /// Whether named checks what a PTR record at this name points to: in the reverse trees, but for what browsing of
    /// services keeps there (RFC 6763 §11).
    mutating func isReverse(_ name: Int) -> Bool {
        let labels = zone.name(at: name).labels
        guard let last = labels.last, last.elementsEqual("arpa".utf8), let tree = labels.dropLast().last,
            tree.elementsEqual("in-addr".utf8) || tree.elementsEqual("ip6".utf8)
        else { return false }
        return !labels.dropFirst().starts(with: ["_dns-sd", "_udp"], by: { $0.elementsEqual($1.utf8) })
    }
}
