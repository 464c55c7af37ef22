import RFC1035

/// What is wrong with the name a record points to, as its shape shows.
enum TargetFault: UInt8 {
    case none
    /// The root, where a host is wanted.
    case root
    /// An address written where a name belongs.
    case address
    /// A URL, or a host with a path or a port.
    case url
    /// The zone's name twice: the final dot is missing.
    case repeatsZone
    /// A name of somewhere else with the zone's appended: the final dot is missing.
    case foreign

    fileprivate var code: String? {
        switch self {
        case .none: nil
        case .root: "TARGET_IS_ROOT"
        case .address: "TARGET_IS_ADDRESS"
        case .url: "TARGET_IS_URL"
        case .repeatsZone, .foreign: "MISSING_FINAL_DOT"
        }
    }
}

struct TargetFaults: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ fault: TargetFault) { rawValue = fault == .none ? 0 : 1 << fault.rawValue }

    /// Those that some of these checks report.
    init(_ checks: [Check]) {
        self = []
        for fault in [TargetFault.root, .address, .url, .repeatsZone, .foreign]
        where checks.contains(where: { $0.code == fault.code }) {
            insert(TargetFaults(fault))
        }
    }
}

extension CheckRun {
    /// Whether a check of this run says what is wrong with a target by its shape: that it does not exist, or is no host
    /// name, need not be said then.
    ///
    /// Of records that nobody is answered with, only what stops servers is said.
    mutating func isReportedFault(of row: Int, nameAt offset: Int) -> Bool {
        guard !reportedFaults.isEmpty else { return false }
        let fault = fault(of: row, nameAt: offset)
        return fault != .none && reportedFaults.contains(TargetFaults(fault)) && isAnswered(zone.records[row].type)
    }

    /// What the shape of the target that is looked at shows. What has records of its own is right.
    mutating func judgeTarget() -> TargetFault {
        let (wire, length) = (lookedAt.wire, lookedAt.length)
        if length == 1 { return .root }
        if !lookedAt.isHeld { return Shape.fault(wire, upTo: length - 1) }
        if length > zone.originLength, targetName() == nil { return faultOfMissing(wire, length) }
        return .none
    }

    private mutating func faultOfMissing(_ target: UnsafePointer<UInt8>, _ length: Int) -> TargetFault {
        let end = length - zone.originLength
        let shape = Shape.fault(target, upTo: end)
        if shape != .none { return shape }
        if zone.repeatsOrigin(target, length) { return .repeatsZone }
        // The last label in front of the zone's own name.
        var last = 0
        var labels = 1
        while last + Int(target[last]) + 1 < end {
            last += Int(target[last]) + 1
            labels += 1
        }
        guard labels > 1, zone.originLength > 1, isTopLevel(target + last) else { return .none }
        // Where the zone has such a label itself, it may be meant.
        guard let name = WireName.name(target + last, length - last)
        else { return .none }
        switch zone.existence(of: name) {
        case .none, .coveredByWildcard: return .foreign
        // An owner that lacks its dot as well does not make it meant.
        case .emptyNonTerminal(let below):
            return zone.index(of: below).map { lacksFinalDot($0) } == true ? .foreign : .none
        case .records, .belowDelegation, .belowDNAME, .outOfZone: return .none
        }
    }

    /// Whether a label is that of a top level domain: the zone's own, or one that everybody uses.
    private mutating func isTopLevel(_ label: UnsafePointer<UInt8>) -> Bool {
        var own = 0
        while zone.originWire[own + Int(zone.originWire[own]) + 1] != 0 { own += Int(zone.originWire[own]) + 1 }
        let octets = UnsafeBufferPointer(start: label, count: Int(label[0]) + 1)
        let ownLabel = UnsafeBufferPointer(start: zone.originWire + own, count: Int(zone.originWire[own]) + 1)
        if octets.elementsEqual(ownLabel) { return true }
        guard label[0] <= 4 else { return false }
        return Self.topLevels.contains { $0.utf8.elementsEqual(octets.dropFirst()) }
    }

    private static let topLevels = [
        "com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "io", "id", "my", "sg", "au", "us", "uk", "jp",
        "de", "nl", "eu", "tw", "cn", "ru", "fr", "in", "arpa",
    ]
}

extension Zone {
    /// Whether a name of the zone has the zone's name twice at its end.
    @inline(__always) func repeatsOrigin(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let end = length - originLength
        let labels = originLength - 1
        guard end >= labels, labels > 0 else { return false }
        var at = 0
        while end - at > labels { at += Int(wire[at]) + 1 }
        return end - at == labels && WireName.areEqual(wire + at, labels, originWire)
    }
}

/// Addresses and URLs where names belong.
private enum Shape {
    /// - Parameter end: where the labels to look at end.
    static func fault(_ wire: UnsafePointer<UInt8>, upTo end: Int) -> TargetFault {
        if isIPv4(wire, upTo: end) || isIPv6(wire, upTo: end) { return .address }
        return isURL(wire, upTo: end) ? .url : .none
    }

    /// Four labels of digits.
    private static func isIPv4(_ wire: UnsafePointer<UInt8>, upTo end: Int) -> Bool {
        var at = 0
        var labels = 0
        while at < end {
            let length = Int(wire[at])
            guard length <= 3, labels < 4 else { return false }
            var value = 0
            for octet in UnsafeBufferPointer(start: wire + at + 1, count: length) {
                guard ASCII.isDigit(octet) else { return false }
                value = value * 10 + Int(octet - 48)
            }
            guard value <= 255 else { return false }
            labels += 1
            at += length + 1
        }
        return labels == 4
    }

    /// One label of hexadecimal digits and two colons at least.
    private static func isIPv6(_ wire: UnsafePointer<UInt8>, upTo end: Int) -> Bool {
        guard Int(wire[0]) + 1 == end, wire[0] <= 39 else { return false }
        var colons = 0
        for octet in UnsafeBufferPointer(start: wire + 1, count: Int(wire[0])) {
            if octet == UInt8(ascii: ":") {
                colons += 1
            } else if ASCII.hexadecimalValue(octet) == nil {
                return false
            }
        }
        return colons >= 2
    }

    /// A label with a slash or a colon; classless reverse zones write `0/25` (RFC 2317).
    private static func isURL(_ wire: UnsafePointer<UInt8>, upTo end: Int) -> Bool {
        var at = 0
        while at < end {
            let label = UnsafeBufferPointer(start: wire + at + 1, count: Int(wire[at]))
            for octet in label where octet == UInt8(ascii: "/") || octet == UInt8(ascii: ":") {
                if !label.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "/") }) { return true }
            }
            at += label.count + 1
        }
        return false
    }
}
