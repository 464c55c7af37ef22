import Foundation

/// A checker of zone files that is not ours.
enum Peer: CaseIterable, Sendable {
    case bind, knot, nsd, ldns

    /// How gravely something is reported.
    enum Report: String, Sendable {
        case error = "E"
        case warning = "W"
        case silent = "-"
        /// It ended by a signal.
        case died = "!"
    }

    private var tool: Tool {
        switch self {
        case .bind: .namedCheckzone
        case .knot: .kzonecheck
        case .nsd: .nsdCheckzone
        case .ldns: .ldnsReadZone
        }
    }

    var name: String { tool.rawValue }

    /// When signatures are judged, where a tool can be told.
    private static let now = "20261120080000"

    /// What it says about a zone file. An error is what makes it fail; a warning is anything said besides.
    func report(on file: String, origin: String) throws -> (report: Report, said: [String]) {
        let arguments = switch self {
        case .bind: ["-i", "local", origin, file]
        case .knot: ["-t", Self.now, "-o", origin, file]
        case .nsd: [origin, file]
        case .ldns: [file]
        }
        let outcome = try run([try tool.path()] + arguments)
        // ldns-read-zone prints the zone.
        let said = (self == .ldns ? outcome.errorLines : outcome.lines + outcome.errorLines).filter { !isPraise($0) }
        if outcome.status >= 128 { return (.died, said) }
        if outcome.status != 0 { return (.error, said) }
        return (said.isEmpty ? .silent : .warning, said)
    }

    /// Lines that say that all is well.
    private func isPraise(_ line: String) -> Bool {
        line == "OK" || line.hasSuffix(" is ok") || line.contains(": loaded serial ")
    }
}

/// Runs `body` for each index, some at a time, each on a thread of its own: it waits for programs.
func forEachIndex(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let state = Turns(count: count)
    let threads = (0..<3).map { _ in
        Thread {
            while let index = state.next() {
                do { try body(index) } catch { state.fail(error) }
            }
            state.end()
        }
    }
    for thread in threads { thread.start() }
    try state.wait(threads.count)
}

/// Which index is next, and what went wrong.
private final class Turns: @unchecked Sendable {
    private let lock = NSLock()
    private let ended = DispatchSemaphore(value: 0)
    private let count: Int
    private var index = 0
    private var error: (any Error)?

    init(count: Int) { self.count = count }

    func next() -> Int? {
        lock.withLock {
            guard error == nil, index < count else { return nil }
            index += 1
            return index - 1
        }
    }

    func fail(_ error: any Error) { lock.withLock { self.error = error } }
    func end() { ended.signal() }

    func wait(_ threads: Int) throws {
        for _ in 0..<threads { ended.wait() }
        if let error = lock.withLock({ error }) { throw error }
    }
}
