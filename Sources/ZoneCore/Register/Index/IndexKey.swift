/// What the index finds lines by: two bits of kind, 62 bits of SHA-256.
///
/// The line found is always read and checked to be about what was asked, so that even a made collision gives
/// a slower answer and never a wrong one.
struct IndexKey {
    enum Kind: UInt64 {
        /// The newest event of a managed name.
        case name = 0
        /// The newest event whose records have this owner, other than the name itself.
        case owner = 1
        /// The newest event of every name below this one; one entry a name.
        case below = 2
        /// The newest event of a request, or the newest form with this letter; they differ by their status.
        case request = 3
    }

    /// What a letter's number is found by. No request's id looks like it.
    static func letter(_ number: some Collection<UInt8>) -> UInt64 {
        key(.request, Array("letter ".utf8) + LetterNumber.key(number))
    }

    /// Letters of names fold; ids have none.
    static func key(_ kind: Kind, _ text: some Collection<UInt8>) -> UInt64 {
        withUnsafeTemporaryAllocation(byteCount: text.count, alignment: 1) { copy in
            var i = 0
            for octet in text {
                copy[i] = octet &- 0x41 < 26 ? octet | 0x20 : octet
                i &+= 1
            }
            return SHA256.digest(of: UnsafeRawBufferPointer(copy)).a >> 2 | kind.rawValue << 62
        }
    }

    /// The names between `name` and the zone's apex, both left out, as suffixes of the name's text.
    static func forEachAncestor(
        of name: UnsafeBufferPointer<UInt8>, zone count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var i = 0
        while i < name.count {
            if name[i] == UInt8(ascii: "\\") {
                i &+= 2
                continue
            }
            i &+= 1
            guard name[i &- 1] == UInt8(ascii: ".") else { continue }
            guard name.count &- i > count else { return }
            body(UnsafeBufferPointer(rebasing: name[i...]))
        }
    }
}

/// The number that an agency gave its letter, as typed by whoever took it in.
enum LetterNumber {
    /// What two ways of writing the same number have in common: `7/UM/2026` and `7 / um / 2026`.
    static func key(_ number: some Collection<UInt8>) -> [UInt8] {
        number.compactMap { octet in octet == 0x20 ? nil : octet &- 0x41 < 26 ? octet | 0x20 : octet }
    }

    static func isSame(_ one: String, _ other: String) -> Bool { key(one.utf8) == key(other.utf8) }
}

/// One row of the index: 24 octets.
struct IndexEntry {
    var key: UInt64
    /// Where the line starts, times 256, plus the name's status.
    var place: UInt64
    /// Check of the line's octets.
    var check: UInt32
    /// For a name or a request the gigabytes it takes; for `below` part of the hash of the name that is below.
    var sub: UInt32

    init(key: UInt64, offset: Int, status: IndexStatus = .unknown, check: UInt32, sub: UInt32 = 0) {
        self.key = key
        place = UInt64(offset) << 8 | UInt64(status.rawValue)
        self.check = check
        self.sub = sub
    }

    /// Of a request itself, not of the letter of one.
    var isRequest: Bool { key >> 62 == IndexKey.Kind.request.rawValue && status == .unknown }

    var offset: Int { Int(place >> 8) }
    var status: IndexStatus { IndexStatus(rawValue: UInt8(truncatingIfNeeded: place)) ?? .unknown }

    /// Whether both are about the same thing, so that the newer one replaces the older one.
    @inline(__always)
    static func same(_ a: IndexEntry, _ b: IndexEntry) -> Bool {
        a.key == b.key && (a.sub == b.sub || a.key >> 62 != IndexKey.Kind.below.rawValue)
    }

    /// By key; the newest first among those about the same thing.
    @inline(__always)
    static func precedes(_ a: IndexEntry, _ b: IndexEntry) -> Bool {
        if a.key != b.key { return a.key < b.key }
        if a.key >> 62 == IndexKey.Kind.below.rawValue, a.sub != b.sub { return a.sub < b.sub }
        return a.place > b.place
    }

    /// Sorts, and keeps the newest entry about each thing.
    static func settle(_ entries: inout [IndexEntry]) {
        entries.sort(by: precedes)
        var kept = 0
        for i in entries.indices {
            if kept > 0, same(entries[kept - 1], entries[i]) { continue }
            entries[kept] = entries[i]
            kept += 1
        }
        entries.removeLast(entries.count - kept)
    }

    /// One settled list of two; what `newer` has replaces what `older` has.
    static func merge(older: [IndexEntry], newer: [IndexEntry]) -> [IndexEntry] {
        if older.isEmpty { return newer }
        if newer.isEmpty { return older }
        var result: [IndexEntry] = []
        result.reserveCapacity(older.count + newer.count)
        var i = 0
        var j = 0
        while i < older.count, j < newer.count {
            if same(older[i], newer[j]) {
                i += 1
            } else if precedes(older[i], newer[j]) {
                result.append(older[i])
                i += 1
            } else {
                result.append(newer[j])
                j += 1
            }
        }
        result.append(contentsOf: older[i...])
        result.append(contentsOf: newer[j...])
        return result
    }
}

