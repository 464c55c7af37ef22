import RFC1035

extension Check {
    static let dmarcChecks: [Check] = [
        Check(
            "DMARC_SYNTAX", .error, "RFC 9989 §4.7",
            Text(en: "A DMARC record cannot be used.", id: "Rekaman DMARC tidak dapat dipakai."),
            explanation: Text(
                en: """
                    Receivers ignore it, so mail forged in this name is delivered as if there were no policy. The \
                    record begins with v=DMARC1 and has p=none, p=quarantine or p=reject; in a zone file it stands in \
                    quotes, or everything behind the first semicolon is a comment.
                    """,
                id: """
                    Penerima mengabaikannya, jadi surel palsu atas nama ini diterima seolah tidak ada kebijakan. \
                    Rekaman ini diawali v=DMARC1 dan memuat p=none, p=quarantine, atau p=reject; di berkas zona harus \
                    diapit tanda kutip, sebab yang ada di belakang titik koma pertama menjadi komentar.
                    """),
            bad: "_dmarc TXT \"v=DMARC1; p=rejct\"", good: "_dmarc TXT \"v=DMARC1; p=reject\"",
            .text(.dmarcSyntax)),
        Check(
            "DMARC_MULTIPLE", .error, "RFC 9989 §4.10",
            Text(en: "A name has two DMARC records.", id: "Sebuah nama memiliki dua rekaman DMARC."),
            explanation: Text(
                en: "With two DMARC records receivers use neither. Keep one, with the tags of both.",
                id: "Bila ada dua rekaman DMARC, penerima tidak memakai satu pun. Sisakan satu, dengan tag keduanya."),
            bad: "_dmarc TXT \"v=DMARC1; p=reject\"\n_dmarc TXT \"v=DMARC1; p=none\"",
            good: "_dmarc TXT \"v=DMARC1; p=reject\"",
            .set([.txt]) { run, name in
                guard case .dmarc = TextOwner(run.zone.wire(of: name)) else { return }
                run.reportSecondText(at: name, DMARC.isPolicy) { place in
                    Text(
                        en: "a second DMARC record; the first stands \(place.en): receivers use neither, so keep one",
                        id: """
                            rekaman DMARC kedua; yang pertama ada \(place.id): tidak satu pun dipakai, jadi sisakan \
                            satu
                            """)
                }
            }),
        Check(
            "DMARC_VALUE", .warning, "RFC 9989 §4.7",
            Text(
                en: "A DMARC tag is missing or has a bad value.",
                id: "Sebuah tag DMARC tidak ada atau nilainya salah."),
            explanation: Text(
                en: """
                    Receivers take the default instead, which is seldom what was meant: reports get lost, \
                    subdomains fall back to another policy. Report addresses are URIs: mailto:user@domain.
                    """,
                id: """
                    Penerima memakai nilai bawaan, yang jarang sesuai maksudnya: laporan hilang, subdomain \
                    memakai kebijakan lain. Alamat laporan berupa URI: mailto:pengguna@domain.
                    """),
            bad: "_dmarc TXT \"v=DMARC1; p=reject; rua=dmarc@example.go.id\"",
            good: "_dmarc TXT \"v=DMARC1; p=reject; rua=mailto:dmarc@example.go.id\"",
            .text(.dmarcValue)),
        Check(
            "DMARC_UNKNOWN_TAG", .notice, "RFC 9989 §4.7",
            Text(en: "A DMARC record has an unknown tag.", id: "Rekaman DMARC memuat tag yang tidak dikenal."),
            explanation: Text(
                en: """
                    Receivers pass over tags that they do not know, so a misspelt one has no effect. Names of tags are \
                    written in lower case: not all receivers read others.
                    """,
                id: """
                    Penerima melewati tag yang tidak dikenal, jadi tag yang salah ketik tidak berpengaruh. Nama tag \
                    ditulis dengan huruf kecil: tidak semua penerima membaca yang lain.
                    """),
            bad: "_dmarc TXT \"v=DMARC1; p=reject; adkin=s\"", good: "_dmarc TXT \"v=DMARC1; p=reject; adkim=s\"",
            .text(.dmarcUnknownTag)),
        Check(
            "DMARC_NONE", .notice, opinion: true, "RFC 9989 §4.7",
            Text(en: "A DMARC policy asks for nothing.", id: "Kebijakan DMARC tidak meminta apa pun."),
            explanation: Text(
                en: """
                    p=none is for the weeks in which you read reports; afterwards quarantine or reject protects the \
                    name.
                    """,
                id: """
                    p=none untuk minggu-minggu membaca laporan; sesudah itu quarantine atau reject melindungi nama \
                    ini.
                    """),
            bad: "_dmarc TXT \"v=DMARC1; p=none\"", good: "_dmarc TXT \"v=DMARC1; p=quarantine\"",
            .text(.dmarcNone)),
        Check(
            "DMARC_MISSING", .notice, opinion: true, ofAbsence: true, "RFC 9989 §4.10",
            Text(en: "The zone has no DMARC policy.", id: "Zona tidak memiliki kebijakan DMARC."),
            explanation: Text(
                en: """
                    Without _dmarc at the apex receivers do not know what to do with mail that only claims to come \
                    from here, and large ones deliver less of yours. p=none with an address for reports is a \
                    beginning.
                    """,
                id: """
                    Tanpa _dmarc di puncak zona penerima tidak tahu harus bagaimana dengan surel yang hanya mengaku \
                    dari sini, dan penyedia besar lebih sering menolak surel Anda. p=none dengan alamat laporan sudah \
                    cukup untuk mulai.
                    """),
            bad: "@ MX 10 mail", good: "@ MX 10 mail\n_dmarc TXT \"v=DMARC1; p=none; rua=mailto:dmarc@example.go.id\"",
            .zone { run in
                guard let apex = run.zone.apex, run.zone.types.contains(.mx), run.zone.names[apex].types.contains(.mx),
                    run.zone.firstRow(of: .mx, at: apex).map(run.zone.isNullMX) == false,
                    let owner = try? run.zone.origin.prepending("_dmarc"),
                    case .none = run.zone.existence(of: owner, seekingDescendants: run.zone.hasWildcards)
                else { return }
                run.report(
                    name: apex,
                    Text(
                        en: "mail is received here, and there is no \(owner) TXT \"v=DMARC1; p=…\" against forged mail",
                        id: """
                            surel diterima di sini, tetapi tidak ada \(owner) TXT \"v=DMARC1; p=…\" terhadap surel \
                            palsu
                            """))
            }),
    ]

