import RFC1035

extension Check {
    /// Labels that look like a mistake.
    static let labelChecks: [Check] = [
        Check(
            "BAD_PUNYCODE", .warning, "RFC 3492; RFC 5891 §4.2",
            Text(
                en: "A label begins with xn-- and stands for no text.",
                id: "Label diawali xn-- tetapi tidak mewakili teks apa pun."),
            explanation: Text(
                en: """
                    Labels that begin with xn-- are how names with letters beyond ASCII are written in the DNS. This \
                    one cannot be decoded, or stands for something that would be written differently, so no browser \
                    ever asks for it. Make the label anew from the text with a converter, or use plain letters.
                    """,
                id: """
                    Label yang diawali xn-- adalah cara menulis nama dengan huruf di luar ASCII di DNS. Yang ini \
                    tidak dapat diuraikan, atau mewakili teks yang semestinya ditulis lain, sehingga tidak pernah \
                    ditanyakan peramban. Buat ulang labelnya dengan alat pengubah, atau gunakan huruf biasa.
                    """),
            bad: "xn--zzzzzz99999 A 192.0.2.81",
            good: "xn--caf-dma A 192.0.2.81",
            .marked(.hyphens) { run, name in
                for label in run.labels(of: name)
                where label.starts(with: "xn--".utf8) && !isPunycode(label.dropFirst(4)) {
                    run.report(
                        name: name,
                        Text(
                            en: """
                                \(run.zone.name(at: name)): a label that begins with xn-- and cannot be decoded; make \
                                it anew from its text
                                """,
                            id: """
                                \(run.zone.name(at: name)): label diawali xn-- yang tidak dapat diuraikan; buat ulang \
                                dari teksnya
                                """))
                    return
                }
            }),
        Check(
            "HYPHENS_IN_PLACE_3_4", .notice, "RFC 5891 §4.2.3.1",
            Text(
                en: "A host's label has hyphens in its third and fourth place.",
                id: "Label host memiliki tanda hubung di posisi ketiga dan keempat."),
            explanation: Text(
                en: """
                    Two hyphens in places three and four are kept for encodings such as xn--; registries refuse such \
                    labels, and some programs take them for broken ones. Use one hyphen.
                    """,
                id: """
                    Dua tanda hubung di posisi tiga dan empat dicadangkan untuk pengodean seperti xn--; registri \
                    menolaknya, dan sebagian program menganggapnya rusak. Gunakan satu tanda hubung.
                    """),
            bad: "ab--cd A 192.0.2.81",
            good: "ab-cd A 192.0.2.81",
            .name([.a, .aaaa, .cname], showing: .hyphens) { run, name in
                guard run.isHostLike(name) else { return }
                for label in run.labels(of: name) where label.count >= 4 && !label.starts(with: "xn--".utf8) {
                    guard label.dropFirst(2).starts(with: "--".utf8) else { continue }
                    run.report(
                        name: name,
                        Text(
                            en: """
                                \(run.zone.name(at: name)): two hyphens in places 3 and 4 of a label are kept for \
                                encodings; use one
                                """,
                            id: """
                                \(run.zone.name(at: name)): dua tanda hubung di posisi 3 dan 4 dicadangkan untuk \
                                pengodean; gunakan satu
                                """))
                    return
                }
            }),
        Check(
            "BAD_ALIAS_NAME", .warning, "RFC 1123 §2.1",
            Text(en: "The owner of an alias is not a host name.", id: "Pemilik alias bukan nama host."),
            explanation: Text(
                en: """
                    Whoever uses an alias uses it as a host's name, and those consist of letters, digits and hyphens, \
                    not at the ends of a label. Servers load the zone, but browsers, mail servers and those who issue \
                    certificates do not take such a name. Labels that begin with an underscore, such as _dmarc, are \
                    for services and not meant; letters beyond ASCII are written as xn-- and Punycode.
                    """,
                id: """
                    Alias dipakai seperti nama host, yang terdiri atas huruf, angka, dan tanda hubung, bukan di ujung \
                    label. Server tetap memuat zonanya, tetapi peramban, server surel, dan penerbit sertifikat tidak \
                    menerima nama seperti itu. Label yang diawali garis bawah, misalnya _dmarc, adalah untuk layanan \
                    dan tidak dimaksud di sini; huruf di luar ASCII ditulis sebagai xn-- dan Punycode.
                    """),
            bad: "dinas_kesehatan CNAME www",
            good: "dinas-kesehatan CNAME www\n_acme-challenge CNAME validasi.example.net.",
            .name([.cname], showing: .noHostName) { run, name in
                let wire = run.zone.wire(of: name)
                let end = WireName.length(wire) - run.zone.originLength
                guard !HostName.isValid(wire, upTo: end, allowsWildcard: true), run.isHostLike(name),
                    !run.isPolicyZone, !run.isReverse(name),
                    // Those have findings of their own.
                    !run.marks(of: name).contains(.star),
                    !run.labels(of: name).contains(where: {
                        $0.starts(with: "xn--".utf8) && !isPunycode($0.dropFirst(4))
                    }), run.hasRoom()
                else { return }
                let owner = run.zone.name(at: name)
                run.report(
                    name: name,
                    Text(
                        en: "\(owner) is an alias but no host name: letters, digits and hyphens, not at the ends of a "
                            + "label",
                        id: "\(owner) adalah alias tetapi bukan nama host: huruf, angka, dan tanda hubung, bukan di "
                            + "ujung label"))
            }),
        Check(
            "LOCALHOST_NAME", .warning, "RFC 6761 §6.3; RFC 1537 §10",
            Text(
                en: "The zone has an address for localhost.", id: "Zona memiliki alamat untuk localhost."),
            explanation: Text(
                en: """
                    Old handbooks advise a localhost in each zone. Today it does harm: browsers take pages of \
                    localhost.example.go.id for pages of the office and send them its cookies, so that any program \
                    on a visitor's own machine can read them. Every system knows localhost without the DNS: remove \
                    the record.
                    """,
                id: """
                    Buku lama menganjurkan localhost di setiap zona. Kini itu berbahaya: peramban menganggap halaman \
                    di localhost.example.go.id milik kantor dan mengirimkan kukinya, sehingga program apa pun di \
                    komputer pengunjung dapat membacanya. Semua sistem mengenal localhost tanpa DNS: hapus \
                    rekamannya.
                    """),
            bad: "localhost A 192.0.2.81",
            good: "lokal A 192.0.2.81",
            .name([.a, .aaaa], showing: .localhost) { run, name in
                guard WireName.length(run.zone.wire(of: name)) > 11 else { return }
                run.report(
                    name: name,
                    Text(
                        en: """
                            \(run.zone.name(at: name)) lets programs on a visitor's machine pose as this zone; remove \
                            it
                            """,
                        id: """
                            \(run.zone.name(at: name)) membuat program di komputer pengunjung dapat menyamar sebagai \
                            zona ini; hapus
                            """))
            }),
        Check(
            "NUMERIC_HOST_NAME", .notice, opinion: true, "RFC 1123 §2.1",
            Text(
                en: "A host's first label is all digits.", id: "Label pertama sebuah host seluruhnya angka."),
            explanation: Text(
                en: """
                    A label of digits alone is legal, but people and programs take it for a number or a part of an \
                    address. Put a letter to it: layanan112 rather than 112.
                    """,
                id: """
                    Label yang hanya berisi angka sah, tetapi orang dan program mengiranya nomor atau bagian alamat. \
                    Tambahkan huruf: layanan112, bukan 112.
                    """),
            bad: "112 A 192.0.2.81",
            good: "layanan112 A 192.0.2.81",
            .name([.a, .aaaa]) { run, name in
                guard let label = run.labels(of: name).first, label.allSatisfy(ASCII.isDigit) else { return }
                run.report(
                    name: name,
                    Text(
                        en: "\(run.zone.name(at: name)) begins with a label of digits alone; put a letter to it",
                        id: "\(run.zone.name(at: name)) diawali label yang hanya berisi angka; tambahkan huruf"))
            }),
        Check(
            "SPECIAL_USE_NAME", .notice, opinion: true, "RFC 6761 §6; RFC 6762 §3; RFC 7686 §2",
            Text(
                en: "A name of the zone begins like one that is set aside.",
                id: "Sebuah nama di zona berawal seperti nama yang dicadangkan."),
            explanation: Text(
                en: """
                    test, invalid, example, local and onion are set aside as top level domains. Below a zone they \
                    are ordinary names, but search lists and programs that look at the first label alone mix them \
                    up. Choose another label.
                    """,
                id: """
                    test, invalid, example, local, dan onion dicadangkan sebagai domain tingkat atas. Di bawah zona, \
                    itu nama biasa, tetapi daftar pencarian dan program yang hanya melihat label pertama sering \
                    keliru. Pilih label lain.
                    """),
            bad: "local A 192.0.2.81",
            good: "lokal A 192.0.2.81",
            .name([.a, .aaaa, .cname]) { run, name in
                let labels = run.labels(of: name)
                guard labels.count == 1, let label = labels.first,
                    ["test", "invalid", "example", "local", "onion"].contains(where: { $0.utf8.elementsEqual(label) })
                else { return }
                let shown = String(decoding: label, as: UTF8.self)
                run.report(
                    name: name,
                    Text(
                        en: """
                            \(shown) is set aside as a top level domain (\(shown).); another label is not mixed up \
                            with it
                            """,
                        id: """
                            \(shown) dicadangkan sebagai domain tingkat atas (\(shown).); label lain tidak akan \
                            tertukar
                            """))
            }),
    ]

    /// Whether what stands behind `xn--` is what an encoder makes of what it stands for.
    private static func isPunycode(_ text: ArraySlice<UInt8>) -> Bool {
        guard let scalars = Punycode.decode(Array(text)), scalars.contains(where: { $0.value >= 0x80 })
        else { return false }
        return Punycode.encode(scalars).map { $0.utf8.elementsEqual(text) } == true
    }
}

extension CheckRun {
    /// The labels of an owner in front of the zone's own.
    fileprivate mutating func labels(of name: Int) -> [ArraySlice<UInt8>] {
        let labels = zone.name(at: name).labels
        return Array(labels.dropLast(zone.origin.labelCount))
    }
}
