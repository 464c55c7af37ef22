#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The system calls whose failures decide whether something is safe on disk, replaceable in tests: a short
/// write, a full disk and a failing fsync cannot be ordered from a real disk.
public struct SystemCalls: Sendable {
    public var write: @Sendable (Int32, UnsafeRawPointer, Int) -> Int
    public var fsync: @Sendable (Int32) -> Int32
    public var rename: @Sendable (Int32, String, String) -> Int32
    /// Locks for itself, without waiting.
    public var tryLock: @Sendable (Int32) -> Int32

    public init(
        write: @escaping @Sendable (Int32, UnsafeRawPointer, Int) -> Int,
        fsync: @escaping @Sendable (Int32) -> Int32,
        rename: @escaping @Sendable (Int32, String, String) -> Int32,
        tryLock: @escaping @Sendable (Int32) -> Int32
    ) {
        self.write = write
        self.fsync = fsync
        self.rename = rename
        self.tryLock = tryLock
    }

    /// Those of the system.
    public static let system = SystemCalls(
        write: { posixWrite($0, $1, $2) },
        fsync: { posixFsync($0) },
        rename: { renameat($0, $1, $0, $2) },
        tryLock: { flock($0, LOCK_EX | LOCK_NB) })
}

extension SystemCalls {
    /// Writes all of `octets`, whatever number of calls that takes. Gives 0, or the number of the error that
    /// stopped it.
    public func writeAll(_ octets: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        guard let base = octets.baseAddress else { return 0 }
        var done = 0
        while done < octets.count {
            let put = write(descriptor, base + done, octets.count - done)
            if put > 0 {
                done += put
            } else if put == 0 {
                // Never seen; an endless loop would be worse than an error.
                return EIO
            } else if errno == EAGAIN {
                // A terminal or pipe that another program left non-blocking: wait until it takes more.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, 1000)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

private func posixWrite(_ descriptor: Int32, _ octets: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, octets, count)
}

private func posixFsync(_ descriptor: Int32) -> Int32 {
    fsync(descriptor)
}
