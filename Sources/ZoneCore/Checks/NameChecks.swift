import RFC1035

extension Check {
    static let nameChecks: [Check] = [
        Check(
            "OUT_OF_ZONE", .error, stopsLoading: true, "RFC 1035 §5.2",
            Text(en: "A record's owner is not in the zone.", id: "Pemilik rekaman berada di luar zona."),
            .zone { run in
                for name in 0..<run.zone.nameCount where run.shape.standing(of: name) == .outOfZone {
                    run.report(
                        name: name,
                        Text(
                            en: "\(run.zone.name(at: name)) is not in the zone \(run.zone.origin); BIND drops it silently",
                            id: "\(run.zone.name(at: name)) di luar zona \(run.zone.origin); BIND membuangnya tanpa pesan"))
                }
            }),
        Check(
            "BAD_HOST_NAME", .error, stopsLoading: true, "RFC 1123 §2.1; named check-names",
            Text(
                en: "The owner of an address or MX record is not a host name.",
                id: "Pemilik rekaman alamat atau MX bukan nama host."),
            .name([.a, .aaaa, .mx]) { run, name in
                guard !HostName.isValid(run.zone.wire(of: name), allowsWildcard: true) else { return }
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
            "BAD_SOA_NAME", .error, stopsLoading: true, "RFC 1035 §3.3.13; named check-names",
            Text(
                en: "The SOA's primary server or mailbox is no proper name.",
                id: "Server utama atau kotak surat pada SOA bukan nama yang sah."),
            .record([.soa]) { run, _, row in
                guard let server = run.zone.rdata(of: row).baseAddress else { return }
                let mailbox = server + WireName.length(server)
                // The first label of a mailbox is its local part (RFC 1035 §8) and may hold anything.
                let domain = mailbox + (mailbox[0] == 0 ? 0 : Int(mailbox[0]) + 1)
                for (name, start) in [(server, server), (mailbox, domain)]
                where !HostName.isValid(start, allowsWildcard: false) {
                    let text = run.target(of: row, nameAt: name - server)
                    run.report(
                        row: row,
                        Text(
                            en: "\(text) is no host name: letters, digits and hyphens; named refuses the zone",
                            id: "\(text) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
                }
            }),
        Check(
            "BAD_TARGET_NAME", .error, stopsLoading: true, "RFC 1123 §2.1; named check-names",
            Text(
                en: "An NS, MX or SRV record points to what is no host name.",
                id: "Rekaman NS, MX, atau SRV menunjuk ke yang bukan nama host."),
            .record([.ns, .mx, .srv]) { run, _, row in
                let offset = run.zone.targetOffset(of: row)
                let rdata = run.zone.rdata(of: row)
                guard let base = rdata.baseAddress, offset < rdata.count else { return }
                guard !HostName.isValid(base + offset, allowsWildcard: false) else { return }
                let target = run.target(of: row, nameAt: offset)
                run.report(
                    row: row,
                    Text(
                        en: "\(target) is no host name: letters, digits and hyphens; named refuses the zone",
                        id: "\(target) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
            }),
    ]
}

/// Host names as servers check them (RFC 952, RFC 1123 §2.1).
enum HostName {
    /// SAFETY: `wire` is a whole name.
    static func isValid(_ wire: UnsafePointer<UInt8>, allowsWildcard: Bool) -> Bool {
        var at = 0
        if allowsWildcard, wire[0] == 1, wire[1] == UInt8(ascii: "*") { at = 2 }
        while wire[at] != 0 {
            let length = Int(wire[at])
            guard ASCII.isAlphanumeric(wire[at + 1]), ASCII.isAlphanumeric(wire[at + length]) else { return false }
            for position in 1...length {
                let octet = wire[at + position]
                guard ASCII.isAlphanumeric(octet) || octet == UInt8(ascii: "-") else { return false }
            }
            at += length + 1
        }
        return true
    }
}
