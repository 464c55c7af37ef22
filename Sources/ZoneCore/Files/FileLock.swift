#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How long a lock is waited for, and who is told.
public struct LockPatience: Sendable {
    /// Seconds after which the command gives up with exit 4.
    public var limit: Double
    /// Seconds after which the user is told who is waited for.
    public var noticeAfter: Double
    /// Gets the message about who is waited for, once.
    public var notice: @Sendable (Text) -> Void

    public init(
        limit: Double = 20, noticeAfter: Double = 1, notice: @escaping @Sendable (Text) -> Void = { _ in }
    ) {
        self.limit = limit
        self.noticeAfter = noticeAfter
        self.notice = notice
    }
}

extension File {
    /// Takes the `flock` of this file; it goes when the file is closed, also by a kill.
    func lock(exclusive: Bool, patience: LockPatience) throws(FileError) {
        let start = File.seconds()
        var pause: UInt32 = 500
        var told = false
        while flock(descriptor, (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw FileError.last(.lock, path) }
            let waited = File.seconds() - start
            if waited >= patience.limit {
                throw FileError(.lock, path, .lockHeld(by: holder(), seconds: patience.limit))
            }
            if !told, waited >= patience.noticeAfter {
                told = true
                let holder = holder()
                patience.notice(
                    Text(
                        en: "waiting for \(holder ?? "another process") to release \(path) …",
                        id: "menunggu \(holder ?? "proses lain") melepas \(path) …"))
            }
            // Not all at the same moment: hundreds may be waiting.
            usleep(UInt32.random(in: pause / 2...pause))
            pause = min(pause * 2, 20_000)
        }
    }

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Who holds the lock, from the kernel's list: nothing has to be written for it and it cannot be stale.
    private func holder() -> String? {
        guard let status = try? status(), let text = File.procText("/proc/locks") else { return nil }
        let inode = String(status.st_ino)
        for line in text.split(separator: "\n") {
            // 1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF — lines with "->" only wait.
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[1] == "FLOCK", let pid = Int(fields[4]), pid > 0,
                fields[5].split(separator: ":").last.map(String.init) == inode
            else { continue }
            let command = File.procText("/proc/\(pid)/comm")?.split(separator: "\n").first.map(String.init)
            return command.map { "\(File.printable($0)) (pid \(pid))" } ?? "pid \(pid)"
        }
        return nil
    }

    private static func procText(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var octets: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 14)
        while octets.count < 1 << 20 {
            let got = pread(descriptor, &block, block.count, off_t(octets.count))
            guard got > 0 else { break }
            octets.append(contentsOf: block.prefix(got))
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// A process chooses its own name, and this goes to a terminal.
    private static func printable(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value >= 0x20 && $0.value < 0x7F ? Character($0) : "?" })
    }
}
