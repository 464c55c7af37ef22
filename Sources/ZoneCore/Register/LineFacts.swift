/// What the chain and the index need from a line, found in one pass without making values of it.
struct LineFacts {
    var sequence = -1
    var previous = JSONScanner.Token()
    var kind = JSONScanner.Token()
    var zone = JSONScanner.Token()
    var hasMore = false

    /// Of the event's name, when there is one.
    var hasName = false
    var name = JSONScanner.Token()
    var status = IndexStatus.unknown
    var gigabytes = 0
    var nameRequest = JSONScanner.Token()
    var redirect = JSONScanner.Token()
    /// Where the array of record lines starts.
    var records = 0

    /// Of the event's request, when there is one.
    var requestID = JSONScanner.Token()
    /// The number of its letter.
    var letter = JSONScanner.Token()
    /// The space it holds itself.
    var space = 0
    /// Year and number of its newest letter with a number.
    var outgoing = JSONScanner.Token()

    /// The number of the account sheet that the event is about.
    var sheet = JSONScanner.Token()
    /// Space added to the shared hosting up to the event, in all.
    var added = 0

    /// `nil` when the line is not an event.
    @inline(__always)
    init?(_ scanner: inout JSONScanner) {
        guard scanner.take(UInt8(ascii: "{")) else { return nil }
        var seen: UInt8 = 0
        repeat {
            guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return nil }
            if scanner.equals(key, "name") {
                guard readName(&scanner) else { return nil }
            } else if scanner.equals(key, "prev") {
                guard let value = scanner.string(), value.count == 64 else { return nil }
                previous = value
                seen |= 1
            } else if scanner.equals(key, "request") {
                guard readRequest(&scanner) else { return nil }
            } else if scanner.equals(key, "seq") {
                guard let value = scanner.count() else { return nil }
                sequence = value
                seen |= 2
            } else if scanner.equals(key, "event") {
                guard let value = scanner.string() else { return nil }
                kind = value
                seen |= 4
            } else if scanner.equals(key, "details") {
                guard readDetails(&scanner) else { return nil }
            } else if scanner.equals(key, "zone") {
                guard let value = scanner.string() else { return nil }
                zone = value
            } else if scanner.equals(key, "more") {
                hasMore = scanner.peek() == UInt8(ascii: "t")
                guard scanner.skipValue() else { return nil }
            } else {
                guard scanner.skipValue() else { return nil }
            }
        } while scanner.take(UInt8(ascii: ","))
        guard scanner.take(UInt8(ascii: "}")), scanner.isAtEnd(), seen == 7 else { return nil }
    }

    /// Only what stands about the name, of a line already known to be the one that was written; the rest of it
    /// is not looked at.
    @inline(__always)
    init?(nameIn scanner: inout JSONScanner) {
        guard scanner.take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return nil }
            if scanner.equals(key, "name") {
                guard readName(&scanner), hasName else { return nil }
                return
            }
            guard scanner.skipValue() else { return nil }
        } while scanner.take(UInt8(ascii: ","))
        return nil
    }

    private mutating func readName(_ scanner: inout JSONScanner) -> Bool {
        guard scanner.peek() == UInt8(ascii: "{") else { return scanner.skipValue() }
        scanner.at &+= 1
        var seen: UInt8 = 0
        if scanner.take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return false }
            if scanner.equals(key, "name") {
                guard let value = scanner.string() else { return false }
                name = value
                seen |= 1
            } else if scanner.equals(key, "records") {
                guard scanner.peek() == UInt8(ascii: "[") else { return false }
                records = scanner.at
                guard scanner.skipValue() else { return false }
                seen |= 2
            } else if scanner.equals(key, "status") {
                guard let value = scanner.string() else { return false }
                status = IndexStatus(value, scanner)
            } else if scanner.equals(key, "request") {
                guard let value = scanner.string() else { return false }
                nameRequest = value
            } else if scanner.equals(key, "gigabytes") {
                guard let value = scanner.count() else { return false }
                gigabytes = Capacity.clamped(value)
            } else if scanner.equals(key, "redirect") {
                guard let value = scanner.string() else { return false }
                redirect = value
            } else {
                guard scanner.skipValue() else { return false }
            }
        } while scanner.take(UInt8(ascii: ","))
        guard scanner.take(UInt8(ascii: "}")) else { return false }
        hasName = seen == 3
        return true
    }

    private mutating func readRequest(_ scanner: inout JSONScanner) -> Bool {
        guard scanner.peek() == UInt8(ascii: "{") else { return scanner.skipValue() }
        scanner.at &+= 1
        if scanner.take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return false }
            if scanner.equals(key, "id") {
                guard let value = scanner.string() else { return false }
                requestID = value
            } else if scanner.equals(key, "letter") {
                guard let value = scanner.string() else { return false }
                letter = value
            } else if scanner.equals(key, "outgoing") {
                guard let value = scanner.string() else { return false }
                outgoing = value
            } else if scanner.equals(key, "space") {
                guard let value = scanner.count() else { return false }
                space = Capacity.clamped(value)
            } else {
                guard scanner.skipValue() else { return false }
            }
        } while scanner.take(UInt8(ascii: ","))
        return scanner.take(UInt8(ascii: "}"))
    }

    private mutating func readDetails(_ scanner: inout JSONScanner) -> Bool {
        guard scanner.peek() == UInt8(ascii: "{") else { return scanner.skipValue() }
        scanner.at &+= 1
        if scanner.take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return false }
            if scanner.equals(key, "sheet"), scanner.peek() == UInt8(ascii: "\"") {
                guard let value = scanner.string() else { return false }
                sheet = value
            } else if scanner.equals(key, "addedGigabytes") {
                guard let value = scanner.count() else { return false }
                added = Capacity.clamped(value)
            } else {
                guard scanner.skipValue() else { return false }
            }
        } while scanner.take(UInt8(ascii: ","))
        return scanner.take(UInt8(ascii: "}"))
    }

    /// Hands each record line to `body`, as octets that live as long as the call.
    func forEachRecord(
        _ octets: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8],
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) rethrows {
        var scanner = JSONScanner(octets, at: records)
        guard scanner.take(UInt8(ascii: "[")) else { return }
        while let token = scanner.string() {
            try LineFacts.withOctets(of: token, in: octets, scratch: &scratch, body)
            guard scanner.take(UInt8(ascii: ",")) else { return }
        }
    }

    /// The octets a string stands for, without a copy when there is no escape in it.
    @inline(__always)
    static func withOctets(
        of token: JSONScanner.Token, in octets: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8],
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) rethrows {
        let inside = octets[token.start..<token.end]
        if token.escaped {
            scratch.removeAll(keepingCapacity: true)
            _ = JSONScanner.unescape(inside, into: &scratch)
            try scratch.withUnsafeBufferPointer(body)
        } else {
            try body(UnsafeBufferPointer(rebasing: inside))
        }
    }
}

/// A name's status in one octet.
enum IndexStatus: UInt8 {
    case requested, active, suspended, retired
    /// One of a newer version.
    case unknown = 255

    init(_ status: NameStatus) {
        switch status {
        case .requested: self = .requested
        case .active: self = .active
        case .suspended: self = .suspended
        case .retired: self = .retired
        }
    }

    @inline(__always)
    init(_ token: JSONScanner.Token, _ scanner: JSONScanner) {
        if scanner.equals(token, "active") {
            self = .active
        } else if scanner.equals(token, "requested") {
            self = .requested
        } else if scanner.equals(token, "suspended") {
            self = .suspended
        } else if scanner.equals(token, "retired") {
            self = .retired
        } else {
            self = .unknown
        }
    }

    /// As `NameStatus.isHeld`.
    var isHeld: Bool { self == .active || self == .suspended }
}
