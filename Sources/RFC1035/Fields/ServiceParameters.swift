// The parameters of SVCB and HTTPS (RFC 9460 §2.1, §7, appendix A; RFC 9461 §5; RFC 9540 §4): reading.

/// Keys of service parameters (IANA "Service Parameter Keys (SvcParamKeys)").
enum ServiceKey {
    static let mandatory: UInt16 = 0
    static let alpn: UInt16 = 1
    static let noDefaultALPN: UInt16 = 2
    static let port: UInt16 = 3
    static let ipv4hint: UInt16 = 4
    static let ech: UInt16 = 5
    static let ipv6hint: UInt16 = 6
    static let dohpath: UInt16 = 7
    static let ohttp: UInt16 = 8

    static let names: [(text: StaticString, number: UInt16)] = [
        ("mandatory", mandatory), ("alpn", alpn), ("no-default-alpn", noDefaultALPN), ("port", port),
        ("ipv4hint", ipv4hint), ("ech", ech), ("ipv6hint", ipv6hint), ("dohpath", dohpath), ("ohttp", ohttp),
    ]

    /// The key of a name in lower case, or of `keyNNNNN` without leading zeros.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt16? {
        let found = names.first { entry in
            entry.text.utf8CodeUnitCount == text.count && entry.text.withUTF8Buffer { $0.elementsEqual(text) }
        }
        if let found { return found.number }
        guard 4...8 ~= text.count, text[0] == UInt8(ascii: "k"), text[1] == UInt8(ascii: "e"),
            text[2] == UInt8(ascii: "y"), text[3] != UInt8(ascii: "0") || text.count == 4
        else { return nil }
        var value: UInt32 = 0
        for digit in text[3...] {
            guard ASCII.isDigit(digit) else { return nil }
            value = value * 10 + UInt32(digit - 48)
        }
        return UInt16(exactly: value)
    }
}

extension MasterParser {
    /// Parameters in any order up to the end of the record; on the wire they stand in the order of their keys.
    @inline(never) mutating func readServiceParameters() throws(Fault) {
        let first = out
        let firstToken = index
        var previous = -1
        var isSorted = true
        while try hasField() {
            try checkRdataLength()
            let key = try readServiceParameter()
            if Int(key) <= previous { isSorted = false }
            previous = Int(key)
        }
        if !isSorted { ServiceParameters.sort(first, out - first) }
        let wire = UnsafeBufferPointer(start: UnsafePointer(first), count: out - first)
        guard let problem = ServiceParameters.problem(in: wire) else { return }
        throw Fault(problem.reason, at: place(of: problem.key, after: firstToken, isRepeated: problem.isRepeated))
    }

    /// Where the parameter of a key stands among the tokens since `first`.
    private func place(of key: UInt16, after first: Int, isRepeated: Bool) -> Int {
        var passed = 0
        for token in first..<index {
            let start = Int(starts[token])
            guard ServiceKey.number(keyText(start, Int(ends[token]))) == key else { continue }
            passed += 1
            if passed == (isRepeated ? 2 : 1) { return start }
        }
        return Int(starts[first])
    }

    /// The part of a token in front of the first `=`.
    private func keyText(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        var at = start
        while at < end, buffer[at] != UInt8(ascii: "=") { at += 1 }
        return UnsafeBufferPointer(start: buffer + start, count: at - start)
    }

    /// One parameter, key and value; returns the key.
    private mutating func readServiceParameter() throws(Fault) -> UInt16 {
        let (start, end) = try field()
        let name = keyText(start, end)
        guard let key = ServiceKey.number(name) else { throw Fault(.badServiceKey, at: start) }
        var from = start + name.count
        var to = end
        let isBare = from == end
        if !isBare { from += 1 }
        if buffer[end] == UInt8(ascii: "\"") {
            // The quoted value is a token of its own, right behind the equals sign.
            guard !isBare, from == end, try hasField() else { throw Fault(.badServiceQuote, at: start) }
            let quoted = try field()
            guard quoted.start == end else { throw Fault(.badServiceQuote, at: start) }
            from = quoted.start + 1
            to = quoted.end - 1
            guard isBoundary(buffer[quoted.end]) else { throw Fault(.badServiceQuote, at: start) }
        }
        append(key)
        let lengthAt = out
        append(UInt16(0))
        let value = out
        try readServiceValue(key, from, to, parameter: start)
        warnOfUnknownKey(key, start)
        let length = UInt16(truncatingIfNeeded: out - value).bigEndian
        UnsafeMutableRawPointer(lengthAt).storeBytes(of: length, as: UInt16.self)
        return key
    }

    /// `ohttp` by name BIND does not know.
    private mutating func warnOfUnknownKey(_ key: UInt16, _ at: Int) {
        guard key == ServiceKey.ohttp, !parameterIsNumbered(at) else { return }
        warnOfUnknownWord(.keyUnknownToBIND, key, at: at)
    }

