import Foundation
import Testing

/// Rows about registers, clocks and the archive.
extension ProcedureOffice {
    /// A register as objects.
    func register(_ name: String, location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
        let output = try office.succeeds(["register", name, "--format", "json"], location: location)
        guard let rows = try output.json() as? [[String: Any]] else { throw HarnessError("no array: \(output)") }
        return rows
    }

    /// The steps of `sla REQUEST`, as objects.
    func clocks(_ number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
        let output = try office.succeeds(["sla", id(number), "--format", "json"], location: location)
        guard let document = try output.json() as? [String: Any], let steps = document["steps"] as? [[String: Any]]
        else { throw HarnessError("no object: \(output)") }
        return steps
    }

    /// Lets time pass; RFC 3339.
    func at(_ clock: String) { office.clock = clock }

    /// Through the whole of Purbalingga's procedure up to a step.
    func purbalingga(through last: Int, of number: Int = 1) throws {
        try office.succeeds("request", "attach", id(number), "suratKuasa", "--hardcopy", "Lemari 2, map 14")
        try office.succeeds("request", "attach", id(number), "identitas")
        let all = ["02", "03", "04", "05", "06+", "07", "08", "09+", "10", "11", "12", "13"]
        for step in all.prefix(max(0, last - 1)) {
            try steps(step, of: number)
            if step == "08" { try letter("persetujuan", of: number) }
        }
    }
}

@Suite("Purbalingga: registers") struct PBGRegisterTests {
    @Test("PBG-01 the agenda has number, date, agency, letter and subject")
    func agenda() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.new([
            "label": "dindik", "opd": "Dinas Pendidikan", "letterNumber": "421/9/2026", "subject": NSNull(),
        ])
        let rows = try office.register("agenda")
        #expect(rows.map { $0["number"] as? String } == ["2026/0001", "2026/0002"])
        #expect(rows[0]["date"] as? String == "2026-11-23T09:00:00+07:00")
        #expect(rows[0]["opd"] as? String == "Dinas Kesehatan")
        #expect(rows[0]["letter"] as? String == "440/1/2026" && rows[0]["subject"] as? String == "Subdomain")
        // One without a subject still says what it is about.
        #expect((rows[1]["subject"] as? String)?.contains("dindik.purbalinggakab.go.id") == true)
        let text = try office.office.succeeds("register", "agenda", "--lang", "id").text
        #expect(text.contains("2026/0002") && text.contains("HAL"))
    }

    @Test("PBG-12 what has no time standard says so in sla, and is never late")
    func untimed() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.purbalingga(through: 11)
        office.at("2026-12-23T02:00:00Z")
        try office.steps("12")
        let clock = try #require(try office.clocks().first { $0["step"] as? String == "PBG-12" })
        #expect(clock["timed"] as? Bool == false && clock["late"] as? Bool == false && clock["due"] is NSNull)
        let text = try office.office.succeeds("sla", office.id(), "--lang", "id").text
        #expect(text.split(separator: "\n").contains { $0.contains("PBG-12") && $0.contains("tanpa") }, "\(text)")
    }

    @Test("PBG-01 a number that was used up without a letter stands in the agenda")
    func noGap() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.new(as: "technician")
        #expect(output.text.contains("with PBG-01, which is taken by: "), "\(output)")
        #expect(try office.register("agenda").isEmpty)
        try office.office.succeeds("request", "cancel", office.id(), "--note", "salah meja")
        try office.new(["label": "dindik", "letterNumber": "421/9/2026"])
        let rows = try office.register("agenda")
        #expect(rows.map { $0["number"] as? String } == ["2026/0001", "2026/0002"])
        #expect(rows.map { $0["state"] as? String } == ["cancelled", "registered"])
    }

    @Test("PBG-13 the archive of the year has all registers, and an index of what was done")
    func archive() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.purbalingga(through: 13)
        #expect(try office.state() == "archived")
        try office.step("PBG-13", status: 3)
        let folder = office.office.directory.path("arsip")
        try office.office.succeeds("register", "--export", folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in ["agenda", "requests", "subdomains", "storage", "naming", "accounts", "index"] {
            #expect(files.contains("\(name).csv"), "\(files)")
        }
        let index = try readText(folder + "/index.csv")
        for step in 1...13 {
            let id = step < 10 ? "PBG-0\(step)" : "PBG-\(step)"
            #expect(index.contains("activity,") && index.contains(id), "\(id) in\n\(index)")
        }
        #expect(try readText(folder + "/index.html").contains("<html lang=\"id\">"))
        // Of another year there is nothing but headings.
        let other = office.office.directory.path("lain")
        try office.office.succeeds("register", "--export", other, "--year", "2025")
        #expect(try readText(other + "/agenda.csv").split(separator: "\r\n").count == 1)
    }

    @Test("PBG-14 requests are listed with details, and where soft copy and hard copy are")
    func requests() throws {
        let office = try ProcedureOffice("PBG")
        let paper = office.office.directory.path("kuasa.pdf")
        try writeFile(paper, "surat kuasa")
        try office.new()
        try office.office.succeeds(
            "request", "attach", office.id(), "suratKuasa=\(paper)", "--hardcopy", "Lemari 2, map 14")
        let csv = try office.office.succeeds("register", "requests", "--format", "csv").text
        let heading = csv.split(separator: "\r\n").first.map(String.init) ?? ""
        let columns = heading.split(separator: ",").map(String.init)
        for column in ["opd", "details", "softcopy", "hardcopy"] { #expect(columns.contains(column)) }
        #expect(csv.contains(paper) && csv.contains("\"Lemari 2, map 14\""))
        let row = try #require(try office.register("requests").first)
        let details = try #require(row["details"] as? String)
        #expect(details.contains("Situs web dinas") && details.contains("5 GB") && details.contains("192.0.2.10"))
        // Persons are not in it.
        #expect(!csv.contains("Sari Contoh") && !csv.contains("0800-1000"))
    }

    @Test("PBG-15 each of the three purposes is in the register of subdomains")
    func purposes() throws {
        let office = try ProcedureOffice("PBG")
        for (index, purpose) in ["administrativeService", "publicService", "opdWebsite"].enumerated() {
            try office.new([
                "label": "layanan\(["satu", "dua", "tiga"][index])", "purposeClass": purpose,
                "letterNumber": "440/\(index + 1)/2026",
            ])
            try office.purbalingga(through: 7, of: index + 1)
        }
        let rows = try office.register("subdomains")
        #expect(
            Set(rows.compactMap { $0["purpose"] as? String })
                == ["administrativeService", "publicService", "opdWebsite"])
        let text = try office.office.succeeds("register", "subdomains", "--lang", "id").text
        #expect(text.contains("layanansatu"))
    }
}

