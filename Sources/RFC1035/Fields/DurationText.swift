/// A span of time as text: seconds, or numbers with units.
public enum DurationText {
    /// Seconds up to 2³²−1, plain (`3600`) or with a unit behind each number (`1w2d3h4m5s`). `nil` for anything
    /// else, `1h30` included: servers read digits without a unit after digits with one differently.
    public static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var total: UInt64 = 0
        var value: UInt64 = 0
        var hasDigits = false
        var hasUnits = false
        for octet in text {
            if ASCII.isDigit(octet) {
                value = value &* 10 &+ UInt64(octet &- 48)
                hasDigits = true
                guard value <= 0xFFFF_FFFF else { return nil }
                continue
            }
            guard hasDigits, let unit = unit(octet) else { return nil }
            // Both factors are below 2³², so this cannot overflow.
            total &+= value &* unit
            guard total <= 0xFFFF_FFFF else { return nil }
            value = 0
            hasDigits = false
            hasUnits = true
        }
        guard hasDigits != hasUnits else { return nil }
        return UInt32(truncatingIfNeeded: total &+ value)
    }

    public static func seconds(_ text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { seconds($0) }
    }

    private static func unit(_ octet: UInt8) -> UInt64? {
        switch octet | 0x20 {
        case UInt8(ascii: "s"): 1
        case UInt8(ascii: "m"): 60
        case UInt8(ascii: "h"): 3600
        case UInt8(ascii: "d"): 86_400
        case UInt8(ascii: "w"): 604_800
        default: nil
        }
    }
}
