// Domain names (RFC 1035 §3.1, §5.1).

extension MasterParser {
    @inline(__always) mutating func readNameField() throws(Fault) {
        let (start, end) = try field()
        try readName(start, end)
    }

    /// Appends the wire form of the name in a token, completed with the origin, in lower case: names differ by more
    /// than the case of their letters (RFC 4343 §3).
    ///
    /// The text is copied one octet behind its place, folded, sixteen octets at a time; each dot then becomes
    /// the length of the label after it. Vector loads and stores overshoot the token by up to 15 octets: into the
    /// window's padding and the store's spare room.
    @inline(__always) mutating func readName(_ start: Int, _ end: Int) throws(Fault) {
        let length = end &- start
        let text = buffer + start
        if length == 1 {
            if text[0] == UInt8(ascii: "@") {
                appendOrigin()
                return
            }
            if text[0] == UInt8(ascii: ".") {
                out[0] = 0
                out += 1
                return
            }
        }
        guard length <= 255 else {
            try readLongName(start, end)
            return
        }
        var label = 0
        var chunk = 0
        repeat {
            let octets = Lanes(text + chunk)
            octets.storeLowercased(to: out + chunk + 1)
            let inToken: UInt32 = length &- chunk >= 16 ? 0xFFFF : (1 &<< UInt32(length &- chunk)) &- 1
            let odd = (octets.equal(to: UInt8(ascii: "\\")) | octets.equal(to: UInt8(ascii: "\""))).bits
            if odd & inToken != 0 {
                try readLongName(start, end)
                return
            }
            var dots = octets.equal(to: UInt8(ascii: ".")).bits & inToken
            while dots != 0 {
                let dot = chunk &+ dots.trailingZeroBitCount
                dots &= dots &- 1
                let labelLength = dot &- label
                guard labelLength > 0 else { throw Fault(.emptyLabel, at: start) }
                guard labelLength <= 63 else { throw Fault(.labelTooLong, at: start &+ label) }
                out[label] = UInt8(truncatingIfNeeded: labelLength)
                label = dot &+ 1
            }
            chunk &+= 16
        } while chunk < length
        if label == length {
            guard length < Name.maximumLength else { throw Fault(.nameTooLong, at: start) }
            out[length] = 0
            out += length &+ 1
            return
        }
        let labelLength = length &- label
        guard labelLength <= 63 else { throw Fault(.labelTooLong, at: start &+ label) }
        out[label] = UInt8(truncatingIfNeeded: labelLength)
        guard length &+ 1 &+ originLength <= Name.maximumLength else { throw Fault(.nameTooLong, at: start) }
        out += length &+ 1
        appendOrigin()
    }

    @inline(__always) private mutating func appendOrigin() {
        var at = 0
        repeat {
            Lanes(origin + at).store(to: out + at)
            at &+= 16
        } while at < originLength
        out += originLength
    }

    /// The general case: escapes, and tokens too long for a name without them.
    @inline(never) private mutating func readLongName(_ start: Int, _ end: Int) throws(Fault) {
        var (start, end) = (start, end)
        if buffer[start] == UInt8(ascii: "\"") {
            // BIND and NSD read an owner and the target of a service in quotes; other names in quotes only NSD.
            guard !hasOwner || typeNumber == RecordType.svcb.rawValue || typeNumber == RecordType.https.rawValue,
                directiveAtHand == nil, buffer[start + 1] != UInt8(ascii: "$") else {
                throw Fault(.quoted, at: start)
            }
            (start, end) = (start + 1, end - 1)
            guard start < end else { throw Fault(.emptyLabel, at: start - 1) }
            if end == start + 1 && (buffer[start] == UInt8(ascii: "@") || buffer[start] == UInt8(ascii: ".")) {
                try readName(start, end)
                return
            }
            guard Octets.first(UInt8(ascii: "\n"), buffer, from: start, to: end) == end else {
                throw Fault(.unclosedQuote, at: start - 1)
            }
        }
        var labelAt = 0
        var written = 1
        var at = start
        var isAbsolute = false
        while at < end {
            var octet = buffer[at]
            if octet == UInt8(ascii: ".") {
                guard written - labelAt > 1 else { throw Fault(.emptyLabel, at: start) }
                out[labelAt] = UInt8(truncatingIfNeeded: written - labelAt - 1)
                at += 1
                if at == end {
                    isAbsolute = true
                } else {
                    labelAt = written
                    written += 1
                }
                continue
            }
            if octet == UInt8(ascii: "\\") {
                if written == labelAt + 1 { try refuseBitString(at, end) }
                octet = try readEscape(&at, end)
            } else {
                at += 1
            }
            guard written < 256 else { throw Fault(.nameTooLong, at: start) }
            out[written] = ASCII.lowercased(octet)
            written += 1
            guard written - labelAt - 1 <= Name.maximumLabelLength else { throw Fault(.labelTooLong, at: start) }
        }
        if !isAbsolute { out[labelAt] = UInt8(truncatingIfNeeded: written - labelAt - 1) }
        let total = written + (isAbsolute ? 1 : originLength)
        guard total <= Name.maximumLength else { throw Fault(.nameTooLong, at: start) }
        if isAbsolute { out[written] = 0 }
        out += written
        if isAbsolute { out += 1 } else { appendOrigin() }
    }

