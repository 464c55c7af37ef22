// Octets from libFuzzer, read as a master file, printed, and read again: the records must be the same, and so must the
// text. Compiled into one module with the sources of RFC1035 (script/fuzz --memory); SwiftPM does not build it.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let first = RecordStore()
    read(UnsafeRawBufferPointer(start: data, count: count), into: first)
    let text = canonicalText(of: first)
    let second = RecordStore()
    let report = text.withUnsafeBytes { read($0, into: second) }
    if let finding = report.findings.first(where: { $0.severity == .error }) {
        stop("our own text is refused at line \(finding.line): \(finding.message)", text)
    }
    guard first.count == second.count else { stop("\(first.count) records become \(second.count)", text) }
    for row in 0..<first.count where !areEqual(first, second, row) {
        stop("record \(row) is read to another one", text)
    }
    if canonicalText(of: second) != text { stop("printed again, the text is another one", text) }
    return 0
}

@discardableResult
private func read(_ octets: UnsafeRawBufferPointer, into store: RecordStore) -> MasterReport {
    // No folder for `$INCLUDE`: nothing that the fuzzer invents opens a file.
    MasterFile.read(octets, name: "fuzz", into: store, options: MasterOptions(origin: .root))
}

private func canonicalText(of store: RecordStore) -> [UInt8] {
    var writer = ByteWriter()
    for row in 0..<store.count { RecordWriter.appendCanonical(store.rows[row], of: store, to: &writer) }
    return writer.array()
}

private func areEqual(_ a: RecordStore, _ b: RecordStore, _ row: Int) -> Bool {
    let (x, y) = (a.rows[row], b.rows[row])
    guard x.type == y.type, x.ttl == y.ttl, x.rdataLength == y.rdataLength,
        memcmp(a.arena + Int(x.rdata), b.arena + Int(y.rdata), Int(x.rdataLength)) == 0
    else { return false }
    let (owner, other) = (a.arena + Int(x.owner), b.arena + Int(y.owner))
    var at = 0
    while owner[at] != 0 {
        guard memcmp(owner + at, other + at, Int(owner[at]) + 1) == 0 else { return false }
        at += Int(owner[at]) + 1
    }
    return other[at] == 0
}

private func stop(_ why: String, _ text: [UInt8]) -> Never {
    let said = Array("\(why)\n".utf8) + text.prefix(4000) + [10]
    _ = said.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
}
