import Foundation
import Testing

/// `report --html`: what is on the pages, and what must not be.
@Suite struct StatusPagesTests {
    private func pages(_ folder: String) throws -> [String: String] {
        var result: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".html") {
            result[path] = try readText("\(folder)/\(path)")
        }
        return result
    }

    private func busyOffice() throws -> ProcedureOffice {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.new([
            "label": "dindik", "opd": "Dinas <b>Tebal</b> & \"Rekan\"", "letterNumber": "421/<i>9</i>/2026",
            "function": "</table><script>alert(1)</script>",
            "purposeClass": "publicService",
        ])
        try office.purbalingga(through: 13)
        try office.step("PBG-02", ["--note", "Telepon Ibu Rahasia 0811-999", "--as", "agencyHead:Budi Nama"], of: 2)
        return office
    }

    @Test("there is a page for the queue, the names, the year and each request, and every link leads to one")
    func linked() throws {
        let office = try busyOffice()
        office.at("2026-11-24T08:00:00Z")
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder, "--lang", "id")
        let pages = try pages(folder)
        #expect(
            Set(pages.keys) == [
                "index.html", "names.html", "requests-2026.html", "requests/2026-0001.html", "requests/2026-0002.html",
            ])
        let index = try #require(pages["index.html"])
        #expect(index.contains("2026/0002") && !index.contains("requests/2026-0001.html"), "only what is open")
        #expect(index.contains("terlambat") && index.contains("PBG-03") && index.contains("Kepala Bidang Informatika"))
        #expect(try #require(pages["names.html"]).contains("dinkes.purbalinggakab.go.id"))
        let done = try #require(pages["requests/2026-0001.html"])
        for step in ["PBG-01", "PBG-06", "PBG-12", "PBG-13"] { #expect(done.contains(step)) }
        for (path, page) in pages {
            let base = path.contains("/") ? folder + "/requests/" : folder + "/"
            for part in page.components(separatedBy: "href=\"").dropFirst() {
                let target = String(part.prefix { $0 != "\"" })
                #expect(fileExists(base + target), "\(path) → \(target)")
            }
        }
    }

    @Test("a reason stands there in words, a letter with the date that it bears")
    func inWords() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.new(["opd": "RSUD", "letterNumber": "445/2/2026"])
        try office.purbalingga(through: 7)
        try office.steps("08", "09+", "10", "11")
        office.at("2026-12-01T03:00:00Z")
        try office.office.succeeds("letter", "persetujuan", office.id())
        try office.purbalingga(through: 5, of: 2)
        try office.step("PBG-06", ["--decision", "no"], of: 2)
        for (language, reason) in [("id", "nama subdomain sudah digunakan"), ("en", "the name is in use already")] {
            let folder = office.office.directory.path("html-" + language)
            try office.office.succeeds("report", "--html", folder, "--lang", language)
            let pages = try pages(folder)
            for path in ["requests-2026.html", "requests/2026-0002.html"] {
                let page = try #require(pages[path])
                #expect(page.contains(reason) && !page.contains("DUPLICATE"), "\(path)")
            }
            #expect(try #require(pages["requests/2026-0001.html"]).contains(">2026-11-23</td>"))
        }
    }

    @Test("nothing comes from outside, and nothing of a form becomes part of the page")
    func closed() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        for (path, page) in try pages(folder) {
            #expect(page.contains("default-src 'none'"), "\(path)")
            for foreign in ["http:", "https:", "//", "src=\"", "@import", "url("] {
                #expect(!page.contains(foreign), "\(foreign) in \(path)")
            }
            for markup in ["<b>Tebal", "<i>9", "alert(1)</script>"] {
                #expect(!page.contains(markup), "\(markup) in \(path)")
            }
            // Our own script, where there is one, and no other.
            #expect(page.components(separatedBy: "<script").count <= 2, "\(path)")
        }
    }

    @Test("the policy of a page with a script lets that script run, by its digest")
    func scriptDigest() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        let page = try readText(folder + "/names.html")
        let behind = try #require(page.components(separatedBy: "<script>").last)
        let script = try #require(behind.components(separatedBy: "</script>").first)
        let file = office.office.directory.path("script.js")
        try writeFile(file, script)
        let openssl = try run(["/usr/bin/env", "openssl", "dgst", "-sha256", "-binary", "-out", file + ".bin", file])
        try #require(openssl.status == 0, "openssl is missing: apt-get install openssl: \(openssl)")
        let digest = Data(try readFile(file + ".bin")).base64EncodedString()
        #expect(page.contains("script-src 'sha256-\(digest)'"))
    }

    @Test("persons, mailboxes and notes are on the pages only with --with-contacts, for the office alone")
    func privacy() throws {
        let office = try busyOffice()
        let secrets = ["Sari Contoh", "0800-1000", "sari@example.go.id", "Budi Nama", "0811-999"]
        let open = office.office.directory.path("umum")
        try office.office.succeeds("report", "--html", open)
        for (path, page) in try pages(open) {
            for secret in secrets { #expect(!page.contains(secret), "\(secret) in \(path)") }
        }
        let closed = office.office.directory.path("kantor")
        try office.office.succeeds("report", "--html", closed, "--with-contacts")
        let all = try pages(closed).values.joined()
        for secret in secrets { #expect(all.contains(secret), "\(secret)") }
        func mode(_ path: String) -> UInt32 {
            var status = stat()
            return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o777) : 0
        }
        #expect(mode(open + "/requests/2026-0001.html") == 0o644 && mode(open + "/index.html") == 0o644)
        #expect(mode(closed + "/requests/2026-0001.html") == 0o640 && mode(closed + "/index.html") == 0o640)
    }

    private func modes(_ folder: String) throws -> Set<Int> {
        Set(
            try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }
                .map { try mode(of: "\(folder)/\($0)") & 0o777 })
    }

    @Test("a folder of public pages that gets persons is the office's alone, and never becomes public again")
    func oneFolderForBoth() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        #expect(try modes(folder) == [0o644])
        let warned = try office.office.succeeds("report", "--html", folder, "--with-contacts")
        #expect(warned.errorText.contains("PUBLIC_FOLDER"), "\(warned)")
        #expect(try modes(folder) == [0o640])
        #expect(try pages(folder).values.joined().contains("Sari Contoh"))
        let again = try office.office.succeeds("report", "--html", folder, "--with-contacts")
        #expect(!again.errorText.contains("PUBLIC_FOLDER"), "\(again)")
        let before = try snapshot(folder)
        let refused = try office.office.zonectl("report", "--html", folder)
        #expect(refused.status == 1 && refused.errorText.contains("CONTACTS_FOLDER \(folder): "), "\(refused)")
        #expect(try snapshot(folder) == before)
    }

    @Test("a run with persons that was cut off leaves a folder that is known to have them")
    func cutOff() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        // A folder in the place of a page: it cannot be written.
        try FileManager.default.removeItem(atPath: folder + "/names.html")
        try FileManager.default.createDirectory(atPath: folder + "/names.html", withIntermediateDirectories: false)
        #expect(try office.office.zonectl("report", "--html", folder, "--with-contacts").status == 4)
        #expect(try office.office.zonectl("report", "--html", folder).errorText.contains("CONTACTS_FOLDER"))
    }

    @Test("who claims a role that there is not is named on no public page")
    func claimedRole() throws {
        let office = try busyOffice()
        try office.office.succeeds("letter", "tanda-terima", "2026/0002", "--as", "Wayan")
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        let page = try readText(folder + "/requests/2026-0002.html")
        #expect(!page.contains("Wayan") && page.contains("sysadmin"))
        let whole = office.office.directory.path("whole")
        try office.office.succeeds("report", "--html", whole, "--with-contacts")
        #expect(try readText(whole + "/requests/2026-0002.html").contains("Wayan"))
    }

    @Test("finished pages are written again when the office is called otherwise")
    func otherOffice() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder)
        let file = office.office.path("procedure.json")
        let text = try readText(file)
        let line = try #require(text.split(separator: "\n").first { $0.contains("  office: ") })
        try writeFile(file, text.replacingOccurrences(of: line, with: "  office: \"Dinas Kominfo Baru\","))
        try office.office.succeeds("report", "--html", folder)
        #expect(try readText(folder + "/requests/2026-0001.html").contains("Dinas Kominfo Baru"))
    }

    @Test("a step that is the applicant's is never the office's lateness")
    func applicantsStep() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.step("TLG-02", ["--decision", "yes", "--as", "technician"])
        #expect(try office.open() == ["TLG-04"])
        office.at("2026-12-24T08:00:00Z")
        let folder = office.office.directory.path("html")
        try office.office.succeeds("report", "--html", folder, "--lang", "id")
        let index = try readText(folder + "/index.html")
        #expect(index.contains("menunggu pemohon") && !index.contains("terlambat 1"), "\(index)")
        #expect(!index.contains("class=\"late\"") && !index.contains("mark late"))
        let clocks = try office.office.succeeds("sla", office.id(), "--format", "json").json() as? [String: Any]
        let last = try #require((clocks?["steps"] as? [[String: Any]])?.last)
        #expect(last["step"] as? String == "TLG-04" && last["late"] as? Bool == false, "\(last)")
        #expect(last["lateMinutes"] as? Int == 0 && last["applicants"] as? Bool == true, "\(last)")
        #expect(try office.office.succeeds("sla", office.id(), "--lang", "id").text.contains("menunggu"))
        let year = try office.office.succeeds("sla", "--format", "json").json() as? [String: Any]
        #expect((year?["late"] as? [Any])?.isEmpty == true, "\(String(describing: year))")
    }

    @Test("pages of finished requests are written once, and again when the language or the procedure is another")
    func onlyWhatChanged() throws {
        let office = try busyOffice()
        let folder = office.office.directory.path("html")
        func report(_ options: String...) throws -> String {
            try office.office.succeeds(["report", "--html", folder, "--lang", "id"] + options).text
        }
        #expect(try report().hasPrefix("5 halaman") )
        #expect(try report().contains("1 tetap"))
        try FileManager.default.removeItem(atPath: folder + "/requests/2026-0001.html")
        #expect(try report().contains("0 tetap"))
        #expect(try report().contains("1 tetap"))
        let other = try office.office.succeeds("report", "--html", folder, "--lang", "en").text
        #expect(other.contains("0 kept"))
        #expect(try readText(folder + "/requests/2026-0001.html").contains("<html lang=\"en\">"))
    }

    @Test("a zone without a procedure has pages too")
    func withoutProcedure() throws {
        let office = try Office()
        try office.add("dinkes")
        let folder = office.directory.path("html")
        try office.succeeds("report", "--html", folder)
        #expect(try readText(folder + "/names.html").contains("dinkes.purbalinggakab.go.id"))
        #expect(try readText(folder + "/requests/2026-0001.html").contains("Dinas Kesehatan"))
        let usage = try office.zonectl("report")
        #expect(usage.status == 2 && usage.errorText.contains("DIR"), "\(usage)")
    }
}
