// Fields of KEY (RFC 2535 §3.1, §7.1) and of RKEY.

/// Flags and protocols of KEY by the mnemonics of RFC 2535 §7.1.
enum KeyMnemonics {
    static let flags: [(text: StaticString, number: UInt16)] = [
        ("NOCONF", 0x4000), ("NOAUTH", 0x8000), ("NOKEY", 0xC000), ("FLAG2", 0x2000), ("EXTEND", 0x1000),
        ("FLAG4", 0x0800), ("FLAG5", 0x0400), ("USER", 0), ("ZONE", 0x0100), ("HOST", 0x0200), ("NTYP3", 0x0300),
        ("FLAG8", 0x0080), ("FLAG9", 0x0040), ("FLAG10", 0x0020), ("FLAG11", 0x0010), ("KSK", 1), ("SIG0", 0),
        ("SIG1", 1), ("SIG2", 2), ("SIG3", 3), ("SIG4", 4), ("SIG5", 5), ("SIG6", 6), ("SIG7", 7), ("SIG8", 8),
        ("SIG9", 9), ("SIG10", 10), ("SIG11", 11), ("SIG12", 12), ("SIG13", 13), ("SIG14", 14), ("SIG15", 15),
    ]

    static let protocols: [(text: StaticString, number: UInt8)] = [
        ("NONE", 0), ("TLS", 1), ("EMAIL", 2), ("DNSSEC", 3), ("IPSEC", 4), ("ALL", 255),
    ]

    /// The flags of mnemonics with `|` between them.
    static func flags(_ text: UnsafeBufferPointer<UInt8>) -> UInt16? {
        var all: UInt16 = 0
        for word in text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
            let word = UnsafeBufferPointer(rebasing: word)
            guard let flag = flags.first(where: { Mnemonic.isEqual($0.text, word) }) else { return nil }
            all |= flag.number
        }
        return all
    }

    /// Whether the flags say that there is no key (RFC 2535 §3.1.2).
    static func sayNoKey(_ octet: UInt8) -> Bool { octet & 0xC0 == 0xC0 }
}

extension MasterParser {
    /// A number, or mnemonics with `|` between them.
    @inline(never) mutating func readKeyFlags() throws(Fault) {
        append(try numberOrWord(limit: 0xFFFF, .badKeyFlags, KeyMnemonics.flags))
    }

    @inline(never) mutating func readKey() throws(Fault) {
        if KeyMnemonics.sayNoKey(rdataStart[0]) { throw Fault(.keyNotWanted, at: Int(starts[index])) }
        try readBase64()
    }

    /// 16 bits that must be zero.
    @inline(never) mutating func readZero() throws(Fault) {
        let start = Int(starts[index])
        let value = try readDecimal(limit: 0xFFFF)
        guard value == 0 else { throw Fault(.notZero, at: start) }
        append(0 as UInt16)
    }
}

enum Mnemonic {
    /// Whether a token is this word, in any letter case.
    static func isEqual(_ word: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        word.utf8CodeUnitCount == text.count
            && word.withUTF8Buffer { zip($0, text).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) } }
    }
}
