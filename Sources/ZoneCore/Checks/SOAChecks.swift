import RFC1035

extension Check {
    /// The numbers in the SOA record.
    static let soaChecks: [Check] = [
        Check(
            "SOA_RETRY_TOO_LONG", .warning, "RFC 1912 §2.2",
            Text(
                en: "The SOA's retry is not shorter than its refresh.",
                id: "Retry pada SOA tidak lebih pendek dari refresh."),
            explanation: Text(
                en: """
                    When a secondary cannot reach the primary at refresh time, it tries again after the retry time. \
                    If that is as long as refresh, one lost packet leaves old data standing for twice as long. Retry \
                    is usually a fraction of refresh: 10800 and 3600, say.
                    """,
                id: """
                    Bila server sekunder tidak dapat menghubungi server utama saat waktu refresh tiba, ia mencoba \
                    lagi setelah waktu retry. Jika retry sama panjang dengan refresh, satu paket yang hilang membuat \
                    data lama bertahan dua kali lebih lama. Retry lazimnya sebagian dari refresh, misalnya 10800 dan \
                    3600.
                    """),
            bad: "@ SOA ns1 hostmaster 2026112001 3600 10800 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row), soa.retry >= soa.refresh, soa.refresh > 0 else { return }
                run.report(
                    row: row, at: .rdata(4),
                    Text(
                        en: "retry \(soa.retry) should be well below refresh \(soa.refresh): a third of it, say",
                        id: """
                            retry \(soa.retry) semestinya jauh di bawah refresh \(soa.refresh), misalnya sepertiganya
                            """))
            }),
        Check(
            "SOA_EXPIRE_TOO_SHORT", .warning, "RFC 1912 §2.2",
            Text(
                en: "The SOA's expire is so short that secondaries soon stop answering.",
                id: "Expire pada SOA terlalu pendek sehingga server sekunder cepat berhenti menjawab."),
            explanation: Text(
                en: """
                    A secondary that has not reached the primary for the expire time stops answering for the zone. A \
                    broken primary must be repaired within that time, weekends and holidays included, or the zone \
                    vanishes. It must also be longer than refresh and retry together, or a secondary expires between \
                    two tries. Use two to four weeks: 1209600 to 2419200.
                    """,
                id: """
                    Server sekunder yang tidak dapat menghubungi server utama selama waktu expire berhenti menjawab \
                    untuk zona itu. Server utama yang rusak harus pulih sebelum itu, termasuk melewati akhir pekan \
                    dan hari libur, atau zona lenyap. Nilainya juga harus lebih panjang dari refresh ditambah retry. \
                    Gunakan dua sampai empat minggu: 1209600 sampai 2419200.
                    """),
            bad: "@ SOA ns1 hostmaster 2026112001 10800 3600 3600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served("@ SOA ns1 hostmaster 2026112001 10800 3600 604800 3600"),
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row), !soa.isAS112 else { return }
                let least = UInt64(soa.refresh) + UInt64(soa.retry)
                if UInt64(soa.expire) <= least {
                    run.report(
                        row: row, at: .rdata(5),
                        Text(
                            en: """
                                expire \(soa.expire) is not beyond refresh and retry together (\(least)), so \
                                secondaries drop the zone between two tries; use 1209600 or more
                                """,
                            id: """
                                expire \(soa.expire) tidak melebihi refresh ditambah retry (\(least)), sehingga \
                                server sekunder membuang zona di antara dua percobaan; gunakan 1209600 atau lebih
                                """))
                } else if soa.expire < 604_800 {
                    run.report(
                        row: row, at: .rdata(5),
                        Text(
                            en: """
                                secondaries stop answering after \(Spelled.english(soa.expire)) without the primary; \
                                expire should be 1209600 to 2419200, and 604800 at least
                                """,
                            id: """
                                server sekunder berhenti menjawab setelah \(Spelled.indonesian(soa.expire)) tanpa \
                                server utama; expire semestinya 1209600 sampai 2419200, paling sedikit 604800
                                """))
                }
            }),
        Check(
            "SOA_MINIMUM_TOO_LONG", .warning, "RFC 2308 §5",
            Text(
                en: "Resolvers may remember for days that a name does not exist.",
                id: "Resolver boleh mengingat berhari-hari bahwa sebuah nama tidak ada."),
            explanation: Text(
                en: """
                    The last number of the SOA says how long a resolver may remember that a name or type does not \
                    exist (at most the SOA's own TTL). Whoever looks a new name up too early sees nothing for that \
                    long. One to three hours work well; more than a day has always meant trouble.
                    """,
                id: """
                    Angka terakhir pada SOA menentukan berapa lama resolver boleh mengingat bahwa sebuah nama atau \
                    tipe tidak ada (paling lama TTL SOA itu sendiri). Siapa pun yang mencari nama baru terlalu dini \
                    tidak melihat apa-apa selama itu. Satu sampai tiga jam sudah baik; lebih dari sehari selalu \
                    merepotkan.
                    """),
            bad: "@ SOA ns1 hostmaster 2026112001 10800 3600 1209600 604800\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served("@ SOA ns1 hostmaster 2026112001 10800 3600 1209600 10800"),
            .record([.soa]) { run, name, row in
                // Two days is what RIPE-203 advises small zones that seldom change.
                guard let soa = run.apexSOA(name, row), soa.minimum > 172_800, !soa.isAS112 else { return }
                run.report(
                    row: row, at: .rdata(6),
                    Text(
                        en: """
                            minimum \(soa.minimum) lets resolvers remember for \(Spelled.english(soa.minimum)) that a \
                            name does not exist, so a new one may long stay unseen; use 3600 to 10800
                            """,
                        id: """
                            minimum \(soa.minimum) membolehkan resolver mengingat selama \
                            \(Spelled.indonesian(soa.minimum)) bahwa sebuah nama tidak ada, sehingga nama baru lama \
                            tak terlihat; gunakan 3600 sampai 10800
                            """))
            }),
        Check(
            "SOA_TIMERS_UNUSUAL", .notice, opinion: true, "RFC 1912 §2.2; RIPE-203",
            Text(
                en: "A timer of the SOA is outside what is usually advised.",
                id: "Sebuah waktu pada SOA di luar nilai yang lazim dianjurkan."),
            explanation: Text(
                en: """
                    Usual values: refresh 20 minutes to a day, retry 3 minutes or more, expire 2 weeks to 42 days, \
                    minimum 5 minutes to a day. What lies outside is legal, and often a number in the wrong place.
                    """,
                id: """
                    Nilai yang lazim: refresh 20 menit sampai sehari, retry 3 menit atau lebih, expire 2 minggu \
                    sampai 42 hari, minimum 5 menit sampai sehari. Di luar itu sah, tetapi sering berarti angka \
                    salah tempat.
                    """),
            bad: "@ SOA ns1 hostmaster 2026112001 300 60 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row) else { return }
                let timers: [(String, UInt32, ClosedRange<UInt32>)] = [
                    ("refresh", soa.refresh, 1200...86_400), ("retry", soa.retry, 180...86_400),
                    // Shorter and longer ones are a warning already.
                    ("expire", max(soa.expire, 604_800), 604_800...3_628_800),
                    ("minimum", min(soa.minimum, 172_800), 300...86_400),
                ]
                for (field, (timer, value, range)) in zip(3..., timers) where !range.contains(value) {
                    run.report(
                        row: row, at: .rdata(field),
                        Text(
                            en: """
                                \(timer) \(value) is unusual; \(range.lowerBound) to \(range.upperBound) is what is \
                                advised
                                """,
                            id: """
                                \(timer) \(value) tidak lazim; anjurannya \(range.lowerBound) sampai \
                                \(range.upperBound)
                                """))
                }
            }),
        Check(
            "SOA_NOT_FIRST", .notice, opinion: true, "RFC 1035 §5.2",
            Text(
                en: "The first record of the file is not the SOA.", id: "Rekaman pertama berkas bukan SOA."),
            explanation: Text(
                en: """
                    Servers take the SOA wherever it stands, but people and some programs look for it at the top, and \
                    records before it may get a TTL that nobody meant. Move it to the top.
                    """,
                id: """
                    Server menerima SOA di mana pun, tetapi orang dan sebagian program mencarinya di atas, dan rekaman \
                    sebelum SOA bisa mendapat TTL yang tidak dimaksud. Pindahkan ke atas.
                    """),
            bad: "@ NS ns1\n@ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600\nns1 A 192.0.2.53",
            good: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                @ NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, row > 0 else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "the SOA comes after other records; it belongs at the top of the file",
                        id: "SOA berada setelah rekaman lain; tempatnya di awal berkas"))
            }),
        Check(
            "SERIAL_ZERO", .notice, "RFC 1912 §2.2; RFC 1982",
            Text(en: "The serial is 0.", id: "Nomor seri adalah 0."),
            explanation: Text(
                en: """
                    A serial of 0 is legal, but it is usually one that nobody set, and secondaries then never notice \
                    a change. Use the date and a number of two digits, as 2026112001, and raise it with every \
                    change.
                    """,
                id: """
                    Nomor seri 0 sah, tetapi biasanya berarti tidak pernah diisi, sehingga server sekunder tidak \
                    pernah tahu ada perubahan. Gunakan tanggal dan dua angka, misalnya 2026112001, dan naikkan pada \
                    setiap perubahan.
                    """),
            bad: "@ SOA ns1 hostmaster 0 10800 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served("@ SOA ns1 hostmaster 1 10800 3600 1209600 3600"),
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row), soa.serial == 0 else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "the serial is 0; use the date and two digits, and raise it with every change",
                        id: "nomor seri 0; gunakan tanggal dan dua angka, dan naikkan pada setiap perubahan"))
            }),
        Check(
            "SERIAL_AT_END", .notice, "RFC 1982 §3.1; RFC 1912 §2.2",
            Text(en: "The serial is the highest there is.", id: "Nomor seri sudah yang tertinggi."),
            explanation: Text(
                en: """
                    4294967295 is legal, and 0 comes after it; but programs and people that add one write 4294967296, \
                    which no server reads, or take 0 for older. Such a serial is mostly a slip. It is easily put \
                    right: every serial from 0 to 2147483646 counts as newer (RFC 1982), so write today's date and two \
                    digits, as 2026112001.
                    """,
                id: """
                    4294967295 sah, dan berikutnya 0; tetapi program dan orang yang menambah satu menulis 4294967296, \
                    yang tidak dibaca server mana pun, atau mengira 0 lebih lama. Biasanya nomor ini salah tulis. \
                    Mudah dibetulkan: setiap nomor dari 0 sampai 2147483646 dianggap lebih baru (RFC 1982), jadi tulis \
                    tanggal hari ini dan dua angka, misalnya 2026112001.
                    """),
            bad: "@ SOA ns1 hostmaster 4294967295 10800 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                @ NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row), soa.serial == UInt32.max else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "serial 4294967295 is the highest there is; today's date and two digits count as newer",
                        id: "nomor seri 4294967295 sudah tertinggi; tanggal hari ini dan dua angka dianggap lebih baru"
                    ))
            }),
        Check(
            "SERIAL_IN_FUTURE", .warning, "RFC 1912 §2.2",
            Text(
                en: "The serial is a date that is yet to come.", id: "Nomor seri berupa tanggal yang belum tiba."),
            explanation: Text(
                en: """
                    Serials made of the date only work while they grow with it. Until the day in the serial comes, \
                    today's date is lower, so that secondaries take changes made with it for old. Either count on \
                    from the serial that is there, or go back in two steps of RFC 1982: add 2147483647, wait for all \
                    secondaries, then set today's.
                    """,
                id: """
                    Nomor seri dari tanggal hanya berguna selama naik mengikuti tanggal. Sampai hari pada nomor itu \
                    tiba, tanggal hari ini lebih kecil sehingga server sekunder menganggap perubahan sebagai data \
                    lama. Teruskan menghitung dari nomor yang ada, atau kembali dalam dua langkah RFC 1982: \
                    tambahkan 2147483647, tunggu semua server sekunder, lalu pakai tanggal hari ini.
                    """),
            bad: "@ SOA ns1 hostmaster 2126112001 10800 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53",
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard let soa = run.apexSOA(name, row), soa.isDated else { return }
                // More than 99 changes a day count on into the days that follow.
                let today = run.policy.now.date(at: .utc)
                let latest = UInt32(clamping: today.adding(days: 7).compact)
                // From half of all numbers ahead, today's counts as newer (RFC 1982).
                guard soa.serial / 100 > latest, soa.serial < 2_200_000_000 || soa.serial / 100 - latest < 1 << 31 / 100
                else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: """
                            serial \(soa.serial) is ahead of today, \(today.compact)01: serials made of today's date \
                            will count as older
                            """,
                        id: """
                            nomor seri \(soa.serial) mendahului hari ini, \(today.compact)01: nomor seri dari \
                            tanggal hari ini akan dianggap lebih lama
                            """))
            }),
    ]
}

