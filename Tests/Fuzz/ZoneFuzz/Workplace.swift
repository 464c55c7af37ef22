import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

public struct FuzzError: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// A folder of its own in which one worker runs the programs on its zones.
struct Workplace {
    private let directory: TemporaryDirectory
    var folder: String { directory.root }
    private let programs: [Judge: String]

    /// The longest that a program may take for one small zone, in seconds.
    static let timeLimit = 20.0

    init() throws {
        var found: [Judge: String] = [:]
        for judge in Judge.allCases {
            let candidates = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin"].map {
                "\($0)/\(judge.rawValue)"
            }
            guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else {
                throw FuzzError(
                    "\(judge.rawValue) is missing: apt-get install --no-install-recommends \(judge.package) "
                        + "(script/test does it)"
                )
            }
            found[judge] = path
        }
        programs = found
        // Memory where the system has some to write files to.
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        directory = try TemporaryDirectory(in: place)
    }

    func path(_ name: String) -> String { directory.path(name) }

    func write(_ octets: [UInt8], to name: String) throws {
        guard let file = fopen(path(name), "w") else { throw FuzzError("cannot write \(path(name))") }
        defer { fclose(file) }
        guard fwrite(octets, 1, octets.count, file) == octets.count else {
            throw FuzzError("cannot write \(path(name))")
        }
    }

    func read(_ name: String) -> [UInt8] {
        guard let file = fopen(path(name), "r") else { return [] }
        defer { fclose(file) }
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return octets }
            octets += buffer[..<count]
        }
    }

    // MARK: Running

    /// What each program makes of a text, all at the same time.
    func verdicts(_ text: [UInt8], files: [String: [UInt8]] = [:], by judges: Set<Judge>) throws -> [Judge: Verdict] {
        try write(text, to: "zone")
        for (name, octets) in files { try write(octets, to: name) }
        var processes: [(Judge, pid_t)] = []
        for judge in Judge.allCases where judges.contains(judge) {
            unlink(path("\(judge).raw"))
            let arguments = judge.arguments(path("zone"), output: path("\(judge).raw"))
            processes.append((judge, try start(judge, arguments, inFolder: !files.isEmpty)))
        }
        var verdicts: [Judge: Verdict] = [:]
        for (judge, process) in processes { verdicts[judge] = verdict(judge, wait(for: process)) }
        for name in files.keys { unlink(path(name)) }
        return verdicts
    }

    private func verdict(_ judge: Judge, _ end: End) -> Verdict {
        switch end {
        case .signal(let number): return .died("signal \(number)")
        case .timedOut: return .died("more than \(Int(Self.timeLimit)) s")
        case .exit(0):
            switch judge {
            case .bind: return .accepted(RawZone.records(read("\(judge).raw")))
            case .knot: return .accepted(nil)
            case .nsd, .ldns:
                let (verdict, _) = Ours.read(read("\(judge).out"), name: "\(judge).out")
                if case .accepted(let records) = verdict { return .accepted(records) }
                return .accepted(nil)
            }
        case .exit:
            let said = String(decoding: read("\(judge).err") + read("\(judge).out"), as: UTF8.self)
            return .refused(Self.reason(said))
        }
    }

    /// The two lines that say most, without dates and the like.
    private static func reason(_ said: String) -> String {
        said.split(separator: "\n")
            .filter {
                !$0.hasPrefix(";") && !$0.contains("failed to run semantic checks")
                    && !$0.contains("not loaded due to errors")
            }
            .prefix(2)
            .map { line in
                let text = line.firstRange(of: "]: ").map { line[$0.upperBound...] } ?? line
                return text.count > 160 ? text.prefix(160) + "…" : String(text)
            }
            .joined(separator: " | ")
    }

    /// BIND's text of the zone in `zone`, or nothing when it refuses it.
    func textByBIND(_ text: [UInt8], files: [String: [UInt8]]) throws -> [UInt8]? {
        try write(text, to: "zone")
        for (name, octets) in files { try write(octets, to: name) }
        defer { for name in files.keys { unlink(path(name)) } }
        let arguments = [
            "-q", "-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-M", "ignore", "-S", "ignore", "-r",
            "ignore",
            "-s", "full", "-o", path("bind.text"), ZoneCase.origin, path("zone"),
        ]
        let process = try start(.bind, arguments, inFolder: !files.isEmpty)
        guard case .exit(0) = wait(for: process) else { return nil }
        return read("bind.text")
    }

    private enum End {
        case exit(Int32)
        case signal(Int32)
        case timedOut
    }

    /// - Parameter inFolder: whether files are looked for in the folder; a thread has none of its own, and another
    ///   program that changes it costs time.
    private func start(_ judge: Judge, _ arguments: [String], inFolder: Bool) throws -> pid_t {
        let output = "\(judge)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path(output + ".out"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, path(output + ".err"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let command = (inFolder ? ["/usr/bin/env", "-C", folder] : []) + [programs[judge] ?? ""] + arguments
        let words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let environment = ["LC_ALL=C", "PATH=/usr/bin:/bin", "TZ=UTC"]
        let settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, command[0], &actions, nil, words, settings)
        guard error == 0 else { throw FuzzError("cannot start \(command[0]): \(String(cString: strerror(error)))") }
        return process
    }

    private func wait(for process: pid_t) -> End {
        var status: Int32 = 0
        var waited = 0.0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0 && errno != EINTR { return .timedOut }
            if waited > Self.timeLimit {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                return .timedOut
            }
            let pause = waited < 0.05 ? 300 : 5000
            usleep(UInt32(pause))
            waited += Double(pause) / 1e6
        }
        return status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
    }
}
