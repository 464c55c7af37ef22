/// Where each value of a JSON text stands, found in one walk. Only what is asked for becomes a value.
enum JSONTape {
    /// A value, or the name of a member; names stand before their values.
    fileprivate struct Entry {
        enum Kind: UInt8 {
            case null, no, yes, number, string, array, object
        }
        var kind: Kind
        /// Of a string: ASCII without escapes.
        var isPlain = false
        /// The octets of a number; those of a string without its quotes.
        var start: UInt32 = 0
        var end: UInt32 = 0
        /// The place in the tape after this value and all that is in it.
        var next: UInt32 = 0
    }

    /// Longer texts are not worth the room for their tape.
    private static let maximumOctets = 1 << 20

    /// Reads the value that the scanner stands before, and passes over it; `nil` when that is not JSON, or not of that
    /// kind.
    static func read<Value: JSONReadable>(_: Value.Type, _ scanner: inout JSONScanner) -> Value? {
        let octets = scanner.octets
        let start = scanner.at
        if start < octets.count, octets.count <= maximumOctets {
            // Each value is one octet at least, and one stands between two.
            let most = (octets.count - start) / 2 + 1
            let read = withUnsafeTemporaryAllocation(of: Entry.self, capacity: most) { entries -> Value?? in
                var writer = Writer(scanner: scanner, entries: entries)
                guard writer.value(depth: 1) else { return nil }
                scanner.at = writer.scanner.at
                let written = UnsafeBufferPointer(rebasing: entries[..<writer.count])
                return .some(Value(json: Place(octets: octets, entries: written, index: 0)))
            }
            if let read { return read }
        }
        // Not as the register writes it, but perhaps JSON.
        return JSONValue.read(&scanner, depth: 1).flatMap { Value(json: $0) }
    }

    /// Reads one member of an object; the others are passed over. `nil` also when there is none of that name.
    static func read<Value: JSONReadable>(
        _: Value.Type, member name: StaticString, of octets: UnsafeBufferPointer<UInt8>
    ) -> Value? {
        var scanner = JSONScanner(octets)
        var found: Value?
        let isWhole = scanner.forEachMember { key, scanner in
            guard scanner.equals(key, name) else { return scanner.skipValue() }
            found = read(Value.self, &scanner)
            return found != nil
        }
        return isWhole ? found : nil
    }

    /// Invariant: `count` entries are written, and `entries` has room for one per two octets that remain and one more.
    private struct Writer {
        var scanner: JSONScanner
        let entries: UnsafeMutableBufferPointer<Entry>
        var count = 0

        /// Adds the value that the scanner stands before. False when it is not JSON, and when members are not in the
        /// order of their names: then one name may be there twice.
        mutating func value(depth: Int) -> Bool {
            guard depth < JSONScanner.maximumDepth, let index = add() else { return false }
            switch scanner.peek() {
            case UInt8(ascii: "\""): return string(index) != nil
            case UInt8(ascii: "{"):
                scanner.at &+= 1
                entries[index].kind = .object
                var last = JSONScanner.Token()
                if !scanner.take(UInt8(ascii: "}")) {
                    repeat {
                        guard let place = add(), let name = string(place), entries[place].isPlain,
                            scanner.precedes(last, name), scanner.take(UInt8(ascii: ":")), value(depth: depth &+ 1)
                        else { return false }
                        last = name
                    } while scanner.take(UInt8(ascii: ","))
                    guard scanner.take(UInt8(ascii: "}")) else { return false }
                }
            case UInt8(ascii: "["):
                scanner.at &+= 1
                entries[index].kind = .array
                if !scanner.take(UInt8(ascii: "]")) {
                    repeat {
                        guard value(depth: depth &+ 1) else { return false }
                    } while scanner.take(UInt8(ascii: ","))
                    guard scanner.take(UInt8(ascii: "]")) else { return false }
                }
            case UInt8(ascii: "t"):
                guard scanner.word("true") else { return false }
                entries[index].kind = .yes
            case UInt8(ascii: "f"):
                guard scanner.word("false") else { return false }
                entries[index].kind = .no
            case UInt8(ascii: "n"):
                guard scanner.word("null") else { return false }
            default:
                entries[index].start = UInt32(truncatingIfNeeded: scanner.at)
                guard scanner.number() else { return false }
                entries[index].kind = .number
                entries[index].end = UInt32(truncatingIfNeeded: scanner.at)
            }
            entries[index].next = UInt32(truncatingIfNeeded: count)
            return true
        }

