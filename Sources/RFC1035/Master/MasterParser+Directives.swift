#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The directives of RFC 1035 §5.1 and RFC 2308 §4, and BIND's `$GENERATE`.
enum Directive: String, CaseIterable {
    case origin = "$ORIGIN"
    case ttl = "$TTL"
    case include = "$INCLUDE"
    case generate = "$GENERATE"

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let found = Self.allCases.first { directive in
            let name = directive.rawValue.utf8
            return name.count == text.count
                && zip(name, text).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
        }
        guard let found else { return nil }
        self = found
    }
}

extension MasterParser {
    @inline(never) mutating func directive() throws(Fault) {
        let (start, end) = try field()
        guard let directive = Directive(UnsafeBufferPointer(start: buffer + start, count: end - start)) else {
            throw Fault(.unknownDirective, at: start)
        }
        // Stays set when something is thrown, until the fault has been reported.
        directiveAtHand = directive
        operand = ""
        switch directive {
        case .origin:
            operand = "name"
            let (start, end) = try field()
            let name = try readDetachedName(start, end)
            // `@` names no other origin; any other relative name BIND alone completes.
            guard isAbsolute(start, end) || end - start == 1 && buffer[start] == UInt8(ascii: "@") else {
                throw Fault(.relativeOrigin, at: start)
            }
            try endOfDirective()
            let isOther = !name.wire.elementsEqual(UnsafeBufferPointer(start: origin, count: originLength))
            set(origin: name)
            if isOther { rowsAtOrigin = rowCount }
        case .ttl:
            operand = "TTL"
            let (start, end) = try field()
            let value = try readTTL(start, end)
            try endOfDirective()
            ttl.defaultTTL = value
            ttl.hasDefault = true
            ttl.isIncluded = false
        case .include: try include()
        case .generate: try generate()
        }
        directiveAtHand = nil
    }

    /// Whether a name's text ends with a dot that is not escaped.
    private func isAbsolute(_ start: Int, _ end: Int) -> Bool {
        guard buffer[end - 1] == UInt8(ascii: ".") else { return false }
        var at = end - 1
        while at > start && buffer[at - 1] == UInt8(ascii: "\\") { at -= 1 }
        return (end - 1 - at) % 2 == 0
    }

    /// A directive that the file's end cuts off BIND does not read.
    private mutating func endOfDirective() throws(Fault) {
        try endOfRecord()
        if isCutOff { report(warning: .directiveCutOff) }
        advanceLine()
    }

    /// Whether the line whose last token has been taken lacks its newline.
    var isCutOff: Bool { window.lacksNewline && Int(starts[index - 1]) == window.count - 1 }

    /// `$INCLUDE file [origin]`: its origin and owner end with the included file (RFC 1035 §5.1); its `$TTL` goes
    /// on, as in BIND and NSD.
    private mutating func include() throws(Fault) {
        operand = "file name"
        let (start, end) = try field()
        let path = fileName(start, end)
        guard !path.contains(UInt8(ascii: "\n")) else { throw Fault(.unclosedQuote, at: start) }
        let linesBefore = linesPassed
        // To Knot and NSD such a parenthesis is a part of the name.
        for at in [start - 1, end] where buffer[start] != UInt8(ascii: "\"") && isParenthesis(at) {
            throw Fault(.directiveParenthesis, at: at)
        }
        var hasOrigin = false
        var inner = Name(wire: UnsafeBufferPointer(start: origin, count: originLength)) ?? .root
        if try hasField() {
            operand = "origin"
            let (start, end) = try field()
            hasOrigin = true
            guard linesPassed == linesBefore else { throw Fault(.directiveParenthesis, at: start) }
            inner = try readDetachedName(start, end)
            guard isAbsolute(start, end) else { throw Fault(.relativeOrigin, at: start) }
            operand = ""
        }
        operand = ""
        guard let root = session.includeRoot else { throw Fault(.includesOff, at: start) }
        guard store.files.count <= MasterFile.maximumIncludes else { throw Fault(.includeCount, at: start) }
        guard session.includeDepth < MasterFile.maximumIncludeDepth else { throw Fault(.includeDepth, at: start) }
        let name = root.shown(String(decoding: path, as: UTF8.self))
        let descriptor: Int32
        switch root.open(path) {
        case .success(let opened): descriptor = opened
        case .failure(let reason, let error):
            faultNumber = UInt64(clamping: error)
            throw Fault(reason, at: start)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Fault(.includeUnreadable, at: start) }
        guard status.st_size <= InputWindow.maximumTotal else {
            session.readFailed(EFBIG, file: MasterSession.File(name: name, number: file.number), line: 1)
            throw Fault(.includeUnreadable, at: start)
        }
        let identity = MasterSession.Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        guard !session.open.contains(identity) else { throw Fault(.includeCycle, at: start) }
        try endOfRecord()
        // BIND looks behind the file name itself, whether a newline or the file's end stands there.
        if hasOrigin && isCutOff { report(warning: .directiveCutOff) }
        advanceLine()

        session.open.append(identity)
        session.includeDepth += 1
        note(.file)
        returnStorage()
        let included = MasterSession.File(name: name, number: store.beginFile(name), identity: identity)
        var parser = MasterParser(
            session: session, source: .descriptor(descriptor), file: included, origin: inner)
        parser.owner = owner
        parser.ownerLength = ownerLength
        parser.keepOwner(ownerOctets)
        parser.ttl = ttl
        parser.run()
        borrowStorage()
        note(.file)
        session.open.removeLast()
        session.includeDepth -= 1
        store.resumeFile(file.number)
        takeOver(parser.ttl)
    }

    /// The file name in a token. A backslash is an ordinary octet of it, but before a quote within quotes.
    private func fileName(_ start: Int, _ end: Int) -> [UInt8] {
        var name: [UInt8] = []
        var rest = rawOctets(start, end)[...]
        while let octet = rest.popFirst() {
            name.append(octet)
            guard octet == UInt8(ascii: "\\"), let next = rest.popFirst() else { continue }
            if next == UInt8(ascii: "\""), buffer[start] == next { name.removeLast() }
            name.append(next)
        }
        return name
    }

    private func isParenthesis(_ at: Int) -> Bool {
        buffer[at] == UInt8(ascii: "(") || buffer[at] == UInt8(ascii: ")")
    }

    /// The TTLs that an included file leaves behind.
    private mutating func takeOver(_ inner: TTLState) {
        let changes = inner.hasDefault && !(ttl.hasDefault && ttl.defaultTTL == inner.defaultTTL)
        ttl = inner
        guard changes else { return }
        // The first record that takes it says so.
        ttl.hasDefault = false
        ttl.isIncluded = true
    }
}
