#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Octets being put together.
///
/// Invariants of the unsafe storage: `storage[0..<count]` is initialised; `reserve(n)` leaves room for `n` octets
/// and a little more, so that writers may store whole words.
public struct ByteWriter: ~Copyable {
    @usableFromInline var storage: UnsafeMutablePointer<UInt8>
    public private(set) var count = 0
    private var capacity: Int

    private static let slack = 32

    public init(capacity: Int = 1 << 16) {
        self.capacity = max(capacity, 256)
        guard let block = malloc(self.capacity + Self.slack) else { MemoryBudget.end() }
        storage = block.bindMemory(to: UInt8.self, capacity: self.capacity + Self.slack)
    }

    deinit { free(storage) }

    /// What has been written.
    public borrowing func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: storage, count: count))
    }

    public borrowing func array() -> [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

    public mutating func removeAll() { count = 0 }

    /// Takes back what was written since there were `octets` octets.
    mutating func removeAll(after octets: Int) { count = max(0, min(count, octets)) }

    @inline(__always) public mutating func reserve(_ octets: Int) {
        if capacity &- count < octets { grow(octets) }
    }

    @inline(never) private mutating func grow(_ octets: Int) {
        capacity = max(capacity * 2, count + octets)
        guard let block = realloc(storage, capacity + Self.slack) else { MemoryBudget.end() }
        storage = block.bindMemory(to: UInt8.self, capacity: capacity + Self.slack)
    }

    @inline(__always) public mutating func append(_ octet: UInt8) {
        reserve(1)
        storage[count] = octet
        count &+= 1
    }

    /// One octet, for which `reserve` has made room.
    @inline(__always) mutating func appendReserved(_ octet: UInt8) {
        storage[count] = octet
        count &+= 1
    }

    /// Up to sixteen octets of two little-endian words.
    @inline(__always) mutating func append(_ low: UInt64, _ high: UInt64, count length: Int) {
        reserve(16)
        let target = UnsafeMutableRawPointer(storage + count)
        target.storeBytes(of: low.littleEndian, as: UInt64.self)
        target.storeBytes(of: high.littleEndian, toByteOffset: 8, as: UInt64.self)
        count &+= length
    }

    /// Up to sixteen octets, for sixteen of which `reserve` has made room.
    @inline(__always) mutating func appendReserved(_ octets: Lanes, _ length: Int) {
        octets.store(to: storage + count)
        count &+= length
    }

    @inline(__always) public mutating func append(_ octets: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        memcpy(storage + count, octets, length)
        count &+= length
    }

    public mutating func append(_ octets: UnsafeRawBufferPointer) {
        guard let base = octets.baseAddress else { return }
        reserve(octets.count)
        memcpy(storage + count, base, octets.count)
        count &+= octets.count
    }

    public mutating func append(_ octets: some Collection<UInt8>) {
        reserve(octets.count)
        for octet in octets {
            storage[count] = octet
            count &+= 1
        }
    }

    public mutating func append(_ text: StaticString) {
        append(text.utf8Start, text.utf8CodeUnitCount)
    }

    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if let base = utf8.baseAddress { append(base, utf8.count) }
        }
    }

    public mutating func append(repeating octet: UInt8, _ times: Int) {
        guard times > 0 else { return }
        reserve(times)
        memset(storage + count, Int32(octet), times)
        count &+= times
    }

    /// Decimal digits.
    public mutating func append(decimal value: UInt32) {
        reserve(10)
        var digits = 1
        var limit: UInt32 = 10
        while digits < 10 && value >= limit {
            digits &+= 1
            limit = limit &* 10
        }
        var at = count &+ digits
        var rest = value
        while rest >= 10 {
            at &-= 2
            let pair = rest % 100
            rest /= 100
            storage[at] = UInt8(truncatingIfNeeded: 48 &+ pair / 10)
            storage[at &+ 1] = UInt8(truncatingIfNeeded: 48 &+ pair % 10)
        }
        // An odd number of digits leaves the first of them.
        if digits & 1 == 1 { storage[count] = UInt8(truncatingIfNeeded: 48 &+ rest) }
        count &+= digits
    }

    /// Decimal digits of an octet, for four octets of which `reserve` has made room.
    @inline(__always) mutating func appendReserved(decimal octet: UInt8) {
        let text = DecimalOctets.texts[Int(octet)]
        UnsafeMutableRawPointer(storage + count).storeBytes(of: text.littleEndian, as: UInt32.self)
        count &+= Int(text &>> 24)
    }

    private static let hexadecimal = StaticString("0123456789ABCDEF")

    /// Two upper-case hexadecimal digits.
    @inline(__always) public mutating func append(hexadecimal octet: UInt8) {
        reserve(2)
        storage[count] = Self.hexadecimal.utf8Start[Int(octet &>> 4)]
        storage[count &+ 1] = Self.hexadecimal.utf8Start[Int(octet & 15)]
        count &+= 2
    }
}

/// The text of each octet in decimal: its digits, the first lowest, and how many they are in the highest octet.
private enum DecimalOctets {
    /// Allocated once, never written again, never freed.
    nonisolated(unsafe) static let texts: UnsafePointer<UInt32> = {
        let texts = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
        for value in 0..<256 {
            let digits = Array(String(value).utf8)
            let text = digits.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            (texts + value).initialize(to: text | UInt32(digits.count) << 24)
        }
        return UnsafePointer(texts)
    }()
}
