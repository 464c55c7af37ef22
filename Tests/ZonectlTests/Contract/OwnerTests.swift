import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Root works in a registry that is another user's, as cron does or a hurried administrator: afterwards it still is
/// that user's.
@Suite(.enabled(if: geteuid() == 0)) struct OwnerTests {
    private static let owner: uid_t = 4242
    private static let group: gid_t = 4343

    /// Every file and folder below the registry with its owner.
    private func owners(_ office: Office) throws -> [String: [UInt32]] {
        var found: [String: [UInt32]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: office.root) {
            var info = stat()
            guard lstat(office.root + "/" + path, &info) == 0 else { throw HarnessError("lstat \(path)") }
            found[path] = [info.st_uid, info.st_gid]
        }
        return found
    }

    /// Gives the registry to the owner, closed to all others.
    private func handOver(_ office: Office) throws {
        try #require(chmod(office.directory.root, 0o711) == 0)
        for path in [""] + (try FileManager.default.subpathsOfDirectory(atPath: office.root)) {
            let whole = office.root + "/" + path
            var info = stat()
            try #require(lstat(whole, &info) == 0)
            try #require(chmod(whole, info.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600) == 0)
            try #require(chown(whole, Self.owner, Self.group) == 0)
        }
    }

    private func asOwner(_ office: Office, _ arguments: [String]) throws -> Outcome {
        // The program is copied to where the owner may run it.
        let program = office.directory.path("zonectl")
        if !fileExists(program) {
            let copied = try run(["/bin/cp", zonectlPath, program])
            #expect(copied.status == 0, "\(copied)")
            try #require(chmod(program, 0o755) == 0)
        }
        return try run(
            [
                try Tool.setpriv.path(), "--reuid=\(Self.owner)", "--regid=\(Self.group)", "--clear-groups", program,
            ] + office.command(arguments).dropFirst())
    }

    @Test func whatRootReplacesStaysTheOwners() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.render()
        try handOver(office)
        let modes = try snapshot(office.root).mapValues(\.mode)

        // A first redirect also makes a file that was not there.
        try office.add("ppid", ["--url", "https://www.example.net/"], opd: "Diskominfo")
        try office.render()

        for (path, ids) in try owners(office) { #expect(ids == [Self.owner, Self.group], "\(path): \(ids)") }
        for (path, state) in try snapshot(office.root) {
            if let mode = modes[path] { #expect(state.mode == mode, "\(path)") }
        }
        for arguments in [
            ["list"], ["add", "bkd", "--opd", "BKD", "--letter", "2", "--address", "192.0.2.11"], ["render"],
            ["audit", "verify"],
        ] {
            let output = try asOwner(office, arguments)
            #expect(output.status == 0, "\(output)")
        }
    }

    @Test func aZoneThatRootMakesIsTheRegistrysOwners() throws {
        let office = try Office()
        try handOver(office)
        try office.succeeds("init", "lain.go.id", "--ns", "ns.example.net", "ns.example.org")
        for (path, ids) in try owners(office) { #expect(ids == [Self.owner, Self.group], "\(path): \(ids)") }
        let output = try asOwner(office, ["render"])
        #expect(output.status == 0, "\(output)")
    }
}
