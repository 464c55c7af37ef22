import RFC1035

extension Check {
    /// Certificates and keys: TLSA, SMIMEA, OPENPGPKEY, SSHFP.
    static let certificateChecks: [Check] = [
        Check(
            "TLSA_OWNER", .warning, "RFC 6698 §3",
            Text(
                en: "A TLSA record does not stand at a port of a host.",
                id: "Rekaman TLSA tidak berada pada porta sebuah host."),
            explanation: Text(
                en: """
                    Programs ask for TLSA records at _port._protocol.host, such as _443._tcp.www. Elsewhere nobody \
                    finds them, unless an alias leads there from such a name.
                    """,
                id: """
                    Program menanyakan TLSA pada _porta._protokol.host, misalnya _443._tcp.www. Di tempat lain tidak \
                    ditemukan, kecuali ada alias yang menuju ke sana dari nama seperti itu.
                    """),
            bad: "www TLSA 3 1 1 \(digest)", good: "_443._tcp.www TLSA 3 1 1 \(digest)",
            .record([.tlsa]) { run, name, row in
                let wire = run.zone.wire(of: name)
                // Several ports may share one record by aliases, at a name that is nobody's (RFC 7671 §5.1).
                guard ServiceName.hostOffset(wire) == nil, !ServiceName.isDANE(wire),
                    !run.isTargetOfScopedAlias(name), run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            \(run.zone.name(at: name)) is no port of a host; TLSA records stand at names such as \
                            _443._tcp.www
                            """,
                        id: """
                            \(run.zone.name(at: name)) bukan porta sebuah host; TLSA berada pada nama seperti \
                            _443._tcp.www
                            """))
            }),
        Check(
            "TLSA_NO_HOST", .warning, ofAbsence: true, "RFC 6698 §3",
            Text(
                en: "A TLSA record's host has no address.", id: "Host dari rekaman TLSA tidak memiliki alamat."),
            explanation: Text(
                en: """
                    The host that the certificate is for is in this zone, and nobody can connect to it: it was removed \
                    or renamed, or the owner is misspelt. TLSA for mail stands at the mail exchanger, not at the mail \
                    domain.
                    """,
                id: """
                    Host pemilik sertifikat ada di zona ini, tetapi tidak dapat dihubungi: sudah dihapus, berganti \
                    nama, atau pemiliknya salah ketik. TLSA untuk surel berada pada server surel, bukan pada domain \
                    surel.
                    """),
            bad: "_443._tcp.old TLSA 3 1 1 \(digest)", good: "_443._tcp.www TLSA 3 1 1 \(digest)",
            .record([.tlsa]) { run, name, row in
                let wire = run.zone.wire(of: name)
                guard let offset = ServiceName.hostOffset(wire), run.zone.firstRow(of: .tlsa, at: name) == row
                else { return }
                let host = wire + offset
                let length = WireName.length(host)
                guard run.zone.holds(host, length) else { return }
                let lead = run.shape.lead(host, length, at: run.zone.index(of: host, length, before: name))
                guard lead == .missing || lead == .noAddress, run.hasRoom() else { return }
                let shown = WireName.name(host, length)?.description ?? ""
                run.report(
                    row: row,
                    Text(
                        en: "the host \(shown) has no A or AAAA record in this zone, so nothing uses this certificate",
                        id: """
                            host \(shown) tidak memiliki rekaman A atau AAAA di zona ini, jadi sertifikat ini tidak \
                            terpakai
                            """))
            }),
        Check(
            "TLSA_VALUES", .warning, "RFC 6698 §7",
            Text(
                en: "A TLSA or SMIMEA record has values that are not assigned.",
                id: "Rekaman TLSA atau SMIMEA memuat nilai yang tidak ditetapkan."),
            explanation: Text(
                en: """
                    Usage is 0 to 3, selector 0 (certificate) or 1 (key), matching type 0 (all of it), 1 (SHA-256) or \
                    2 (SHA-512). Programs ignore records with others, as if there were none. Most servers want 3 1 1.
                    """,
                id: """
                    Usage 0 sampai 3, selector 0 (sertifikat) atau 1 (kunci), matching type 0 (seluruhnya), 1 \
                    (SHA-256), atau 2 (SHA-512). Rekaman dengan nilai lain diabaikan. Kebanyakan server memerlukan 3 1 \
                    1.
                    """),
            bad: "_443._tcp.www TLSA 4 1 1 \(digest)", good: "_443._tcp.www TLSA 3 1 1 \(digest)",
            .record([.tlsa, .smimea]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard rdata.count > 3 else { return }
                // 255 is for private use.
                guard rdata[0] > 3 && rdata[0] != 255 || rdata[1] > 1 && rdata[1] != 255
                    || rdata[2] > 2 && rdata[2] != 255
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            \(rdata[0]) \(rdata[1]) \(rdata[2]): usage is 0 to 3, selector 0 or 1, matching type 0 to \
                            2
                            """,
                        id: """
                            \(rdata[0]) \(rdata[1]) \(rdata[2]): usage 0 sampai 3, selector 0 atau 1, matching type 0 \
                            sampai 2
                            """))
            }),
        Check(
            "MAILBOX_KEY_OWNER", .warning, "RFC 7929 §3; RFC 8162 §3",
            Text(
                en: "A mailbox's key does not stand at the hash of its name.",
                id: "Kunci sebuah kotak surat tidak berada pada hash namanya."),
            explanation: Text(
                en: """
                    Programs look for the key of user@domain at HASH._openpgpkey.domain or HASH._smimecert.domain, \
                    where HASH is the first 28 octets of the SHA-256 of “user” in hexadecimal: 56 digits.
                    """,
                id: """
                    Program mencari kunci pengguna@domain pada HASH._openpgpkey.domain atau HASH._smimecert.domain; \
                    HASH ialah 28 oktet pertama SHA-256 dari “pengguna” dalam heksadesimal: 56 angka.
                    """),
            bad: "admin._smimecert SMIMEA 3 0 1 \(digest)",
            good: "\(mailboxHash)._smimecert SMIMEA 3 0 1 \(digest)",
            .record([.smimea, .openpgpkey]) { run, name, row in
                let wire = run.zone.wire(of: name)
                let isKey = run.zone.records[row].type == RecordType.openpgpkey.rawValue
                let scope = isKey ? "_openpgpkey" : "_smimecert"
                let label = UnsafeBufferPointer(start: wire + 1, count: Int(wire[0]))
                let isHash = label.count == 56 && label.allSatisfy { ASCII.hexadecimalValue($0) != nil }
                let next = wire + Int(wire[0]) + (wire[0] == 0 ? 0 : 1)
                let second = UnsafeBufferPointer(start: next + 1, count: Int(next[0]))
                guard !((isHash || label.elementsEqual("*".utf8)) && second.elementsEqual(scope.utf8)),
                    !run.isTargetOfScopedAlias(name), run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "such records stand at a hash of 56 hexadecimal digits, then \(scope)",
                        id: "rekaman ini berada pada hash 56 angka heksadesimal, lalu \(scope)"))
            }),
        Check(
            "SSHFP_VALUES", .warning, "RFC 4255 §3.1; RFC 6594 §4",
            Text(
                en: "An SSHFP record has values that are not assigned.",
                id: "Rekaman SSHFP memuat nilai yang tidak ditetapkan."),
            explanation: Text(
                en: """
                    Algorithms are 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519 and 6 Ed448; fingerprints 1 SHA-1 and 2 SHA-256. \
                    ssh ignores records with others. “ssh-keygen -r HOST” prints the right ones.
                    """,
                id: """
                    Algoritma: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, dan 6 Ed448; sidik jari: 1 SHA-1 dan 2 SHA-256. ssh \
                    mengabaikan yang lain. “ssh-keygen -r HOST” mencetak yang benar.
                    """),
            bad: "www SSHFP 5 2 \(digest)", good: "www SSHFP 4 2 \(digest)",
            .record([.sshfp]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard rdata.count > 2, ![1, 2, 3, 4, 6].contains(rdata[0]) || !(1...2 ~= rdata[1]) else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "\(rdata[0]) \(rdata[1]): the algorithm is 1 to 4 or 6, the type of the fingerprint 1 or 2",
                        id: "\(rdata[0]) \(rdata[1]): algoritma 1 sampai 4 atau 6, tipe sidik jari 1 atau 2"))
            }),
    ]

    private static let digest = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"
    private static let mailboxHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15"
}
