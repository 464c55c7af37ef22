/// Octet classes. Text from outside is judged by octets, never by Characters: `"\r\n"` is one Character.
public enum ASCII {
    @inlinable public static func lowercased(_ octet: UInt8) -> UInt8 {
        octet &- 65 < 26 ? octet | 0x20 : octet
    }
    @inlinable public static func isDigit(_ octet: UInt8) -> Bool { octet &- 48 < 10 }
    /// What a hexadecimal digit of either case stands for; `nil` for any other octet.
    @inlinable public static func hexadecimalValue(_ octet: UInt8) -> UInt8? {
        if isDigit(octet) { return octet &- 48 }
        let letter = (octet | 0x20) &- 97
        return letter < 6 ? letter &+ 10 : nil
    }
    @inlinable public static func isLetter(_ octet: UInt8) -> Bool { (octet | 0x20) &- 97 < 26 }
    @inlinable public static func isAlphanumeric(_ octet: UInt8) -> Bool { isDigit(octet) || isLetter(octet) }
}
