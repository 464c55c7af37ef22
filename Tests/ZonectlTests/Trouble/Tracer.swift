/// One system call of a program with which it changes something on disk or says something.
struct WriteCall: CustomStringConvertible {
    let name: String
    /// Its number among the calls of this name, from 1.
    let ordinal: Int
    /// The file that it changes; for a temporary file the name it gets in the end.
    let file: String
    var description: String { "\(name) #\(ordinal) on \(file)" }
}

/// What happens at a call instead of the call.
enum Fault: CustomStringConvertible {
    case signal(String)
    case error(String)

    var injection: String {
        switch self {
        case .signal(let name): "signal=\(name)"
        case .error(let name): "error=\(name)"
        }
    }
    var description: String { injection }
}

/// Runs programs under strace, which lists their system calls and puts faults in the place of one of them.
struct Tracer {
    private static let calls = [
        "openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "rename", "renameat", "renameat2", "ftruncate",
        "truncate", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlinkat", "chmod", "fchmod",
        "fchmodat", "chown", "fchown", "fchownat", "fallocate", "copy_file_range", "sendfile", "msync",
    ]

    /// The write-side calls of a run of `command`, in order.
    static func writeCalls(of command: [String], input: String? = nil) throws -> (calls: [WriteCall], output: Outcome) {
        let directory = try TemporaryDirectory()
        let log = directory.path("trace")
        let output = try run(
            [
                try Tool.strace.path(), "-qq", "-y", "-s", "4096", "-e", "trace=\(calls.joined(separator: ","))", "-o",
                log,
            ]
                + command, input: input)
        var counts: [String: Int] = [:]
        var found: [(name: String, ordinal: Int, file: String, line: String)] = []
        var finalNames: [String: String] = [:]
        for line in try readText(log).split(separator: "\n").map(String.init) {
            guard let name = line.firstMatch(of: #/^([a-z0-9_]+)\(/#)?.1 else { continue }
            counts[String(name), default: 0] += 1
            let quoted = line.matches(of: #/"([^"]*)"/#).map { lastComponent(String($0.1)) }
            if name.hasPrefix("rename"), quoted.count == 2 { finalNames[quoted[0]] = quoted[1] }
            if name == "openat", !["O_CREAT", "O_WRONLY", "O_RDWR", "O_TRUNC"].contains(where: line.contains) {
                continue
            }
            let described = line.firstMatch(of: #/^[a-z0-9_]+\((\d+)<([^>]*)>/#)
            let file: String
            if name == "write" || name == "writev", let number = described?.1, number == "1" || number == "2" {
                file = number == "1" ? "stdout" : "stderr"
            } else if let path = quoted.last, name != "write", name != "pwrite64", name != "writev" {
                file = path
            } else {
                file = lastComponent(String(described?.2 ?? "?"))
            }
            found.append((String(name), counts[String(name), default: 0], file, line))
        }
        return (
            found.map { WriteCall(name: $0.name, ordinal: $0.ordinal, file: finalNames[$0.file] ?? $0.file) }, output
        )
    }

    /// Runs `command` with `fault` in the place of `call`.
    static func inject(into command: [String], _ fault: Fault, at call: WriteCall, input: String? = nil) throws
        -> Outcome
    {
        try run(
            [
                try Tool.strace.path(), "-qq", "-o", "/dev/null", "-e", "trace=\(call.name)",
                "-e", "inject=\(call.name):\(fault.injection):when=\(call.ordinal)",
            ] + command, input: input)
    }

    private static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