@Suite("Tulungagung: clocks") struct TLGClockTests {
    @Test("TLG-16 what was sent back adds its time beside the standard of 60 minutes")
    func loop() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        office.at("2026-11-23T02:20:00Z")
        try office.step("TLG-02", ["--decision", "no", "--note", "Perbaiki"])
        office.at("2026-11-23T03:05:00Z")
        try office.office.succeeds("request", "resubmit", office.id(), "--function", "Situs layanan")
        let clock = try #require(try office.clocks().first { $0["step"] as? String == "TLG-03" })
        #expect(clock["spent"] as? Int == 45 && clock["unit"] as? String == "minute")
        let standard = try #require(clock["standard"] as? [String: Any])
        #expect(standard["min"] as? Int == 1 && standard["max"] as? Int == 1 && standard["unit"] as? String == "hour")
        #expect(clock["late"] as? Bool == false)
        let text = try office.office.succeeds("sla", office.id(), "--lang", "id").text
        #expect(text.split(separator: "\n").contains { $0.contains("TLG-03") && $0.contains("45 menit") }, "\(text)")
    }
}

@Suite("Balangan: archive") struct BLGArchiveTests {
    @Test("BLG-09 letter, report and activity are kept")
    func kept() throws {
        let office = try ProcedureOffice("BLG")
        try office.new()
        try office.steps("01", "02", "03", "04", "05", "06+", "07", "08")
        try office.office.succeeds("letter", "konsep-laporan", office.id())
        try office.office.succeeds("letter", "surat-balasan", office.id())
        try office.steps("09")
        let folder = office.office.directory.path("arsip")
        try office.office.succeeds("register", "--export", folder)
        let lines = try readText(folder + "/index.csv").split(separator: "\r\n").map(String.init)
        for kind in ["letter", "report", "activity"] {
            #expect(lines.contains { $0.hasPrefix(kind + ",") }, "no \(kind) in\n\(lines.joined(separator: "\n"))")
        }
        let letters = try FileManager.default.contentsOfDirectory(atPath: folder + "/letters")
        // Both as text and as a page.
        #expect(letters.filter { $0.hasSuffix(".txt") }.count == 3, "\(letters)")
        #expect(letters.filter { $0.hasSuffix(".html") }.count == 3, "\(letters)")
        // One that was tampered with is told of.
        let source = office.office.path("letters")
        let victim = try #require(letters.sorted().first)
        try writeFile(source + "/" + victim, "lain")
        let again = try office.office.zonectl("register", "--export", folder)
        #expect(again.status == 4 && again.errorText.contains("DOCUMENT_CHANGED"), "\(again)")
    }
}

