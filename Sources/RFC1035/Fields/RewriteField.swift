// The substitution of NAPTR (RFC 3402 §3.2): `!regular expression!replacement!flags`.

extension MasterParser {
    /// A character-string with a substitution in it. Only BIND refuses a wrong one, so it is no error.
    @inline(never) mutating func readRewrite() throws(Fault) {
        let lengthAt = out
        try readCharacterString()
        let text = UnsafeBufferPointer(start: UnsafePointer(lengthAt + 1), count: out - lengthAt - 1)
        if !Rewrite.isValid(text) { warn(.badRewrite, at: Int(starts[index - 1])) }
    }
}

/// Substitutions as BIND takes them.
enum Rewrite {
    /// Nothing, or an expression, a replacement and flags with the same delimiter before each.
    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let delimiter = text.first else { return true }
        guard !ASCII.isDigit(delimiter), delimiter != UInt8(ascii: "\\"), delimiter != UInt8(ascii: "i"),
            !text.contains(0)
        else { return false }
        guard let middle = end(text, 1, delimiter), let last = end(text, middle + 1, delimiter) else { return false }
        guard let groups = ExtendedExpression.groups(UnsafeBufferPointer(rebasing: text[1..<middle])) else {
            return false
        }
        return isReplacement(text[(middle + 1)..<last], groups)
            && text[(last + 1)...].allSatisfy { $0 == UInt8(ascii: "i") }
    }

    /// The next delimiter that no backslash escapes.
    private static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: UInt8) -> Int? {
        var at = start
        while at < text.count {
            if text[at] == delimiter { return at }
            at += text[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// A backslash with a digit stands for a group that there is.
    private static func isReplacement(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ groups: Int) -> Bool {
        var isEscaped = false
        for octet in text {
            if isEscaped, ASCII.isDigit(octet), octet == 48 || Int(octet - 48) > groups { return false }
            isEscaped = !isEscaped && octet == UInt8(ascii: "\\")
        }
        return true
    }
}

/// Extended regular expressions (POSIX.1-2017, XBD §9.4), with references to groups.
enum ExtendedExpression {
    /// The number of groups in a well-formed expression; `nil` for any other.
    static func groups(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var groups = 0
        var depth = 0
        var at = 0
        // What a repetition may follow, and whether the alternative at hand has anything in it.
        var mayRepeat = false
        var hasContent = false
        while at < text.count {
            let octet = text[at]
            at += 1
            switch octet {
            case UInt8(ascii: "("):
                groups += 1
                depth += 1
                mayRepeat = false
                // The empty group is taken, an empty alternative in it is not.
                hasContent = at < text.count && text[at] == UInt8(ascii: ")")
                continue
            case UInt8(ascii: ")") where depth > 0:
                guard hasContent else { return nil }
                depth -= 1
                mayRepeat = true
            case UInt8(ascii: "|"):
                guard hasContent, at < text.count else { return nil }
                mayRepeat = false
                hasContent = false
                continue
            case UInt8(ascii: "^"), UInt8(ascii: "$"): mayRepeat = false
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
                guard mayRepeat else { return nil }
                mayRepeat = false
            case UInt8(ascii: "{") where at < text.count && ASCII.isDigit(text[at]):
                guard mayRepeat, let end = bound(text, at) else { return nil }
                at = end
                mayRepeat = false
            case UInt8(ascii: "["):
                guard let end = bracket(text, at) else { return nil }
                at = end
                mayRepeat = true
            case UInt8(ascii: "\\"):
                guard at < text.count else { return nil }
                if 49...57 ~= text[at], Int(text[at] - 48) > groups { return nil }
                at += 1
                mayRepeat = true
            default: mayRepeat = true
            }
            hasContent = true
        }
        return hasContent && depth == 0 ? groups : nil
    }

    /// `n}`, `n,}` or `n,m}`, with numbers up to 255 in ascending order: where it ends.
    private static func bound(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var at = start
        guard let least = number(text, &at), at < text.count else { return nil }
        if text[at] == UInt8(ascii: ",") {
            at += 1
            guard at < text.count else { return nil }
            if ASCII.isDigit(text[at]) {
                guard let most = number(text, &at), most >= least else { return nil }
            }
        }
        return at < text.count && text[at] == UInt8(ascii: "}") ? at + 1 : nil
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
        var value = 0
        while at < text.count, ASCII.isDigit(text[at]) {
            value = value * 10 + Int(text[at] - 48)
            guard value <= 255 else { return nil }
            at += 1
        }
        return value
    }

    private static let classes: [StaticString] = [
        "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit",
    ]

    /// A bracket expression whose `[` stands before `start`: where it ends.
    private static func bracket(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var at = start
        if at < text.count, text[at] == UInt8(ascii: "^") { at += 1 }
        var isFirst = true
        var afterRange = false
        while at < text.count {
            if text[at] == UInt8(ascii: "]"), !isFirst { return at + 1 }
            // A hyphen right behind a range would begin another from its end.
            if afterRange, text[at] == UInt8(ascii: "-") { return nil }
            guard let low = element(text, &at) else { return nil }
            isFirst = false
            afterRange = false
            guard at + 1 < text.count, text[at] == UInt8(ascii: "-"), text[at + 1] != UInt8(ascii: "]") else { continue }
            at += 1
            guard let high = element(text, &at) else { return nil }
            guard high.endsRange else { return nil }
            if let low = low.octet, let high = high.octet, low > high { return nil }
            afterRange = true
        }
        return nil
    }

    /// What a bracket expression has in it: an octet, or a class or symbol that is more than one.
    private struct Element {
        var octet: UInt8?
        /// Whether a range may go up to it: an octet or a collating symbol.
        var endsRange = true
    }

    /// One element of a bracket expression.
    private static func element(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Element? {
        let octet = text[at]
        at += 1
        guard octet == UInt8(ascii: "["), at < text.count else { return Element(octet: octet) }
        let mark = text[at]
        guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "=") else {
            return Element(octet: octet)
        }
        let start = at + 1
        var end = start
        while end + 1 < text.count, text[end] != mark || text[end + 1] != UInt8(ascii: "]") { end += 1 }
        guard end + 1 < text.count, end > start else { return nil }
        at = end + 2
        if mark == UInt8(ascii: ":") {
            let isClass = classes.contains { name in name.withUTF8Buffer { $0.elementsEqual(text[start..<end]) } }
            return isClass ? Element(endsRange: false) : nil
        }
        // The order of symbols is the locale's business.
        return Element(endsRange: mark == UInt8(ascii: "."))
    }
}