    static let mailTransportChecks: [Check] = [
        Check(
            "MTA_STS_SYNTAX", .warning, "RFC 8461 §3.1",
            Text(en: "An MTA-STS record cannot be used.", id: "Rekaman MTA-STS tidak dapat dipakai."),
            explanation: Text(
                en: """
                    Senders ignore the record and deliver without the policy. It is v=STSv1 and an id of letters and \
                    digits that changes whenever the policy does; there is one at a name.
                    """,
                id: """
                    Pengirim mengabaikan rekaman ini dan mengirim tanpa kebijakan. Isinya v=STSv1 dan id dari huruf \
                    dan angka yang berubah setiap kali kebijakannya berubah; satu saja pada satu nama.
                    """),
            bad: "_mta-sts TXT \"v=STSv1; id=2026-11-20\"\nmta-sts CNAME www",
            good: "_mta-sts TXT \"v=STSv1; id=20261120\"\nmta-sts CNAME www",
            .text(.mtaSTSSyntax)),
        Check(
            "MTA_STS_NO_HOST", .warning, ofAbsence: true, "RFC 8461 §3.3",
            Text(en: "An MTA-STS policy has no host.", id: "Kebijakan MTA-STS tidak memiliki host."),
            explanation: Text(
                en: """
                    Senders fetch the policy from https://mta-sts.DOMAIN/.well-known/mta-sts.txt. Without an address \
                    or alias at that name there is no policy. Add the host, or remove the TXT record.
                    """,
                id: """
                    Pengirim mengambil kebijakannya dari https://mta-sts.DOMAIN/.well-known/mta-sts.txt. Tanpa alamat \
                    atau alias pada nama itu tidak ada kebijakan. Tambahkan host-nya, atau hapus rekaman TXT.
                    """),
            bad: "_mta-sts TXT \"v=STSv1; id=20261120\"",
            good: "_mta-sts TXT \"v=STSv1; id=20261120\"\nmta-sts CNAME www",
            .name([.txt]) { run, name in
                let wire = run.zone.wire(of: name)
                guard wire[0] == 8, wire[1] == UInt8(ascii: "_"), case .mtaSTS = TextOwner(wire),
                    run.hasText(at: name, MailTransport.isPolicy), let domain = run.zone.name(at: name).parent,
                    let host = try? domain.prepending("mta-sts")
                else { return }
                switch run.zone.existence(of: host, seekingDescendants: run.zone.hasWildcards) {
                case .none, .emptyNonTerminal: break
                case .records(let types, _, _) where !types.contains(where: { [.a, .aaaa, .cname].contains($0) }): break
                default: return
                }
                run.report(
                    name: name,
                    Text(
                        en: "senders fetch the policy from \(host), which has no address",
                        id: "pengirim mengambil kebijakannya dari \(host), yang tidak memiliki alamat"))
            }),
        Check(
            "TLS_REPORT_SYNTAX", .warning, "RFC 8460 §3",
            Text(en: "A request for TLS reports cannot be used.", id: "Permintaan laporan TLS tidak dapat dipakai."),
            explanation: Text(
                en: """
                    Senders ignore the record and report nothing. It is v=TLSRPTv1 and rua= with mailto: or https: \
                    addresses.
                    """,
                id: """
                    Pengirim mengabaikan rekaman ini dan tidak melapor. Isinya v=TLSRPTv1 dan rua= dengan alamat \
                    mailto: atau https:.
                    """),
            bad: "_smtp._tls TXT \"v=TLSRPTv1; rua=tls@example.go.id\"",
            good: "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:tls@example.go.id\"",
            .text(.tlsReportSyntax)),
        Check(
            "MAIL_POLICY_MULTIPLE", .warning, "RFC 8461 §3.1; RFC 8460 §3",
            Text(
                en: "A name has two MTA-STS or TLS report records.",
                id: "Sebuah nama memiliki dua rekaman MTA-STS atau laporan TLS."),
            explanation: Text(
                en: "Senders that find two use neither. Keep one.",
                id: "Pengirim yang menemukan dua rekaman tidak memakai satu pun. Sisakan satu."),
            bad: "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:a@example.go.id\"\n"
                + "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:b@example.go.id\"",
            good: "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:a@example.go.id,mailto:b@example.go.id\"",
            .set([.txt]) { run, name in
                guard run.zone.names[name].types.contains(.txt) else { return }
                let isOfKind: ([UInt8]) -> Bool
                switch TextOwner(run.zone.wire(of: name)) {
                case .mtaSTS: isOfKind = MailTransport.isPolicy
                case .tlsReport: isOfKind = MailTransport.isReporting
                default: return
                }
                run.reportSecondText(at: name, isOfKind) { place in
                    Text(
                        en: """
                            a second record of this kind; the first stands \(place.en): senders use neither, so keep \
                            one
                            """,
                        id: """
                            rekaman kedua sejenis ini; yang pertama ada \(place.id): tidak satu pun dipakai, jadi \
                            sisakan satu
                            """)
                }
            }),
    ]

