/// Where each value of a JSON text stands, found in one walk. Only what is asked for becomes a value.
enum JSONTape {
    /// A value, or the name of a member; names stand before their values.
    fileprivate struct Node {
        enum Kind: UInt8 {
            case null, no, yes, number, string, array, object
        }
        var kind: Kind
        /// Of a string: printable ASCII without escapes.
        var isPlain = false
        /// The octets of a number; those of a string without its quotes.
        var start: UInt32 = 0
        var end: UInt32 = 0
        /// The place in the tape after this value and all that is in it.
        var next: UInt32 = 0
    }

    /// Reads the value that starts at `place`; `nil` when that is not JSON, or not of that kind.
    static func read<Value: JSONReadable>(
        _: Value.Type, at place: Int, of octets: UnsafeBufferPointer<UInt8>
    ) -> Value? {
        guard place < octets.count, octets.count <= Int(Int32.max) else { return nil }
        // Each value is one octet at least, and one stands between two.
        let most = (octets.count - place) / 2 + 1
        return withUnsafeTemporaryAllocation(of: Node.self, capacity: most) { nodes in
            var writer = Writer(scanner: JSONScanner(octets, at: place), nodes: nodes)
            if writer.value(depth: 1) {
                return Value(json: JSONPlace(octets: octets, nodes: UnsafeBufferPointer(nodes), index: 0))
            }
            // Not as the register writes it, but perhaps JSON.
            var scanner = JSONScanner(octets, at: place)
            return JSONValue.read(&scanner, depth: 1).flatMap(Value.init(json:))
        }
    }

    /// Reads one member of an object; the others are passed over. `nil` also when there is none of that name.
    static func read<Value: JSONReadable>(
        _: Value.Type, member name: StaticString, of octets: UnsafeBufferPointer<UInt8>
    ) -> Value? {
        var scanner = JSONScanner(octets)
        var place: Int?
        let isWhole = scanner.forEachMember { key, scanner in
            if scanner.equals(key, name) { place = scanner.at }
            return scanner.skipValue()
        }
        guard isWhole, let place else { return nil }
        return read(Value.self, at: place, of: octets)
    }

    /// Invariant: `count` nodes are written, and `nodes` has room for one per two octets that remain and one more.
    private struct Writer {
        var scanner: JSONScanner
        let nodes: UnsafeMutableBufferPointer<Node>
        var count = 0

        /// Adds the value that the scanner stands before. False when it is not JSON, and when members are not in the
        /// order of their names: then one name may be there twice.
        mutating func value(depth: Int) -> Bool {
            guard depth < JSONScanner.maximumDepth, let index = add() else { return false }
            switch scanner.peek() {
            case UInt8(ascii: "\""): return string(index) != nil
            case UInt8(ascii: "{"):
                scanner.at &+= 1
                nodes[index].kind = .object
                var last = JSONScanner.Token()
                if !scanner.take(UInt8(ascii: "}")) {
                    repeat {
                        guard let place = add(), let name = string(place), nodes[place].isPlain,
                            scanner.precedes(last, name), scanner.take(UInt8(ascii: ":")), value(depth: depth &+ 1)
                        else { return false }
                        last = name
                    } while scanner.take(UInt8(ascii: ","))
                    guard scanner.take(UInt8(ascii: "}")) else { return false }
                }
            case UInt8(ascii: "["):
                scanner.at &+= 1
                nodes[index].kind = .array
                if !scanner.take(UInt8(ascii: "]")) {
                    repeat {
                        guard value(depth: depth &+ 1) else { return false }
                    } while scanner.take(UInt8(ascii: ","))
                    guard scanner.take(UInt8(ascii: "]")) else { return false }
                }
            case UInt8(ascii: "t"):
                guard scanner.word("true") else { return false }
                nodes[index].kind = .yes
            case UInt8(ascii: "f"):
                guard scanner.word("false") else { return false }
                nodes[index].kind = .no
            case UInt8(ascii: "n"):
                guard scanner.word("null") else { return false }
            default:
                nodes[index].start = UInt32(truncatingIfNeeded: scanner.at)
                guard scanner.number() else { return false }
                nodes[index].kind = .number
                nodes[index].end = UInt32(truncatingIfNeeded: scanner.at)
            }
            nodes[index].next = UInt32(truncatingIfNeeded: count)
            return true
        }

