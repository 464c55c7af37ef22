import Foundation
import Testing

/// Which letter is about what: one letter for each return, decision and review, none of them ever written over.
@Suite("Letters: one for each occasion") struct LetterOccasionTests {
    /// The numbers of the letters sent, in the order of the register.
    private func numbers(_ office: ProcedureOffice) throws -> [String] {
        try office.office.events().compactMap { ($0["details"] as? [String: Any])?["number"] as? String }
            .map { String($0.split(separator: "/")[1]) }
    }

    private func file(_ name: String, _ office: ProcedureOffice) throws -> String {
        try readText(office.office.path("letters/" + name))
    }

    @Test(
        "a notice of review is sent once, again when it goes unanswered, and again for the next review",
        arguments: [true, false])
    func review(isRequested: Bool) throws {
        let office = try ProcedureOffice("PBG")
        if isRequested {
            try office.new(["attachments": PBGLetterTests.papers])
            try office.steps("02", "03", "04", "05", "06+")
            try office.add()
        } else {
            try office.office.add("dinkes")
        }
        func notice(_ clock: String, status: Int32 = 0) throws -> String {
            office.office.clock = clock
            // By the name or by its request.
            if status == 0 { return try office.office.succeeds("letter", "peninjauan", "dinkes").text }
            let arguments = ["letter", "peninjauan", "2026/0001"]
            return try office.office.refuses(arguments, status: status, codes: ["LETTER_SIGNED"]).errorText
        }
        let first = try notice("2027-11-24T02:00:00Z")
        _ = try notice("2027-11-24T02:00:00Z", status: 3)
        _ = try notice("2027-12-08T02:00:00Z", status: 3)
        let second = try notice("2027-12-09T02:00:00Z")
        try office.office.succeeds("review", "renew", "dinkes")
        let third = try notice("2028-12-11T02:00:00Z")
        _ = try notice("2028-12-11T02:00:00Z", status: 3)
        #expect(try file("2026-0001-peninjauan.txt", office) == first)
        #expect(try file("2026-0001-peninjauan-2.txt", office) == second)
        #expect(try file("2026-0001-peninjauan-3.txt", office) == third)
        #expect(try numbers(office) == ["1", "2", "1"])
        for (year, letters) in [("2026", 0), ("2027", 2), ("2028", 1)] {
            let folder = office.office.directory.path(year)
            try office.office.succeeds("register", "--export", folder, "--year", year)
            let agenda = try readText(folder + "/agenda.csv")
            #expect(agenda.components(separatedBy: ",peninjauan,").count == letters + 1, "\(agenda)")
        }
    }

    @Test("TLG-03 each return has its own letter, with what is missing this time")
    func returns() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.step("TLG-02", ["--decision", "no", "--note", "Fungsi belum jelas"])
        let first = try office.letter("pengembalian")
        // There is only a form yet, and the agenda knows letters.
        expect(first, says: ["Fungsi belum jelas", "nomor permohonan 2026/0001"], but: ["agenda"])
        try office.letter("pengembalian", status: 3, codes: ["LETTER_SIGNED"])
        try office.office.succeeds("request", "resubmit", office.id(), "--function", "Antrean")
        try office.letter("pengembalian", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.step("TLG-02", ["--decision", "no", "--note", "Sebutkan cakupannya"])
        let second = try office.letter("pengembalian")
        expect(second, says: ["Sebutkan cakupannya"], but: ["Fungsi belum jelas"])
        try office.letter("pengembalian", status: 3, codes: ["LETTER_SIGNED"])
        #expect(try file("2026-0001-pengembalian.txt", office) == first)
        #expect(try file("2026-0001-pengembalian-2.txt", office) == second)
        #expect(try numbers(office) == ["1", "2"])
    }

