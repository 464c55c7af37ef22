import RFC1035

extension Check {
    static let spfChecks: [Check] = [
        Check(
            "SPF_SYNTAX", .error, "RFC 7208 §4.6",
            Text(en: "A sender policy cannot be read.", id: "Kebijakan pengirim (SPF) tidak terbaca."),
            explanation: Text(
                en: """
                    A receiver that comes upon a term it cannot read rejects the whole policy (permerror), and many \
                    reject the mail with it. Names are never completed with the zone's name, and the strings of one \
                    TXT record are joined without blanks. Correct the term that is named.
                    """,
                id: """
                    Penerima yang menemukan bagian yang tidak terbaca menolak seluruh kebijakan (permerror), dan \
                    banyak yang sekaligus menolak surelnya. Nama tidak pernah dilengkapi dengan nama zona, dan string \
                    dalam satu rekaman TXT digabung tanpa spasi. Perbaiki bagian yang disebut.
                    """),
            bad: "www TXT \"v=spf1 a:192.0.2.25 -all\"", good: "www TXT \"v=spf1 ip4:192.0.2.25 -all\"",
            .text(.spfSyntax)),
        Check(
            "SPF_VERSION", .warning, "RFC 7208 §4.5",
            Text(
                en: "A text is meant for a sender policy and is none.",
                id: "Sebuah teks dimaksudkan sebagai kebijakan pengirim (SPF), tetapi bukan."),
            explanation: Text(
                en: """
                    Receivers take a text for a policy only when it begins with v=spf1 and a blank, or is v=spf1 and \
                    no more. They pass over all others, so the name has no policy. Often quotes are missing, so that \
                    the words became strings, which are joined without blanks; or there is a blank in front.
                    """,
                id: """
                    Penerima menganggap teks sebagai kebijakan hanya bila diawali v=spf1 lalu spasi, atau hanya \
                    v=spf1. Yang lain dilewati, jadi nama ini tidak memiliki kebijakan. Sering tanda kutipnya tidak \
                    ada sehingga tiap kata menjadi string, yang digabung tanpa spasi; atau ada spasi di depan.
                    """),
            bad: "www TXT v=spf1 a -all", good: "www TXT \"v=spf1 a -all\"",
            .text(.spfVersion)),
        Check(
            "SPF_MULTIPLE", .error, "RFC 7208 §4.5",
            Text(en: "A name has two sender policies.", id: "Sebuah nama memiliki dua kebijakan pengirim (SPF)."),
            explanation: Text(
                en: """
                    With two SPF records at one name a receiver rejects both (permerror), as if the policy were \
                    broken. Write one record that has the terms of both.
                    """,
                id: """
                    Bila ada dua rekaman SPF pada satu nama, penerima menolak keduanya (permerror), seolah-olah \
                    kebijakannya rusak. Gabungkan isi keduanya menjadi satu rekaman.
                    """),
            bad: "www TXT \"v=spf1 a -all\"\nwww TXT \"v=spf1 ip4:192.0.2.25 -all\"",
            good: "www TXT \"v=spf1 a ip4:192.0.2.25 -all\"",
            .set([.txt]) { run, name in
                run.reportSecondText(at: name, SPF.isPolicy) { place in
                    Text(
                        en: "a second SPF record; the first stands \(place.en): receivers reject both, so join them",
                        id: """
                            rekaman SPF kedua; yang pertama ada \(place.id): penerima menolak keduanya, jadi gabungkan
                            """)
                }
            }),
        Check(
            "SPF_TOO_MANY_LOOKUPS", .error, "RFC 7208 §4.6.4",
            Text(
                en: "A sender policy needs more than ten DNS lookups.",
                id: "Kebijakan pengirim (SPF) memerlukan lebih dari sepuluh kueri DNS."),
            explanation: Text(
                en: """
                    include, a, mx, ptr, exists and redirect cost a lookup each, those of included policies too. After \
                    ten a receiver gives up and rejects the policy. Counted is what stands in this zone; what is \
                    included from elsewhere costs more. List addresses with ip4 and ip6, and remove senders that are \
                    not used any more.
                    """,
                id: """
                    include, a, mx, ptr, exists dan redirect masing-masing memerlukan satu kueri, juga yang ada di \
                    kebijakan yang disertakan. Setelah sepuluh, penerima menyerah dan menolak kebijakan ini. Yang \
                    dihitung hanya yang ada di zona ini. Tulis alamat dengan ip4 dan ip6, dan hapus pengirim yang \
                    tidak dipakai lagi.
                    """),
            bad: "www TXT \"v=spf1 a mx" + (1...9).map { " include:s\($0).example.net" }.joined() + " -all\"",
            good: "www TXT \"v=spf1 a" + (1...9).map { " include:s\($0).example.net" }.joined()
                + " ip4:192.0.2.25 -all\"",
            .text(.spfTooManyLookups)),
        Check(
            "SPF_TOO_MANY_MX", .error, "RFC 7208 §4.6.4",
            Text(
                en: "A sender policy names more than ten mail exchangers at once.",
                id: "Kebijakan pengirim (SPF) menyebut lebih dari sepuluh server surel sekaligus."),
            explanation: Text(
                en: """
                    For mx a receiver looks up the addresses of at most ten names. Where a name has more MX records it \
                    rejects the whole policy (permerror). List the addresses with ip4 and ip6.
                    """,
                id: """
                    Untuk mx penerima mencari alamat paling banyak sepuluh nama. Bila rekaman MX lebih banyak, seluruh \
                    kebijakan ditolak (permerror). Tulis alamatnya dengan ip4 dan ip6.
                    """),
            bad: (1...11).map { "www MX \($0) mx\($0).example.net.\n" }.joined() + "www TXT \"v=spf1 mx -all\"",
            good: (1...10).map { "www MX \($0) mx\($0).example.net.\n" }.joined() + "www TXT \"v=spf1 mx -all\"",
            .text(.spfTooManyMX)),
        Check(
            "SPF_VOID_LOOKUPS", .warning, ofAbsence: true, "RFC 7208 §4.6.4",
            Text(
                en: "More than two lookups of a sender policy find nothing.",
                id: "Lebih dari dua kueri sebuah kebijakan pengirim (SPF) tidak menemukan apa pun."),
            explanation: Text(
                en: """
                    Terms whose names have no address or mail exchanger any more match nobody, and a receiver may \
                    reject the policy after the third. Remove what is left of hosts that are gone.
                    """,
                id: """
                    Bagian yang namanya sudah tidak memiliki alamat atau server surel tidak cocok dengan siapa pun, \
                    dan penerima boleh menolak kebijakan setelah yang ketiga. Hapus sisa host yang sudah tidak ada.
                    """),
            bad: "www TXT \"v=spf1 a:old.example.go.id a:older.example.go.id a:oldest.example.go.id -all\"",
            good: "www TXT \"v=spf1 a:mail.example.go.id -all\"",
            .text(.spfVoidLookups)),
        Check(
            "SPF_LOOP", .error, "RFC 7208 §5.2",
            Text(en: "A sender policy includes itself.", id: "Kebijakan pengirim (SPF) menyertakan dirinya sendiri."),
            explanation: Text(
                en: """
                    Reading it never ends, so receivers stop at the tenth lookup and reject it. Remove the include or \
                    redirect that leads back.
                    """,
                id: """
                    Pembacaannya tidak pernah selesai, jadi penerima berhenti pada kueri kesepuluh dan menolaknya. \
                    Hapus include atau redirect yang berputar kembali.
                    """),
            bad: "www TXT \"v=spf1 include:www.example.go.id -all\"",
            good: "www TXT \"v=spf1 include:example.go.id -all\"",
            .text(.spfLoop)),
        Check(
            "SPF_INCLUDE_MISSING", .error, ofAbsence: true, "RFC 7208 §5.2",
            Text(
                en: "A sender policy includes a name of the zone that has none.",
                id: "Kebijakan pengirim (SPF) menyertakan nama dalam zona yang tidak memilikinya."),
            explanation: Text(
                en: """
                    Including (or redirecting to) a name without an SPF record makes the whole policy fail: it does \
                    not simply match nothing. Correct the name, give it a policy, or remove the term.
                    """,
                id: """
                    Menyertakan (atau mengalihkan ke) nama tanpa rekaman SPF menggagalkan seluruh kebijakan, bukan \
                    sekadar tidak cocok. Perbaiki namanya, beri rekaman SPF, atau hapus bagian itu.
                    """),
            bad: "www TXT \"v=spf1 include:_spf.example.go.id -all\"",
            good: "www TXT \"v=spf1 include:_spf.example.go.id -all\"\n_spf TXT \"v=spf1 ip4:192.0.2.25 -all\"",
            .text(.spfIncludeMissing)),
        Check(
            "SPF_ALLOWS_ALL", .warning, "RFC 7208 §5.1",
            Text(
                en: "A sender policy lets anyone send.",
                id: "Kebijakan pengirim (SPF) mengizinkan siapa pun mengirim."),
            explanation: Text(
                en: """
                    “+all”, or “all” without a sign, says that every machine in the world may send mail in this name; \
                    so does a network with the prefix length 0. Forgers look for such names. Use -all, or \
                    ~all while you are still finding out who sends.
                    """,
                id: """
                    “+all”, atau “all” tanpa tanda, berarti semua mesin di dunia boleh mengirim surel atas nama ini; \
                    begitu pula jaringan dengan panjang awalan 0. \
                    Pemalsu mencari nama seperti itu. Pakai -all, atau ~all selama Anda masih mendata pengirimnya.
                    """),
            bad: "www TXT \"v=spf1 a +all\"", good: "www TXT \"v=spf1 a -all\"",
            .text(.spfAllowsAll)),
        Check(
            "SPF_IGNORED_TERMS", .warning, "RFC 7208 §5.1",
            Text(
                en: "Terms of a sender policy have no effect.",
                id: "Ada bagian kebijakan pengirim (SPF) yang tidak berpengaruh."),
            explanation: Text(
                en: """
                    Terms are tried from left to right and “all” matches everyone, so what stands behind it is never \
                    reached, and a redirect beside it is ignored. Put “all” last and drop the redirect.
                    """,
                id: """
                    Bagian-bagian dicoba dari kiri ke kanan dan “all” cocok dengan semua, jadi yang ada di belakangnya \
                    tidak pernah dibaca, dan redirect di sampingnya diabaikan. Letakkan “all” paling akhir dan hapus \
                    redirect.
                    """),
            bad: "www TXT \"v=spf1 -all ip4:192.0.2.25\"", good: "www TXT \"v=spf1 ip4:192.0.2.25 -all\"",
            .text(.spfIgnoredTerms)),
        Check(
            "SPF_PTR", .warning, "RFC 7208 §5.5",
            Text(en: "A sender policy uses ptr.", id: "Kebijakan pengirim (SPF) memakai ptr."),
            explanation: Text(
                en: """
                    ptr makes every receiver look up the sender's reverse name and its addresses. It is slow, fails \
                    with the reverse zone, and RFC 7208 asks not to publish it. Name addresses or hosts.
                    """,
                id: """
                    ptr membuat setiap penerima mencari nama balik pengirim dan alamatnya. Cara ini lambat, gagal bila \
                    zona baliknya gagal, dan RFC 7208 meminta agar tidak dipakai. Sebutkan alamat atau host.
                    """),
            bad: "www TXT \"v=spf1 ptr -all\"", good: "www TXT \"v=spf1 a -all\"",
            .text(.spfPTR)),
        Check(
            "SPF_OPEN_END", .notice, opinion: true, "RFC 7208 §4.7",
            Text(
                en: "A sender policy says nothing about other senders.",
                id: "Kebijakan pengirim (SPF) tidak menyatakan apa pun tentang pengirim lain."),
            explanation: Text(
                en: """
                    Without -all or ~all at its end (or with ?all) the policy is neutral about every sender that it \
                    does not list, so it protects nobody.
                    """,
                id: """
                    Tanpa -all atau ~all di akhir (atau dengan ?all), kebijakan ini netral terhadap semua pengirim \
                    yang tidak disebut, jadi tidak melindungi siapa pun.
                    """),
            bad: "www TXT \"v=spf1 a\"", good: "www TXT \"v=spf1 a ~all\"",
            .text(.spfNeutral)),
        Check(
            "SPF_TYPE_WITHOUT_TXT", .warning, ofAbsence: true, "RFC 7208 §3.1; named check-spf",
            Text(
                en: "A sender policy stands in a record of type SPF only.",
                id: "Kebijakan pengirim (SPF) hanya ada di rekaman bertipe SPF."),
            explanation: Text(
                en: """
                    Type SPF was given up in 2014: receivers ask for TXT alone, so this policy is read by nobody. \
                    Write it as TXT and remove the record of type SPF.
                    """,
                id: """
                    Tipe SPF sudah ditinggalkan sejak 2014: penerima hanya menanyakan TXT, jadi kebijakan ini tidak \
                    dibaca siapa pun. Tulis sebagai TXT dan hapus rekaman bertipe SPF.
                    """),
            bad: "www TYPE99 \\# 12 0B763D73706631202D616C6C", good: "www TXT \"v=spf1 -all\"",
            .record([.spf]) { run, name, row in
                guard run.zone.firstRow(of: .spf, at: name) == row, SPF.isPolicy(run.zone.joinedText(of: row)),
                    !run.hasText(at: name, SPF.isPolicy)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "receivers ask for TXT only, and there is none with this policy; write it as TXT",
                        id: "penerima hanya menanyakan TXT, dan di sini tidak ada; tulis kebijakan ini sebagai TXT"))
            }),
    ]
}