/// What one sum cannot be looked up for: carried along from one segment to the next.
struct IndexCounters {
    var gigabytes = 0
    /// By `IndexStatus`: requested, active, suspended, retired.
    var statuses = [0, 0, 0, 0]
    /// The greatest request number of each year; that of letters sent under `lettersOf`.
    var years: [Int: Int] = [:]
    /// Where the newest `rendered` event starts.
    var rendered: Int?

    mutating func note(_ id: RequestID) {
        years[id.year] = max(years[id.year] ?? 0, id.number)
    }

    mutating func note(outgoing id: RequestID) {
        let key = IndexCounters.lettersOf(id.year)
        years[key] = max(years[key] ?? 0, id.number)
    }

    /// The key of a year's letters in `years`; years have four digits.
    static func lettersOf(_ year: Int) -> Int { 10_000 + year }

    mutating func note(_ sheet: SheetNumber) {
        let key = IndexCounters.sheetsOf(sheet.year)
        years[key] = max(years[key] ?? 0, sheet.number)
    }

    mutating func note(added gigabytes: Int) {
        years[IndexCounters.added] = max(years[IndexCounters.added] ?? 0, gigabytes)
    }

    /// The key of a year's account sheets in `years`; years have four digits.
    static func sheetsOf(_ year: Int) -> Int { 20_000 + year }
    /// The key of the space added in all.
    static let added = 30_000

    /// Puts the state of one name in place of its state before.
    mutating func replace(
        _ old: (status: IndexStatus, gigabytes: Int)?, by new: (status: IndexStatus, gigabytes: Int)
    ) {
        if let old {
            gigabytes -= old.gigabytes
            if old.status != .unknown { statuses[Int(old.status.rawValue)] -= 1 }
        }
        gigabytes += new.gigabytes
        if new.status != .unknown { statuses[Int(new.status.rawValue)] += 1 }
    }
}

/// Entries of lines as they are read, not settled yet.
struct IndexBuilder {
    var entries: [IndexEntry] = []
    var counters = IndexCounters()
    private var scratch: [UInt8] = []

    init(counters: IndexCounters = IndexCounters()) {
        self.counters = counters
    }

    /// Takes what a line says.
    mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ facts: LineFacts, at offset: Int) {
        let check = UInt32(truncatingIfNeeded: FastHash.hash(UnsafeRawBufferPointer(line)))
        if facts.requestID.count > 0 {
            LineFacts.withOctets(of: facts.requestID, in: line, scratch: &scratch) { id in
                entries.append(
                    IndexEntry(
                        key: IndexKey.key(.request, id), offset: offset, check: check,
                        sub: UInt32(clamping: facts.space)))
                if let id = RequestID(octets: id) { counters.note(id) }
            }
        }
        if facts.outgoing.count > 0 {
            LineFacts.withOctets(of: facts.outgoing, in: line, scratch: &scratch) { id in
                if let id = RequestID(octets: id) { counters.note(outgoing: id) }
            }
        }
        if facts.letter.count > 0, IndexBuilder.isForm(facts.kind, JSONScanner(line)) {
            LineFacts.withOctets(of: facts.letter, in: line, scratch: &scratch) { letter in
                entries.append(
                    IndexEntry(key: IndexKey.letter(letter), offset: offset, status: .requested, check: check))
            }
        }
        if facts.sheet.count > 0 {
            LineFacts.withOctets(of: facts.sheet, in: line, scratch: &scratch) { sheet in
                if let sheet = SheetNumber(octets: sheet) { counters.note(sheet) }
            }
        }
        if facts.added > 0 { counters.note(added: facts.added) }
        if facts.hasName { addName(line, facts, offset, check) }
        if facts.kind.count == 8, JSONScanner(line).equals(facts.kind, "rendered") { counters.rendered = offset }
    }

    /// Whether an event of this kind holds the form of a request.
    private static func isForm(_ kind: JSONScanner.Token, _ scanner: JSONScanner) -> Bool {
        scanner.equals(kind, "requested") || scanner.equals(kind, "resubmitted")
    }

    private mutating func addName(
        _ line: UnsafeBufferPointer<UInt8>, _ facts: LineFacts, _ offset: Int, _ check: UInt32
    ) {
        var name: [UInt8] = []
        LineFacts.withOctets(of: facts.name, in: line, scratch: &scratch) { name.append(contentsOf: $0) }
        let key = IndexKey.key(.name, name)
        entries.append(
            IndexEntry(
                key: key, offset: offset, status: facts.status, check: check,
                sub: facts.status.isHeld ? UInt32(clamping: facts.gigabytes) : 0))
        let below = UInt32(truncatingIfNeeded: key)
        name.withUnsafeBufferPointer { octets in
            IndexKey.forEachAncestor(of: octets, zone: facts.zone.count) { ancestor in
                entries.append(
                    IndexEntry(
                        key: IndexKey.key(.below, ancestor), offset: offset, status: facts.status, check: check,
                        sub: below))
            }
        }
        var last: [UInt8] = name
        facts.forEachRecord(line, scratch: &scratch) { record in
            let owner = record.prefix { $0 != 0x20 && $0 != 0x09 }
            // Records of one owner stand together, so this is enough to have each owner once.
            guard !owner.elementsEqual(last) else { return }
            last = Array(owner)
            guard last != name else { return }
            entries.append(IndexEntry(key: IndexKey.key(.owner, last), offset: offset, check: check))
        }
    }
}
