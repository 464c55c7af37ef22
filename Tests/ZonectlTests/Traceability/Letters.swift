import Foundation
import Testing

extension ProcedureOffice {
    /// `letter KIND`, which must end with `status`; with any other than 0 nothing may change on disk.
    @discardableResult
    func letter(
        _ kind: String, of number: Int = 1, options: [String] = [], status: Int32 = 0, codes: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let arguments = ["letter", kind, id(number)] + options
        if status != 0 {
            return try office.refuses(arguments, status: status, codes: codes, location: location).errorText
        }
        return try run(arguments, status, codes, location).text
    }

    /// Writes a document and gives the words of its page, where no column breaks them.
    func words(_ kind: String, of number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> String {
        try letter(kind, of: number, location: location)
        var words = ""
        var isTag = false
        for character in try written(kind, of: number, ending: "html").replacing("<wbr>", with: "").drop(while: {
            $0 != "<"
        }) {
            if character == "<" { isTag = true } else if character == ">" { isTag = false }
            words.append(isTag || character == ">" ? " " : character)
        }
        for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            words = words.replacing(escape, with: character)
        }
        return words
    }

    /// A document written before.
    func written(_ kind: String, of number: Int = 1, ending: String = "txt") throws -> String {
        try readText(office.path("letters/" + id(number).replacing("/", with: "-") + "-\(kind).\(ending)"))
    }
}

/// That a document says all of `parts`, wherever its lines break.
func expect(
    _ document: String, says parts: [String], but others: [String] = [], location: SourceLocation = #_sourceLocation
) {
    let text = document.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for part in parts {
        #expect(text.contains(part), "“\(part)” is missing in\n\(document)", sourceLocation: location)
    }
    for part in others {
        #expect(!text.contains(part), "“\(part)” stands in\n\(document)", sourceLocation: location)
    }
}

/// That a document is what stands in `Tests/Golden/letters`, word for word. `ZONECTL_UPDATE_LETTERS=1 swift test --filter
/// Letter` writes the files anew; look at the difference before it is offered.
func expect(_ document: String, isGolden name: String, location: SourceLocation = #_sourceLocation) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/letters/\(name)").path
    if ProcessInfo.processInfo.environment["ZONECTL_UPDATE_LETTERS"] != nil { try writeFile(path, document) }
    #expect(
        try document == readText(path),
        "differs from Tests/Golden/letters/\(name); ZONECTL_UPDATE_LETTERS=1 writes it anew",
        sourceLocation: location)
}
