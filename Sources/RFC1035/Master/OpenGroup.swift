/// The lines behind a broken record whose parenthesis is open: where the group ends that they belong to.
///
/// Which quotes belong together is not known behind one that was left open, so lines are looked at one by one, without
/// the tape. The group ends with the line that closes its parenthesis; a line that looks like a record says that
/// nothing does.
struct OpenGroup {
    enum End {
        /// Offset behind the line that closes the group.
        case closed(Int)
        /// Offset of a line that looks like a record or a directive.
        case record(Int)
        /// Offset of the first line that was not looked at.
        case unknown(Int)
    }

    /// Parentheses open.
    private(set) var depth = 1

    var isClosed: Bool { depth == 0 }

    /// Passes over the rest of the line behind the open quote; what looks like a comment may be text.
    mutating func passText(_ buffer: UnsafePointer<UInt8>, from start: Int, to end: Int) {
        for at in start..<max(start, end) { take(buffer[at]) }
    }

    /// Looks through the lines in `buffer[..<end]`, of which the first begins at `start`.
    mutating func passLines(_ buffer: UnsafePointer<UInt8>, from start: Int, to end: Int, _ types: TypeIndex) -> End {
        var start = start
        while true {
            let newline = Octets.first(UInt8(ascii: "\n"), buffer, from: start, to: end)
            guard newline < end else { return .unknown(start) }
            if Self.isRecord(buffer, start, newline, types) { return .record(start) }
            pass(buffer, start, newline)
            start = newline + 1
            if isClosed { return .closed(start) }
        }
    }

    private mutating func take(_ octet: UInt8) {
        guard !isClosed else { return }
        if octet == UInt8(ascii: "(") { depth += 1 } else if octet == UInt8(ascii: ")") { depth -= 1 }
    }

    private mutating func pass(_ buffer: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        var at = start
        // A quote with none behind it on its line is the end of the open one, or one more that is open.
        var mayClose = true
        while at < end {
            switch buffer[at] {
            case UInt8(ascii: ";"): return
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "\"") where mayClose:
                let closing = Octets.first(UInt8(ascii: "\""), buffer, from: at + 1, to: end)
                if closing < end { at = closing } else { mayClose = false }
            default: take(buffer[at])
            }
            at += 1
        }
    }

    /// Whether a line begins with a directive, or with an owner and has a type among the words behind it.
    private static func isRecord(
        _ buffer: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ types: TypeIndex
    ) -> Bool {
        if start < end, buffer[start] == UInt8(ascii: "$") { return true }
        var at = start
        for word in 0..<4 {
            let first = at
            while at < end, !endsWord(buffer[at]) { at += 1 }
            if word > 0, case .type = types.lookUp(UnsafeBufferPointer(start: buffer + first, count: at - first)) {
                return true
            }
            guard at > first, at < end, Octets.isBlank(buffer[at]) else { return false }
            while at < end, Octets.isBlank(buffer[at]) { at += 1 }
        }
        return false
    }

    private static func endsWord(_ octet: UInt8) -> Bool {
        Octets.isBlank(octet) || Octets.isControl(octet) || octet == UInt8(ascii: ";") || octet == UInt8(ascii: "\"")
    }
}
