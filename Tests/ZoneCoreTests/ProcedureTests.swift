import Foundation
import Testing

@testable import ZoneCore

@Suite("Procedures as data")
struct ProcedureTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds").path

    static func seed(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name).json", encoding: .utf8)
    }

    static let names = ["purbalingga", "tulungagung", "balangan", "sumba-barat-daya", "kalimantan-utara"]

    @Test("each seed reads without a fault", arguments: names)
    func seeds(_ name: String) throws {
        let (procedure, faults) = Procedure.read(Array(try Self.seed(name).utf8), name: name)
        #expect(faults == [])
        let read = try #require(procedure)
        #expect(read.name == name && read.steps.allSatisfy { $0.id.hasPrefix(read.id + "-") })
        #expect(read.steps.contains { $0.has(.provision) })
    }

    /// A small procedure that reads; faults are made in copies of it.
    static let small = """
        {
          id: "CTH", title: "Contoh", government: "Pemerintah Contoh", office: "Dinas Contoh",
          zone: "example.go.id", utcOffset: "+07:00", addressee: "Kepala Dinas", kinds: ["new"],
          titles: { registrar: "Petugas Agenda", agencyHead: "Kepala Dinas", technician: "Staf Teknis" },
          fields: { name: "required", target: { presence: "required", from: "CTH-02" } },
          attachments: [{ kind: "suratKuasa", title: "Surat kuasa", presence: "required", from: "CTH-02" }],
          steps: [
            { id: "CTH-01", activity: "Menerima surat", roles: ["registrar"], effects: ["receive"], time: { minutes: 5 } },
            { id: "CTH-02", activity: "Memutuskan", roles: ["agencyHead"], effects: ["verify", "decide"],
              time: { hours: { min: 1, max: 3 } },
              decision: { kind: "approval", question: "Setuju?", yes: "CTH-03", no: "end" } },
            { id: "CTH-03", activity: "Membuat nama", roles: ["technician"], effects: ["provision"], time: { days: 1 },
              documents: ["laporan"] },
            { id: "CTH-04", activity: "Mengarsipkan", roles: ["registrar"], effects: ["archive"], time: null,
              needs: ["laporan"], next: "end" },
          ],
        }
        """

    @Test func smallReads() throws {
        let (procedure, faults) = Procedure.read(Array(Self.small.utf8), name: "contoh")
        #expect(faults == [])
        let read = try #require(procedure)
        #expect(read.step("cth-02")?.id == "CTH-02" && read.step("2")?.id == "CTH-02" && read.step("02")?.id == "CTH-02")
        #expect(read.step("5") == nil && read.step("") == nil)
        let second = try #require(read.step("2"))
        #expect(second.time == .init(min: 1, max: 3, unit: .hour))
        #expect(read.successors(of: second).map(\.id) == ["CTH-03"])
        #expect(read.steps[0].next == .steps(["CTH-02"]) && read.steps[3].next == .end)
        #expect(read.hours == .common && read.channels == [.letter])
    }

    /// What is replaced, by what, and the faults that follow: `CODE key` at the line of the replacement.
    @Test(
        "a broken file is refused with the place and what would be right",
        arguments: [
            ("id: \"CTH\", title", "id: \"cth\", title", "PROCEDURE_VALUE id", "capital letters"),
            ("title: \"Contoh\"", "titel: \"Contoh\"", "PROCEDURE_UNKNOWN_KEY titel", "did you mean title?"),
            ("title: \"Contoh\",", "title: 7,", "PROCEDURE_TYPE title", "must be a text, not a number"),
            ("title: \"Contoh\",", "title: \" \",", "PROCEDURE_VALUE title", "is empty"),
            ("title: \"Contoh\",", "title: \"a\\u0007\",", "PROCEDURE_VALUE title", "visible characters"),
            ("title: \"Contoh\",", "title: \"a\", title: \"b\",", "PROCEDURE_DUPLICATE_KEY title", "line 2"),
            ("title: \"Contoh\",", "", "PROCEDURE_MISSING title", "is missing"),
            ("zone: \"example.go.id\"", "zone: \"..\"", "PROCEDURE_VALUE zone", "is not a zone's name"),
            ("utcOffset: \"+07:00\"", "utcOffset: \"WIB\"", "PROCEDURE_VALUE utcOffset", "such as +07:00"),
            ("kinds: [\"new\"]", "kinds: []", "PROCEDURE_VALUE kinds", "is empty"),
            ("kinds: [\"new\"]", "kinds: [\"nwe\"]", "PROCEDURE_VALUE kinds", "did you mean new?"),
            ("kinds: [\"new\"]", "kinds: [\"new\", \"new\"]", "PROCEDURE_VALUE kinds", "stands twice"),
            ("agencyHead: \"Kepala Dinas\"", "agencyhead: \"x\"", "PROCEDURE_UNKNOWN_KEY titles.agencyhead", "agencyHead?"),
            ("agencyHead: \"Kepala Dinas\", ", "", "PROCEDURE_MISSING CTH-02.roles", "titles.agencyHead"),
            ("name: \"required\"", "name: \"wajib\"", "PROCEDURE_VALUE fields.name", "required, optional"),
            ("name: \"required\"", "nama: \"required\"", "PROCEDURE_UNKNOWN_KEY fields.nama", "did you mean name?"),
            ("required\", from: \"CTH-02\" } }", "required\", from: \"CTH-9\" } }", "PROCEDURE_UNKNOWN_STEP fields.target.from",
             "there is no step “CTH-9”"),
            ("required\", from: \"CTH-02\" } }", "required\", accepts: [\"adress\"] } }", "PROCEDURE_VALUE fields.target.accepts",
             "did you mean address?"),
            ("required\", from: \"CTH-02\" } }", "required\", accepts: [] } }", "PROCEDURE_VALUE fields.target.accepts",
             "is empty"),
            ("name: \"required\"", "name: { presence: \"required\", accepts: [\"host\"] }",
             "PROCEDURE_UNKNOWN_KEY fields.name.accepts", "is not known here"),
            ("kind: \"suratKuasa\"", "kind: \"surat kuasa\"", "PROCEDURE_VALUE attachments.kind", "such as suratKuasa"),
            ("roles: [\"technician\"]", "roles: [\"tehnician\"]", "PROCEDURE_VALUE CTH-03.roles", "did you mean technician?"),
            ("roles: [\"technician\"]", "roles: []", "PROCEDURE_VALUE CTH-03.roles", "is empty"),
            ("effects: [\"provision\"]", "effects: [\"provide\"]", "PROCEDURE_VALUE CTH-03.effects", "not known"),
            ("min: 1, max: 3", "min: 4, max: 3", "PROCEDURE_CONTRADICTION CTH-02.time.hours.min", "4 is more than max (3)"),
            ("{ days: 1 }", "{ days: 0 }", "PROCEDURE_VALUE CTH-03.time.days", "from 1 to 1000"),
            ("{ days: 1 }", "{ days: 1, hours: 2 }", "PROCEDURE_VALUE CTH-03.time", "one of"),
            ("{ days: 1 }", "{ weeks: 1 }", "PROCEDURE_UNKNOWN_KEY CTH-03.time.weeks", "minutes, hours, days"),
            ("time: null,", "", "PROCEDURE_MISSING CTH-04.time", "is missing"),
            ("yes: \"CTH-03\"", "yes: \"CTH-07\"", "PROCEDURE_UNKNOWN_STEP CTH-02.decision.yes", "no step “CTH-07”"),
            ("yes: \"CTH-03\"", "yes: []", "PROCEDURE_VALUE CTH-02.decision.yes", "leads nowhere"),
            ("yes: \"CTH-03\", ", "", "PROCEDURE_MISSING CTH-02.decision.yes", "is missing"),
            ("yes: \"CTH-03\"", "yes: \"CTH-02\"", "PROCEDURE_CONTRADICTION CTH-02.decision.yes", "the step itself"),
            ("no: \"end\"", "no: \"CTH-03\"", "PROCEDURE_CONTRADICTION CTH-02.decision.no", "nothing to decide"),
            ("kind: \"approval\"", "kind: \"approve\"", "PROCEDURE_VALUE CTH-02.decision.kind", "did you mean approval?"),
            ("no: \"end\" }", "no: \"end\" }, next: \"end\"", "PROCEDURE_CONTRADICTION CTH-02.next", "remove next"),
            ("documents: [\"laporan\"]", "documents: []", "PROCEDURE_CONTRADICTION CTH-04.needs", "no step writes “laporan”"),
            ("documents: [\"laporan\"] }", "documents: [\"laporan\"], next: \"end\" }", "PROCEDURE_UNREACHABLE CTH-04",
             "no way leads here"),
            ("needs: [\"laporan\"], next: \"end\"", "needs: [\"laporan\"], after: [\"CTH-01\"], next: \"end\"",
             "PROCEDURE_CONTRADICTION CTH-04.after", "does not lead here"),
            ("next: \"end\" },\n  ],", "after: [7], next: \"end\" },\n  ],", "PROCEDURE_TYPE CTH-04.after", "must be a text"),
            ("effects: [\"provision\"]", "effects: [\"provision\", \"archive\"]",
             "PROCEDURE_CONTRADICTION CTH-03.next", "leads to CTH-04, but the step archives"),
            ("effects: [\"verify\", \"decide\"]", "effects: [\"verify\", \"decide\", \"archive\"]",
             "PROCEDURE_CONTRADICTION CTH-02.decision.yes", "leads to CTH-03, but the step archives"),
            ("needs: [\"laporan\"], next: \"end\"", "needs: [\"laporan\"], next: \"CTH-01\"",
             "PROCEDURE_CONTRADICTION CTH-04.next", "leads to CTH-01, but the step archives"),
            ("id: \"CTH-04\"", "id: \"CTH-03\"", "PROCEDURE_VALUE steps[4].id", "ids are unique"),
            ("id: \"CTH-04\"", "id: \"PBG-04\"", "PROCEDURE_VALUE PBG-04.id", "such as CTH-01"),
        ])
    func faults(_ old: String, _ new: String, _ fault: String, _ says: String) throws {
        let range = try #require(Self.small.range(of: old))
        #expect(Self.small.range(of: old, range: range.upperBound..<Self.small.endIndex) == nil)
        let text = Self.small.replacingCharacters(in: range, with: new)
        let line = Self.small[..<range.lowerBound].filter { $0 == "\n" }.count + 1
        let (procedure, faults) = Procedure.read(Array(text.utf8), name: "contoh")
        #expect(procedure == nil)
        let found = try #require(faults.first { "\($0.code) \($0.key)" == fault }, "\(faults)")
        #expect(found.text.en.contains(says) && !found.text.id.isEmpty, "\(found)")
        if found.code != "PROCEDURE_MISSING", found.code != "PROCEDURE_UNREACHABLE", found.code != "PROCEDURE_CONTRADICTION" {
            #expect(found.line == line, "\(found)")
        }
        #expect(found.line >= 1 && found.column >= 1)
    }

    @Test("what stands under after is read once, and a procedure of endless steps not at all")
    func manySteps() {
        func codes(_ text: String) -> [String] {
            Procedure.read(Array(text.utf8), name: "contoh").faults.map { "\($0.code) \($0.key)" }
        }
        #expect(
            codes(Self.small.replacingOccurrences(of: "needs: [", with: "after: [\"\"], needs: ["))
                == ["PROCEDURE_VALUE CTH-04.after"])
        let step = "{ id: \"CTH-1\", activity: \"x\", roles: [\"registrar\"], effects: [\"report\"], time: null },"
        let many = Self.small.replacingOccurrences(of: "steps: [", with: "steps: [" + String(repeating: step, count: 497))
        #expect(codes(many).first == "PROCEDURE_VALUE steps", "501 steps")
    }

    @Test("a procedure that runs in a circle is refused")
    func circle() {
        let text = Self.small.replacingOccurrences(of: "next: \"end\" }", with: "next: \"CTH-03\" }")
            .replacingOccurrences(of: "no: \"end\"", with: "no: \"CTH-01\"")
            .replacingOccurrences(of: "effects: [\"archive\"]", with: "effects: [\"deliver\"]")
        let codes = Procedure.read(Array(text.utf8), name: "contoh").faults.map { "\($0.code) \($0.key)" }
        #expect(codes == ["CTH-01", "CTH-02", "CTH-03", "CTH-04"].map { "PROCEDURE_ENDLESS \($0)" })
    }

    @Test("whatever way leads on from a step that archives is told, with its place")
    func archive() throws {
        let decision = "decision: { kind: \"faults\", question: \"Salah?\",\n yes: \"CTH-03\",\n no: \"end\" }"
        let text = Self.small.replacingOccurrences(of: "next: \"end\" },\n  ],", with: decision + " },\n  ],")
        let faults = Procedure.read(Array(text.utf8), name: "contoh").faults
        #expect(faults.map { "\($0.code) \($0.key)" } == ["PROCEDURE_CONTRADICTION CTH-04.decision.yes"], "\(faults)")
        let way = try #require(text.range(of: "\n yes: \"CTH-03\""))
        let line = text[..<way.lowerBound].filter { $0 == "\n" }.count + 2
        #expect(faults.first?.line == line && faults.first?.column == 7, "\(faults)")
    }

    @Test("what is no JSON5 is refused at its place, and any cut of a seed does no harm")
    func cut() throws {
        let octets = Array(try Self.seed("tulungagung").utf8)
        for length in stride(from: 0, to: octets.count - 3, by: 37) {
            let (procedure, faults) = Procedure.read(Array(octets[..<length]), name: "x")
            #expect(procedure == nil && faults.first?.code == "PROCEDURE_SYNTAX")
        }
        #expect(Procedure.read([UInt8](repeating: 32, count: 1 << 21), name: "x").faults.count == 1)
    }
}