    @Test("PBG-01b a return at the counter and one at the desk are two letters")
    func counterAndDesk() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["function": NSNull()], status: 1)
        expect(try office.letter("pengembalian"), says: ["memuat fungsi"], but: ["Surat kuasa"])
        try office.office.succeeds("request", "resubmit", office.id(), "--function", "Situs web dinas")
        try office.steps("02", "03")
        try office.step("PBG-04", status: 1, codes: ["INCOMPLETE"])
        let second = try office.letter("pengembalian")
        #expect(second.contains("555/2/") && !second.contains("memuat fungsi"), "\(second)")
        expect(try file("2026-0001-pengembalian.txt", office), says: ["555/1/Diskominfo/2026"])
    }

    @Test("a request that waits for space gets a signed letter, no refusal, and another when it is approved")
    func deferral() throws {
        for (procedure, desk, step) in [
            ("PBG", ["02", "03", "04", "05"], "PBG-06"), ("TLG", [], "TLG-02"), ("SBD", ["01", "02"], "SBD-03"),
        ] {
            let office = try ProcedureOffice(procedure)
            try office.new([
                "hosting": "cloud", "capacityGB": 20, "target": NSNull(), "attachments": PBGLetterTests.papers,
            ])
            for step in desk { try office.steps(step) }
            try office.step(step, ["--decision", "yes"], status: 1, codes: ["NO_CAPACITY"])
            try office.letter("penolakan", status: 3, codes: ["LETTER_NOT_DUE"])
            let first = try office.letter("surat-balasan")
            expect(
                first, says: ["555/1/Diskominfo/2026", "Penundaan", "diminta 20 GB", "begitu permohonan dapat"],
                but: ["KONSEP", "Penolakan"])
            try office.letter("surat-balasan", status: 3, codes: ["LETTER_SIGNED"])
            try office.office.succeeds("capacity", "add", "50")
            try office.step(step, ["--decision", "yes"])
            guard procedure == "SBD" else { continue }
            expect(try office.letter("surat-balasan"), says: ["555/2/Diskominfo/2026", "dapat kami setujui"])
            #expect(try file("2026-0001-surat-balasan.txt", office) == first)
            expect(try file("2026-0001-surat-balasan-2.txt", office), says: ["555/2/Diskominfo/2026"])
        }
    }

    @Test("TLG-11 who has no mailbox gets the message on paper, and the archive has all its files")
    func withoutMailbox() throws {
        let office = try ProcedureOffice("PBG")
        for (number, email) in [(1, true), (2, false)] {
            try office.new([
                "letterNumber": "\(number)/2026", "label": "dinas\(number)", "attachments": PBGLetterTests.papers,
                "adminPIC": email ? ["name": "Sari Contoh", "email": "sari@example.go.id"] : ["name": "Sari Contoh"],
                "technicalPIC": NSNull(),
            ])
            try office.steps("02", "03", "04", "05", "06+", of: number)
            try office.add(number)
        }
        try office.letter("email-akun")
        let paper = try office.office.zonectl("letter", "email-akun", office.id(2))
        #expect(paper.status == 0 && paper.errorText.contains("NO_MAILBOX "), "\(paper)")
        #expect(!paper.text.contains("To: ") && paper.text.contains("dinas2.purbalinggakab.go.id"))
        #expect(try office.written("email-akun", of: 2) == paper.text)
        let folder = office.office.directory.path("arsip")
        try office.office.succeeds("register", "--export", folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/letters").sorted()
        #expect(
            files == [
                "2026-0001-email-akun.eml", "2026-0001-email-akun.html", "2026-0002-email-akun.html",
                "2026-0002-email-akun.txt",
            ])
        try writeFile(office.office.path("letters/2026-0001-email-akun.html"), "lain")
        let again = try office.office.zonectl("register", "--export", folder)
        #expect(again.status == 4 && again.errorText.contains("DOCUMENT_CHANGED "), "\(again)")
    }
}

/// A letter that is cut off at any moment can be written afterwards, with the number that comes next.
@Suite struct LetterFaultTests {
    @Test("a letter killed, or failing, at any write is there with its number or can still be written")
    func cutOff() throws {
        for (arguments, steps, kind) in [
            (["letter", "pengembalian", "2026/0001"], [], "pengembalian"),
            (["step", "2026/0001", "PBG-11"], ["06+", "07", "08", "09+", "10"], "persetujuan"),
        ] {
            let original = try ProcedureOffice("PBG")
            let isReturned = steps.isEmpty
            try original.new(
                isReturned ? ["function": NSNull()] : ["attachments": PBGLetterTests.papers],
                status: isReturned ? 1 : 0)
            if !isReturned {
                try original.steps("02", "03", "04", "05")
                for step in steps {
                    try original.steps(step)
                    if step == "08" { try original.letter(kind) }
                }
            }
            func copy() throws -> Office {
                let copy = try Office(empty: original.zone)
                copy.clock = original.office.clock
                let output = try run(["/bin/cp", "-a", original.office.root, copy.root])
                guard output.status == 0 else { throw HarnessError("\(output)") }
                return copy
            }
            let reference = try copy()
            let (calls, whole) = try Tracer.writeCalls(of: reference.command(arguments))
            #expect(whole.status == 0, "\(whole)")
            let file = "letters/2026-0001-\(kind).txt"
            let letter = try readText(reference.path(file))
            #expect(letter.contains("555/1/Diskominfo/2026"), "\(letter)")
            for call in calls where !["stdout", "stderr"].contains(call.file) {
                for fault in [Fault.signal("KILL"), .error("ENOSPC")] {
                    let office = try copy()
                    let output = try Tracer.inject(into: office.command(arguments), fault, at: call)
                    let again = try office.zonectl(arguments)
                    let what = "\(kind), \(fault) at \(call): \(output)\n\(again)"
                    #expect(again.status == 0 || again.status == 3, "\(what)")
                    #expect(try readText(office.path(file)) == letter, "\(what)")
                    let numbers = try office.events().compactMap { ($0["details"] as? [String: Any])?["number"] }
                    #expect(numbers.count == 1, "\(what)")
                    let export = try office.zonectl("register", "--export", office.directory.path("arsip"))
                    #expect(export.status == 0, "\(what)\n\(export)")
                    let left = try FileManager.default.contentsOfDirectory(atPath: office.path("letters"))
                        .filter { $0.hasSuffix(".tmp") }
                    #expect(left.isEmpty || again.status == 3, "\(what): \(left)")
                }
            }
        }
    }
}
