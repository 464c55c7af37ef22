#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file being written beside the one it will replace: write, `finish`, `publish`. Dropped without a trace
/// when it is not published.
///
/// Whoever looks at the name sees the old file whole or the new file whole, at any moment, after any crash.
public final class PendingFile {
    /// The name it gets when published.
    public let name: String
    private let directory: Directory
    private let temporary: String
    private let file: File
    /// Whether it must outlast a power failure once it is published.
    private let isDurable: Bool
    private let mode: UInt32
    /// Whether a file that is replaced keeps its permissions.
    private let keepsMode: Bool
    /// Octets not handed to the kernel yet.
    private var buffer: [UInt8] = []
    private var blocks: [UInt64] = []
    private var stage = Stage.writing

    /// Octets written so far.
    public private(set) var count = 0

    private enum Stage { case writing, finished, published }

    private static let blockSize = 1 << 18
    private static let prefix = ".zonectl-"

    init(
        _ name: String, in directory: Directory, mode: UInt32, isDurable: Bool = true, keepsMode: Bool = true
    ) throws(FileError) {
        try directory.check(name)
        self.isDurable = isDurable
        self.keepsMode = keepsMode
        self.name = name
        self.directory = directory
        self.mode = mode
        var attempts = 0
        while true {
            let random = String(UInt64.random(in: .min ... .max), radix: 16)
            let candidate = "\(PendingFile.prefix)\(name)-\(random).tmp"
            let descriptor = openat(
                directory.descriptor, candidate, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                let made = File(descriptor: descriptor, path: directory.shown(name), calls: directory.calls)
                // The lock tells a sweeper that this one is still being written. One that came in between has
                // the lock, or had it and has removed the file.
                if directory.calls.tryLock(descriptor) == 0 {
                    if try made.status().st_nlink > 0 {
                        temporary = candidate
                        file = made
                        return
                    }
                } else {
                    let code = errno
                    unlinkat(directory.descriptor, candidate, 0)
                    guard code == EWOULDBLOCK else {
                        throw FileError(.lock, directory.shown(name), .system(code))
                    }
                }
                errno = EEXIST
            }
            attempts += 1
            guard errno == EEXIST, attempts < 100 else { throw FileError.last(.create, directory.shown(name)) }
        }
    }

    deinit {
        if stage != .published { unlinkat(directory.descriptor, temporary, 0) }
    }

    /// Adds octets.
    public func write(_ octets: UnsafeRawBufferPointer) throws(FileError) {
        var rest = octets
        count += octets.count
        if !buffer.isEmpty {
            let taken = min(PendingFile.blockSize - buffer.count, rest.count)
            buffer.append(contentsOf: rest[..<taken])
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            guard buffer.count == PendingFile.blockSize else { return }
            try flush()
        }
        while rest.count >= PendingFile.blockSize {
            let block = UnsafeRawBufferPointer(rebasing: rest[..<PendingFile.blockSize])
            try put(block)
            rest = UnsafeRawBufferPointer(rebasing: rest[PendingFile.blockSize...])
        }
        buffer.append(contentsOf: rest)
    }

    /// Adds octets.
    public func write(_ octets: [UInt8]) throws(FileError) {
        try withTypedBytes(octets) { (bytes) throws(FileError) in try write(bytes) }
    }

    private func flush() throws(FileError) {
        let full = buffer
        buffer = []
        try withTypedBytes(full) { (bytes) throws(FileError) in try put(bytes) }
    }

    private func put(_ block: UnsafeRawBufferPointer) throws(FileError) {
        blocks.append(FastHash.hash(block))
        try file.write(block)
    }

    /// Gives the file the owner and permissions of the one it replaces, brings it to the disk, reads it back and
    /// compares. After this only `publish` is left.
    public func finish() throws(FileError) {
        guard stage == .writing else { return }
        if !buffer.isEmpty { try flush() }
        try setPermissions()
        if isDurable {
            try file.synchronize()
            try compare()
        }
        stage = .finished
    }

