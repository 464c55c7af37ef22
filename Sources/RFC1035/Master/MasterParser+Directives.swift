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
            return name.count == text.count && zip(name, text).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
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
            try endOfLine()
            let isOther = !name.wire.elementsEqual(UnsafeBufferPointer(start: origin, count: originLength))
            set(origin: name)
            if isOther { rowsAtOrigin = rowCount }
        case .ttl:
            operand = "TTL"
            let (start, end) = try field()
            let value = try readTTL(start, end)
            try endOfLine()
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

    /// For directives that a parenthesis must not spread over lines.
    func refuseParentheses(from first: Int) throws(Fault) {
        for at in first..<index where buffer[Int(starts[at])] == UInt8(ascii: "(") {
            throw Fault(.directiveParenthesis, at: Int(starts[at]))
        }
    }

    /// `$INCLUDE file [origin]`: its origin and owner end with the included file (RFC 1035 §5.1); its `$TTL` goes
    /// on, as in BIND and NSD.
    private mutating func include() throws(Fault) {
        let first = index
        operand = "file name"
        let (start, end) = try field()
        // A backslash is an ordinary octet of a file name, as in BIND and NSD.
        let path = rawOctets(start, end)
        var inner = Name(wire: UnsafeBufferPointer(start: origin, count: originLength)) ?? .root
        if try hasField() {
            operand = "origin"
            let (start, end) = try field()
            inner = try readDetachedName(start, end)
            guard isAbsolute(start, end) else { throw Fault(.relativeOrigin, at: start) }
            operand = ""
        }
        try refuseParentheses(from: first)
        operand = ""
        guard let root = session.options.includeRoot else { throw Fault(.includesOff, at: start) }
        guard store.files.count <= MasterFile.maximumIncludes else { throw Fault(.includeCount, at: start) }
        guard session.open.count < MasterFile.maximumIncludeDepth else { throw Fault(.includeDepth, at: start) }
        let descriptor: Int32
        switch IncludedFile.open(path, below: root) {
        case .success(let opened): descriptor = opened
        case .failure(let reason, let error):
            faultNumber = UInt64(clamping: error)
            throw Fault(reason, at: start)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Fault(.includeUnreadable, at: start) }
        let identity = MasterSession.Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        guard !session.open.contains(identity) else { throw Fault(.includeCycle, at: start) }
        try endOfLine()

        session.open.append(identity)
        let written = String(decoding: path, as: UTF8.self)
        let name = root.isEmpty || root == "." || written.hasPrefix("/") ? written : root + "/" + written
        returnStorage()
        let included = MasterSession.File(name: name, number: store.beginFile(name), identity: identity)
        var parser = MasterParser(
            session: session, source: .descriptor(descriptor), file: included, origin: inner)
        parser.owner = owner
        parser.ownerLength = ownerLength
        parser.ttl = ttl
        parser.run()
        borrowStorage()
        session.open.removeLast()
        store.resumeFile(file.number)
        takeOver(parser.ttl)
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

/// Opens what `$INCLUDE` names, never through a link and never outside a folder.
enum IncludedFile {
    enum Opened {
        case success(Int32)
        /// With the system's error number, or 0.
        case failure(FaultReason, Int32 = 0)
    }

    private static func isLink(_ name: [CChar], in folder: Int32) -> Bool {
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static func open(_ path: [UInt8], below root: String) -> Opened {
        guard !path.isEmpty, !path.contains(0) else { return .failure(.includeUnreadable) }
        var path = path[...]
        if path.first == UInt8(ascii: "/") {
            // An absolute name is fine when it leads below the folder.
            let prefix = Array(root.utf8) + (root.hasSuffix("/") ? [] : [UInt8(ascii: "/")])
            guard path.starts(with: prefix) else { return .failure(.includeOutside) }
            path = path.dropFirst(prefix.count)
        }
        let parts = path.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
        guard !parts.isEmpty, !parts.contains(Array("..".utf8)[...]) else { return .failure(.includeOutside) }
        var folder = openat(AT_FDCWD, root.isEmpty ? "." : root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(.includeUnreadable) }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (isLast ? O_NONBLOCK : O_DIRECTORY)
            let name = part.map { CChar(bitPattern: $0) } + [0]
            let next = openat(folder, name, flags)
            let error = errno
            let isLink = next < 0 && isLink(name, in: folder)
            close(folder)
            guard next >= 0 else { return isLink ? .failure(.includeOutside) : .failure(.includeUnreadable, error) }
            folder = next
        }
        var status = stat()
        guard fstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(folder)
            return .failure(.includeNotAFile)
        }
        return .success(folder)
    }
}
