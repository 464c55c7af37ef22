/// An SOA serial number (RFC 1035 §3.3.13) with the arithmetic of RFC 1982: 32 bits, no first or last.
public struct Serial: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public init(_ value: UInt32) { rawValue = value }

    /// Decimal text; `nil` unless all of it is digits and the value fits 32 bits.
    public init?(_ text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit), let value = UInt32(text) else { return nil }
        rawValue = value
    }

    public var description: String { String(rawValue) }

    /// How two serials stand to each other (RFC 1982 §3.2).
    public enum Order: Hashable, Sendable {
        case equal, less, greater
        /// The two are exactly 2³¹ apart: the RFC defines no order.
        case undefined
    }

    public func order(to other: Serial) -> Order {
        let distance = other.rawValue &- rawValue
        return switch distance {
        case 0: .equal
        case 1..<0x8000_0000: .less
        case 0x8000_0000: .undefined
        default: .greater
        }
    }

    /// The serial one step on; 0 is left out, since some software reads it as "none".
    public var successor: Serial {
        Serial(rawValue == .max ? 1 : rawValue + 1)
    }

    /// The next serial after this one: `candidate` where that is an increase in RFC 1982 order, else the
    /// successor. Never 0, never backwards.
    public func advanced(to candidate: Serial) -> Serial {
        candidate.rawValue != 0 && order(to: candidate) == .less ? candidate : successor
    }

    /// The first serial of a day in the form YYYYMMDDnn (RFC 1912 §2.2).
    ///
    /// - Parameter year: 0…4294; a later year does not fit 32 bits and gives `nil`.
    public static func firstOfDay(year: Int, month: Int, day: Int) -> Serial? {
        guard 0...4293 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
        return Serial(UInt32(year * 1_000_000 + month * 10_000 + day * 100 + 1))
    }
}
