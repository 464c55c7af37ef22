import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is written where the user says never goes into the registry; `AccountTests` has the sheets of accounts.
@Suite struct OutsideRegistryTests {
    /// An office with a letter that was signed, and a second request that no document was written for.
    private func office() throws -> ProcedureOffice {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.new(["label": "dindik", "opd": "Dinas Pendidikan", "letterNumber": "421/9/2026"])
        try office.purbalingga(through: 11)
        return office
    }

    private func link(_ name: String, to target: String, _ office: Office) throws -> String {
        let path = office.directory.path(name)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        return path
    }

    /// `refuses` compares every octet below the registry: no file is replaced, no document written, none numbered.
    @Test func theCopyOfADocumentDoesNotGoIntoTheRegistry() throws {
        let office = try office()
        let registry = office.office
        let letters = try FileManager.default.contentsOfDirectory(atPath: registry.path("letters")).sorted()
        #expect(letters.contains("2026-0001-persetujuan.txt"), "\(letters)")
        let link = try link("link", to: registry.path(""), registry)
        var inside: [String] = [
            registry.registerFile, registry.path("HEAD"), registry.settingsFile, registry.staticFile,
            registry.zoneFile, registry.path("new.txt"), "\(registry.root)/new.txt", "\(link)/HEAD",
            registry.path("letters/../new.txt"), registry.path(""),
        ]
        inside += letters.map { registry.path("letters/\($0)") }
        for path in inside {
            #expect(fileExists(path) != path.hasSuffix("new.txt"), "\(path)")
            for options in [["--output", path], ["--html", "--output", path]] {
                let errors = try office.letter(
                    "tanda-terima", of: 2, options: options, status: 1, codes: ["OUTPUT_IN_REGISTRY"])
                #expect(errors.contains("--output"), "\(errors)")
            }
        }
        // Outside it goes, also over what was there, and the document itself is where it always is.
        let copy = registry.root + "/../salinan.txt"
        for old in [nil, "old"] {
            if let old { try writeFile(copy, old) }
            try office.letter("tanda-terima", of: 2, options: ["--output", copy])
            #expect(try readText(copy) == office.written("tanda-terima", of: 2))
        }
        try registry.succeeds("audit", "verify")
    }

    @Test func aCopyThatHasNoPlaceLeavesTheDocumentUnwritten() throws {
        let office = try office()
        let directory = office.office.directory
        let file = directory.path("file")
        try writeFile(file, "old")
        #expect(mkfifo(directory.path("fifo"), 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: directory.path("folder"), withIntermediateDirectories: false)
        let paths: [String] = [
            try link("to-register", to: office.office.registerFile, office.office),
            try link("to-file", to: file, office.office), try link("to-nothing", to: "\(file)-2", office.office),
            directory.path("fifo"), directory.path("folder"), directory.path("folder/"), directory.path("missing/file"),
            office.office.root,
        ]
        for path in paths {
            let errors = try office.letter("tanda-terima", of: 2, options: ["--output", path], status: 4)
            // What is missing is a folder, and that is what is named.
            #expect(errors.contains(path.replacing("missing/file", with: "missing")), "\(errors)")
        }
        #expect(try readText(file) == "old" && !fileExists(file + "-2"))
        try office.letter("tanda-terima", of: 2, options: ["--output", file])
    }

    @Test(arguments: [
        (["register", "--export"], "EXPORT_IN_REGISTRY"), (["report", "--html"], "PAGES_IN_REGISTRY"),
    ])
    func foldersDoNotGoIntoTheRegistry(command: [String], code: String) throws {
        let registry = try office().office
        let link = try link("link", to: registry.path(""), registry)
        let root = registry.root
        let inside: [String] = [
            root, "\(root)/", "\(root)/.", "\(root)/new", "\(root)/new//", registry.path(""), registry.path("letters"),
            registry.path("letters/"), registry.path("letters/.."), registry.path("new"), registry.path("new/"), link,
            "\(link)/letters", "\(link)/new",
        ]
        for path in inside {
            try registry.refuses(command + [path], codes: [code])
        }
        // Beside it, and by a way through it.
        for path in [registry.directory.path("beside"), "\(root)/../through"] {
            try registry.succeeds(command + [path])
            #expect(fileExists(path + "/index.html"), "\(path)")
        }
    }

    /// Without -C the registry is the one that is found, and paths are as they are typed there.
    @Test func pathsAreThoseOfTheWorkingFolder() throws {
        let registry = try office().office
        for path in ["zones", "zones/\(registry.zone)/letters", "./zones/arsip"] {
            let before = try snapshot(registry.root)
            let output = try run(
                [
                    "/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", registry.directory.root, zonectlPath,
                    "--now", registry.clock, "register", "--export", path,
                ])
            #expect(output.status == 1 && output.errorText.contains("EXPORT_IN_REGISTRY \(path): "), "\(output)")
            #expect(try snapshot(registry.root) == before, "\(path)")
        }
    }
}
