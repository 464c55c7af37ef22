#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import RFC1035
import Testing

/// `docs/types.md` says what the table says. `ZONECTL_WRITE_DOCS=1 swift test --filter TypesDocument` writes it anew.
@Suite struct TypesDocumentTests {
    @Test func theDocumentIsWhatTheTableSays() throws {
        let path = String(#filePath.dropLast("Tests/RFC1035Tests/TypesDocumentTests.swift".count)) + "docs/types.md"
        if getenv("ZONECTL_WRITE_DOCS") != nil { try write(Self.text, to: path) }
        #expect(try contents(of: path) == Self.text, "write it anew with ZONECTL_WRITE_DOCS=1")
    }

    static var text: String {
        let read = RecordTypeRow.all.filter { !$0.traits.contains(.refused) }
        let refused = RecordTypeRow.all.filter { $0.traits.contains(.refused) }
        var lines = [
            "# Record types", "",
            "The \(read.count) types that zonectl reads by name, and their data in the order it is written.",
            "A field in brackets may be absent. Any type may be written by number (`TYPE15 10 mail`),",
            ##"and any data in the generic form of RFC 3597 (`MX \# 5 000A016100`); generic data of a type"##,
            "in this table must be valid for it. Types that are not here have the generic form only.", "",
            "Examples of each type, and of what is refused, are in `Tests/Golden/types`. This page is made",
            "from the table in `Sources/RFC1035/Types/RecordTypeRow.swift` by",
            "`ZONECTL_WRITE_DOCS=1 swift test --filter TypesDocument`.", "",
            "| type | number | data | defined in | |", "|---|---|---|---|---|",
        ]
        lines += read.map { row in
            let fields = row.fields.map { $0.isOptional ? "[*\($0.name)*]" : "*\($0.name)*" }.joined(separator: " ")
            return "| \(row.mnemonic) | \(row.number) | \(fields) | \(row.reference) | \(notes(row.traits)) |"
        }
        lines += [
            "", "## Types without records", "",
            "Known by name so that a message can say what is wrong. No zone holds records of them.",
            "", "| type | number | defined in | |", "|---|---|---|---|",
        ]
        lines += refused.map { row in
            let note = row.traits.contains(.meta) ? "of queries and messages" : "obsolete: use MX"
            return "| \(row.mnemonic) | \(row.number) | \(row.reference) | \(note) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func notes(_ traits: RecordTypeRow.Traits) -> String {
        [
            traits.contains(.obsolete) ? "obsolete" : nil,
            traits.contains(.exclusive) ? "alone at its name" : traits.contains(.singleton) ? "one at a name" : nil,
            traits.contains(.unknownToBIND) ? "written by number, as BIND does not know it" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