        /// The place of a new entry.
        private mutating func add() -> Int? {
            guard count < entries.count else { return nil }
            entries.initializeElement(at: count, to: Entry(kind: .null))
            count &+= 1
            return count &- 1
        }

        private mutating func string(_ index: Int) -> JSONScanner.Token? {
            guard let token = scanner.string() else { return nil }
            entries[index].kind = .string
            entries[index].start = UInt32(truncatingIfNeeded: token.start)
            entries[index].end = UInt32(truncatingIfNeeded: token.end)
            entries[index].isPlain = !token.escaped && scanner.isASCII(token)
            entries[index].next = UInt32(truncatingIfNeeded: count)
            // What is not UTF-8 is not JSON.
            return entries[index].isPlain || scanner.text(token) != nil ? token : nil
        }
    }

    /// A value where it stands in its line.
    ///
    /// Invariant: `octets` and `entries` are those of a running ``JSONTape/read(_:_:)``, which hands them out to nobody
    /// but an `init?(json:)`; `index` is that of a value, and each place in an entry is within the octets.
    fileprivate struct Place: JSONNode {
        let octets: UnsafeBufferPointer<UInt8>
        let entries: UnsafeBufferPointer<Entry>
        let index: Int

        private var entry: Entry { entries[index] }

        private func text(_ entry: Entry) -> String? {
            let inside = Int(entry.start)..<Int(entry.end)
            if entry.isPlain { return String(decoding: UnsafeBufferPointer(rebasing: octets[inside]), as: UTF8.self) }
            return JSONScanner(octets).text(
                JSONScanner.Token(start: inside.lowerBound, end: inside.upperBound, escaped: true))
        }

        var string: String? { entry.kind == .string ? text(entry) : nil }

        var bool: Bool? {
            switch entry.kind {
            case .yes: true
            case .no: false
            default: nil
            }
        }

        var integer: Int? {
            guard entry.kind == .number else { return nil }
            return Int(String(decoding: octets[Int(entry.start)..<Int(entry.end)], as: UTF8.self))
        }

        var array: [Place]? {
            guard entry.kind == .array else { return nil }
            var values: [Place] = []
            var at = index &+ 1
            while at < Int(entry.next) {
                values.append(Place(octets: octets, entries: entries, index: at))
                at = Int(entries[at].next)
            }
            return values
        }

        subscript(_ key: StaticString) -> Place? {
            guard entry.kind == .object else { return nil }
            var at = index &+ 1
            while at < Int(entry.next) {
                if isNamed(key, entries[at]) { return Place(octets: octets, entries: entries, index: at &+ 1) }
                at = Int(entries[at &+ 1].next)
            }
            return nil
        }

        private func isNamed(_ key: StaticString, _ entry: Entry) -> Bool {
            JSONScanner(octets).equals(JSONScanner.Token(start: Int(entry.start), end: Int(entry.end)), key)
        }

        func members(besides known: [StaticString]) -> [String: JSONValue]? {
            guard entry.kind == .object else { return nil }
            var members: [String: JSONValue] = [:]
            var at = index &+ 1
            while at < Int(entry.next) {
                let name = entries[at]
                if !known.contains(where: { isNamed($0, name) }) {
                    // Behind the name's quote stands the colon.
                    var scanner = JSONScanner(octets, at: Int(name.end) &+ 1)
                    guard let key = text(name), scanner.take(UInt8(ascii: ":")),
                        let value = JSONValue.read(&scanner, depth: 1)
                    else { return nil }
                    members[key] = value
                }
                at = Int(entries[at &+ 1].next)
            }
            return members
        }
    }
}
