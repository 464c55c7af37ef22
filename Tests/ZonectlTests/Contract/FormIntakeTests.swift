import Foundation
import Testing

/// What is told of a form when it comes in: all that is odd, and nothing twice or beside the point.
@Suite struct FormIntakeTests {
    @Test("a form that comes back without what it was sent back for stays returned, and says for what")
    func mendsNothing() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(["attachments": [], "adminPIC": NSNull(), "technicalPIC": NSNull()])
        try office.steps("02", "03")
        try office.step("KTR-04", status: 1, codes: ["NO_RECOMMENDATION", "INCOMPLETE"])
        let again = try office.office.zonectl("request", "resubmit", office.id(), "--function", "Situs")
        #expect(again.status == 1 && again.errorText.contains("NO_RECOMMENDATION"), "\(again)")
        #expect(try office.state() == "returned")
        try office.office.zonectl("request", "attach", office.id(), "recommendationProof")
        #expect(try office.state() == "returned")
        try office.office.succeeds(
            "request", "resubmit", office.id(), "--admin-pic", "Sari Contoh; Sekretaris; 0800-1; sari@example.go.id")
        #expect(try office.state() != "returned")
    }

    private func lines(_ output: Outcome, _ code: String) -> [String] {
        output.errorLines.filter { $0.contains("\(code) ") }
    }

    @Test func aDateToComeIsToldOnce() throws {
        for procedure in ["PBG", "KTR"] {
            let office = try ProcedureOffice(procedure)
            let output = try office.new(["letterDate": "2026-12-01"])
            #expect(lines(output, "FUTURE_DATE").count == 1, "\(output)")
        }
    }

    @Test func whatIsMissingIsNamedInGoodEnglish() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.new(["hosting": NSNull(), "target": NSNull(), "capacityGB": 0], status: 1)
        #expect(output.errorText.contains("INCOMPLETE hosting: the form lacks the kind of hosting"), "\(output)")
    }

    /// A name without its own target has none; its www is no second mistake.
    @Test func aRefusedTargetIsOneReason() throws {
        let office = try ProcedureOffice("KTR")
        let output = try office.new(["target": "10.0.0.5", "www": true], status: 1, codes: ["TARGET_NOT_ALLOWED"])
        #expect(lines(output, "TARGET_INVALID").isEmpty, "\(output)")
        #expect(try office.state() == "returned")
        try office.office.refuses(
            ["add", "jdih", "--opd", "x", "--letter", "1", "--address", "300.1.1.1", "--www"],
            codes: ["TARGET_INVALID"])
    }

    @Test func whoeverIsWrittenToHasAnAddress() throws {
        let person = ["name": "Sari Contoh", "position": "Sekretaris", "phone": "0800-1000"]
        let first = try ProcedureOffice("TLG")
        try first.new(["adminPIC": person], status: 1, codes: ["INCOMPLETE"])
        #expect(try first.show()["state"] as? String == "returned")
        try first.office.succeeds(
            "request", "resubmit", "2026/0001", "--admin-pic", "Sari Contoh; Sekretaris; 0800-1000; sari@example.go.id")
        #expect(try first.open() == ["TLG-02"])
        let second = try ProcedureOffice("KTR")
        try second.new(["adminPIC": person])
        try second.steps("02", "03")
        let output = try second.step("KTR-04", status: 1, codes: ["INCOMPLETE"])
        #expect(output.errorText.contains("INCOMPLETE contactEmail:"), "\(output)")
        expect(try second.words("pengembalian"), says: ["alamat surel penanggung jawab"])
    }

    @Test func forgottenSemicolonsAreNoticed() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.office.refuses(
            ["request", "new", "--opd", "x", "--admin-pic", "Sari Contoh 0800-1000 sari@example.go.id"], status: 2,
            codes: [])
        #expect(output.errorText.contains("NAME; POSITION; PHONE; E-MAIL"), "\(output)")
        try office.office.refuses(
            ["request", "new", "--opd", "x", "--technical-pic", "Sari; sari@example.go.id"], status: 2, codes: [])
    }

    /// A letter that was entered without its agency is nobody's.
    @Test func aLetterWithoutAnAgencyBlocksNobody() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["opd": NSNull()], status: 1, codes: ["INCOMPLETE"])
        let output = try office.new()
        #expect(output.errorText.contains("SAME_LETTER 440/1/2026:"), "\(output)")
        #expect(try office.state(2) == "registered")
    }

    @Test func anotherAgencysLetterIsNoCorrection() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["function": NSNull()], status: 1)
        func again(_ changes: [String: Any]) throws -> [String] {
            ["request", "resubmit", "2026/0001", "--file", try office.file(changes)]
        }
        try office.office.refuses(
            try again(["opd": "RSUD", "letterNumber": "445/9/2026", "label": "rsud"]), codes: ["OTHER_REQUEST"])
        let output = try office.office.succeeds(try again(["opd": "Dinas Kesehatan Kabupaten", "label": "kesehatan"]))
        #expect(lines(output, "FORM_CHANGED").count == 2, "\(output)")
    }

    /// Nor does a letter become another agency's by a correction, when a request holds it already.
    @Test func aCorrectionTakesNobodysLetter() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        let second = try office.new(["label": "kesehatan"])
        #expect(lines(second, "SAME_LETTER").count == 1, "\(second)")
        try office.office.refuses(
            ["request", "resubmit", "2026/0002", "--file", try office.file(["opd": "Dinas Lain", "label": "lain"])],
            codes: ["SEVERAL_AGENCIES"])
        try office.office.succeeds("request", "resubmit", "2026/0002", "--function", "Situs")
    }

    /// Of two things that a name may lead to one counts; whoever has the form in hand is told which.
    @Test func aTargetBesideTheOfficesHostingIsToldAndNotJudged() throws {
        let office = try ProcedureOffice("PBG")
        func isTold(_ output: Outcome, _ target: String = "203.0.113.9", sourceLocation: SourceLocation) {
            let told = lines(output, "TARGET_UNUSED")
            #expect(told.count == 1 && told[0].contains(target), "\(output)", sourceLocation: sourceLocation)
        }
        let both: [String: Any] = ["hosting": "cloud", "target": "203.0.113.9", "attachments": PBGLetterTests.papers]
        isTold(try office.new(both), sourceLocation: #_sourceLocation)
        isTold(
            try office.office.succeeds("request", "resubmit", "2026/0001", "--subject", "Situs"),
            sourceLocation: #_sourceLocation)
        try office.steps("02", "03")
        isTold(try office.step("PBG-04"), sourceLocation: #_sourceLocation)
        let rows = try #require(try office.show()["verification"] as? [[String: Any]])
        let verdicts = rows.filter { $0["subject"] as? String == "target" }.map { $0["verdict"] as? String }
        #expect(verdicts == ["warning"], "\(rows)")
        try office.steps("05")
        expect(try office.words("laporan-verifikasi"), says: ["203.0.113.9: tidak dipakai", "hosting bersama"])
        isTold(try office.step("PBG-06", ["--decision", "yes"]), sourceLocation: #_sourceLocation)
        isTold(try office.add(), sourceLocation: #_sourceLocation)
        #expect(try office.rendered("dinkes").contains("dinkes.\(office.zone). A 192.0.2.53"))
        // What is no target at all is told likewise, also of many forms at once; name servers come first, too.
        let batch = office.office.directory.path("masuk.json")
        let form = try readText(
            office.file(["label": "satu", "letterNumber": "2", "hosting": "cloud", "target": "5"]))
        try writeFile(batch, "[\(form)]")
        isTold(try office.office.succeeds("request", "new", "--batch", batch), "5", sourceLocation: #_sourceLocation)
        let delegated = try ProcedureOffice("TLG").new([
            "kind": "delegation", "nameServers": ["ns1.example.net", "ns2.example.net"],
        ])
        isTold(delegated, "192.0.2.10", sourceLocation: #_sourceLocation)
    }

    /// What the line says of where a name leads stands over all that the form says of it.
    @Test func aNewTargetTakesTheOldOnesPlace() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["hosting": "cloud", "target": NSNull(), "function": NSNull()], status: 1)
        func again(_ options: String...) throws -> [String: Any] {
            let output = try office.office.succeeds(["request", "resubmit", "2026/0001", "--function", "x"] + options)
            #expect(lines(output, "TARGET_UNUSED").isEmpty, "\(output)")
            return try office.show()["form"] as? [String: Any] ?? [:]
        }
        let own = try again("--address", "192.0.2.10")
        #expect(own["hosting"] as? String == "ownServer" && own["target"] as? [String] == ["192.0.2.10"], "\(own)")
        let shared = try again("--hosting", "4")
        #expect(shared["hosting"] as? String == "cloud" && shared["target"] == nil, "\(shared)")
    }

    /// A corrected form is told of as a new one is.
    @Test func aCorrectionIsWarnedOfAsANewForm() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", opd: "Dinas Kesehatan")
        func codes(_ output: Outcome) -> [String] {
            output.errorLines.filter { $0.hasPrefix("warning: ") }.map { String($0.split(separator: " ")[1]) }
                .filter { $0 != "FORM_CHANGED" }
        }
        let changes: [[String: Any]] = [
            ["purposeClass": "commercial", "hosting": "cloud", "target": NSNull(), "capacityGB": 500],
            ["label": "dinkess", "letterDate": "2026-12-01", "coordinatedWith": ["RSUD"], "channel": "eForm"],
            ["attachments": [["kind": "identitass"]], "addressee": "Bupati"],
        ]
        for (index, change) in changes.enumerated() {
            let own: [String: Any] = ["opd": "Dinas Sosial", "letterNumber": "\(index)/2026"]
            let number = 2 * index + 2
            let new = try office.new(own.merging(change) { $1 })
            try office.new(own.merging(["letterNumber": "\(index)/b/2026", "label": "x_y"]) { $1 }, status: 1)
            let again = try office.office.succeeds(
                "request", "resubmit", office.id(number + 1), "--file",
                try office.file(own.merging(["letterNumber": "\(index)/b/2026"]) { $1 }.merging(change) { $1 }))
            #expect(codes(again) == codes(new) && codes(new).count > 2, "\(again)\(new)")
        }
    }

    /// The space that a request has is its own, also while it is asked for anew.
    @Test func ownSpaceIsNotMissing() throws {
        let office = try ProcedureOffice("TLG")
        try office.brought(["hosting": "cloud", "target": NSNull(), "capacityGB": 6])
        let output = try office.office.succeeds("request", "resubmit", "2026/0001", "--name", "kesehatan")
        #expect(lines(output, "NO_CAPACITY").isEmpty, "\(output)")
    }

    /// What is put forward is nobody's yet, also in the letter; to be given up or changed it must be the agency's.
    @Test func whatIsPutForwardIsFree() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", opd: "Dinas Kesehatan")
        let output = try office.new(
            ["opd": "Dinas Sosial", "label": "dinas kesehatan", "attachments": PBGLetterTests.papers], status: 1)
        #expect(output.errorText.contains("; try: dinaskesehatan\n"), "\(output)")
        let letter = try office.words("pengembalian", of: 2)
        #expect(letter.contains("usul: dinaskesehatan") && !letter.contains("dinkes"), "\(letter)")
        let why = try office.office.succeeds("why", "dinas kesehatan").text
        #expect(why.contains("try: dinaskesehatan") && !why.contains("dinkes"), "\(why)")
        for (opd, hint) in [("Dinas Kesehatan", "; try: dinkes\n"), ("Dinas Sosial", "contains a space\n")] {
            let refused = try office.office.refuses(
                ["remove", "dinas kesehatan", "--opd", opd, "--letter", "2"], codes: ["INVALID_LABEL"])
            #expect(refused.errorText.contains(hint), "\(refused)")
        }
        // Below a name, only to who holds that.
        try office.office.set("labelDepth", "2")
        for (opd, hint) in [
            ("Dinas Kesehatan", "have not; try: app-x.dinkes, appx.dinkes\n"), ("Dinas Sosial", "have not\n"),
        ] {
            let changes = ["opd": opd, "label": "app_x.dinkes", "letterNumber": "9 \(opd)"]
            let refused = try office.new(changes, status: 1, codes: ["INVALID_LABEL"])
            #expect(refused.errorText.contains(hint), "\(refused)")
        }
    }
}