        /// The place of a new node.
        private mutating func add() -> Int? {
            guard count < nodes.count else { return nil }
            nodes.initializeElement(at: count, to: Node(kind: .null))
            count &+= 1
            return count &- 1
        }

        private mutating func string(_ index: Int) -> JSONScanner.Token? {
            guard let token = scanner.string() else { return nil }
            nodes[index].kind = .string
            nodes[index].start = UInt32(truncatingIfNeeded: token.start)
            nodes[index].end = UInt32(truncatingIfNeeded: token.end)
            nodes[index].isPlain = !token.escaped && scanner.isASCII(token)
            nodes[index].next = UInt32(truncatingIfNeeded: count)
            // What is not UTF-8 is not JSON.
            return nodes[index].isPlain || scanner.text(token) != nil ? token : nil
        }
    }

    /// A value where it stands in its line.
    ///
    /// Invariant: `octets` and `nodes` are those of a running ``JSONTape/read(_:at:of:)``, which hands them out to
    /// nobody but an `init?(json:)`; `index` is that of a value, and each place in a node is within its octets.
    fileprivate struct JSONPlace: JSONNode {
        let octets: UnsafeBufferPointer<UInt8>
        let nodes: UnsafeBufferPointer<Node>
        let index: Int

        private var node: Node { nodes[index] }

        private func text(_ node: Node) -> String? {
            let inside = Int(node.start)..<Int(node.end)
            if node.isPlain { return String(decoding: UnsafeBufferPointer(rebasing: octets[inside]), as: UTF8.self) }
            return JSONScanner(octets).text(
                JSONScanner.Token(start: inside.lowerBound, end: inside.upperBound, escaped: true))
        }

        var string: String? { node.kind == .string ? text(node) : nil }

        var bool: Bool? {
            switch node.kind {
            case .yes: true
            case .no: false
            default: nil
            }
        }

        var integer: Int? {
            guard node.kind == .number else { return nil }
            return Int(String(decoding: octets[Int(node.start)..<Int(node.end)], as: UTF8.self))
        }

        var array: [JSONPlace]? {
            guard node.kind == .array else { return nil }
            var values: [JSONPlace] = []
            var at = index &+ 1
            while at < Int(node.next) {
                values.append(JSONPlace(octets: octets, nodes: nodes, index: at))
                at = Int(nodes[at].next)
            }
            return values
        }

        subscript(_ key: StaticString) -> JSONPlace? {
            guard node.kind == .object else { return nil }
            var at = index &+ 1
            while at < Int(node.next) {
                if isNamed(key, nodes[at]) { return JSONPlace(octets: octets, nodes: nodes, index: at &+ 1) }
                at = Int(nodes[at &+ 1].next)
            }
            return nil
        }

        private func isNamed(_ key: StaticString, _ node: Node) -> Bool {
            JSONScanner(octets).equals(JSONScanner.Token(start: Int(node.start), end: Int(node.end)), key)
        }

        func members(besides known: [StaticString]) -> [String: JSONValue]? {
            guard node.kind == .object else { return nil }
            var members: [String: JSONValue] = [:]
            var at = index &+ 1
            while at < Int(node.next) {
                let name = nodes[at]
                if !known.contains(where: { isNamed($0, name) }), let key = text(name) {
                    // Behind the name's quote stands the colon.
                    var scanner = JSONScanner(octets, at: Int(name.end) &+ 1)
                    guard scanner.take(UInt8(ascii: ":")), let value = JSONValue.read(&scanner, depth: 1)
                    else { return nil }
                    members[key] = value
                }
                at = Int(nodes[at &+ 1].next)
            }
            return members
        }
    }
}
