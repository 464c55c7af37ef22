import Testing

@testable import RFC1035

/// Every record type: what it reads, how it prints it, what it refuses.
@Suite struct RecordTypeTests {
    static let mnemonics = RecordTypeRow.all.map(\.mnemonic)

    @Test func everyTypeHasItsFileAndEveryFileItsType() throws {
        #expect(try GoldenType.mnemonicsOfFiles() == Set(Self.mnemonics))
    }

    @Test(arguments: RecordTypeRow.all.indices)
    func readsPrintsAndRefuses(row: Int) throws {
        let row = RecordTypeRow.all[row]
        let golden = try GoldenType(row.mnemonic)
        #expect(golden.heading == "; \(row.mnemonic) — \(row.reference)")
        #expect(golden.accepted.isEmpty == row.traits.contains(.refused))
        for record in golden.accepted {
            let read = try Self.data("\(row.mnemonic) \(record.data)")
            if let warning = record.warning {
                let isWarned = read.messages.count == 1 && read.messages[0].contains(warning)
                #expect(isWarned, "\(record.data): \(read.messages)")
            } else {
                #expect(read.messages == [], "\(row.mnemonic) \(record.data)")
            }
            #expect(read.canonical == "\(row.canonicalName) \(record.canonical)")
            let again = try Self.data(read.canonical)
            // A warning may be about what stands in the record, or about what was lost in reading it.
            let isQuiet = again.messages == [] || record.warning != nil
            #expect(isQuiet && again.octets == read.octets, "reading again: \(read.canonical)")
            #expect(again.canonical == read.canonical)
            for type in [row.mnemonic, "TYPE\(row.number)"] {
                let generic = try Self.data("\(type) \(Self.generic(read.octets))")
                // What named refuses of the type's own form it refuses of its octets, but for how they were written.
                let isQuiet =
                    generic.messages == []
                    || record.warning != nil && generic.messages.allSatisfy { $0.contains("not read these octets") }
                    || type == row.mnemonic && row.traits.contains(.unknownToBIND)
                        && generic.messages.allSatisfy { $0.contains("does not know '\(row.mnemonic)'") }
                #expect(isQuiet, "\(row.mnemonic) \(record.data) as \(Self.generic(read.octets)): \(generic.messages)")
                #expect(generic.octets == read.octets && generic.canonical == read.canonical)
            }
        }
        for record in golden.refused {
            let read = try Self.data("\(row.mnemonic) \(record.data)")
            #expect(read.canonical.isEmpty, "\(row.mnemonic) \(record.data) is read")
            let isRefused = read.messages.count == 1 && read.messages[0].contains(record.words)
            #expect(isRefused, "\(row.mnemonic) \(record.data): \(read.messages), wanted: \(record.words)")
        }
    }

