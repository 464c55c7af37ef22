/// Reads one file of a master file: stage two, from the tape's tokens to rows of records.
///
/// Parsing is speculative: a record is read at the store's end and becomes part of it only when its last token
/// is in place. Where the window ends in the middle of a record, the record is read again from its start.
///
/// Invariants of the raw pointers: `buffer`, `starts` and `ends` are those of `window` and `tape` and are taken
/// again after each change of either (`load`); `out` points into the store's spare room, which `reserve` makes
/// larger than any one record; every token lies within the window, and the octets behind it are readable.
struct MasterParser: ~Copyable {
    let session: MasterSession
    let store: RecordStore
    let types: TypeIndex
    var window: InputWindow
    var tape: Tape
    let file: MasterSession.File

    var buffer: UnsafeMutablePointer<UInt8>
    var starts: UnsafeMutablePointer<UInt32>
    var ends: UnsafeMutablePointer<UInt32>
    var tokenCount = 0
    /// The next token.
    var index = 0
    // The store's storage, held here while this parser is at work: reading a property of a class is checked at
    // run time, which costs more than parsing does. `borrowStorage` and `returnStorage` hand it over.
    var arena: UnsafeMutablePointer<UInt8>
    private var rows: UnsafeMutablePointer<RecordStore.Row>
    private let recordClass: UInt16
    private var octetCount = 0
    private(set) var rowCount = 0
    private var octetLimit = 0
    private var rowLimit = 0

    /// Where the RDATA's next octet goes.
    var out: UnsafeMutablePointer<UInt8>
    var rdataStart: UnsafeMutablePointer<UInt8>

    /// Number of the line at the next record's start, and where it starts in the window.
    var line = 1
    var lineStart = 0
    /// Parentheses open, and lines passed, within the record at hand.
    var depth = 0
    var linesPassed = 0
    /// Where in the record at hand a line ends within quotes: told once the record is known to be read.
    var quotedNewline = -1

    /// Wire form of the origin; room for vector copies behind it.
    let origin: UnsafeMutablePointer<UInt8>
    var originLength: Int
    /// Offset and length of the current owner in the store; no length: none yet.
    var owner: UInt32 = 0
    var ownerLength = 0
    /// The current owner as it was last written, in the window or in `keptOwner`; no length where that is not known.
    var ownerText: UnsafeMutablePointer<UInt8>
    var ownerTextLength = 0
    let keptOwner: UnsafeMutablePointer<UInt8>
    var ttl = TTLState()
    /// The type and the field at hand, for messages.
    var typeNumber: UInt16 = 0
    var typeIsKnown = false
    var fieldIndex = -1
    /// The directive at hand and what of it is being read, for messages.
    var directiveAtHand: Directive?
    var operand = ""
    /// The number that the fault at hand is about.
    var faultNumber: UInt64 = 0
    /// How many records there were at the last `$ORIGIN`.
    var rowsAtOrigin = -1
    var hasToldCarriageReturn = false
    /// Line of the last record with a word that BIND does not know.
    var lineOfUnknownWord = 0
    /// What is read comes out of a `$GENERATE`.
    var generated: GeneratedText?
    /// Where in the window the next annotation stands; 0 while some wait for the entry after them. One comparison for
    /// each entry is all that files without any pay for them.
    var nextAnnotation = UInt32.max
    var annotations = AnnotationState()

    init(session: MasterSession, source: InputWindow.Source, file: MasterSession.File, origin: Name) {
        self.session = session
        store = session.store
        types = TypeIndex.shared
        window = InputWindow(source)
        tape = Tape(capacity: 1 << 16)
        self.file = file
        self.origin = .allocate(capacity: Self.originCapacity)
        self.origin.initialize(repeating: 0, count: Self.originCapacity)
        originLength = 0
        keptOwner = .allocate(capacity: Self.keptOwnerCapacity)
        ownerText = keptOwner
        buffer = window.buffer
        starts = tape.starts
        ends = tape.ends
        arena = session.store.arena
        rows = session.store.rows
        recordClass = session.store.recordClass.rawValue
        out = arena
        rdataStart = arena
        set(origin: origin)
        borrowStorage()
    }

