/// Octet classes. Text from outside is judged by octets, never by Characters: `"\r\n"` is one Character.
public enum ASCII {
    @inlinable public static func lowercased(_ octet: UInt8) -> UInt8 {
        octet &- 65 < 26 ? octet | 0x20 : octet
    }
    @inlinable public static func isDigit(_ octet: UInt8) -> Bool { octet &- 48 < 10 }
    @inlinable public static func isLetter(_ octet: UInt8) -> Bool { (octet | 0x20) &- 97 < 26 }
    @inlinable public static func isAlphanumeric(_ octet: UInt8) -> Bool { isDigit(octet) || isLetter(octet) }
}