    /// Types by number: `TYPEn` reads like the mnemonic; where no record has the type, it says so.
    @Test(arguments: [
        (##"TYPE1 192.0.2.1"##, "A 192.0.2.1", nil), (##"type0015 10 A."##, "MX 10 a.", nil),
        (##"TYPE65280 \# 3 ab CDEF"##, ##"TYPE65280 \# 3 ABCDEF"##, nil),
        (##"TYPE65535 \# 0"##, ##"TYPE65535 \# 0"##, nil),
        (##"TYPE54 \# 1 00"##, ##"TYPE54 \# 1 00"##, nil),
        (##"TYPE3 \# 3 016100"##, ##"TYPE3 \# 3 016100"##, "'TYPE3' is obsolete since RFC 973, and named refuses"),
        (##"TYPE4 \# 0"##, ##"TYPE4 \# 0"##, "use MX"),
        (##"TYPE41 \# 0"##, ##"TYPE41 \# 0"##, "'TYPE41' is a type of queries and messages"),
        (##"TYPE128 \# 0"##, ##"TYPE128 \# 0"##, "queries"), (##"TYPE200 \# 0"##, ##"TYPE200 \# 0"##, "queries"),
        (##"TYPE255 \# 1 00"##, ##"TYPE255 \# 1 00"##, "queries"),
        (##"TYPE0 \# 0"##, "", "type 0 is reserved"), (##"TYPE65536 \# 0"##, "", "unknown record type 'TYPE65536'"),
        (##"TYPE65280 abc"##, "", "LENGTH HEX"), (##"TYPE65280 \# 2 AB"##, "", "length must match"),
        (##"TYPE65280 \# 1 A"##, "", "odd number"), (##"TYPE255 any"##, "", "LENGTH HEX"),
        (##"BOGUS x"##, "", "unknown record type 'BOGUS'"),
    ] as [(String, String, String?)])
    func readsTypesByNumber(record: String, canonical: String, words: String?) throws {
        let read = try Self.data(record)
        #expect(read.canonical == canonical)
        #expect(words.map { word in read.messages.contains { $0.contains(word) } } ?? read.messages.isEmpty)
        if !canonical.isEmpty { #expect(try Self.data(canonical).canonical == canonical) }
    }

    /// Data that named does not load is not loaded in generic form either.
    @Test(arguments: [
        (##"NSEC \# 3 016200"##, false), (##"NSEC \# 6 016200000140"##, true), (##"IPSECKEY \# 3 0a0002"##, false),
        (##"IPSECKEY \# 4 0a000201"##, true), (##"IPSECKEY \# 4 0a040201"##, false),
        (##"LOC \# 16 00121613934FDA017F00000000989680"##, false),
        (##"LOC \# 16 00121613934FD9008000000000989680"##, true),
        (##"NAPTR \# 13 00010002000005212821782100"##, false), (##"NAPTR \# 13 00010002000005217821782100"##, true),
        (##"AMTRELAY \# 3 0a0401"##, true),
    ])
    func judgesGenericDataAsNamedDoes(record: String, isLoaded: Bool) throws {
        let read = try Self.data(record)
        #expect(!read.canonical.isEmpty && (read.messages.isEmpty == isLoaded), "\(read)")
        let run = try Self.named(record)
        #expect((run.status == 0) == isLoaded, "\(run.output)")
    }

    /// Types that named does not know stand by number in other records too.
    @Test(arguments: [
        ("NSEC A. A TYPE264 cla", "NSEC a. A TYPE263 TYPE264"), ("NSEC A. IPN", "NSEC a. TYPE264"),
        ("CSYNC 1 2 A IPN CLA", "CSYNC 1 2 A TYPE263 TYPE264"),
        (
            "NSEC3 1 0 1 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S WALLET CLA",
            "NSEC3 1 0 1 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S WALLET TYPE263"
        ),
        (
            "RRSIG IPN 5 1 3600 20300101000000 20200101000000 1 a. AAAA",
            "RRSIG TYPE264 5 1 3600 20300101000000 20200101000000 1 a. AAAA"
        ),
        ("DSYNC CLA NOTIFY 1 a.", "DSYNC TYPE263 NOTIFY 1 a."),
    ])
    func writesTypesUnknownToNamedByNumber(record: String, canonical: String) throws {
        let read = try Self.data(record)
        #expect(read.canonical == canonical && !read.messages.isEmpty)
        #expect(read.messages.allSatisfy { $0.contains("BIND does not know") }, "\(read.messages)")
        #expect(try Self.named(record).status != 0)
        #expect(try Self.data(canonical).messages == [])
        try namedReads(canonical)
    }

    /// A word that named does not know is said once for each record, and not where its number stands.
    @Test(arguments: [
        ("CLA x", ["'CLA'"]), ("cla x", ["'cla'"]), (##"CLA \# 2 0178"##, ["'CLA'"]), ("TYPE263 x", ["'TYPE263'"]),
        (##"TYPE263 \# 2 0178"##, []), ("IPN 5", ["'IPN'"]), ("NSEC a. A CLA cla IPN", ["'CLA'"]),
        ("NSEC a. TYPE263 CLA", ["'CLA'"]), ("CSYNC 1 2 IPN", ["'IPN'"]), ("SVCB 1 . ohttp", ["'ohttp'"]),
        ("SVCB 1 . key8", []),
        ("HTTPS 1 . mandatory=ohttp ohttp", ["'ohttp'"]), ("HTTPS 1 . mandatory=alpn,key8 key8 alpn=h2", []),
    ] as [(String, [String])])
    func saysWhatNamedDoesNotKnow(record: String, words: [String]) throws {
        let messages = try Self.data(record).messages
        #expect(messages.count == words.count, "\(messages)")
        for (message, word) in zip(messages, words) { #expect(message.contains("BIND does not know \(word)")) }
        let run = try Self.named(record)
        #expect((run.status == 0) == words.isEmpty, "\(run.output)")
    }

    /// Every other mnemonic in what zonectl prints named knows, and those it does not know it does not.
    @Test(arguments: RecordTypeRow.all.indices)
    func namedKnowsTheMnemonicsThatArePrinted(row: Int) throws {
        let row = RecordTypeRow.all[row]
        guard !row.traits.contains(.refused) else { return }
        // Data that named judges only after the type.
        let output = try Self.named("\(row.mnemonic) \\# 0").output
        #expect(output.contains("unknown RR type") == row.traits.contains(.unknownToBIND), "\(output)")
    }

    private func namedReads(_ record: String) throws {
        let run = try Self.named(record)
        #expect(run.status == 0, "\(record): \(run.output)")
    }

    private static func named(_ record: String) throws -> (output: String, status: Int32) {
        try withTemporaryFolder { folder in
            let owner = String(repeating: "0", count: 32)
            try write("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns.other.\n\(owner) \(record)\n", to: "\(folder)/zone")
            let run = try shell("cd \(folder) && named-compilezone -i none -s full -o out example zone")
            if run.status == 127 {
                throw Trouble("named-compilezone is missing: apt-get install --no-install-recommends bind9-utils")
            }
            return run
        }
    }

    @Test func theTableIsInOrderAndWhole() {
        let numbers = RecordTypeRow.all.map(\.number)
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<))
        for row in RecordTypeRow.all {
            let isRefused = row.traits.contains(.refused)
            #expect(RecordType(mnemonic: row.mnemonic)?.rawValue == row.number)
            #expect(RecordType(rawValue: row.number).description == (isRefused ? "TYPE\(row.number)" : row.mnemonic))
            // Whatever may be absent stands at the end, and a record without any data has a field that may be.
            #expect(row.fields.drop { !$0.isOptional }.allSatisfy(\.isOptional) && !row.fields.isEmpty)
            #expect(!row.traits.contains(.meta) || isRefused)
        }
    }

    /// Where this fails after a change of the table: write the multiplier it shows into `knownMultiplier`.
    @Test func theHashOfMnemonicsFitsAtTheFirstTry() {
        #expect(TypeIndex.shared.multiplier == TypeIndex.knownMultiplier, "\(TypeIndex.shared.multiplier) fits")
    }

    /// One record's octets and canonical `TYPE DATA`, or the messages of what is wrong with it.
    static func data(_ record: String) throws -> (octets: [UInt8], canonical: String, messages: [String]) {
        data(Array(record.utf8))
    }

    static func data(_ record: [UInt8]) -> (octets: [UInt8], canonical: String, messages: [String]) {
        let store = RecordStore()
        let report = (Array("$TTL 60\no ".utf8) + record + [0x0A]).withUnsafeBytes {
            MasterFile.read($0, name: "golden", into: store, options: MasterOptions(origin: Self.origin))
        }
        let messages = report.findings.map(\.message)
        guard report.isValid, store.count == 1 else { return ([], "", messages.isEmpty ? ["no record"] : messages) }
        let row = store.rows[0]
        var writer = ByteWriter()
        RecordWriter.appendType(row.type, to: &writer)
        writer.append(UInt8(ascii: " "))
        RecordWriter.appendRdata(row, of: store, to: &writer)
        return (
            Array(UnsafeBufferPointer(start: store.arena + Int(row.rdata), count: Int(row.rdataLength))),
            String(decoding: writer.array(), as: UTF8.self), messages
        )
    }

    static let origin = Name(wire: [7] + Array("example".utf8) + [0]) ?? .root

    /// `\# length HEX` (RFC 3597 §5), made without the writer under test.
    static func generic(_ octets: [UInt8]) -> String {
        let digits = octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return ##"\# "## + (octets.isEmpty ? "0" : "\(octets.count) \(digits)")
    }
}

extension RecordTypeRow {
    /// What records of the type are printed as.
    var canonicalName: String { traits.contains(.unknownToBIND) ? "TYPE\(number)" : mnemonic }
}
