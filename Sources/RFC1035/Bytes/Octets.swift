#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Small loops over raw octets.
public enum Octets {
    private static let controls: UInt64 =
        1 << 0x00 | 1 << 0x0A | 1 << 0x0D | 1 << UInt64(UInt8(ascii: "(")) | 1 << UInt64(UInt8(ascii: ")"))

    /// Newline, carriage return, NUL, `(` or `)`: tokens of one octet that are no field.
    @inline(__always) static func isControl(_ octet: UInt8) -> Bool {
        octet < 64 && controls &>> UInt64(octet) & 1 != 0
    }

    @inline(__always) static func isBlank(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09
    }

    /// Whether octets are the same. Names are short: eight octets at a time, then one.
    @inlinable @inline(__always) public static func areEqual(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        var at = 0
        while at &+ 8 <= count {
            if UnsafeRawPointer(a + at).loadUnaligned(as: UInt64.self)
                != UnsafeRawPointer(b + at).loadUnaligned(as: UInt64.self)
            {
                return false
            }
            at &+= 8
        }
        while at < count {
            if a[at] != b[at] { return false }
            at &+= 1
        }
        return true
    }

    /// The same for octets behind which others are readable: no loop over the last few.
    ///
    /// SAFETY: seven octets behind those that are compared are readable. Of two names, it is enough that seven behind
    /// each are: where one ends before `count` octets, they differ there.
    @inlinable @inline(__always) public static func arePaddedEqual(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        var at = 0
        while at &+ 8 <= count {
            if word(a + at) != word(b + at) { return false }
            at &+= 8
        }
        return at == count || (word(a + at) ^ word(b + at)) &<< UInt64(64 &- 8 &* (count &- at)) == 0
    }

    /// Eight octets, the first of them lowest.
    @inlinable @inline(__always) static func word(_ octets: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(octets).loadUnaligned(as: UInt64.self))
    }

    static func count(_ start: UnsafePointer<UInt8>, _ count: Int, _ octet: UInt8) -> Int {
        var found = 0
        for index in 0..<max(0, count) where start[index] == octet { found += 1 }
        return found
    }

    /// Where `octet` comes next, or `end`.
    static func first(_ octet: UInt8, _ buffer: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard start < end, let found = memchr(buffer + start, Int32(octet), end - start) else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(buffer)
    }

    /// Start of the line that holds `offset`.
    static func startOfLine(_ buffer: UnsafePointer<UInt8>, _ offset: Int, notBefore first: Int) -> Int {
        var at = offset
        while at > first && buffer[at - 1] != 0x0A { at -= 1 }
        return at
    }
}
