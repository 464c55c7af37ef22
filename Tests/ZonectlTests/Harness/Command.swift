import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why a test could not run what it wanted to.
struct HarnessError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Held while a pipe is made and while a program is started: a program that another test starts in between would keep
/// the pipe open.
private let spawning = NSLock()

/// How a program ended and what it wrote.
struct Outcome: CustomStringConvertible {
    let command: [String]
    /// The exit code, or 128 + the signal that ended it.
    let status: Int32
    let out: [UInt8]
    let err: [UInt8]

    var text: String { String(decoding: out, as: UTF8.self) }
    var errorText: String { String(decoding: err, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
    var errorLines: [String] { errorText.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }

    var description: String {
        """
        \(command.joined(separator: " "))
        exit \(status)
        stdout: \(text.prefix(4000))
        stderr: \(errorText.prefix(4000))
        """
    }

    /// The standard output as JSON.
    func json() throws -> Any {
        do {
            return try JSONSerialization.jsonObject(with: Data(out), options: [.fragmentsAllowed])
        } catch {
            throw HarnessError("not JSON (\(error)): \(self)")
        }
    }
}

/// Where a program's standard output goes.
enum StandardOutput {
    case captured
    case path(String)
    case closed
    /// A pipe whose reader has gone away.
    case brokenPipe
}

/// A program that is running. Outcome goes to files, not pipes, so that nothing blocks and any number may run.
final class RunningCommand {
    let command: [String]
    let pid: pid_t
    private let directory: TemporaryDirectory
    private var status: Int32?

    /// Starts `command`, whose first word is the path of a program.
    init(
        _ command: [String], environment: [String: String] = [:], input: String? = nil,
        output: StandardOutput = .captured
    ) throws {
        self.command = command
        directory = try TemporaryDirectory()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }

        var inputPath = "/dev/null"
        if let input {
            inputPath = directory.path("in")
            try writeFile(inputPath, input)
        }
        posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)

        var ends: [Int32] = [-1, -1]
        defer { for end in ends where end >= 0 { close(end) } }
        switch output {
        case .captured:
            posix_spawn_file_actions_addopen(&actions, 1, directory.path("out"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        case .path(let path):
            posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        case .closed:
            posix_spawn_file_actions_addclose(&actions, 1)
        case .brokenPipe:
            let isMade = spawning.withLock {
                guard pipe(&ends) == 0 else { return false }
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
                return true
            }
            guard isMade else { throw HarnessError("pipe: errno \(errno)") }
            // Before the program starts: it may be faster than what comes after.
            close(ends[0])
            ends[0] = -1
            posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        }
        posix_spawn_file_actions_addopen(&actions, 2, directory.path("err"), O_WRONLY | O_CREAT | O_APPEND, 0o600)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGXFSZ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        // Nothing of the caller's surroundings reaches the program but what a test names.
        let settings = ["PATH": Tool.searchPath, "HOME": directory.root, "LC_ALL": "C", "TMPDIR": directory.root]
            .merging(environment) { $1 }
        let variables = settings.map { "\($0)=\($1)" }.sorted()

        var pid = pid_t()
        let error = withCStrings(command) { arguments in
            withCStrings(variables) { variables in
                spawning.withLock { posix_spawn(&pid, command[0], &actions, &attributes, arguments, variables) }
            }
        }
        guard error == 0 else {
            throw HarnessError("cannot start \(command[0]): \(String(cString: strerror(error)))")
        }
        self.pid = pid
    }

    deinit {
        if status == nil { kill() }
    }

    /// Waits until the program ends; one that takes longer than `seconds` is killed and the test fails.
    @discardableResult
    func wait(seconds: Double = 60) throws -> Outcome {
        let start = Date()
        var pause: UInt32 = 300
        while status == nil {
            if poll() { break }
            if Date().timeIntervalSince(start) > seconds {
                kill()
                throw HarnessError("not done after \(seconds) s: \(output())")
            }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
        return output()
    }

    /// Whether it has ended.
    func poll() -> Bool {
        if status != nil { return true }
        var raw: Int32 = 0
        guard waitpid(pid, &raw, WNOHANG) == pid else { return false }
        status = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
        return true
    }

    func send(_ signal: Int32) { _ = Glibc.kill(pid, signal) }

    func kill() {
        guard status == nil else { return }
        send(SIGKILL)
        var raw: Int32 = 0
        waitpid(pid, &raw, 0)
        status = 128 + SIGKILL
    }

    /// What it has written up to now.
    func output() -> Outcome {
        Outcome(
            command: command, status: status ?? -1, out: (try? readFile(directory.path("out"))) ?? [],
            err: (try? readFile(directory.path("err"))) ?? [])
    }
}

/// Runs a program to its end.
func run(
    _ command: [String], environment: [String: String] = [:], input: String? = nil,
    output: StandardOutput = .captured, seconds: Double = 60
) throws -> Outcome {
    try RunningCommand(
        command, environment: environment, input: input, output: output
    ).wait(seconds: seconds)
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<R>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R
) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
}
