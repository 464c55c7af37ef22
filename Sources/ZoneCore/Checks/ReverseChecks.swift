import RFC1035

extension Check {
    static let reverseChecks: [Check] = [
        Check(
            "PTR_IN_FORWARD_ZONE", .warning, "RFC 1035 §3.5",
            Text(
                en: "A PTR record stands in a forward zone.", id: "Rekaman PTR berada di zona maju."),
            explanation: Text(
                en: """
                    Programs ask for PTR records at reversed addresses under in-addr.arpa and ip6.arpa (and at \
                    services, whose names have underscores). At a plain name nobody asks: the record belongs into the \
                    reverse zone.
                    """,
                id: """
                    Program menanyakan PTR pada alamat terbalik di bawah in-addr.arpa dan ip6.arpa (dan pada layanan, \
                    yang namanya bergaris bawah). Pada nama biasa tidak ada yang bertanya: tempatnya di zona balik.
                    """),
            bad: "host PTR www", good: "_services._dns-sd._udp PTR _http._tcp",
            .record([.ptr]) { run, name, row in
                let wire = run.zone.wire(of: name)
                // Numbers may be what aliases in a reverse zone lead to (RFC 2317 §5.2).
                guard ReverseName(wire) == nil, !ReverseName.hasUnderscore(wire), !ReverseName.beginsWithDigit(wire),
                    !run.isCatalogZone(), run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "nobody asks for a PTR record here; it belongs under in-addr.arpa or ip6.arpa",
                        id: "tidak ada yang menanyakan PTR di sini; tempatnya di bawah in-addr.arpa atau ip6.arpa"))
            }),
        Check(
            "PTR_OWNER", .warning, "RFC 1035 §3.5; RFC 3596 §2.5",
            Text(
                en: "The owner of a PTR record is no reversed address.",
                id: "Pemilik rekaman PTR bukan alamat terbalik."),
            explanation: Text(
                en: """
                    In in-addr.arpa there are four numbers from 0 to 255, in ip6.arpa 32 single hexadecimal digits, \
                    last part of the address first. A name of another shape is never asked for: often the zone's part \
                    was written twice, or the wrong $ORIGIN is in force.
                    """,
                id: """
                    Di in-addr.arpa ada empat bilangan 0 sampai 255, di ip6.arpa 32 angka heksadesimal satu per label, \
                    bagian terakhir alamat lebih dulu. Nama berbentuk lain tidak pernah ditanyakan: sering bagian zona \
                    tertulis dua kali, atau $ORIGIN yang berlaku salah.
                    """),
            bad: ZoneExample.reverse("10.2.0.192 PTR www.example.go.id."),
            good: ZoneExample.reverse("10 PTR www.example.go.id."),
            .record([.ptr]) { run, name, row in
                let wire = run.zone.wire(of: name)
                guard let kind = ReverseName(wire), !kind.isShapedRight(wire), !ReverseName.hasUnderscore(wire),
                    run.hasRoom()
                else { return }
                let shown = run.zone.name(at: name)
                run.report(
                    row: row,
                    kind == .ipv4
                        ? Text(
                            en: "\(shown) is no reversed IPv4 address: four numbers from 0 to 255, then in-addr.arpa",
                            id: "\(shown) bukan alamat IPv4 terbalik: empat bilangan 0 sampai 255, lalu in-addr.arpa")
                        : Text(
                            en: "\(shown) is no reversed IPv6 address: 32 single hexadecimal digits, then ip6.arpa",
                            id: """
                                \(shown) bukan alamat IPv6 terbalik: 32 angka heksadesimal satu per label, lalu \
                                ip6.arpa
                                """))
            }),
        Check(
            "PTR_TARGET_REVERSE", .error, "RFC 1035 §5.1",
            Text(
                en: "A PTR record points back into the reverse zone.",
                id: "Rekaman PTR menunjuk kembali ke zona balik."),
            explanation: Text(
                en: """
                    The name of the host lacks its final dot, so the reverse zone's name was appended to it. Add the \
                    dot.
                    """,
                id: "Nama host tidak diakhiri titik, jadi nama zona balik ditambahkan. Tambahkan titiknya."),
            bad: ZoneExample.reverse("10 PTR www"),
            good: ZoneExample.reverse("10 PTR www.example.go.id."),
            .record([.ptr]) { run, name, row in
                guard let target = run.zone.rdata(of: row).baseAddress, ReverseName(target) != nil,
                    ReverseName(run.zone.wire(of: name)) != nil, !ReverseName.hasUnderscore(run.zone.wire(of: name)),
                    !run.isReportedFault(of: row, nameAt: 0), run.hasRoom()
                else { return }
                let host = run.target(of: row)
                run.report(
                    row: row,
                    Text(
                        en: "\(host) is no host; is a final dot missing, so that the zone's name was appended?",
                        id: "\(host) bukan host; apakah titik di akhir terlupa sehingga nama zona ditambahkan?"))
            }),
        Check(
            "PTR_MULTIPLE", .notice, "RFC 1912 §2.1",
            Text(en: "An address has two names.", id: "Sebuah alamat memiliki dua nama."),
            explanation: Text(
                en: """
                    Several PTR records at one address are allowed, but most programs take the first that comes, so \
                    that checks of mail servers pass on some days only. One name, the one that leads back to the \
                    address, is enough.
                    """,
                id: """
                    Beberapa PTR pada satu alamat diperbolehkan, tetapi kebanyakan program mengambil yang pertama, \
                    jadi pemeriksaan server surel hanya kadang lolos. Satu nama saja cukup: yang menunjuk balik ke \
                    alamat itu.
                    """),
            bad: ZoneExample.reverse("10 PTR www.example.go.id.\n10 PTR web.example.go.id."),
            good: ZoneExample.reverse("10 PTR www.example.go.id."),
            .set([.ptr]) { run, name in
                guard run.zone.names[name].types.contains(.ptr), ReverseName(run.zone.wire(of: name)) != nil,
                    !ReverseName.hasUnderscore(run.zone.wire(of: name)), run.shape.standing(of: name) == .authoritative
                else { return }
                guard let first = run.zone.firstRow(of: .ptr, at: name),
                    let second = run.zone.rows(of: name).first(where: {
                        run.zone.records[Int($0)].type == RecordType.ptr.rawValue
                            && !run.zone.haveEqualData(Int($0), first)
                    }).map(Int.init), run.hasRoom()
                else { return }
                let place = run.place(of: first, from: second)
                run.report(
                    row: second,
                    Text(
                        en: """
                            a second name for one address; the first stands \(place.en), and most programs look at one \
                            only
                            """,
                        id: """
                            nama kedua untuk satu alamat; yang pertama ada \(place.id), dan kebanyakan program hanya \
                            membaca satu
                            """))
            }),
        Check(
            "REVERSE_ZONE_ORDER", .warning, "RFC 1035 §3.5",
            Text(
                en: "A reverse zone's name seems to be written forwards.",
                id: "Nama zona balik tampaknya ditulis maju."),
            explanation: Text(
                en: """
                    The zone of the network 192.168.0.0/24 is 0.168.192.in-addr.arpa: last part first. Written the \
                    other way round it is of a network that begins with 0, and there is none, so nobody ever asks it.
                    """,
                id: """
                    Zona untuk jaringan 192.168.0.0/24 ialah 0.168.192.in-addr.arpa: bagian terakhir lebih dulu. Bila \
                    ditulis maju, itu zona jaringan yang diawali 0, yang tidak ada, jadi tidak pernah ditanyakan.
                    """),
            bad: ZoneExample.reverse("10 PTR www.example.go.id.", in: "192.168.0.in-addr.arpa."),
            good: ZoneExample.reverse("10 PTR www.example.go.id.", in: "0.168.192.in-addr.arpa."),
            .zone { run in
                let labels = run.zone.origin.description.split(separator: ".")
                guard labels.suffix(2) == ["in-addr", "arpa"], 2...3 ~= labels.count - 2 else { return }
                let written = labels.dropLast(2).compactMap { $0.utf8.allSatisfy(ASCII.isDigit) ? UInt8($0) : nil }
                // Of numbers that make a network either way nobody can say which is meant; none begins with 0.
                guard written.count == labels.count - 2, written.last == 0, let first = written.first,
                    1...223 ~= first
                else { return }
                let meant = written.reversed().map(String.init).joined(separator: ".")
                run.report(
                    Text(
                        en: "the network's numbers stand forwards; is \(meant).in-addr.arpa meant?",
                        id: "bilangan jaringan ditulis maju; maksudnya \(meant).in-addr.arpa?"))
            }),
    ]
}

extension CheckRun {
    /// Whether the zone lists zones in PTR records: it says so with its version (RFC 9432 §4.2.1).
    fileprivate mutating func isCatalogZone() -> Bool {
        if let isCatalog { return isCatalog }
        var found = false
        if let owner = try? zone.origin.prepending("version"), let name = zone.index(of: owner) {
            found = hasText(at: name) { $0 == [UInt8(ascii: "1")] || $0 == [UInt8(ascii: "2")] }
        }
        isCatalog = found
        return found
    }
}