/// The numbers of an SOA record (RFC 1035 §3.3.13); times in seconds.
struct SOANumbers {
    var serial: UInt32
    var refresh: UInt32
    var retry: UInt32
    var expire: UInt32
    var minimum: UInt32

    /// - Parameter rdata: of an SOA record.
    init?(_ rdata: UnsafeBufferPointer<UInt8>) {
        guard rdata.count >= 22 else { return nil }
        let start = rdata.count - 20
        func number(_ index: Int) -> UInt32 {
            rdata[(start + 4 * index)..<(start + 4 * index + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        }
        (serial, refresh, retry, expire, minimum) = (number(0), number(1), number(2), number(3), number(4))
    }

    /// The times that every AS112 server has for its zones (RFC 7534 §3.5).
    var isAS112: Bool { (refresh, retry, expire, minimum) == (604_800, 60, 604_800, 604_800) }

    /// Whether the serial looks made of a date. Beyond the next centuries any number might be one that was meant to be
    /// large, so the month and day must be some there too.
    var isDated: Bool {
        guard serial >= 2_200_000_000 else { return serial >= 2_000_000_000 }
        return 1...12 ~= serial / 10_000 % 100 && 1...31 ~= serial / 100 % 100
    }
}

extension CheckRun {
    /// The numbers of the zone's SOA record; `nil` for any other, about which other checks speak.
    func apexSOA(_ name: Int, _ row: Int) -> SOANumbers? {
        guard name == zone.apex, zone.firstRow(of: .soa, at: name) == row else { return nil }
        return SOANumbers(zone.rdata(of: row))
    }
}

/// Seconds as one says them: the largest unit that divides them.
enum Spelled {
    static func english(_ seconds: UInt32) -> String {
        let (count, unit) = parts(seconds)
        return "\(count) \(["second", "minute", "hour", "day"][unit])\(count == 1 ? "" : "s")"
    }

    static func indonesian(_ seconds: UInt32) -> String {
        let (count, unit) = parts(seconds)
        return "\(count) \(["detik", "menit", "jam", "hari"][unit])"
    }

    private static func parts(_ seconds: UInt32) -> (count: UInt32, unit: Int) {
        for (unit, length) in [(3, 86_400 as UInt32), (2, 3600), (1, 60)] where seconds > 0 && seconds % length == 0 {
            return (seconds / length, unit)
        }
        return (seconds, 0)
    }
}
