import RFC1035

extension Check {
    static let addressChecks: [Check] = [
        Check(
            "ADDRESS_UNREACHABLE", .warning, "RFC 6890",
            Text(
                en: "An address cannot be reached from anywhere else.",
                id: "Sebuah alamat tidak dapat dihubungi dari tempat lain."),
            explanation: Text(
                en: """
                    Loopback, link-local, multicast, reserved and unspecified addresses mean the asking machine \
                    itself, its own wire, or nothing. Whoever looks the name up connects to the wrong place: some \
                    browsers even trust a name at 127.0.0.1. Give the public address, or remove the record.
                    """,
                id: """
                    Alamat loopback, link-local, multicast, yang dicadangkan, dan alamat tak tentu berarti mesin \
                    penanya itu sendiri, jaringannya sendiri, atau tidak ada. Siapa pun yang menanyakan nama ini \
                    tersambung ke tempat yang salah: sebagian peramban bahkan memercayai nama di 127.0.0.1. Tulis \
                    alamat publik, atau hapus rekamannya.
                    """),
            bad: "web A 127.0.0.1", good: "web A 192.0.2.81",
            .record([.a, .aaaa], showing: .unreachable) { run, name, row in
                guard !run.isListEntry(row, at: name), run.hasRoom() else { return }
                run.reportAddress(row) { address, range in
                    Text(
                        en: """
                            \(address) is \(range.name.en) (\(range.reference)); no one can reach it, so give the \
                            public address
                            """,
                        id: """
                            \(address) ialah \(range.name.id) (\(range.reference)); tidak dapat dihubungi, tulis \
                            alamat publik
                            """)
                }
            }),
        Check(
            "ADDRESS_PRIVATE", .warning, "RFC 1918; RFC 4193; RFC 6598",
            Text(en: "A public name has a private address.", id: "Nama publik memiliki alamat privat."),
            explanation: Text(
                en: """
                    Outside your own network the address leads nowhere, or to somebody else's machine, and it tells \
                    strangers how the network is built. Keep such names in an internal zone or view. A zone under \
                    internal, local, lan or home.arpa is taken for one and not judged.
                    """,
                id: """
                    Di luar jaringan Anda alamat ini tidak menuju ke mana pun, atau ke mesin orang lain, dan memberi \
                    tahu orang luar susunan jaringannya. Simpan nama seperti ini di zona atau view internal. Zona di \
                    bawah internal, local, lan, atau home.arpa dianggap demikian dan tidak dinilai.
                    """),
            bad: "web A 192.168.1.10", good: "web A 192.0.2.81",
            .record([.a, .aaaa], showing: .privateAddress) { run, _, row in
                guard !run.isInternal, run.hasRoom() else { return }
                run.reportAddress(row) { address, range in
                    Text(
                        en: """
                            \(address) is \(range.name.en) (\(range.reference)), useless to outsiders; is this an \
                            internal name?
                            """,
                        id: """
                            \(address) ialah \(range.name.id) (\(range.reference)), tak berguna bagi orang luar; \
                            apakah ini nama internal?
                            """)
                }
            }),
        Check(
            "ADDRESS_DOCUMENTATION", .notice, opinion: true, "RFC 5737; RFC 3849; RFC 9637",
            Text(en: "An address is one of examples.", id: "Alamat ini hanya untuk contoh."),
            explanation: Text(
                en: "Nobody has this address: it was copied from a manual. Give the real one.",
                id: "Alamat ini bukan milik siapa pun: disalin dari buku petunjuk. Tulis alamat yang sebenarnya."),
            bad: "web A 192.0.2.81",
            good: """
                @ SOA ns1.example.net. hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1.example.net.
                @ NS ns2.example.net.
                """,
            .record([.a, .aaaa], showing: .documentation) { run, _, row in
                guard run.hasRoom() else { return }
                run.reportAddress(row) { address, range in
                    Text(
                        en: "\(address) is \(range.name.en), which nobody has; give the real one",
                        id: "\(address) ialah \(range.name.id), bukan milik siapa pun; tulis yang sebenarnya")
                }
            }),
    ]
}

extension CheckRun {
    /// What the address of an A or AAAA record is for.
    @inline(__always) mutating func addressMarks(of row: Int) -> RecordMarks {
        let rdata = zone.rdata(of: row)
        guard let octets = rdata.baseAddress else { return [] }
        let use: SpecialRangeIndex.Answer
        switch rdata.count {
        case 4: use = SpecialRangeIndex.use(ofIPv4: octets)
        case 16: use = SpecialRangeIndex.use(ofIPv6: octets)
        default: return []
        }
        return switch use {
        case .never: .unreachable
        case .whenAllowed: .privateAddress
        case .documentation: .documentation
        case .ordinary, .undecided: []
        }
    }

    /// Whether a loopback address is an answer of a blocklist, whose owner begins with a number (RFC 5782 §2.1), or
    /// that of localhost, which is judged as a name.
    fileprivate mutating func isListEntry(_ row: Int, at name: Int) -> Bool {
        let (rdata, owner) = (zone.rdata(of: row), zone.wire(of: name))
        let label = UnsafeBufferPointer(start: owner + 1, count: Int(owner[0]))
        switch rdata.count {
        case 4 where rdata[0] == 127 && !label.isEmpty:
            return label.allSatisfy(ASCII.isDigit) || label.elementsEqual("localhost".utf8)
        case 16 where rdata[15] == 1 && rdata.dropLast().allSatisfy { $0 == 0 }:
            // RFC 6761 §6.3 names both.
            return label.elementsEqual("localhost".utf8)
        default: return false
        }
    }

    fileprivate mutating func reportAddress(_ row: Int, _ message: (_ address: String, _ range: SpecialRange) -> Text) {
        let address = IPAddress(uncheckedOctets: Array(zone.rdata(of: row)))
        guard let range = SpecialRange.covering(address) else { return }
        report(row: row, message(address.description, range))
    }
}
