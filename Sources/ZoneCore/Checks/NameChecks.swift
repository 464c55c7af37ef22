import RFC1035

extension Check {
    /// Records from outside the zone are left out, where that is all that is wrong.
    static let outOfZone = "OUT_OF_ZONE"

    static let nameChecks: [Check] = [
        Check(
            outOfZone, .error, refusedBy: .oneServer, "RFC 1035 §5.2",
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
            "BAD_HOST_NAME", .error, refusedBy: .oneServer, "RFC 1123 §2.1; named check-names",
            Text(
                en: "The owner of an address or MX record is not a host name.",
                id: "Pemilik rekaman alamat atau MX bukan nama host."),
            .name([.a, .aaaa, .mx]) { run, name in
                guard !run.isHostName(run.zone.wire(of: name)) else { return }
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
            "BAD_SOA_NAME", .error, refusedBy: .oneServer, "RFC 1035 §3.3.13; named check-names",
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
                        row: row, at: .rdata(name == server ? 0 : 1),
                        Text(
                            en: "\(text) is no host name: letters, digits and hyphens; named refuses the zone",
                            id: "\(text) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
                }
            }),
        Check(
            "BAD_TARGET_NAME", .error, refusedBy: .oneServer, "RFC 1123 §2.1; named check-names",
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
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) is no host name: letters, digits and hyphens; named refuses the zone",
                        id: "\(target) bukan nama host: huruf, angka, dan tanda hubung; named menolak zona ini"))
            }),
        Check(
            "BAD_NSEC3_OWNER", .error, refusedBy: .oneServer, "RFC 5155 §3; named check-names",
            Text(
                en: "The owner of an NSEC3 record does not begin with a hash.",
                id: "Pemilik rekaman NSEC3 tidak diawali hash."),
            .set([.nsec3], over: 0) { run, name in
                guard !HashedName.isValid(run.zone.wire(of: name)), let row = run.zone.firstRow(of: .nsec3, at: name)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            the first label of \(run.zone.name(at: name)) is no hash, 32 digits and letters A to V; \
                            named refuses the zone
                            """,
                        id: """
                            label pertama \(run.zone.name(at: name)) bukan hash, yaitu 32 angka dan huruf A sampai V; \
                            named menolak zona ini
                            """))
            }),
    ]
}

/// Owners of NSEC3 records: a hash in base32hex, then the zone (RFC 5155 §3).
enum HashedName {
    /// Octets that a hash of SHA-1, the only algorithm there is, has as text.
    private static let length = 32

    /// Whether the first label is a hash. Named looks no further either.
    ///
    /// SAFETY: `wire` is a whole name.
    static func isValid(_ wire: UnsafePointer<UInt8>) -> Bool {
        wire[0] == length
            && (1...length).allSatisfy {
                ASCII.isDigit(wire[$0]) || UInt8(ascii: "a")...UInt8(ascii: "v") ~= ASCII.lowercased(wire[$0])
            }
    }
}

extension CheckRun {
    /// Whether a name of the zone is a host name or a wildcard of such.
    fileprivate func isHostName(_ wire: UnsafePointer<UInt8>) -> Bool {
        // The labels of the origin are the same for all.
        let end = originIsHostName ? WireName.length(wire) - zone.originLength : WireName.length(wire)
        return HostName.isValid(wire, upTo: end, allowsWildcard: true)
    }
}

/// Host names as servers check them (RFC 952, RFC 1123 §2.1).
enum HostName {
    /// SAFETY: `wire` is a whole name.
    static func isValid(_ wire: UnsafePointer<UInt8>, allowsWildcard: Bool) -> Bool {
        isValid(wire, upTo: WireName.length(wire), allowsWildcard: allowsWildcard)
    }

    /// Whether the labels in front of `end` are those of a host name.
    static func isValid(_ wire: UnsafePointer<UInt8>, upTo end: Int, allowsWildcard: Bool) -> Bool {
        var at = 0
        if allowsWildcard, end > 1, wire[0] == 1, wire[1] == UInt8(ascii: "*") { at = 2 }
        while at < end, wire[at] != 0 {
            let last = at &+ Int(wire[at])
            guard wire[at &+ 1] != UInt8(ascii: "-"), wire[last] != UInt8(ascii: "-") else { return false }
            at &+= 1
            while at <= last {
                guard ASCII.isAlphanumeric(wire[at]) || wire[at] == UInt8(ascii: "-") else { return false }
                at &+= 1
            }
        }
        return true
    }
}