@Suite("Sumba Barat Daya: registers") struct SBDRegisterTests {
    @Test("SBD-10 the four sets of data are kept, as JSON and as CSV")
    func fourSets() throws {
        let office = try ProcedureOffice("SBD")
        try office.new()
        try office.steps("01", "02", "03+", "04", "05", "06")
        for (name, key) in [("requests", "request"), ("storage", "holder"), ("naming", "owner"), ("accounts", "user")] {
            let rows = try office.register(name)
            #expect(!rows.isEmpty && rows.allSatisfy { $0[key] is String }, "\(name): \(rows)")
            let csv = try office.office.succeeds("register", name, "--format", "csv").text
            #expect(csv.split(separator: "\r\n").count == rows.count + 1)
            #expect(csv.split(separator: ",").contains { $0 == key })
        }
        #expect(try office.register("accounts").count == 3)
        #expect(try office.register("storage").first?["gigabytes"] as? Int == 2)
        let types = Set(try office.register("naming").compactMap { $0["type"] as? String })
        #expect(types.isSuperset(of: ["A", "MX", "TXT"]))
    }
}

@Suite("Kalimantan Utara: clocks") struct KTRClockTests {
    @Test("KTR-02 there is a least and a most time, and late is only what exceeds the most")
    func leastAndMost() throws {
        let office = try ProcedureOffice("KTR")
        office.at("2026-11-24T08:00:00Z")
        try office.new()
        func clock() throws -> [String: Any] {
            try #require(try office.clocks().first { $0["step"] as? String == "KTR-02" })
        }
        // 16:00 is closing time already: it runs from Wednesday 08:00 on.
        #expect(try clock()["least"] as? String == "2026-11-25T09:00:00+08:00")
        #expect(try clock()["due"] as? String == "2026-11-25T11:00:00+08:00")
        office.at("2026-11-25T03:00:00Z")
        #expect(try clock()["late"] as? Bool == false, "at 11:00 it is just in time")
        office.at("2026-11-25T03:30:00Z")
        #expect(try clock()["late"] as? Bool == true && clock()["lateMinutes"] as? Int == 30)
        #expect(try office.office.succeeds("sla", office.id(), "--lang", "id").text.contains("terlambat 30"))
        let all = try office.office.succeeds("sla", "--format", "json")
        let document = try #require(try all.json() as? [String: Any])
        #expect((document["late"] as? [[String: Any]])?.first?["step"] as? String == "KTR-02")
        try office.steps("02")
        office.at("2026-12-25T03:30:00Z")
        #expect(try clock()["lateMinutes"] as? Int == 30, "what was taken late stays as late as it was")
    }

    @Test("KTR-10 what comes on a Saturday begins on Monday at eight, and Friday closes at half past four")
    func officeHours() throws {
        let office = try ProcedureOffice("KTR")
        office.at("2026-11-21T02:00:00Z")
        try office.new()
        let saturday = try #require(try office.clocks().first { $0["step"] as? String == "KTR-02" })
        #expect(saturday["least"] as? String == "2026-11-23T09:00:00+08:00")
        #expect(saturday["due"] as? String == "2026-11-23T11:00:00+08:00")
        office.at("2026-11-27T07:30:00Z")
        try office.new(["label": "dindik", "letterNumber": "421/2/2026"])
        let friday = try #require(try office.clocks(2).first { $0["step"] as? String == "KTR-02" })
        #expect(friday["least"] as? String == "2026-11-27T16:30:00+08:00")
        #expect(friday["due"] as? String == "2026-11-30T10:00:00+08:00")
    }
}
