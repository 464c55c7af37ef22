import RFC1035

extension Check {
    static let mailExchangeChecks: [Check] = [
        Check(
            "NULL_MX_NOT_ALONE", .error, "RFC 7505 §3",
            Text(en: "A null MX stands beside other MX records.", id: "MX kosong berada di samping rekaman MX lain."),
            explanation: Text(
                en: """
                    An MX record with the target “.” says that the name takes no mail at all. Beside other MX records \
                    the two contradict each other, and senders may bounce mail or not. Keep one or the other.
                    """,
                id: """
                    Rekaman MX dengan sasaran “.” berarti nama ini tidak menerima surel sama sekali. Di samping MX \
                    lain keduanya bertentangan, dan pengirim bisa saja menolak surel. Pilih salah satu.
                    """),
            bad: "www MX 0 .\nwww MX 10 mail\nwww TXT \"v=spf1 mx -all\"", good: "www MX 0 .",
            .set([.mx]) { run, name in
                guard run.zone.names[name].types.contains(.mx), let null = run.zone.nullMX(at: name) else { return }
                let rows = run.zone.rows(of: name, type: .mx)
                guard let other = rows.first(where: { !run.zone.isNullMX($0) }) else { return }
                let place = run.place(of: other, from: null)
                run.report(
                    row: null,
                    Text(
                        en: """
                            says that no mail is taken here, but another MX record stands \(place.en); keep one or the \
                            other
                            """,
                        id: """
                            menyatakan tidak menerima surel, tetapi ada rekaman MX lain \(place.id); pilih salah satu
                            """))
            }),
        Check(
            "NULL_MX_PREFERENCE", .warning, "RFC 7505 §3",
            Text(en: "A null MX has a preference.", id: "MX kosong memiliki preferensi."),
            explanation: Text(
                en: "The record that says “no mail” is MX 0 “.”; with another number some senders do not recognise it.",
                id: """
                    Rekaman yang berarti “tidak menerima surel” ialah MX 0 “.”; dengan angka lain sebagian pengirim \
                    tidak mengenalinya.
                    """),
            bad: "www MX 5 .", good: "www MX 0 .",
            .record([.mx]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard rdata.count == 3, rdata[0] | rdata[1] != 0 else { return }
                let preference = Int(rdata[0]) << 8 | Int(rdata[1])
                run.report(
                    row: row,
                    Text(
                        en: "MX \(preference) . should be MX 0 . to say that no mail is taken",
                        id: "MX \(preference) . seharusnya MX 0 . untuk menyatakan tidak menerima surel"))
            }),
        Check(
            "MX_WITHOUT_SPF", .notice, ofAbsence: true, "RFC 7208 §3",
            Text(
                en: "A name with mail has no sender policy.", id: "Nama yang menerima surel tidak memiliki SPF."),
            explanation: Text(
                en: """
                    A name that takes mail usually sends mail too. Without an SPF record anyone may use it, and large \
                    receivers trust its mail less. A record such as "v=spf1 mx -all" at the same name says who sends.
                    """,
                id: """
                    Nama yang menerima surel biasanya juga mengirim. Tanpa rekaman SPF siapa pun dapat memakainya, dan \
                    penerima besar kurang percaya. Rekaman seperti "v=spf1 mx -all" pada nama yang sama menyatakan \
                    siapa yang mengirim.
                    """),
            bad: "www MX 10 mail", good: "www MX 10 mail\nwww TXT \"v=spf1 mx -all\"",
            .name([.mx]) { run, name in
                // Text that is meant for a policy is reported by itself.
                guard let row = run.zone.firstRow(of: .mx, at: name), !run.zone.isNullMX(row),
                    !run.zone.names[name].types.contains(.cname), !run.hasMeantPolicy(at: name), run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            mail is received here and no SPF record says who sends; add TXT \"v=spf1 mx -all\" or the \
                            like
                            """,
                        id: """
                            surel diterima di sini, tetapi tidak ada SPF; tambahkan TXT \"v=spf1 mx -all\" atau \
                            semacamnya
                            """))
            }),
        Check(
            "NULL_MX_SENDS", .notice, opinion: true, "RFC 7505 §4.2",
            Text(
                en: "A name takes no mail but has senders.",
                id: "Sebuah nama tidak menerima surel tetapi punya pengirim."),
            explanation: Text(
                en: """
                    Mail from a name with a null MX can get no answer and no bounce, so many receivers refuse it. If \
                    nothing is sent from here, say so with "v=spf1 -all"; if something is, give the name a real MX \
                    record.
                    """,
                id: """
                    Surel dari nama dengan MX kosong tidak dapat dibalas, jadi banyak penerima menolaknya. Bila tidak \
                    ada yang dikirim dari sini, nyatakan dengan "v=spf1 -all"; bila ada, beri nama ini MX yang \
                    sebenarnya.
                    """),
            bad: "www MX 0 .\nwww TXT \"v=spf1 a -all\"", good: "www MX 0 .\nwww TXT \"v=spf1 -all\"",
            .name([.mx]) { run, name in
                guard let row = run.zone.firstRow(of: .mx, at: name), run.zone.isNullMX(row),
                    run.hasText(at: name, { SPF.isPolicy($0) && !SPF($0).deniesAll })
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "takes no mail, but its SPF record has senders; “v=spf1 -all” would fit",
                        id: "tidak menerima surel, tetapi SPF-nya memuat pengirim; “v=spf1 -all” lebih sesuai"))
            }),
        Check(
            "MX_NEVER_SENDS", .notice, opinion: true, "RFC 7208 §10.1.2",
            Text(
                en: "A name takes mail and says that it never sends any.",
                id: "Sebuah nama menerima surel tetapi menyatakan tidak pernah mengirim."),
            explanation: Text(
                en: """
                    With \"v=spf1 -all\" even answers sent from here are rejected. Where mail is only collected this \
                    is right.
                    """,
                id: """
                    Dengan \"v=spf1 -all\" balasan dari sini pun ditolak. Bila surel hanya dikumpulkan, ini sudah \
                    benar.
                    """),
            bad: "www MX 10 mail\nwww TXT \"v=spf1 -all\"", good: "www MX 10 mail\nwww TXT \"v=spf1 mx -all\"",
            .name([.mx]) { run, name in
                guard let row = run.zone.firstRow(of: .mx, at: name), !run.zone.isNullMX(row),
                    run.hasText(at: name, { SPF.isPolicy($0) && SPF($0).deniesAll })
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "takes mail, but its SPF record lets nobody send; is mx missing from it?",
                        id: "menerima surel, tetapi SPF-nya melarang semua pengirim; apakah mx terlupa?"))
            }),
        Check(
            "NO_MAIL_UNSAID", .notice, opinion: true, ofAbsence: true, "RFC 7505 §3; RFC 7208 §10.1.2",
            Text(
                en: "The zone has no mail and does not say so.", id: "Zona tanpa surel tidak menyatakannya."),
            explanation: Text(
                en: """
                    An apex without MX and SPF records is a favourite of forgers, and mail to it waits for days. MX 0 \
                    “.” and "v=spf1 -all" say that nothing is taken and nothing sent.
                    """,
                id: """
                    Puncak zona tanpa rekaman MX dan SPF disukai pemalsu, dan surel ke sana tertahan berhari-hari. MX \
                    0 “.” dan "v=spf1 -all" menyatakan tidak menerima dan tidak mengirim.
                    """),
            bad: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                @ NS ns2
                @ A 192.0.2.80
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            good: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                @ NS ns2
                @ MX 0 .
                @ TXT "v=spf1 -all"
                @ A 192.0.2.80
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            .zone { run in
                guard let apex = run.zone.apex, !run.zone.names[apex].types.contains(.mx),
                    run.zone.names[apex].types.contains(.a) || run.zone.names[apex].types.contains(.aaaa),
                    !run.hasText(at: apex, SPF.isMeant)
                else { return }
                run.report(
                    name: apex,
                    Text(
                        en: "neither MX nor SPF: if no mail is meant, say so with MX 0 . and TXT \"v=spf1 -all\"",
                        id: """
                            tanpa MX dan SPF: bila memang tanpa surel, nyatakan dengan MX 0 . dan TXT \"v=spf1 -all\"
                            """))
            }),
    ]
}

extension Zone {
    /// Whether a row's MX record says that no mail is taken: its target is the root (RFC 7505).
    func isNullMX(_ row: Int) -> Bool {
        records[row].type == RecordType.mx.rawValue && rdata(of: row).count == 3
    }
}

extension Zone {
    /// The first null MX record at a name.
    fileprivate func nullMX(at name: Int) -> Int? {
        for row in rows(of: name) where isNullMX(Int(row)) { return Int(row) }
        return nil
    }
}

extension SPF {
    /// Whether nobody at all may send: nothing but `-all`.
    var deniesAll: Bool {
        terms.count == 1 && terms[0].kind == .mechanism(.all) && terms[0].qualifier == UInt8(ascii: "-")
    }
}
