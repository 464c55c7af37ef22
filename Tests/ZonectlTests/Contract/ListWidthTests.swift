import Foundation
import Testing

/// Lists on a terminal of 80 columns, and where another program reads them; how many of what there are.
@Suite struct ListWidthTests {
    private func refused() throws -> ProcedureOffice {
        let office = try ProcedureOffice("PBG")
        office.form["opd"] = "Dinas Pengendalian Penduduk dan Keluarga Berencana, Pemberdayaan Perempuan"
        try office.new([
            "attachments": PBGLetterTests.papers, "purposeClass": "commercial", "label": "pemberdayaan-perempuan",
        ])
        try office.new(
            ["letterNumber": "2/2026", "label": "lain", "function": NSNull()], status: 1, codes: ["INCOMPLETE"])
        let note = "Dibicarakan dengan sekretariat; permohonan ini bukan untuk kepentingan pemerintahan daerah"
        try office.step("PBG-02", ["--as", "agencyHead:Dewi Contoh", "--note", note])
        try office.steps("03", "04", "05", "06-")
        return office
    }

    @Test(arguments: [
        ["log"], ["log", "2026/0001"], ["audit", "log"], ["request", "history", "2026/0001"],
        ["procedure", "next", "2026/0001"], ["procedure", "next", "PBG", "06"], ["request", "list"],
    ]) func fit(list: [String]) throws {
        let office = try refused().office
        for language in ["en", "id"] {
            let wide = try office.succeeds(list + ["--lang", language])
            let seen = try office.zonectl(list + ["--lang", language], environment: ["COLUMNS": "80"])
            #expect(seen.status == 0 && !seen.lines.isEmpty)
            for line in seen.lines { #expect(line.count <= 80, "\(line)") }
            // The same words, and for other programs a line for each.
            func words(_ output: Outcome) -> [Substring] { output.text.split { $0 == " " || $0 == "\n" } }
            if list == ["request", "list"] {
                #expect(seen.text.contains("NOT_GOVERNMENT_PURPOSE"), "\(seen)")
            } else {
                #expect(words(seen) == words(wide))
                #expect(!wide.lines.contains { $0.hasPrefix(" ") }, "\(wide)")
            }
        }
    }

    @Test func oneIsNotSeveral() throws {
        let office = try Office(nameServers: ["ns1.purbalinggakab.go.id=192.0.2.53", "ns.example.net"])
        try office.add("dinkes", ["--cname", "web.herokuapp.com."])
        #expect(try office.zonectl("dangling").errorText.contains(" looked at, 1 finding."))
        #expect(try office.succeeds("review", "contacts").errorText.contains("1 name has no person"))
        try office.add("dinsos", ["--cname", "web2.herokuapp.com."], letter: "2")
        #expect(try office.zonectl("dangling").errorText.contains(" looked at, 2 findings."))
        #expect(try office.succeeds("review", "contacts").errorText.contains("2 names have no person"))
    }

    @Test("a mistake in zone.json is told by every command as check tells it")
    func mistakes() throws {
        let office = try Office(options: ["--procedure", "purbalingga"])
        try office.set("hosting", "{ capacityGB: -1 }")
        try office.set("letters", "{ plase: 'Purbalingga' }")
        for arguments in [["check"], ["request", "list"], ["render"], ["letter", "disposisi", "2026/0001"]] {
            let output = try office.zonectl(arguments)
            let told = output.text + output.errorText
            #expect(output.status == 1, "\(output)")
            for key in ["hosting.capacityGB: -1 is not", "letters.plase: unknown setting"] {
                #expect(told.contains(key), "“\(key)” in \(output)")
            }
        }
    }
}
