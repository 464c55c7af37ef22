#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open regular file; closed when the last reference goes.
public final class File: Sendable {
    let descriptor: Int32
    /// As shown in messages.
    public let path: String
    let calls: SystemCalls

    init(descriptor: Int32, path: String, calls: SystemCalls) {
        self.descriptor = descriptor
        self.path = path
        self.calls = calls
    }

    deinit {
        close(descriptor)
    }

    func status() throws(FileError) -> stat {
        var result = stat()
        guard fstat(descriptor, &result) == 0 else { throw FileError.last(.read, path) }
        return result
    }

    /// The length in octets now.
    public func size() throws(FileError) -> Int { Int(try status().st_size) }

    /// Fills `buffer` from `offset` on; less only at the end of the file. Gives the number of octets read.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            let got = pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
            if got > 0 {
                done += got
            } else if got == 0 {
                break
            } else if errno != EINTR {
                throw FileError.last(.read, path)
            }
        }
        return done
    }

    /// `count` octets from `offset` on; fewer only at the end of the file.
    public func octets(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(FileError) {
                initialized = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return result
    }

    /// The whole file, refused when it is greater than `limit`.
    public func contents(limit: Int) throws(FileError) -> [UInt8] {
        let size = try size()
        guard size <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
        return try octets(at: 0, count: size)
    }

    /// Writes all of `octets` at the file's position (its end, for files opened to append), whatever number
    /// of calls that takes.
    public func write(_ octets: UnsafeRawBufferPointer) throws(FileError) {
        let error = calls.writeAll(octets, to: descriptor)
        guard error == 0 else { throw FileError(.write, path, .system(error)) }
    }

    /// Brings everything written to the disk. A failure is final: the kernel may have dropped the pages, so
    /// that a second call would lie.
    public func synchronize() throws(FileError) {
        guard calls.fsync(descriptor) == 0 else { throw FileError.last(.flush, path) }
    }

    /// Cuts the file off at `size`.
    func truncate(to size: Int) throws(FileError) {
        while ftruncate(descriptor, off_t(size)) != 0 {
            guard errno == EINTR else { throw FileError.last(.truncate, path) }
        }
    }
}

/// File descriptors 0–2.
public enum StandardDescriptors {
    /// Fills those of them that are closed, so that no file opened later gets their number and is written over
    /// by a message. Each is opened for the opposite of its use: reading from it or writing to it then fails,
    /// and output that nobody gets is not taken for a success. Called first thing in `main`.
    public static func fill() {
        for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDWR)]
        where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            // The lowest free number is this one, as those below are open.
            _ = open("/dev/null", mode)
        }
    }
}