    private func isBoundary(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
            UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// The value between `from` and `to`, as its key wants it; nothing where there is none.
    private mutating func readServiceValue(_ key: UInt16, _ from: Int, _ to: Int, parameter: Int) throws(Fault) {
        switch key {
        case ServiceKey.noDefaultALPN, ServiceKey.ohttp:
            guard from == to || parameterIsNumbered(parameter) else { throw Fault(.serviceWithValue, at: parameter) }
            try readServiceOctets(from, to, parameter)
        case _ where parameterIsNumbered(parameter):
            try readServiceOctets(from, to, parameter)
        case ServiceKey.mandatory: try readServiceKeys(from, to, parameter)
        case ServiceKey.alpn: try readProtocolIDs(from, to, parameter)
        case ServiceKey.port:
            guard from < to else { throw Fault(.serviceWithoutValue, at: parameter) }
            append(UInt16(truncatingIfNeeded: try decimal(from, to, limit: 0xFFFF)))
        case ServiceKey.ipv4hint: try readHints(from, to, parameter, width: 4)
        case ServiceKey.ipv6hint: try readHints(from, to, parameter, width: 16)
        case ServiceKey.ech:
            var decoder = Base64Decoder()
            for at in from..<to where buffer[at] != UInt8(ascii: " ") && buffer[at] != UInt8(ascii: "\t") {
                guard decoder.take(buffer[at], into: &out) else { throw Fault(.badBase64, at: parameter) }
                try checkServiceLength(parameter)
            }
            guard decoder.isComplete else { throw Fault(.badBase64, at: parameter) }
        default: try readServiceOctets(from, to, parameter)
        }
    }

    /// `keyNNNNN` has the octets of the wire for its value, whatever the key (RFC 9460 §2.1).
    private func parameterIsNumbered(_ start: Int) -> Bool {
        // No registered name begins like this.
        buffer[start] == UInt8(ascii: "k")
    }

    private func checkServiceLength(_ parameter: Int) throws(Fault) {
        guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: parameter) }
    }

    /// The octet at `at` of a character-string, its escape undone.
    private mutating func stringOctet(_ at: inout Int, _ to: Int) throws(Fault) -> UInt8 {
        let octet = buffer[at]
        if octet == UInt8(ascii: "\\") { return try readEscape(&at, to) }
        if octet == UInt8(ascii: "\n") {
            guard depth > 0 else { throw Fault(.unclosedQuote, at: at) }
            quotedNewline = at
            linesPassed += 1
        }
        at += 1
        return octet
    }

    private mutating func readServiceOctets(_ from: Int, _ to: Int, _ parameter: Int) throws(Fault) {
        var at = from
        while at < to {
            append(try stringOctet(&at, to))
            try checkServiceLength(parameter)
        }
    }

    /// Names of 1 to 255 octets with commas between them; a comma or a backslash in a name has a backslash
    /// before it, and so once more in the character-string (RFC 9460 appendix A.1).
    private mutating func readProtocolIDs(_ from: Int, _ to: Int, _ parameter: Int) throws(Fault) {
        guard from < to else { throw Fault(.serviceWithoutValue, at: parameter) }
        var lengthAt = out
        append(0 as UInt8)
        var at = from
        while at < to {
            var octet = try stringOctet(&at, to)
            if octet == UInt8(ascii: ",") {
                try closeProtocolID(lengthAt, parameter)
                lengthAt = out
                append(0 as UInt8)
                continue
            }
            if octet == UInt8(ascii: "\\") {
                guard at < to else { throw Fault(.badALPN, at: parameter) }
                octet = try stringOctet(&at, to)
            }
            append(octet)
            guard out - lengthAt <= 256 else { throw Fault(.badALPN, at: parameter) }
            try checkServiceLength(parameter)
        }
        try closeProtocolID(lengthAt, parameter)
    }

    private func closeProtocolID(_ lengthAt: UnsafeMutablePointer<UInt8>, _ parameter: Int) throws(Fault) {
        let length = out - lengthAt - 1
        guard length > 0 else { throw Fault(.missingListItem, at: parameter) }
        lengthAt[0] = UInt8(truncatingIfNeeded: length)
    }

    private mutating func readHints(_ from: Int, _ to: Int, _ parameter: Int, width: Int) throws(Fault) {
        guard from < to else { throw Fault(.serviceWithoutValue, at: parameter) }
        var at = from
        while true {
            let end = endOfItem(at, to)
            guard at < end else { throw Fault(.missingListItem, at: parameter) }
            let reason =
                width == 4
                ? IPAddressText.readIPv4(buffer + at, end - at, into: out)
                : IPAddressText.readIPv6(buffer + at, end - at, into: out)
            if let reason { throw Fault(reason, at: at) }
            out += width
            try checkServiceLength(parameter)
            if end == to { return }
            at = end + 1
        }
    }

    /// The keys that a client must understand, in ascending order on the wire (RFC 9460 §8).
    private mutating func readServiceKeys(_ from: Int, _ to: Int, _ parameter: Int) throws(Fault) {
        guard from < to else { throw Fault(.serviceWithoutValue, at: parameter) }
        let first = out
        var at = from
        while true {
            let end = endOfItem(at, to)
            guard at < end else { throw Fault(.missingListItem, at: parameter) }
            guard let key = ServiceKey.number(UnsafeBufferPointer(start: buffer + at, count: end - at)) else {
                throw Fault(.badServiceKey, at: at)
            }
            warnOfUnknownKey(key, at)
            append(key)
            try checkServiceLength(parameter)
            if end == to { break }
            at = end + 1
        }
        ServiceParameters.sortKeys(first, (out - first) / 2)
    }

    private func endOfItem(_ from: Int, _ to: Int) -> Int {
        var end = from
        while end < to, buffer[end] != UInt8(ascii: ",") { end += 1 }
        return end
    }
}
