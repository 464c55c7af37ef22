/// The agenda number of a request: `2026/0001`. Counted per zone and year, never reused. The slash cannot
/// stand in a host label, so an id is never mistaken for a name.
public struct RequestID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let number: Int

    /// `nil` unless the year has four digits and the number is positive.
    public init?(year: Int, number: Int) {
        guard 1000...9999 ~= year, 1...999_999_999 ~= number else { return nil }
        self.year = year
        self.number = number
    }

    /// Reads `YYYY/N…` with four digits or more after the slash, without surplus zeros.
    public init?(_ text: some StringProtocol) {
        self.init(octets: text.utf8)
    }

    init?(octets: some Collection<UInt8>) {
        guard 9...14 ~= octets.count else { return nil }
        var year = 0
        var number = 0
        var position = 0
        for octet in octets {
            if position == 4 {
                guard octet == UInt8(ascii: "/") else { return nil }
            } else {
                guard octet &- 0x30 < 10 else { return nil }
                if position == 5, octet == 0x30, octets.count > 9 { return nil }
                if position < 4 {
                    year = year * 10 + Int(octet - 0x30)
                } else {
                    number = number * 10 + Int(octet - 0x30)
                }
            }
            position += 1
        }
        self.init(year: year, number: number)
    }

    public var description: String {
        let digits = String(number)
        return "\(year)/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    public static func < (left: RequestID, right: RequestID) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
