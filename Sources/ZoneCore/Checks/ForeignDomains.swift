import RFC1035

/// The domains that owners of a zone seem to be in, where the zone's name is behind a top level domain.
struct ForeignDomains {
    /// Where in an owner the domain begins that it seems to be in, and its top level domain, or what takes its place.
    struct Place {
        var domain: Int
        var top: Int
    }

    /// More domains than this below one top level domain were not forgotten dots.
    private static let mostForgotten = 3

    /// Domains by what stands at their end.
    private var domains: [[UInt8]: Set<[UInt8]>] = [:]

    init(_ zone: Zone, _ topLabel: UnsafePointer<UInt8>) {
        for name in 0..<zone.nameCount {
            let wire = zone.wire(of: name)
            let end = WireName.length(wire) - zone.originLength
            guard end > Int(wire[0]) + 1, let place = Self.domain(of: wire, upTo: end, topLabel),
                zone.holds(wire, end + zone.originLength)
            else { continue }
            let top = Array(UnsafeBufferPointer(start: wire + place.top, count: end - place.top))
            guard !areManyBelow(top) else { continue }
            domains[top, default: []].insert(
                Array(UnsafeBufferPointer(start: wire + place.domain, count: end - place.domain)))
        }
    }

    func areManyBelow(_ top: [UInt8]) -> Bool { domains[top, default: []].count > Self.mostForgotten }

    /// The last label of a zone's name; `nil` where its owners are numbers, or the zone is too near the root to tell.
    static func topLabel(of zone: Zone) -> UnsafePointer<UInt8>? {
        guard zone.origin.labelCount > 1, let last = zone.origin.labels.last, !last.elementsEqual("arpa".utf8)
        else { return nil }
        return UnsafePointer(zone.originWire + zone.originLength - last.count - 2)
    }

    /// The domain that the labels of an owner in front of `end`, two at least, seem to be in. Labels such as `id` and
    /// `net` are usual below zones too, so there must be more: a domain below `com`, a name below another's domain, or
    /// a second level such as `go.id` under the zone's own top level domain.
    static func domain(
        of wire: UnsafePointer<UInt8>, upTo end: Int, _ topLabel: UnsafePointer<UInt8>
    ) -> Place? {
        var (third, second, last) = (-1, -1, 0)
        while last &+ Int(wire[last]) &+ 1 < end {
            (third, second) = (second, last)
            last &+= Int(wire[last]) &+ 1
        }
        guard second >= 0, wire[last] <= 4 else { return nil }
        switch packed(wire + last) {
        case com: return Place(domain: second, top: last)
        case net, org, edu, gov: return third >= 0 ? Place(domain: second, top: last) : nil
        case packed(topLabel):
            return third >= 0 && secondLevels.contains(packed(wire + second)) ? Place(domain: third, top: second) : nil
        default: return nil
        }
    }

    /// A label of four octets at most as a number; 0 for a longer one.
    private static func packed(_ label: UnsafePointer<UInt8>) -> UInt32 {
        guard label[0] <= 4 else { return 0 }
        var number: UInt32 = 0
        for at in 0..<Int(label[0]) { number = number << 8 | UInt32(label[at + 1]) }
        return number
    }

    private static func packed(text label: String) -> UInt32 { label.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    private static let (com, net, org) = (packed(text: "com"), packed(text: "net"), packed(text: "org"))
    private static let (edu, gov) = (packed(text: "edu"), packed(text: "gov"))
    private static let secondLevels = Set(
        [
            "ac", "co", "com", "desa", "edu", "go", "gov", "mil", "ne", "net", "or", "org", "sch", "web",
        ].map(packed(text:)))
}

extension CheckRun {
    /// Whether an owner seems to be in another domain because its final dot was forgotten. Names with an underscore
    /// stand for names of others often.
    mutating func lacksFinalDot(_ name: Int) -> Bool {
        marks(of: name).contains(.foreignDomain) && isHostLike(name) && !isMeantBelowTopLevel(name)
    }

    /// Whether the top level domain that a name seems to be in is a name of the zone: it has records of its own, or
    /// many domains are below it.
    private mutating func isMeantBelowTopLevel(_ name: Int) -> Bool {
        let wire = zone.wire(of: name)
        let length = WireName.length(wire)
        let end = length - zone.originLength
        guard let topLabel, let place = ForeignDomains.domain(of: wire, upTo: end, topLabel) else { return true }
        if zone.index(of: wire + place.top, length - place.top) != nil { return true }
        let known = foreignDomains ?? ForeignDomains(zone, topLabel)
        foreignDomains = known
        return known.areManyBelow(Array(UnsafeBufferPointer(start: wire + place.top, count: end - place.top)))
    }
}