    /// `\[…]` was the text form of a bit-string label (RFC 2673), which RFC 6891 §5 did away with.
    private func refuseBitString(_ start: Int, _ end: Int) throws(Fault) {
        guard start + 1 < end, buffer[start + 1] == UInt8(ascii: "[") else { return }
        var at = start + 2
        while at < end && buffer[at] != UInt8(ascii: ".") { at += 1 }
        guard buffer[at - 1] != UInt8(ascii: "]") else { throw Fault(.bitStringLabel, at: start) }
    }

    /// The octet that an escape at `at` stands for (RFC 1035 §5.1: `\DDD`, `\X`).
    @inline(__always) mutating func readEscape(_ at: inout Int, _ end: Int) throws(Fault) -> UInt8 {
        let backslash = at
        at += 1
        guard at < end else { throw Fault(.badEscape, at: backslash) }
        let octet = buffer[at]
        guard ASCII.isDigit(octet) else {
            guard octet != 0 && octet != UInt8(ascii: "\r") else { throw Fault(.badEscape, at: backslash) }
            // Only within quotes: elsewhere a newline ends the token before it.
            if octet == UInt8(ascii: "\n") { linesPassed += 1 }
            at += 1
            return octet
        }
        guard at + 2 < end, ASCII.isDigit(buffer[at + 1]), ASCII.isDigit(buffer[at + 2]) else {
            throw Fault(.badEscape, at: backslash)
        }
        let value = Int(octet - 48) * 100 + Int(buffer[at + 1] - 48) * 10 + Int(buffer[at + 2] - 48)
        guard value <= 255 else { throw Fault(.badEscape, at: backslash) }
        at += 3
        return UInt8(truncatingIfNeeded: value)
    }

    /// A name that goes into no record.
    mutating func readDetachedName(_ start: Int, _ end: Int) throws(Fault) -> Name {
        let mark = out
        try readName(start, end)
        defer { out = mark }
        guard let name = Name(wire: UnsafeBufferPointer(start: mark, count: out - mark)) else {
            throw Fault(.nameTooLong, at: start)
        }
        return name
    }
}

extension FieldLength {
    /// A whole uncompressed name of at most 255 octets.
    static func name(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        while at < octets.count, at < Name.maximumLength {
            let length = Int(octets[at])
            at += 1 + length
            if length == 0 { return at }
            if length > Name.maximumLabelLength { return nil }
        }
        return nil
    }
}

extension FieldPrinter {
    /// Returns the octets read.
    ///
    /// SAFETY: sixteen octets behind the name are readable.
    ///
    /// - Parameters:
    ///   - zone: the name that most names end with, if it is known.
    ///   - isRelative: whether that ending is left out.
    @discardableResult
    static func name(
        _ wire: UnsafePointer<UInt8>, _ zone: PrintedOrigin?, isRelative: Bool = false, to writer: inout ByteWriter
    ) -> Int {
        // An octet takes four at most; copies overshoot by less than sixteen.
        writer.reserve(Name.maximumLength &* 4 &+ 16)
        var at = 0
        while wire[at] != 0 {
            if let zone, zone.isEqual(to: wire + at) {
                if !isRelative {
                    zone.append(isWhole: at == 0, to: &writer)
                } else if at == 0 {
                    writer.appendReserved(UInt8(ascii: "@"))
                }
                return at &+ zone.length
            }
            if at > 0 { writer.appendReserved(UInt8(ascii: ".")) }
            let end = at &+ 1 &+ Int(wire[at])
            at &+= 1
            // Most labels are letters, digits and hyphens throughout, and short.
            var isPlain = true
            repeat {
                let octets = Lanes(wire + at)
                let left = end &- at
                let inLabel: UInt32 = left >= 16 ? 0xFFFF : (1 &<< UInt32(truncatingIfNeeded: left)) &- 1
                isPlain = octets.areHostCharacters().bits & inLabel == inLabel
                guard isPlain else { break }
                writer.appendReserved(octets, min(left, 16))
                at &+= 16
            } while at < end
            if isPlain { at = end }
            while at < end {
                label(wire[at], to: &writer)
                at &+= 1
            }
        }
        writer.appendReserved(UInt8(ascii: "."))
        return at &+ 1
    }

    @inline(__always) private static func label(_ octet: UInt8, to writer: inout ByteWriter) {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            writer.append(octet)
        case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "$"):
            writer.append(UInt8(ascii: "\\"))
            writer.append(octet)
        case 0x21...0x7E:
            writer.append(octet)
        default:
            decimalEscape(octet, to: &writer)
        }
    }

    static func decimalEscape(_ octet: UInt8, to writer: inout ByteWriter) {
        writer.append(UInt8(ascii: "\\"))
        writer.append(48 &+ octet / 100)
        writer.append(48 &+ octet / 10 % 10)
        writer.append(48 &+ octet % 10)
    }
}
