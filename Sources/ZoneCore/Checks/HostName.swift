import RFC1035

/// Host names as servers check them (RFC 952, RFC 1123 §2.1).
enum HostName {
    /// SAFETY: `wire` is a whole name; sixteen octets behind it are readable.
    static func isValid(_ wire: UnsafePointer<UInt8>, allowsWildcard: Bool) -> Bool {
        isValid(wire, upTo: WireName.length(wire), allowsWildcard: allowsWildcard)
    }

    /// Whether the labels in front of `end` are those of a host name.
    static func isValid(_ wire: UnsafePointer<UInt8>, upTo end: Int, allowsWildcard: Bool) -> Bool {
        let start = allowsWildcard && end > 1 && WireName.isWildcard(wire) ? 2 : 0
        return HostCharacters.areAll(in: wire + start, upTo: end - start)
    }
}

/// Mailboxes written as names (RFC 1035 §8), as `named` checks them: what stands before the @ is the first label.
enum MailboxName {
    /// Whether the first label is printable ASCII without blanks and the rest a host name. The root is no mailbox, and
    /// says so.
    ///
    /// SAFETY: `wire` is a whole name.
    static func isValid(_ wire: UnsafePointer<UInt8>) -> Bool {
        let local = UnsafeBufferPointer(start: wire + 1, count: Int(wire[0]))
        guard local.count > 0 else { return true }
        return local.allSatisfy { 0x21...0x7E ~= $0 } && HostName.isValid(wire + local.count + 1, allowsWildcard: false)
    }
}

/// Owners of addresses that `named` lets pass although they are no host names.
private enum ExcusedOwner {
    private static let activeDirectory = Array("\u{2}gc\u{6}_msdcs".utf8)

    /// `gc._msdcs` in front of a host name: where Active Directory keeps the addresses of its catalogs.
    static func isOfActiveDirectory(_ wire: UnsafePointer<UInt8>) -> Bool {
        let octets = UnsafeBufferPointer(start: wire, count: WireName.length(wire))
        return octets.starts(with: activeDirectory)
            && HostName.isValid(wire + activeDirectory.count, allowsWildcard: false)
    }

    /// Any name with a label that macros of sender policies end in (RFC 7208 §5.7); for A records.
    static func isOfSenderPolicy(_ wire: UnsafePointer<UInt8>) -> Bool {
        var at = 0
        while wire[at] != 0 {
            let label = UnsafeBufferPointer(start: wire + at + 1, count: Int(wire[at]))
            if label.elementsEqual("_spf".utf8) || label.elementsEqual("_spf_verify".utf8)
                || label.elementsEqual("_spf_rate".utf8)
            {
                return true
            }
            at += label.count + 1
        }
        return false
    }
}

extension CheckRun {
    /// Whether a name has records that `named` wants at host names, and is none.
    mutating func isBadHost(_ name: Int) -> Bool {
        let wire = zone.wire(of: name)
        // The labels of the origin are the same for all.
        let length = WireName.length(wire)
        let end = originIsHostName ? length - zone.originLength : length
        guard !HostName.isValid(wire, upTo: end, allowsWildcard: true) else { return false }
        return zone.rows(of: name).contains { row in
            switch RecordType(rawValue: zone.records[Int(row)].type) {
            case .mx, .wks, .a6: true
            case .aaaa: !ExcusedOwner.isOfActiveDirectory(wire)
            case .a: !ExcusedOwner.isOfActiveDirectory(wire) && !ExcusedOwner.isOfSenderPolicy(wire)
            default: false
            }
        }
    }
}
