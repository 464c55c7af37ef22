/// URI templates (RFC 6570), as far as `dohpath` wants them (RFC 9461 §5).
enum URITemplate {
    /// A path in UTF-8 that begins with a slash, is a template, and uses the variable `dns`.
    static func isQueryPath(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        guard octets.first == UInt8(ascii: "/"), isUTF8(octets) else { return false }
        var at = 0
        var usesVariable = false
        while at < octets.count {
            guard octets[at] == UInt8(ascii: "{") else {
                at += 1
                continue
            }
            at += 1
            guard at < octets.count else { return false }
            if isOperator(octets[at]) { at += 1 }
            var isOpen = true
            while isOpen {
                guard let (end, isQuery) = variable(octets, at), end < octets.count else { return false }
                usesVariable = usesVariable || isQuery
                switch octets[end] {
                case UInt8(ascii: ","): break
                case UInt8(ascii: "}"): isOpen = false
                default: return false
                }
                at = end + 1
            }
        }
        return usesVariable
    }

    private static func isOperator(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ";"),
            UInt8(ascii: "?"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    /// A variable with its modifier: where it ends, and whether it is `dns`.
    private static func variable(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, isQuery: Bool)? {
        var at = start
        while at < octets.count, ASCII.isAlphanumeric(octets[at]) || octets[at] == UInt8(ascii: "_") { at += 1 }
        guard at > start else { return nil }
        let isQuery = octets[start..<at].elementsEqual("dns".utf8)
        guard at < octets.count else { return nil }
        if octets[at] == UInt8(ascii: "*") { return (at + 1, isQuery) }
        guard octets[at] == UInt8(ascii: ":") else { return (at, isQuery) }
        // A length of 1 to 9999.
        let digits = at + 1
        at = digits
        while at < octets.count, ASCII.isDigit(octets[at]) { at += 1 }
        guard 1...4 ~= at - digits, octets[digits] != UInt8(ascii: "0") else { return nil }
        return (at, isQuery)
    }

    /// Whether octets are UTF-8 (RFC 3629 §4).
    private static func isUTF8(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        var decoder = UTF8()
        var iterator = octets.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .emptyInput: return true
            case .error: return false
            }
        }
    }
}
