import RFC1035

extension Check {
    /// Targets that are names, but not of anything that answers.
    static let targetNameChecks: [Check] = [
        Check(
            "SPECIAL_USE_TARGET", .warning, "RFC 6761 §6; RFC 6762 §3; RFC 7686 §2",
            Text(
                en: "A record points into a domain that never resolves on the Internet.",
                id: "Rekaman menunjuk ke domain yang tidak pernah dapat diresolusi di Internet."),
            explanation: Text(
                en: """
                    localhost, local, invalid, test and onion are set aside: localhost is always the asking machine \
                    itself, the others have no name servers. Whoever follows the record from outside gets nowhere. \
                    Point to a host in a public domain; a service that is not there is said with MX 0 and a dot, or \
                    with an SRV record whose target is a dot.
                    """,
                id: """
                    localhost, local, invalid, test, dan onion dicadangkan: localhost selalu berarti mesin penanya \
                    sendiri, yang lain tidak memiliki server nama. Penanya dari luar tidak sampai ke mana pun. Tunjuk \
                    host di domain publik; layanan yang tidak ada dinyatakan dengan MX 0 dan titik, atau dengan SRV \
                    bersasaran titik.
                    """),
            bad: "portal CNAME server.local.\n@ MX 10 localhost.\n_dmarc TXT \"v=DMARC1; p=reject\"",
            good: "portal CNAME server.example.net.",
            .record([.cname, .ns, .mx, .srv], showing: .specialTop) { run, _, row in
                guard let top = run.specialTop(of: row) else { return }
                let target = run.target(of: row, nameAt: run.zone.targetOffset(of: row))
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) never resolves on the Internet: \(top) is set aside; point to a public host",
                        id: "\(target) tidak pernah teresolusi di Internet: \(top) dicadangkan; tunjuk host publik"))
            }),
        Check(
            "TARGET_CHARACTERS", .warning, "RFC 1123 §2.1; RFC 5891 §4",
            Text(
                en: "An alias points to a name with characters that no host has.",
                id: "Alias menunjuk ke nama dengan karakter yang tidak dimiliki host mana pun."),
            explanation: Text(
                en: """
                    Letters beyond ASCII are written in a zone as xn-- and Punycode; written as they are, they make a \
                    name that nobody registered. A comma or an @ is a slip of the keyboard. Servers load such a zone, \
                    and the alias leads nowhere. Correct the name.
                    """,
                id: """
                    Huruf di luar ASCII ditulis di zona sebagai xn-- dan Punycode; bila ditulis apa adanya, jadilah \
                    nama yang tidak didaftarkan siapa pun. Koma atau @ adalah salah ketik. Server tetap memuat \
                    zonanya, tetapi alias itu tidak menuju ke mana pun. Perbaiki namanya.
                    """),
            bad: "portal CNAME www,example.net.",
            good: "portal CNAME www.example.net.",
            .record([.cname, .dname], showing: .strangeName) { run, name, row in
                guard run.isHostLike(name), !run.isReportedFault(of: row, nameAt: 0) else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "\(run.target(of: row)) is no name that a host has: letters, digits and hyphens; others "
                            + "are written in Punycode (xn--)",
                        id: "\(run.target(of: row)) bukan nama host: huruf, angka, dan tanda hubung; huruf lain "
                            + "ditulis dalam Punycode (xn--)"))
            }),
    ]
}

extension CheckRun {
    private static let specialTops: [StaticString] = ["localhost", "local", "invalid", "test", "onion"]

    /// Whether a top level domain, in lower case, is set aside.
    static func isSpecialTop(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        4...9 ~= label.count && specialTops.contains { isEqual(label, $0) }
    }

    /// The domain that is set aside which a row's target is in; `nil` where that is meant.
    fileprivate mutating func specialTop(of row: Int) -> StaticString? {
        let rdata = zone.rdata(of: row)
        let offset = zone.targetOffset(of: row)
        guard let base = rdata.baseAddress, offset < rdata.count else { return nil }
        let target = base + offset
        guard let label = NameTraits.lastLabel(target),
            let top = Self.specialTops.first(where: { Self.isEqual(label, $0) })
        else { return nil }
        // In a zone of such a domain, and in one that is served to this machine alone, it is.
        if let own = NameTraits.lastLabel(zone.originWire), Self.isEqual(own, top) || Self.isEqual(own, "arpa") {
            return nil
        }
        return isLocal ? nil : top
    }

    /// Whether all the zone's name servers are `localhost`, as where names are blocked, or `invalid`, as where the zone
    /// is only handed from server to server (RFC 9432 §4.1).
    private var isLocal: Bool {
        guard let apex = zone.apex, zone.names[apex].types.contains(.ns) else { return false }
        for row in zone.rows(of: apex) where zone.records[Int(row)].type == RecordType.ns.rawValue {
            guard let target = zone.rdata(of: Int(row)).baseAddress, let label = NameTraits.lastLabel(target),
                Self.isEqual(label, "localhost") || Self.isEqual(label, "invalid")
            else { return false }
        }
        return true
    }

    private static func isEqual(_ label: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
        guard let octets = label.baseAddress, label.count == text.utf8CodeUnitCount else { return false }
        return Octets.areEqual(octets, text.utf8Start, label.count)
    }
}
