/// A domain name in wire form (RFC 1035 §3.1), folded to lower case.
///
/// Names compare case-insensitively (RFC 4343), so the fold happens once, when the name is made; equality
/// and hashing are then those of the octets. This type is for everything outside the hot path; the parser
/// and the zone keep names as octets in an arena.
public struct Name: Hashable, Sendable {
    /// Length-prefixed labels ending with the root's zero octet; 1…255 octets (RFC 1035 §2.3.4).
    public let wire: [UInt8]

    /// Longest name in octets of wire form (RFC 1035 §2.3.4).
    public static let maximumLength = 255
    /// Longest label in octets (RFC 1035 §2.3.4).
    public static let maximumLabelLength = 63

    /// The root, `.`.
    public static let root = Name(uncheckedWire: [0])

    init(uncheckedWire wire: [UInt8]) { self.wire = wire }

    /// A name from its wire form; `nil` unless the octets are one whole uncompressed name.
    public init?(wire octets: some Collection<UInt8>) {
        guard octets.count <= Name.maximumLength else { return nil }
        var folded = [UInt8]()
        folded.reserveCapacity(octets.count)
        var remaining = 0
        var ended = false
        for octet in octets {
            if ended { return nil }
            if remaining == 0 {
                guard octet <= 63 else { return nil }
                remaining = Int(octet)
                ended = octet == 0
                folded.append(octet)
            } else {
                remaining -= 1
                folded.append(ASCII.lowercased(octet))
            }
        }
        guard ended else { return nil }
        wire = folded
    }

    /// Reads the text form (RFC 1035 §5.1): labels separated by dots, `\X` and `\DDD` escapes, `@` alone for
    /// the origin. A name without a final dot is completed with `origin`.
    public init(_ text: some StringProtocol, origin: Name = .root) throws(NameError) {
        try self.init(octets: Array(text.utf8), origin: origin)
    }

    /// As `init(_:origin:)`, from octets.
    public init(octets text: [UInt8], origin: Name = .root) throws(NameError) {
        if text == [UInt8(ascii: "@")] {
            self = origin
            return
        }
        if text == [UInt8(ascii: ".")] {
            self = .root
            return
        }
        guard !text.isEmpty else { throw NameError.empty }
        var octets: [UInt8] = [0]
        octets.reserveCapacity(text.count + 2)
        var lengthAt = 0
        var index = 0
        var absolute = false
        while index < text.count {
            var octet = text[index]
            index += 1
            if octet == UInt8(ascii: ".") {
                guard octets.count - lengthAt > 1 else { throw NameError.emptyLabel }
                octets[lengthAt] = UInt8(octets.count - lengthAt - 1)
                if index == text.count {
                    absolute = true
                } else {
                    lengthAt = octets.count
                    octets.append(0)
                }
                continue
            }
            if octet == UInt8(ascii: "\\") {
                guard index < text.count else { throw NameError.badEscape }
                if ASCII.isDigit(text[index]) {
                    guard index + 2 < text.count, ASCII.isDigit(text[index + 1]), ASCII.isDigit(text[index + 2])
                    else { throw NameError.badEscape }
                    let value =
                        Int(text[index] - 48) * 100 + Int(text[index + 1] - 48) * 10 + Int(text[index + 2] - 48)
                    guard value <= 255 else { throw NameError.badEscape }
                    octet = UInt8(value)
                    index += 3
                } else {
                    octet = text[index]
                    index += 1
                }
            }
            octets.append(ASCII.lowercased(octet))
            guard octets.count - lengthAt - 1 <= Name.maximumLabelLength else { throw NameError.labelTooLong }
        }
        if absolute {
            octets.append(0)
        } else {
            octets[lengthAt] = UInt8(octets.count - lengthAt - 1)
            octets.append(contentsOf: origin.wire)
        }
        guard octets.count <= Name.maximumLength else { throw NameError.nameTooLong }
        wire = octets
    }

    /// Octets of each label, leftmost first, without the root.
    public var labels: [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var index = 0
        while index < wire.count, wire[index] != 0 {
            let next = index + 1 + Int(wire[index])
            result.append(wire[(index + 1)..<next])
            index = next
        }
        return result
    }

    /// Number of labels, the root not counted.
    public var labelCount: Int {
        var count = 0
        var index = 0
        while wire[index] != 0 {
            count += 1
            index += 1 + Int(wire[index])
        }
        return count
    }

    public var isRoot: Bool { wire.count == 1 }

    /// The name one label up; `nil` for the root.
    public var parent: Name? {
        isRoot ? nil : Name(uncheckedWire: Array(wire[(1 + Int(wire[0]))...]))
    }

    /// Whether this name is `ancestor` or stands below it.
    public func isAtOrBelow(_ ancestor: Name) -> Bool {
        var index = 0
        while wire.count - index > ancestor.wire.count { index += 1 + Int(wire[index]) }
        return wire.count - index == ancestor.wire.count && wire[index...].elementsEqual(ancestor.wire)
    }

    /// Whether this name stands below `ancestor` and is not `ancestor` itself.
    public func isBelow(_ ancestor: Name) -> Bool { wire.count > ancestor.wire.count && isAtOrBelow(ancestor) }

    /// The name with `label` put in front, e.g. `www` before `dinkes.example.`.
    public func prepending(_ label: some StringProtocol) throws(NameError) -> Name {
        let octets = Array(label.utf8)
        guard !octets.isEmpty else { throw NameError.emptyLabel }
        guard octets.count <= Name.maximumLabelLength else { throw NameError.labelTooLong }
        guard wire.count + octets.count + 1 <= Name.maximumLength else { throw NameError.nameTooLong }
        return Name(uncheckedWire: [UInt8(octets.count)] + octets.map(ASCII.lowercased) + wire)
    }
}

/// Why a text is not a name.
public enum NameError: Error, Hashable, Sendable {
    case empty
    case emptyLabel
    case labelTooLong
    case nameTooLong
    case badEscape
}
