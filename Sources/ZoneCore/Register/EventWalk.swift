import RFC1035

extension RegisterSnapshot {
    /// Hands every event of these kinds to `body`, in order; the others are not decoded. Those of the running command
    /// are not among them.
    public func forEachEvent(ofKinds wanted: (String) -> Bool, _ body: (Event) throws -> Void) throws {
        // Few kinds make up all lines; each is asked about once.
        var known: [[UInt8]: Bool] = [:]
        let reader = ChainReader(file: file, acknowledged: acknowledged)
        _ = try reader.walk(from: .empty) { line, facts, offset in
            guard facts.sequence <= head.count else { return }
            let octets = Array(line[facts.kind.start..<facts.kind.end])
            let isWanted: Bool
            if let answer = known[octets] {
                isWanted = answer
            } else {
                isWanted = wanted(String(decoding: octets, as: UTF8.self))
                known[octets] = isWanted
            }
            if isWanted { try body(try decode(Array(line), at: offset)) }
        }
    }

    /// What happened to a name and the documents about it, the oldest first.
    public func history(of name: Name) throws -> [Event] {
        let wanted = Array(name.description.utf8)
        let letter = Array(EventKind.lettered.code.utf8)
        var events: [Event] = []
        _ = try ChainReader(file: file, acknowledged: acknowledged).walk(from: .empty) { line, facts, offset in
            guard facts.sequence <= head.count else { return }
            let isAbout = facts.hasName && JSONScanner(line).unescaped(facts.name) == wanted
            guard isAbout || line[facts.kind.start..<facts.kind.end].elementsEqual(letter) else { return }
            let event = try decode(Array(line), at: offset)
            if isAbout || event.request?.name == name { events.append(event) }
        }
        return events
    }

    /// Hands every event that says what a name became to `body`, in order. Those of the running command are not among
    /// them.
    func forEachNameEvent(_ body: (ManagedName, Event) throws -> Void) throws {
        let reader = ChainReader(file: file, acknowledged: acknowledged)
        _ = try reader.walk(from: .empty) { line, facts, offset in
            guard facts.sequence <= head.count, facts.hasName else { return }
            let event = try decode(Array(line), at: offset)
            if let name = event.name { try body(name, event) }
        }
    }
}