    /// The new file is another file than the one it replaces. Made by root, it would belong to root, and the
    /// owner of the registry could no longer read it: root gives it to whom the old one belonged, and one that
    /// was not there before to the owner of the folder.
    private func setPermissions() throws(FileError) {
        var wanted = mode_t(mode) & ~PendingFile.umask
        if let old = try directory.status(of: name), old.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) {
            if keepsMode { wanted = old.st_mode & 0o777 }
            let mine = try file.status()
            let owner = old.st_uid != mine.st_uid && geteuid() == 0 ? old.st_uid : uid_t.max
            if owner != uid_t.max || old.st_gid != mine.st_gid, fchown(file.descriptor, owner, old.st_gid) != 0 {
                throw FileError.last(.permissions, file.path)
            }
        } else {
            try directory.giveToOwner(file)
        }
        guard fchmod(file.descriptor, wanted) == 0 else { throw FileError.last(.permissions, file.path) }
    }

    private func compare() throws(FileError) {
        var offset = 0
        for expected in blocks {
            let block = try file.octets(at: offset, count: min(PendingFile.blockSize, count - offset))
            guard block.withUnsafeBytes({ FastHash.hash($0) }) == expected else {
                throw FileError(.write, file.path, .differsOnReading)
            }
            offset += block.count
        }
        guard offset == count, try file.size() == count else {
            throw FileError(.write, file.path, .differsOnReading)
        }
    }

    /// Puts the file in its place. When this throws `FileError` with `.rename`, the old file is still there;
    /// with `.flush` the new one is, and only its lasting a power failure is in doubt.
    public func publish() throws(FileError) {
        try finish()
        guard stage == .finished else { return }
        guard directory.calls.rename(directory.descriptor, temporary, name) == 0 else {
            if errno == EISDIR { throw FileError(.rename, file.path, .notRegular) }
            throw FileError.last(.rename, file.path)
        }
        stage = .published
        if isDurable { try directory.synchronize() }
    }

    /// The process's umask, read once: there is no call that only reads it.
    private static let umask: mode_t = {
        #if canImport(Glibc)
            let value = Glibc.umask(0o077)
            _ = Glibc.umask(value)
        #elseif canImport(Musl)
            let value = Musl.umask(0o077)
            _ = Musl.umask(value)
        #else
            let value = Darwin.umask(0o077)
            _ = Darwin.umask(value)
        #endif
        return value
    }()

    /// Removes what crashed commands left in `directory`. One that is still being written is locked and stays.
    static func sweep(_ directory: Directory) {
        guard let names = try? directory.names() else { return }
        for name in names where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
            guard let file = try? directory.file(name), flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
                continue
            }
            try? directory.remove(name)
        }
    }
}

extension Directory {
    /// The usual permissions of what is written, before the umask; a file that is replaced keeps its own.
    public enum Mode {
        public static let zoneFile: UInt32 = 0o644
        public static let register: UInt32 = 0o640
    }

    /// Starts a file that will replace `name` when it is published.
    public func pendingFile(_ name: String, mode: UInt32) throws(FileError) -> PendingFile {
        try PendingFile(name, in: self, mode: mode)
    }

    /// As ``replace(_:with:mode:)``, for what can be made again at any time: without waiting for the disk, straight in
    /// its place where nothing is yet. Its permissions are always those of `mode`.
    public func replaceQuickly(_ name: String, with contents: [UInt8], mode: UInt32) throws(FileError) {
        if try create(name, with: contents, mode: mode) { return }
        let pending = try PendingFile(name, in: self, mode: mode, isDurable: false, keepsMode: false)
        try pending.write(contents)
        try pending.publish()
    }

    /// False when there is something of that name.
    private func create(_ name: String, with contents: [UInt8], mode: UInt32) throws(FileError) -> Bool {
        try check(name)
        let made = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
        guard made >= 0 else {
            guard errno == EEXIST else { throw FileError.last(.create, shown(name)) }
            return false
        }
        let file = File(descriptor: made, path: shown(name), calls: calls)
        do throws(FileError) {
            try giveToOwner(file)
            try withTypedBytes(contents) { (bytes) throws(FileError) in try file.write(bytes) }
        } catch {
            unlinkat(descriptor, name, 0)
            throw error
        }
        return true
    }

    /// Replaces `name` by `contents`, whole or not at all.
    /// - Parameter keepsMode: whether a file that is replaced keeps its permissions; else they are those of `mode`.
    public func replace(
        _ name: String, with contents: [UInt8], mode: UInt32, keepsMode: Bool = true
    ) throws(FileError) {
        let pending = try PendingFile(name, in: self, mode: mode, keepsMode: keepsMode)
        try pending.write(contents)
        try pending.publish()
    }

    /// Refuses a name that a link, a folder, a FIFO or a device has, which no file is to take the place of.
    public func checkReplaceable(_ name: String) throws(FileError) {
        guard let found = try status(of: name) else { return }
        switch found.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG): return
        case mode_t(S_IFLNK): throw FileError(.write, shown(name), .system(ELOOP))
        default: throw FileError(.write, shown(name), .notRegular)
        }
    }

    /// Removes temporary files that crashed commands left here.
    public func sweepTemporaries() { PendingFile.sweep(self) }
}

/// `withUnsafeBytes` that keeps the error's type.
func withTypedBytes<R>(
    _ octets: [UInt8], _ body: (UnsafeRawBufferPointer) throws(FileError) -> R
) throws(FileError) -> R {
    let result = octets.withUnsafeBytes { bytes -> Result<R, FileError> in
        do throws(FileError) {
            return .success(try body(bytes))
        } catch {
            return .failure(error)
        }
    }
    return try result.get()
}
