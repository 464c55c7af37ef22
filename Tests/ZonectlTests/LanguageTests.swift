import Foundation
import Testing
import ZoneCore

@testable import zonectl

/// Every message in both languages.
@Suite struct LanguageTests {
    private let sources = String(#filePath.dropLast("Tests/ZonectlTests/LanguageTests.swift".count)) + "Sources"

    /// Whatever the program can say stands in the sources as a pair.
    @Test func everyMessageIsInBothLanguages() throws {
        var count = 0
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources).sorted()
        for path in paths where path.hasSuffix(".swift") {
            let scan = MessageScan(file: path, try readText(sources + "/" + path))
            count += scan.messages.count
            #expect(scan.alone.isEmpty, "\(path): en: without id: in lines \(scan.alone)")
            for message in scan.messages {
                for fault in message.faults {
                    Issue.record("\(path):\(message.line): \(fault): “\(message.english)” / “\(message.indonesian)”")
                }
            }
        }
        #expect(count > 2000, "only \(count) messages found")
    }

    /// That the scan sees what it is there for.
    @Test(arguments: [
        (#"Text(en: "the name is free", id: "nama bebas")"#, 0),
        (#"Text(en: "", id: "nama bebas")"#, 1),
        (#"Text(en: "the name is free", id: "")"#, 1),
        (#"Text(en: "free names", id: "free names")"#, 1),
        (#"Text(en: "a " + (x ? "free" : "taken"), id: "the \(x ? "free" : "") nama")"#, 1),
        (#"Text(en: "nama yang bebas", id: "nama bebas")"#, 1),
        (#"BadValue(en: "is not \(a(b: "x, y"))", id: "bukan \(a(b: "is"))")"#, 0),
        (#"Text(en: "see zonectl request show --with-contacts", id: "lihat zonectl request show --with-contacts")"#, 0),
        (#"// Text(en: "the", id: "the")"#, 0),
    ])
    func faultsAreFound(source: String, count: Int) {
        let scan = MessageScan(file: "x", source)
        #expect(scan.messages.count == (source.hasPrefix("//") ? 0 : 1))
        #expect(scan.messages.flatMap(\.faults).count == count, "\(scan.messages.flatMap(\.faults))")
    }

    /// What can be listed is there in both, and says different things of different words.
    @Test func everyWordOfTheDomainHasItsTexts() {
        var texts: [(String, Text)] = []
        texts += EventKind.all.map { ("event \($0.kind.code)", $0.text) }
        texts += DecisionReason.all.map { ("reason \($0.code)", $0.text) }
        texts += RequestState.allCases.map { ("state \($0.rawValue)", $0.text) }
        texts += RequestOutcome.allCases.map { ("outcome \($0.rawValue)", $0.text) }
        texts += RequestKind.allCases.map { ("kind \($0.rawValue)", $0.text) }
        texts += Role.allCases.map { ("role \($0.rawValue)", $0.text) }
        texts += FormField.allCases.map { ("field \($0.rawValue)", $0.text) }
        texts += LetterKind.allCases.map { ("letter \($0.rawValue)", $0.text) }
        texts += OfficeRegister.allCases.map { ("register \($0.rawValue)", $0.text) }
        texts += NameStatus.allCases.map { ("status \($0.rawValue)", $0.text) }
        for (name, text) in texts {
            #expect(!text.en.isEmpty && !text.id.isEmpty, "\(name)")
            #expect(text.id.contains { $0.isLetter }, "\(name)")
        }
    }

    /// The help of every command, whole: each page differs between the languages in most of its lines.
    @Test(arguments: CommandList.all.map(\.words)) func helpIsTranslated(words: [String]) {
        let english = Set(runProgram(["help"] + words + ["--lang", "en"]).out.split(separator: "\n"))
        let indonesian = runProgram(["help"] + words + ["--lang", "id"]).out.split(separator: "\n")
        let same = indonesian.filter { line in
            // Usage, examples, formats and lists of codes are the same in both.
            english.contains(line) && line.contains(" ") && !line.contains("zonectl") && !line.hasPrefix("  ")
                && line.contains { $0.isLowercase }
        }
        #expect(same.isEmpty, "\(same)")
    }
}