extension CheckRun {
    /// Whether a name has a TXT record of some kind.
    mutating func hasText(at name: Int, _ isOfKind: ([UInt8]) -> Bool) -> Bool {
        guard zone.names[name].types.contains(.txt) else { return false }
        return zone.rows(of: name).contains {
            zone.records[Int($0)].type == RecordType.txt.rawValue && isOfKind(zone.joinedText(of: Int($0)))
        }
    }

    /// Whether a name has a text that is meant for a sender policy.
    mutating func hasMeantPolicy(at name: Int) -> Bool {
        guard zone.names[name].types.contains(.txt) else { return false }
        return zone.rows(of: name).contains {
            zone.records[Int($0)].type == RecordType.txt.rawValue
                && (SPF.beginsLikePolicy(zone.rdata(of: Int($0))) || SPF.isMeant(by: zone.joinedText(of: Int($0))))
        }
    }

    /// A finding about each TXT record of some kind but the first at its name; records that are equal count once.
    mutating func reportSecondText(at name: Int, _ isOfKind: ([UInt8]) -> Bool, _ message: (_ first: Text) -> Text) {
        guard zone.names[name].types.contains(.txt), shape.standing(of: name) == .authoritative else { return }
        var texts = 0
        for row in zone.rows(of: name) where zone.records[Int(row)].type == RecordType.txt.rawValue { texts += 1 }
        guard texts > 1 else { return }
        var first: Int?
        for number in zone.rows(of: name) {
            let row = Int(number)
            let rdata = zone.rdata(of: row)
            guard zone.records[row].type == RecordType.txt.rawValue, rdata.count > 1, isOfKind(zone.joinedText(of: row))
            else { continue }
            guard let earlier = first else {
                first = row
                continue
            }
            if !zone.haveEqualData(row, earlier) { report(row: row, message(place(of: earlier, from: row))) }
        }
    }
}
