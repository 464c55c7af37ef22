import Foundation
import Testing

/// The ways a form comes in: options, files with mistakes, many at once, and a person at a terminal.
@Suite struct RequestFormsTests {
    @Test func fromOptionsAsFromAFile() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        let paper = office.office.directory.path("kuasa.pdf")
        try writeFile(paper, "x")
        try office.office.succeeds(
            "request", "new", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--letter-date", "2026-11-20",
            "--addressee", "Kepala Dinas", "--subject", "Subdomain", "--name", "dinkes", "--function",
            "Situs web dinas",
            "--purpose", "opdWebsite", "--address", "192.0.2.10", "--capacity", "5", "--admin-pic",
            "Sari Contoh; Sekretaris; 0800-1000; sari@example.go.id", "--technical-pic",
            "Budi Contoh; ; 0800-1001; budi@example.go.id", "--attach", "suratKuasa=\(paper)", "--hardcopy", "Map 1")
        var first = try #require(try office.show(1)["form"] as? [String: Any])
        var second = try #require(try office.show(2)["form"] as? [String: Any])
        let papers = try #require(second.removeValue(forKey: "attachments") as? [[String: Any]])
        #expect(papers.first?["location"] as? String == "Map 1" && papers.first?["size"] as? Int == 1)
        for key in ["letterNumber"] {
            first[key] = nil
            second[key] = nil
        }
        #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: second), "\(first) \(second)")
        #expect(try office.state(2) == "registered")
    }

    @Test func nothingToGoByIsAMistakeInTheLine() throws {
        let office = try ProcedureOffice("PBG")
        for arguments in [
            ["new"], ["resubmit", "2026/0001"], ["show", "abc"], ["attach", "2026/0001"], ["list", "x"],
        ] {
            if arguments[0] == "resubmit" { try office.new() }
            let output = try office.office.zonectl(["request"] + arguments)
            #expect(output.status == 2, "\(output)")
        }
        for arguments in [["show", "2026/0009"], ["history", "2026/0009"]] {
            let output = try office.office.zonectl(["request"] + arguments)
            #expect(output.status == 1 && output.errorText.contains("REQUEST_NOT_FOUND"), "\(output)")
        }
        for arguments in [["sla", "2026/0009"], ["procedure", "next", "2026/0009"]] {
            try office.office.refuses(arguments, codes: ["REQUEST_NOT_FOUND"])
        }
        // To go on, it has to come in first.
        for arguments in [
            ["step", "2026/0009", "PBG-02"], ["add", "2026/0009"], ["account", "issue", "2026/0009"],
            ["letter", "tanda-terima", "2026/0009"], ["request", "cancel", "2026/0009"],
            ["request", "attach", "2026/0009", "identitas"], ["request", "resubmit", "2026/0009", "--capacity", "1"],
        ] {
            try office.office.refuses(arguments, status: 3, codes: ["REQUEST_NOT_FOUND"])
        }
        let unknown = try office.step("PBG-99", status: 2)
        #expect(unknown.errorText.contains("PBG-09"), "a hint: \(unknown)")
    }

    @Test(arguments: [
        ("{ opd: 'Dinas', nama: 'x' }", "FORM_UNKNOWN_KEY", ":1:17"), ("{ opd: ", "FORM_SYNTAX", ":1:8"),
        ("{\n  capacityGB: 'banyak'\n}", "FORM_VALUE", ":2:15"), ("{ opd: 'a\\u200Bb' }", "FORM_VALUE", ":1:8"),
        ("{ opd: '\(String(repeating: "x", count: 301))' }", "FORM_VALUE", ":1:8"),
        ("[{ opd: 'A' }, { opd: 'B' }]", "SEVERAL_AGENCIES", ":1:1"),
    ])
    func aFaultyFormIsToldWithItsPlace(text: String, code: String, place: String) throws {
        let office = try ProcedureOffice("PBG")
        let file = office.office.directory.path("r.json")
        try writeFile(file, text)
        let output = try office.office.refuses(["request", "new", "--file", file], codes: [code])
        #expect(output.errorText.contains("\(file)\(place): "), "\(output)")
    }

    @Test func manyAtOnceAreAnsweredOneByOne() throws {
        let office = try ProcedureOffice("TLG")
        let folder = office.office.directory.path("masuk")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        func move(_ name: String, _ changes: [String: Any]) throws {
            try FileManager.default.moveItem(atPath: try office.file(changes), toPath: "\(folder)/\(name).json")
        }
        try move("1-baik", ["label": "satu"])
        try move("2-kurang", ["label": "dua", "technicalPIC": NSNull()])
        try writeFile("\(folder)/3-rusak.json", "{ opd: 'x', ")
        try writeFile("\(folder)/catatan.txt", "bukan formulir")
        try move("4-baik", ["label": "empat", "opd": "RSUD"])
        let output = try office.office.zonectl("request", "new", "--batch", folder)
        #expect(output.status == 1, "\(output)")
        #expect(output.lines.count == 4, "\(output)")
        #expect(output.lines[0].hasPrefix("2026/0001  ") && output.lines[0].contains("satu"), "\(output)")
        #expect(output.lines[1].hasPrefix("2026/0002  ") && output.lines[1].contains("INCOMPLETE technicalPIC"))
        #expect(output.lines[2].hasPrefix("-  ") && output.lines[2].contains("FORM_SYNTAX"))
        #expect(output.lines[3].hasPrefix("2026/0003  ") && output.lines[3].contains("empat"))
        #expect(try (1...3).map { try office.state($0) } == ["submitted", "returned", "submitted"])

        // A form a line, and a list of forms; as JSON too.
        let lines = office.office.directory.path("forms.jsonl")
        try writeFile(
            lines,
            try ["lima", "enam"].map { try readText(office.file(["label": $0])) }.joined(separator: "\n") + "\n\n")
        let json = try office.office.zonectl("request", "new", "--batch", lines, "--format", "json")
        #expect(json.status == 0, "\(json)")
        let rows = try #require(try json.json() as? [[String: Any]])
        #expect(rows.map { $0["request"] as? String } == ["2026/0004", "2026/0005"])
        #expect(rows.map { $0["state"] as? String } == ["submitted", "submitted"])
        try writeFile(lines, "[" + (try readText(office.file(["label": "tujuh"]))) + "]")
        try office.office.succeeds("request", "new", "--batch", lines)
        try writeFile(lines, "\n{ opd: 7 }\n")
        let bad = try office.office.zonectl("request", "new", "--batch", lines)
        #expect(bad.status == 1 && bad.errorText.contains("forms.jsonl:2:8"), "\(bad)")
        #expect(try office.office.zonectl("request", "new", "--batch", lines, "--opd", "x").status == 2)
        try office.office.succeeds("audit", "verify")
    }

    /// A misspelt role would stand in the journal for good. `step` refuses it as well.
    @Test func nobodyBringsPapersInARoleThatThereIsNot() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        let form = try office.file(["label": "lain", "letterNumber": "440/2/2026"])
        let lines = office.office.directory.path("forms.jsonl")
        try writeFile(lines, try readText(form) + "\n")
        let acts: [[String]] = [
            ["request", "new", "--file", form], ["request", "new", "--batch", lines],
            ["request", "new", "--opd", "Dinas Sosial"], ["request", "new"],
            ["request", "resubmit", "2026/0001", "--capacity", "6"],
            ["request", "attach", "2026/0001", "identitas"], ["request", "cancel", "2026/0001"],
            ["step", "2026/0001", "PBG-02"],
        ]
        for act in acts {
            for role in ["registar:Sari", "petugas:Sari", "boss"] {
                let output = try office.office.refuses(act + ["--as", role], status: 3, codes: ["WRONG_ROLE"])
                #expect(output.errorText.contains(act[0] == "step" ? "agencyHead (" : "registrar ("), "\(output)")
                #expect(!output.errorText.contains("Sari"), "\(output)")
            }
        }
        // Any role that there is may, in any letter case, also one that this procedure has no title for.
        let roles = ["Registrar:Sari", "technicalPIC", "secretary:Rini", "applicant", "sysadmin:Budi"]
        for (index, role) in roles.enumerated() {
            try office.new(["label": "nama\(index)", "letterNumber": "440/\(index + 10)/2026"], as: role)
        }
        try office.office.succeeds("request", "attach", "2026/0001", "identitas", "--as", "adminPIC:Sari Contoh")
        try office.office.succeeds("request", "cancel", "2026/0002", "--as", "applicant:Dinas")
    }

    @Test func nothingAtAllIsSaid() throws {
        let office = try ProcedureOffice("PBG")
        let folder = office.office.directory.path("masuk")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try writeFile(folder + "/catatan.txt", "bukan formulir")
        try writeFile(folder + "/kosong.jsonl", "\n")
        for path in [folder, folder + "/kosong.jsonl"] {
            let output = try office.office.succeeds("request", "new", "--batch", path)
            #expect(output.text.isEmpty && output.errorText.hasPrefix("\(path) holds no forms"), "\(output)")
        }
    }

    /// Answers at a terminal, which `script` gives the program, and all that it says.
    private func asked(_ office: ProcedureOffice, _ answers: [String]) throws -> Outcome {
        let command = office.office.command(["--lang", "id", "request", "new"])
            .map { "'\($0)'" }.joined(separator: " ")
        return try ZonectlTests.run(
            ["/usr/bin/script", "-qec", command, "/dev/null"], input: answers.joined(separator: "\n") + "\n")
    }

    /// What must be said, and whether there is anything to say, goes by what was said before.
    @Test func questionsFollowTheAnswers() throws {
        let rows: [(procedure: String, answers: [String], asks: [String], not: [String])] = [
            (
                "PBG",
                ["1", "1", "Dinas Sosial", "460/1", "2026-11-20", "", "", "dinsos", "Situs", "3", "Cloud", "5", "Sari"],
                [
                    "kelompok peruntukan (1 layanan administrasi daring, 2 pelayanan publik "
                        + "daring, 3 situs web perangkat daerah) *:", "jenis hosting (1 server sendiri, 2 hosting "
                        + "bersama (cloud), 3 alamat IP sendiri) *:", "kapasitas penyimpanan (GB) *:",
                ],
                ["alamat atau host tujuan"]
            ),
            (
                "PBG",
                [
                    "1", "1", "Dinas Sosial", "460/1", "2026-11-20", "", "", "dinsos", "Situs", "3", "1", "192.0.2.9",
                    "5", "Sari",
                ], ["alamat atau host tujuan *:"], []
            ),
            (
                "PBG", ["1", "1", "Dinas Sosial", "460/1", "2026-11-20", "", "", "dinsos", "Situs", "3", "3"],
                ["alamat atau host tujuan:"], ["alamat atau host tujuan *"]
            ),
            (
                "PBG", ["passwordreset", "1", "Dinas Sosial", "460/1", "2026-11-20", "", "", "dinsos", "Sari"], [],
                ["kelompok peruntukan", "jenis hosting"]
            ),
            (
                "BLG", ["", "Dinas Sosial", "460/1", "2026-11-20", "", "", "dinsos", "Situs"],
                ["3 situs web perangkat daerah):"], ["daerah) *:"]
            ),
            ("PBG", ["pasang"], ["pasang bukan salah satu dari new, passwordReset, redirect"], []),
        ]
        for row in rows {
            let office = try ProcedureOffice(row.procedure)
            let output = try asked(office, row.answers + Array(repeating: "", count: 20))
            for question in row.asks {
                #expect(output.text.contains(question), "\(question) in \(output)")
            }
            for question in row.not { #expect(!output.text.contains(question), "\(question) in \(output)") }
        }
    }

    @Test func aPersonIsAskedStepByStep() throws {
        let office = try ProcedureOffice("BLG")
        let answers = [
            "", "Dinas Kesehatan", "440/1/2026", "20 November", "2026-11-20", "", "Subdomain", "dinkes", "Situs", "3",
            "1", "192.0.2.10", "Sari Contoh; Sekretaris; 0800; bukan-surel",
            "Sari Contoh; Sekretaris; 0800; sari@example.go.id",
            "", "", "RSUD; Dinas Sosial", "", "", "",
        ]
        let output = try asked(office, answers)
        #expect(output.text.contains("2026/0001"), "\(output)")
        #expect(output.text.contains("nomor surat permohonan *:"), "\(output)")
        let form = try #require(try office.show()["form"] as? [String: Any])
        #expect(form["opd"] as? String == "Dinas Kesehatan" && form["name"] as? String == "dinkes", "\(output)")
        #expect(form["letterDate"] as? String == "2026-11-20" && form["target"] as? [String] == ["192.0.2.10"])
        #expect(form["coordinatedWith"] as? [String] == ["RSUD", "Dinas Sosial"])
        #expect((form["adminPIC"] as? [String: Any])?["position"] as? String == "Sekretaris")
    }

    @Test func aWrongAnswerIsToldBeforeItIsAskedAgain() throws {
        let office = try ProcedureOffice("PBG")
        let answers = [
            "bukan jenis", "1", "9", "1", "Dinas Kesehatan", "440/1/2026", "20-11-2026", "2026-11-20", "Kepala Dinas",
            "Subdomain", "dinkes", "Situs", "situs", "opdWebsite", "server", "ownServer", "192.0.2.10", "lima", "5",
            ";;", "Sari Contoh; Sekretaris; 0800-1000; sari@example.go.id", "", "", "/tidak/ada", "-", "-",
        ]
        let output = try asked(office, answers)
        #expect(output.text.contains("2026/0001"), "\(output)")
        for word in ["bukan jenis bukan salah satu", "9 bukan salah satu", "situs bukan salah satu", ";; bukan NAMA"] {
            #expect(output.text.contains(word), "\(word) in \(output)")
        }
        #expect(output.text.contains("server bukan salah satu") && output.text.contains("/tidak/ada"), "\(output)")
    }

    @Test func aPersonWithoutSemicolonsIsNoName() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.office.refuses(
            ["request", "new", "--opd", "Dinas", "--admin-pic", "Sari Kepala 0812 sari@example.go.id"], status: 2,
            codes: [])
        #expect(output.errorText.contains("NAME; POSITION; PHONE; E-MAIL"), "\(output)")
    }

    @Test func kindsOfPapersHaveTwoLanguages() throws {
        let office = try ProcedureOffice("PBG")
        let warned = try office.new(["attachments": [["kind": "authorizationLetter"], ["kind": "identitass"]]])
        #expect(warned.errorText.contains("OTHER_ATTACHMENT identitass: "), "\(warned)")
        #expect(warned.errorText.contains("did you mean identitas?"), "\(warned)")
        #expect(!warned.errorText.contains("authorizationLetter"), "\(warned)")
        let attached = try office.office.succeeds("request", "attach", office.id(), "identity")
        #expect(!attached.errorText.contains("OTHER_ATTACHMENT"), "\(attached)")
        try office.steps("02")
        try office.step("PBG-03", ["--schedule", "2026-11-24"])
        try office.steps("04")
    }

    @Test func aFileThatCannotBeReadStandsInNobodysWay() throws {
        let office = try ProcedureOffice("PBG")
        let folder = office.office.directory.path("masuk")
        try FileManager.default.createDirectory(atPath: folder + "/1.json", withIntermediateDirectories: true)
        try writeFile(folder + "/2.json", [UInt8](repeating: 0x20, count: (1 << 20) + 1))
        try FileManager.default.copyItem(atPath: try office.file(), toPath: folder + "/3.json")
        let output = try office.office.zonectl("request", "new", "--batch", folder)
        #expect(output.status == 1, "\(output)")
        #expect(output.lines.count == 3 && output.lines[2].hasPrefix("2026/0001  "), "\(output)")
        for file in ["1.json", "2.json"] {
            #expect(output.errorText.contains("FILE_UNREADABLE \(folder)/\(file): "), "\(output)")
        }
        // The office's own procedures likewise.
        let own = office.office.root + "/procedures"
        try FileManager.default.createDirectory(atPath: own + "/rusak.json", withIntermediateDirectories: true)
        let list = try office.office.zonectl("procedure", "list")
        #expect(list.text.contains("PBG") && (list.text + list.errorText).contains("rusak"), "\(list)")
    }

    @Test func aLettersNumberIsOneHoweverItIsWritten() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["letterNumber": "7/UM/2026"])
        try office.new(["letterNumber": "7/um/2026", "opd": "Dinas Sosial"], status: 1, codes: ["SEVERAL_AGENCIES"])
        let batch = office.office.directory.path("masuk.json")
        let forms = try [("8/UM/2026", "Dinas A"), ("8 / um / 2026", "Dinas B")].map { number, opd in
            try readText(office.file(["letterNumber": number, "opd": opd]))
        }
        try writeFile(batch, "[" + forms.joined(separator: ",") + "]")
        let output = try office.office.zonectl("request", "new", "--batch", batch)
        #expect(output.status == 1 && output.errorText.contains("SEVERAL_AGENCIES"), "\(output)")
    }

    @Test func theHistoryHasEveryVersion() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.step("TLG-02", ["--decision", "no", "--note", "Perbaiki"])
        try office.office.succeeds(
            "request", "resubmit", office.id(), "--function", "Situs layanan", "--admin-pic",
            "Sari Contoh; Kepala; 0800-2000; sari@example.go.id")
        let text = try office.office.succeeds("request", "history", office.id(), "--lang", "id").text
        #expect(text.contains("Fungsi subdomain: Situs web dinas -> Situs layanan"), "\(text)")
        #expect(text.contains("Sekretaris") && text.contains("Kepala") && !text.contains("0800"), "\(text)")
        let json = try office.office.succeeds("request", "history", office.id(), "--format", "json").json()
        let forms = (json as? [[String: Any]] ?? []).compactMap { $0["form"] as? [String: Any] }
            .compactMap { $0["function"] as? String }
        #expect(forms == ["Situs web dinas", "Situs layanan"])
    }

    @Test func contactsAreShownOnlyWhenAskedFor() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        for format in ["text", "json"] {
            let plain = try office.office.succeeds("request", "show", "2026/0001", "--format", format)
            #expect(plain.text.contains("Sari Contoh") && !plain.text.contains("0800-1000"), "\(plain)")
            #expect(!plain.text.contains("sari@example.go.id"))
            let full = try office.office.succeeds("request", "show", "2026/0001", "--format", format, "--with-contacts")
            #expect(full.text.contains("0800-1000") && full.text.contains("sari@example.go.id"), "\(full)")
        }
        // Nothing personal goes into a zone file.
        try office.office.render()
        #expect(!(try readText(office.office.zoneFile)).contains("Sari"))
    }

    @Test func listsAreFilteredAndInEveryForm() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["label": "satu", "letterNumber": "1"])
        try office.new(["label": "dua", "letterNumber": "2", "capacityGB": NSNull()], status: 1)
        try office.new(["label": "tiga", "letterNumber": "3", "opd": "=RSUD"])
        try office.office.succeeds("request", "cancel", "2026/0003")
        try office.office.add("lain", opd: "Dinas Sosial")
        func ids(_ options: String...) throws -> [String] {
            let output = try office.office.succeeds(["request", "list", "--format", "json"] + options)
            return (try output.json() as? [[String: Any]] ?? []).compactMap { $0["request"] as? String }
        }
        #expect(try ids() == ["2026/0001", "2026/0002", "2026/0003"])
        #expect(try ids("--state", "returned") == ["2026/0002"])
        #expect(try ids("--open") == ["2026/0001", "2026/0002"])
        #expect(try ids("--opd", "rsud") == ["2026/0003"])
        let csv = try office.office.succeeds("request", "list", "--format", "csv")
        #expect(
            csv.text.split(separator: "\r\n").count == 4 && csv.text.contains("'=RSUD") && !csv.text.contains(",=RSUD"),
            "\(csv)")
        let text = try office.office.succeeds("--lang", "id", "request", "list")
        #expect(text.text.contains("dikembalikan") && text.text.contains("dibatalkan"), "\(text)")
    }

    /// A request stays with the procedure it was taken in under.
    @Test func anotherProcedureIsNotFollowed() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        let file = office.office.path("procedure.json")
        let own = try readText(file)
        try writeFile(file, own.replacingOccurrences(of: "PBG", with: "XYZ"))
        try office.step("XYZ-02", status: 3, codes: ["OTHER_PROCEDURE"])
        try writeFile(
            file,
            own.replacingOccurrences(of: "roles: [\"secretary\", \"agencyHead\"]", with: "roles: [\"sekretaris\"]"))
        let broken = try office.step("PBG-02", status: 1, codes: ["PROCEDURE_VALUE"])
        #expect(broken.errorText.contains("procedure.json:"), "\(broken)")
        try writeFile(file, own)
        try office.steps("02")
    }

    /// A step that is gone is named by all who would need it, with what to do.
    @Test func aStepThatIsGoneIsTold() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        let file = office.office.path("procedure.json")
        let own = try readText(file)
        try writeFile(file, own.replacingOccurrences(of: "id: \"KTR-02\"", with: "id: \"KTR-22\""))
        for arguments in [
            ["procedure", "next", "2026/0001"], ["step", "2026/0001", "KTR-22"], ["step", "2026/0001", "KTR-02"],
            ["step", "2026/0001", "KTR-04"], ["add", "2026/0001"],
            ["request", "resubmit", "2026/0001", "--function", "Situs"],
        ] {
            let output = try office.office.refuses(arguments, status: 3, codes: ["STEP_GONE"])
            #expect(output.errorText.contains("put it back"), "\(output)")
            #expect(output.errorText.contains("zonectl request cancel 2026/0001"), "\(output)")
        }
        let check = try office.office.zonectl("check", "--fail-on", "warning")
        #expect(check.status == 1 && check.text.contains("warning STEP_GONE: no step KTR-02"), "\(check)")
        try writeFile(file, own)
        try office.office.succeeds("check", "--fail-on", "warning")
        try office.steps("02")
        try writeFile(file, own.replacingOccurrences(of: "id: \"KTR-03\"", with: "id: \"KTR-23\""))
        try office.office.succeeds("request", "cancel", "2026/0001")
        try office.office.succeeds("check", "--fail-on", "warning")
    }

    /// The register is the only truth: what somebody changed in a request's line is found.
    @Test func aChangedLineIsFound() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02")
        let register = office.office.registerFile
        try writeFile(register, try readText(register).replacingOccurrences(of: "Situs web dinas", with: "Situs judi"))
        for arguments in [["request", "show", "2026/0001"], ["request", "list"], ["step", "2026/0001", "PBG-03"]] {
            let output = try office.office.zonectl(arguments)
            #expect(output.status == 4, "\(output)")
        }
    }

    /// Who reads the history at night wants to know which letter went out, not that one did.
    @Test func theHistorySaysWhichDocumentWasWritten() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.office.succeeds("letter", "tanda-terima", "2026/0001")
        for arguments in [["request", "history", "2026/0001"], ["log", "2026/0001"]] {
            let text = try office.office.zonectl(arguments + ["--lang", "en"]).text
            #expect(text.contains("document written") && text.contains("  receipt"), "\(text)")
        }
    }
}