    deinit {
        origin.deallocate()
        keptOwner.deallocate()
    }

    static var originCapacity: Int { 272 }

    mutating func set(origin name: Name) {
        for (index, octet) in name.wire.enumerated() { origin[index] = octet }
        originLength = name.wire.count
    }

    /// Takes over the store's storage as it is now.
    mutating func borrowStorage() {
        arena = store.arena
        rows = store.rows
        octetCount = store.octetCount
        rowCount = store.count
        (octetLimit, rowLimit) = store.limits
    }

    /// Gives the storage back to the store.
    mutating func returnStorage() {
        store.octetCount = octetCount
        store.count = rowCount
    }

    @inline(never) private mutating func growStorage() throws(Fault) {
        returnStorage()
        guard store.makeRoom() else { throw Fault(.zoneTooLarge, at: Int(starts[index])) }
        borrowStorage()
    }

    /// Reads the whole input.
    mutating func run() {
        load(keepingFrom: 0)
        if generated == nil, window.count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
            report(Fault(.byteOrderMark, at: 0), isRecord: false)
            load(keepingFrom: 3)
        }
        while true {
            let first = index
            do {
                try entry()
                continue
            } catch {
                if error.reason == .needsMore {
                    if refill(first) { continue }
                    break
                }
                recover(from: error, first: first)
                // One broken $GENERATE costs one message, however many records it makes.
                if session.isFinished || generated != nil { break }
            }
        }
        returnStorage()
        endAnnotations()
        if window.readError != 0 { session.readFailed(window.readError, file: file, line: line) }
    }

    // MARK: Entries

    /// One line or record: nothing, a directive, or a record.
    private mutating func entry() throws(Fault) {
        let start = Int(starts[index])
        let first = buffer[start]
        if first == UInt8(ascii: "\n") {
            try endOfTape()
            index &+= 1
            if nextAnnotation < UInt32(truncatingIfNeeded: start) { annotateEmptyLine(upTo: start) }
            line &+= 1
            lineStart = start &+ 1
            return
        }
        depth = 0
        linesPassed = 0
        quotedNewline = -1
        hasOwner = false
        typeIsKnown = false
        fieldIndex = -1
        if octetCount >= octetLimit || rowCount >= rowLimit { try growStorage() }
        out = arena + octetCount
        if start == lineStart {
            var start = start
            if Octets.isControl(first) {
                if try emptyLine() { return }
                start = try ownerInParentheses(from: start)
            }
            if buffer[start] == UInt8(ascii: "$") && generated == nil {
                try directive()
                return
            }
            index &+= 1
            try readOwner(start, Int(ends[index &- 1]))
        } else {
            if Octets.isControl(first), ownerLength > 0 || first != UInt8(ascii: "("), try emptyLine() { return }
            guard ownerLength > 0 else { throw Fault(.noOwner, at: start) }
            if rowCount == rowsAtOrigin { report(warning: .inheritedOwner) }
            rdataStart = out
        }
        hasOwner = true
        try recordAfterOwner()
    }

    /// Whether nothing but parentheses, or a carriage return alone, stands on the line.
    @inline(never) private mutating func emptyLine() throws(Fault) -> Bool {
        if try hasField() { return false }
        try endOfLine()
        return true
    }

    /// The owner becomes the current one, unless it is that already.
    @inline(__always) private mutating func readOwner(_ start: Int, _ end: Int) throws(Fault) {
        let name = out
        try readName(start, end)
        let length = out - name
        let current = arena + Int(owner)
        if length == ownerLength && Octets.areEqual(name, current, length) {
            out = name
            let isAlike = end &- start == ownerTextLength && Octets.areEqual(buffer + start, ownerText, ownerTextLength)
            if !isAlike { compareCase(start, end) }
        } else {
            pendingOwnerLength = length
            pendingOwnerText = start..<end
        }
        rdataStart = out
    }

    /// Length of an owner read but not yet committed; 0 when the current owner goes on.
    var pendingOwnerLength = 0
    private var pendingOwnerText = 0..<0
    /// Whether the record at hand has its owner already.
    var hasOwner = false

    /// The owner of the record at hand, where it is known.
    var ownerAtHand: Name? {
        guard hasOwner else { return nil }
        let wire = pendingOwnerLength > 0 ? arena + octetCount : arena + Int(owner)
        let length = pendingOwnerLength > 0 ? pendingOwnerLength : ownerLength
        return Name(wire: UnsafeBufferPointer(start: wire, count: length))
    }

    private mutating func recordAfterOwner() throws(Fault) {
        var explicitTTL: UInt32?
        var hasClass = false
        // Where a type stands that BIND does not read.
        var unknownTypeAt = -1
        while true {
            let (start, end) = try field()
            if ASCII.isDigit(buffer[start]) {
                guard explicitTTL == nil else { throw Fault(.secondTTL, at: start) }
                explicitTTL = try readTTL(start, end)
                continue
            }
            // SAFETY: 64 readable octets stand behind every token.
            let length = end &- start
            let raw = UnsafeRawPointer(buffer + start)
            // `IN`, as most records have it, in either case.
            if length == 2, !hasClass, recordClass == RecordClass.internet.rawValue,
                UInt16(littleEndian: raw.loadUnaligned(as: UInt16.self)) & 0xDFDF == 0x4E49
            {
                hasClass = true
                continue
            }
            if length <= 15 {
                var low = raw.loadUnaligned(as: UInt64.self)
                var high: UInt64 = 0
                if length < 8 {
                    low &= (1 &<< UInt64(length &* 8)) &- 1
                } else if length > 8 {
                    high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                    high &= (1 &<< UInt64(length &* 8 &- 64)) &- 1
                }
                if let slot = types.slot(TypeIndex.folded(low), TypeIndex.folded(high)) {
                    if slot.pointee.isClass {
                        guard !hasClass else { throw Fault(.secondClass, at: start) }
                        guard slot.pointee.number == recordClass else {
                            throw Fault(.wrongClass, at: start)
                        }
                        hasClass = true
                        continue
                    }
                    guard buffer[end] != UInt8(ascii: "\"") else { throw Fault(.missingBlank, at: end) }
                    typeNumber = slot.pointee.number
                    typeIsKnown = true
                    let descriptor = types.descriptors[Int(slot.pointee.row)]
                    try rdata(descriptor)
                    if descriptor.isWrittenByNumber { unknownTypeAt = start }
                    break
                }
            }
            if try readNumberedTypeOrClass(start, end, &hasClass, &unknownTypeAt) { break }
        }
        try endOfRecord()
        if unknownTypeAt >= 0 {
            fieldIndex = -1
            let isLong = types.row(of: typeNumber).map { !types.descriptors[$0].isWrittenByNumber } ?? true
            warnOfUnknownWord(
                isLong ? .numberTooLong : .typeUnknownToBIND, isLong ? 5 : typeNumber, at: unknownTypeAt)
        }
        try commit(explicitTTL)
    }

    /// `TYPEn` and its data, or `CLASSn`; true when it was the type.
    @inline(never) private mutating func readNumberedTypeOrClass(
        _ start: Int, _ end: Int, _ hasClass: inout Bool, _ unknownTypeAt: inout Int
    ) throws(Fault) -> Bool {
        let text = UnsafeBufferPointer<UInt8>(start: buffer + start, count: end - start)
        switch types.lookUp(text) {
        case .type(let number):
            guard buffer[end] != UInt8(ascii: "\"") else { throw Fault(.missingBlank, at: end) }
            typeNumber = number
            typeIsKnown = true
            if let row = types.row(of: number) {
                let descriptor = types.descriptors[row]
                let hasData = try hasField()
                let isInWords = hasData && !isGenericMarker()
                try rdata(descriptor)
                if descriptor.isWrittenByNumber && isInWords { unknownTypeAt = start }
            } else {
                try judgeNumberedType(number, at: start)
                try genericRdata(nil)
            }
            if end - start > TypeIndex.typeLengthForBIND { unknownTypeAt = start }
            return true
        case .recordClass(let number):
            guard !hasClass else { throw Fault(.secondClass, at: start) }
            guard number == recordClass else { throw Fault(.wrongClass, at: start) }
            hasClass = true
            return false
        case nil:
            throw Fault(RecordClass.isQueryClass(text) ? .wrongClass : .unknownType, at: start)
        }
    }

    /// The record is whole: it becomes the store's.
    @inline(__always) private mutating func commit(_ explicitTTL: UInt32?) throws(Fault) {
        let length = out - rdataStart
        guard length <= 0xFFFF else { throw Fault(.rdataTooLong, at: Int(starts[index &- 1])) }
        let time: UInt32
        if let explicitTTL {
            ttl.last = explicitTTL
            ttl.hasLast = true
            time = explicitTTL
        } else if ttl.hasDefault {
            time = ttl.defaultTTL
        } else {
            time = inferredTTL()
        }
        if pendingOwnerLength != 0 {
            owner = UInt32(truncatingIfNeeded: octetCount)
            ownerLength = pendingOwnerLength
            pendingOwnerLength = 0
            ownerText = buffer + pendingOwnerText.lowerBound
            ownerTextLength = pendingOwnerText.count
        }
        (rows + rowCount).initialize(
            to: RecordStore.Row(
                owner: owner, rdata: UInt32(truncatingIfNeeded: rdataStart - arena), ttl: time,
                line: UInt32(truncatingIfNeeded: line), type: typeNumber,
                rdataLength: UInt16(truncatingIfNeeded: length)))
        rowCount &+= 1
        octetCount = out - arena
        advanceLine()
    }

    /// Goes to the line after the entry at hand, whose last token has been taken.
    @inline(__always) mutating func advanceLine() {
        if quotedNewline >= 0 { warnOfUnknownWord(.newlineInQuotes, 0, at: quotedNewline) }
        let (first, start) = (line, lineStart)
        line &+= linesPassed &+ 1
        lineStart = Int(starts[index &- 1]) &+ 1
        if nextAnnotation < UInt32(truncatingIfNeeded: lineStart) { annotate(from: first, startingAt: start) }
    }

    /// No TTL on the record and no `$TTL` of this file: the last one given, or the SOA's minimum, as BIND reads
    /// such zones (RFC 1035 §5.1); an hour where it would have neither, as Knot and NSD do.
    @inline(never) private mutating func inferredTTL() -> UInt32 {
        if ttl.isIncluded {
            ttl.isIncluded = false
            report(warning: .includedTTL, number: UInt64(ttl.defaultTTL))
        } else if ttl.hasLast {
            if !ttl.hasToldLast { report(warning: .lastTTL, number: UInt64(ttl.last)) }
            ttl.hasToldLast = true
            return ttl.last
        } else if typeNumber == RecordType.soa.rawValue, out - rdataStart >= 4 {
            let minimum = UnsafeRawPointer(out - 4).loadUnaligned(as: UInt32.self).bigEndian
            ttl.defaultTTL = minimum <= 0x7FFF_FFFF ? minimum : 0
            report(warning: .soaMinimumTTL, number: UInt64(ttl.defaultTTL))
        } else {
            ttl.defaultTTL = TTLState.fallback
            report(warning: .missingTTL, number: UInt64(ttl.defaultTTL))
        }
        ttl.hasDefault = true
        return ttl.defaultTTL
    }
}
