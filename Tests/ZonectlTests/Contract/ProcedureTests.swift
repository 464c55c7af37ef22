import Foundation
import Testing

/// Procedures as files: where they are found, how an office adapts one, and what is said of a broken one.
@Suite struct ProcedureFileTests {
    static let known = ["balangan", "kalimantan-utara", "purbalingga", "sumba-barat-daya", "tulungagung"]
    static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds").path

    private func names(_ output: Outcome) throws -> [String] {
        let list = try #require(try output.json() as? [[String: Any]], "\(output)")
        return list.compactMap { $0["name"] as? String }
    }

    @Test("the seeds are found from any folder, through a link, and beside an installed program")
    func found() throws {
        let directory = try TemporaryDirectory()
        let shell = try Tool.env.path()
        func list(_ program: String, in folder: String) throws -> Outcome {
            try run([shell, "-C", folder, program, "procedure", "list", "--format", "json"])
        }
        for folder in ["/", directory.root] {
            let output = try list(zonectlPath, in: folder)
            #expect(try names(output).sorted() == Self.known, "\(output)")
        }
        let link = directory.path("zonectl")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: zonectlPath)
        let linked = try names(try list(link, in: "/"))
        #expect(linked.sorted() == Self.known)

        // As a package would install it.
        let root = directory.path("usr")
        try FileManager.default.createDirectory(atPath: root + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: root + "/share/zonectl", withIntermediateDirectories: true)
        let installed = root + "/bin/zonectl"
        // By a program of its own: one that another test starts meanwhile would keep the copy open for writing.
        #expect(try run([shell, "cp", zonectlPath, installed]).status == 0)
        let bare = try list(installed, in: "/")
        let found = try names(bare)
        #expect(bare.status == 0 && found.isEmpty, "\(bare)")
        try FileManager.default.copyItem(atPath: Self.seeds, toPath: root + "/share/zonectl/seeds")
        let shared = try names(try list(installed, in: "/"))
        #expect(shared.sorted() == Self.known)
    }

    @Test("an office's own file hides the one that comes with the program, by name and by id")
    func adapted() throws {
        let office = try Office(options: ["--procedure", "purbalingga"])
        let own = office.root + "/procedures"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        let text = try readText(Self.seeds + "/purbalingga.json").replacing(
            "time: { minutes: 60 }", with: "time: { minutes: 90 }")
        try writeFile(own + "/kantor-kami.json", text)
        #expect(try office.succeeds("procedure", "totals", "PBG").text.contains("285 menit"))
        let listed = try names(try office.succeeds("procedure", "list", "--format", "json"))
        #expect(listed.first == "kantor-kami" && listed.count == 5 && !listed.contains("purbalingga"))

        // A broken file of the office's is not passed over in favour of the seed it hides.
        try writeFile(own + "/purbalingga.json", text.replacing("min", with: "nim"))
        try FileManager.default.removeItem(atPath: own + "/kantor-kami.json")
        let output = try office.refuses(["procedure", "totals", "purbalingga"], codes: ["PROCEDURE_UNKNOWN_KEY"])
        #expect(output.errorText.contains(own + "/purbalingga.json:"))
        let list = try office.zonectl("procedure", "list", "--format", "json")
        #expect(list.status == 1 && list.errorText.contains("PROCEDURE_UNKNOWN_KEY"), "\(list)")
        #expect(try names(list).count == 4)
    }

    @Test("init copies the procedure, and the zone follows its copy from then on")
    func initialized() throws {
        let office = try Office("kaltaraprov.go.id", options: ["--procedure", "ktr"])
        let copy = office.path("procedure.json")
        let (copied, seed) = (try readFile(copy), try readFile(Self.seeds + "/kalimantan-utara.json"))
        #expect(copied == seed)
        var status = stat()
        #expect(stat(copy, &status) == 0 && status.st_mode & 0o777 == 0o644)
        let settings = try readText(office.settingsFile)
        #expect(settings.contains("procedure: \"KTR\"") && settings.contains("utcOffset: \"+08:00\""))
        #expect(try office.succeeds("procedure", "totals").text.contains("10 hari 60–180 menit"))

        try writeFile(copy, try readText(copy).replacing("{ days: 7 }", with: "{ days: 5 }"))
        #expect(try office.succeeds("procedure", "totals").text.contains("8 hari 60–180 menit"))
        #expect(try office.succeeds("procedure", "totals", "KTR").text.contains("10 hari 60–180 menit"))
        // A path names a file.
        #expect(try office.succeeds("procedure", "totals", copy).text.contains("8 hari"))

        try writeFile(copy, try readText(copy).replacing("max: 3", with: "max: 0.5"))
        let broken = try office.refuses(["procedure", "show"], codes: ["PROCEDURE_VALUE"])
        #expect(broken.errorText.contains("/kaltaraprov.go.id/procedure.json:"))
        #expect(broken.errorText.contains("KTR-02.time.hours.max"))
        let check = try office.zonectl("check")
        let place = #/procedure\.json:\d+:\d+: error PROCEDURE_VALUE: KTR-02\.time\.hours\.max: 0\.5 is not/#
        #expect(check.status == 1 && check.text.contains(place), "\(check)")
    }

    @Test("an unknown procedure is refused with those there are, and nothing is made")
    func unknown() throws {
        let office = try Office(empty: "k.go.id")
        let output = try office.zonectl(
            "init", office.zone, "--ns", "ns.example.net", "ns2.example.net", "--procedure", "Purbalinga")
        #expect(output.status == 2 && output.errorText.contains("did you mean purbalingga?"), "\(output)")
        for name in Self.known { #expect(output.errorText.contains(name)) }
        #expect(!fileExists(office.root))
    }

    @Test("a zone without a procedure says how to get one")
    func none() throws {
        let office = try Office()
        try office.refuses(["procedure", "show"], status: 3, codes: ["NO_PROCEDURE"])
    }

    @Test("what follows a step")
    func next() throws {
        func next(_ words: String...) throws -> [String] {
            let output = try run([zonectlPath, "procedure", "next"] + words)
            #expect(output.status == 0, "\(output)")
            return output.lines.map { String($0.prefix { $0 != " " }) }
        }
        #expect(try next("PBG") == ["PBG-01"])
        #expect(try next("PBG", "pbg-03") == ["PBG-04"])
        #expect(try next("PBG", "6") == ["PBG-07", "PBG-08"])
        #expect(try next("TLG", "4") == ["TLG-04b"])
        #expect(try next("TLG", "10") == ["TLG-08", "TLG-11", "TLG-12"])
        #expect(try next("KTR", "05") == [])
        let output = try run([zonectlPath, "procedure", "next", "PBG", "PBG-14"])
        #expect(output.status == 2 && output.errorText.contains("PBG-1"), "\(output)")
    }
}