    static let textChecks: [Check] = [
        Check(
            "MAIL_POLICY_OWNER", .warning, "RFC 9989 §4.10; RFC 6376 §3.6.2.1",
            Text(
                en: "A mail policy stands at a name where nobody looks for it.",
                id: "Kebijakan surel berada pada nama yang tidak pernah dicari."),
            explanation: Text(
                en: """
                    Only SPF stands at the mail domain itself. DMARC is looked for at _dmarc, keys at \
                    SELECTOR._domainkey, MTA-STS at _mta-sts and TLS reports at _smtp._tls, each in front of the \
                    domain, and the underscore belongs to the name. Move the record there.
                    """,
                id: """
                    Hanya SPF yang berada pada domain surel itu sendiri. DMARC dicari di _dmarc, kunci di \
                    SELECTOR._domainkey, MTA-STS di _mta-sts, dan laporan TLS di _smtp._tls, semuanya di depan nama \
                    domain, dan garis bawah termasuk nama itu. Pindahkan rekaman ini ke sana.
                    """),
            bad: "@ TXT \"v=DMARC1; p=reject\"", good: "_dmarc TXT \"v=DMARC1; p=reject\"",
            .text(.policyOwner)),
        Check(
            "CURLY_QUOTES", .warning, "RFC 1035 §5.1",
            Text(en: "Text is enclosed in curly quotes.", id: "Teks diapit tanda kutip lengkung."),
            explanation: Text(
                en: """
                    Word processors turn quotes into curly ones. Servers take those for letters: they become part of \
                    the text, and blanks split it into several strings. Write plain quotes.
                    """,
                id: """
                    Pengolah kata mengubah tanda kutip menjadi lengkung. Server menganggapnya huruf: ikut menjadi isi \
                    teks, dan spasi memecahnya menjadi beberapa string. Tulis tanda kutip biasa.
                    """),
            bad: "www TXT “hello”", good: "www TXT \"hello\"",
            .text(.curlyQuotes)),
    ]
}
