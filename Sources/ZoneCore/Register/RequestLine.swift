/// A line about a request, of which only those parts become values that are asked for.
struct RequestLine {
    private let octets: UnsafeBufferPointer<UInt8>
    private(set) var sequence: Int?
    private var timeToken: JSONScanner.Token?
    private var actor: JSONScanner.Token?
    private var code: JSONScanner.Token?
    /// Where what is said of the request starts, and its number.
    private var request: Int?
    private var id: JSONScanner.Token?
    /// Where the line about the request before this one starts.
    private(set) var before: Int?
    private var details = Details()

    private struct Details {
        var step: JSONScanner.Token?
        var reason: JSONScanner.Token?
        var note: JSONScanner.Token?
        var kind: JSONScanner.Token?
        var number: JSONScanner.Token?
        var digest: JSONScanner.Token?
        var file: JSONScanner.Token?
        var date: JSONScanner.Token?
        var decision: Bool?
        /// Where these values start.
        var form: Int?
        var attachments: Int?
    }

    /// `nil` when the line is not an event.
    init?(_ octets: UnsafeBufferPointer<UInt8>) {
        self.octets = octets
        var scanner = JSONScanner(octets)
        let isWhole = scanner.forEachMember { key, scanner in
            if scanner.equals(key, "time") { return RequestLine.take(&scanner, &timeToken) }
            if scanner.equals(key, "actor") { return RequestLine.take(&scanner, &actor) }
            if scanner.equals(key, "event") { return RequestLine.take(&scanner, &code) }
            if scanner.equals(key, "seq") {
                sequence = scanner.count()
                return sequence != nil
            }
            if scanner.equals(key, "request") { return readRequest(&scanner) }
            if scanner.equals(key, "details") { return readDetails(&scanner) }
            return scanner.skipValue()
        }
        guard isWhole, scanner.isAtEnd() else { return nil }
    }

    /// Whether it is about the request of that number.
    func isAbout(_ id: String) -> Bool { text(self.id) == id }

    private func text(_ token: JSONScanner.Token?) -> String? { token.flatMap(JSONScanner(octets).text) }

    /// RFC 3339, UTC.
    var time: String? { text(timeToken) }
    private var moment: Instant? {
        guard let token = timeToken else { return nil }
        // As it was written it has nothing to undo.
        return token.escaped
            ? time.flatMap { Instant(rfc3339: $0) }
            : Instant(rfc3339: UnsafeBufferPointer(rebasing: octets[token.start..<token.end]))
    }
    var kind: EventKind? { text(code).map(EventKind.init) }

    /// What is said of the request.
    var summary: RequestSummary? { read(RequestSummary.self, request) }

    /// What a timeline says of it.
    var timelineEntry: RequestTimeline.Entry? {
        guard let moment, let actor = text(actor), let kind else { return nil }
        var entry = RequestTimeline.Entry(time: moment, actor: actor, kind: kind)
        entry.step = text(details.step)
        entry.decision = details.decision
        entry.reason = text(details.reason)
        entry.note = text(details.note)
        if kind == .lettered, let letter = text(details.kind) {
            entry.letter = RequestRecord.LetterEntry(
                kind: letter, number: text(details.number), time: moment, digest: text(details.digest),
                file: text(details.file), date: text(details.date))
        }
        return entry
    }

    /// The form that was handed in with it.
    var form: RequestForm? { read(RequestForm.self, details.form) }

    /// The papers that came in with it, beside those of the form.
    var papers: [RequestForm.Attachment] { read(Papers.self, details.attachments)?.list ?? [] }

    private struct Papers: JSONReadable {
        var list: [RequestForm.Attachment]

        init?(json: some JSONNode) {
            list = (json.array ?? []).compactMap { RequestForm.Attachment(json: $0) }
        }
    }

    private func read<Value: JSONReadable>(_: Value.Type, _ place: Int?) -> Value? {
        guard let place else { return nil }
        var scanner = JSONScanner(octets, at: place)
        return JSONTape.read(Value.self, &scanner)
    }

    // MARK: Reading

    /// A string; what is of another kind is passed over.
    @inline(__always)
    private static func take(_ scanner: inout JSONScanner, _ token: inout JSONScanner.Token?) -> Bool {
        guard scanner.peek() == UInt8(ascii: "\"") else { return scanner.skipValue() }
        token = scanner.string()
        return token != nil
    }

    private mutating func readRequest(_ scanner: inout JSONScanner) -> Bool {
        guard scanner.peek() == UInt8(ascii: "{") else { return scanner.skipValue() }
        request = scanner.at
        return scanner.forEachMember { key, scanner in
            if scanner.equals(key, "id") { return RequestLine.take(&scanner, &id) }
            if scanner.equals(key, "before") {
                let start = scanner.at
                if let value = scanner.count() {
                    before = value
                    return true
                }
                scanner.at = start
            }
            return scanner.skipValue()
        }
    }

    private mutating func readDetails(_ scanner: inout JSONScanner) -> Bool {
        guard scanner.peek() == UInt8(ascii: "{") else { return scanner.skipValue() }
        return scanner.forEachMember { key, scanner in
            if scanner.equals(key, "step") { return RequestLine.take(&scanner, &details.step) }
            if scanner.equals(key, "reason") { return RequestLine.take(&scanner, &details.reason) }
            if scanner.equals(key, "note") { return RequestLine.take(&scanner, &details.note) }
            if scanner.equals(key, "kind") { return RequestLine.take(&scanner, &details.kind) }
            if scanner.equals(key, "number") { return RequestLine.take(&scanner, &details.number) }
            if scanner.equals(key, "digest") { return RequestLine.take(&scanner, &details.digest) }
            if scanner.equals(key, "file") { return RequestLine.take(&scanner, &details.file) }
            if scanner.equals(key, "date") { return RequestLine.take(&scanner, &details.date) }
            if scanner.equals(key, "form") {
                details.form = scanner.at
            } else if scanner.equals(key, "attachments") {
                details.attachments = scanner.at
            } else if scanner.equals(key, "decision") {
                switch scanner.peek() {
                case UInt8(ascii: "t"): details.decision = true
                case UInt8(ascii: "f"): details.decision = false
                default: break
                }
            }
            return scanner.skipValue()
        }
    }
}
