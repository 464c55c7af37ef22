/// Walks over JSON octets without making anything of them: the register is scanned at the speed of memory,
/// and only what is asked for becomes a value.
struct JSONScanner {
    let octets: UnsafeBufferPointer<UInt8>
    var at: Int

    static let maximumDepth = 64

    init(_ octets: UnsafeBufferPointer<UInt8>, at place: Int = 0) {
        self.octets = octets
        at = place
    }

    /// The inside of a string, and whether there are escapes in it.
    struct Token {
        var start = 0
        var end = 0
        var escaped = false

        var count: Int { end &- start }
    }

    /// The next octet that is not blank; 0 at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        while at < octets.count {
            let octet = octets[at]
            if octet > 0x20 { return octet }
            guard octet == 0x20 || octet == 0x09 || octet == 0x0D || octet == 0x0A else { return 0 }
            at &+= 1
        }
        return 0
    }

    @inline(__always)
    mutating func take(_ octet: UInt8) -> Bool {
        guard peek() == octet else { return false }
        at &+= 1
        return true
    }

    mutating func isAtEnd() -> Bool {
        peek() == 0 && at == octets.count
    }

    mutating func word(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard octets.count &- at >= count else { return false }
        for i in 0..<count where octets[at &+ i] != text.utf8Start[i] { return false }
        at &+= count
        return true
    }

    /// A string, checked for control characters and escapes.
    @inline(__always)
    mutating func string() -> Token? {
        guard take(UInt8(ascii: "\"")), let base = octets.baseAddress else { return nil }
        var token = Token(start: at)
        while true {
            // Eight octets at a time while there is neither a quote, a backslash nor a control character.
            while octets.count &- at >= 8 {
                let word = UInt64(
                    littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self))
                let ones: UInt64 = 0x0101_0101_0101_0101
                let quote = word ^ (ones &* 0x22)
                let slash = word ^ (ones &* 0x5C)
                let special =
                    ((quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word)
                    & (ones &* 0x80)
                if special != 0 {
                    at &+= special.trailingZeroBitCount >> 3
                    break
                }
                at &+= 8
            }
            guard at < octets.count else { return nil }
            let octet = octets[at]
            at &+= 1
            if octet == UInt8(ascii: "\"") {
                token.end = at &- 1
                return token
            }
            if octet == UInt8(ascii: "\\") {
                token.escaped = true
                guard escape() else { return nil }
            } else if octet < 0x20 {
                return nil
            }
        }
    }

    /// What follows a backslash.
    private mutating func escape() -> Bool {
        guard at < octets.count else { return false }
        let octet = octets[at]
        at &+= 1
        switch octet {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return true
        case UInt8(ascii: "u"):
            guard octets.count &- at >= 4 else { return false }
            for i in 0..<4 where JSONScanner.hex(octets[at &+ i]) == nil { return false }
            at &+= 4
            return true
        default: return false
        }
    }

    private static func hex(_ octet: UInt8) -> UInt32? {
        switch octet {
        case 0x30...0x39: UInt32(octet - 0x30)
        case 0x41...0x46: UInt32(octet - 0x41 + 10)
        case 0x61...0x66: UInt32(octet - 0x61 + 10)
        default: nil
        }
    }

    mutating func number() -> Bool {
        func digit() -> Bool { at < octets.count && octets[at] &- 0x30 < 10 }
        _ = take(UInt8(ascii: "-"))
        guard digit() else { return false }
        if octets[at] == UInt8(ascii: "0") {
            at &+= 1
        } else {
            while digit() { at &+= 1 }
        }
        if at < octets.count, octets[at] == UInt8(ascii: ".") {
            at &+= 1
            guard digit() else { return false }
            while digit() { at &+= 1 }
        }
        if at < octets.count, octets[at] | 0x20 == UInt8(ascii: "e") {
            at &+= 1
            if at < octets.count, octets[at] == UInt8(ascii: "+") || octets[at] == UInt8(ascii: "-") { at &+= 1 }
            guard digit() else { return false }
            while digit() { at &+= 1 }
        }
        return true
    }

    /// A whole number that is not negative and has at most 18 digits.
    mutating func count() -> Int? {
        _ = peek()
        let start = at
        var value = 0
        while at < octets.count, octets[at] &- 0x30 < 10, at &- start < 18 {
            value = value &* 10 &+ Int(octets[at] &- 0x30)
            at &+= 1
        }
        guard at > start else { return nil }
        if at < octets.count, octets[at] &- 0x30 < 10 { return nil }
        return value
    }

    mutating func skipValue(depth: Int = 0) -> Bool {
        guard depth < JSONScanner.maximumDepth else { return false }
        switch peek() {
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "{"):
            at &+= 1
            if take(UInt8(ascii: "}")) { return true }
            repeat {
                guard string() != nil, take(UInt8(ascii: ":")), skipValue(depth: depth &+ 1) else { return false }
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}"))
        case UInt8(ascii: "["):
            at &+= 1
            if take(UInt8(ascii: "]")) { return true }
            repeat {
                guard skipValue(depth: depth &+ 1) else { return false }
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "]"))
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    /// Goes through an object; `body` passes over each member's value, and says false when it cannot.
    @inline(__always)
    mutating func forEachMember(_ body: (_ key: Token, inout JSONScanner) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), body(key, &self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    @inline(__always)
    func equals(_ token: Token, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard token.count == count else { return false }
        for i in 0..<count where octets[token.start &+ i] != text.utf8Start[i] { return false }
        return true
    }

    /// Whether the inside of a string comes before that of another in the order of their octets.
    func precedes(_ left: Token, _ right: Token) -> Bool {
        for i in 0..<min(left.count, right.count) {
            let (octet, other) = (octets[left.start &+ i], octets[right.start &+ i])
            if octet != other { return octet < other }
        }
        return left.count < right.count
    }

    func isASCII(_ token: Token) -> Bool {
        var bits: UInt8 = 0
        for i in token.start..<token.end { bits |= octets[i] }
        return bits < 0x80
    }

    /// The octets a string stands for, escapes resolved.
    func unescaped(_ token: Token) -> [UInt8]? {
        let inside = octets[token.start..<token.end]
        guard token.escaped else { return Array(inside) }
        var result: [UInt8] = []
        return JSONScanner.unescape(inside, into: &result) ? result : nil
    }

    /// Adds what the inside of a string stands for; false for half a surrogate pair.
    static func unescape(_ inside: Slice<UnsafeBufferPointer<UInt8>>, into result: inout [UInt8]) -> Bool {
        var i = inside.startIndex
        func unit() -> UInt32? {
            guard inside.endIndex - i >= 4 else { return nil }
            var value: UInt32 = 0
            for k in 0..<4 {
                guard let digit = hex(inside[i + k]) else { return nil }
                value = value << 4 | digit
            }
            i += 4
            return value
        }
        while i < inside.endIndex {
            let octet = inside[i]
            i += 1
            guard octet == UInt8(ascii: "\\") else {
                result.append(octet)
                continue
            }
            guard i < inside.endIndex else { return false }
            let kind = inside[i]
            i += 1
            switch kind {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                guard var value = unit() else { return false }
                if value >= 0xD800, value < 0xDC00 {
                    guard inside.endIndex - i >= 6, inside[i] == UInt8(ascii: "\\"), inside[i + 1] == UInt8(ascii: "u")
                    else { return false }
                    i += 2
                    guard let low = unit(), low >= 0xDC00, low < 0xE000 else { return false }
                    value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                }
                guard let scalar = Unicode.Scalar(value) else { return false }
                result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            default: result.append(kind)
            }
        }
        return true
    }

    /// A string's text; `nil` when it is not UTF-8.
    func text(_ token: Token) -> String? {
        if !token.escaped {
            let inside = UnsafeBufferPointer(rebasing: octets[token.start..<token.end])
            // What is ASCII needs no validation.
            if isASCII(token) { return String(decoding: inside, as: UTF8.self) }
            return String(validating: inside, as: UTF8.self)
        }
        guard let octets = unescaped(token) else { return nil }
        return String(validating: octets, as: UTF8.self)
    }
}
