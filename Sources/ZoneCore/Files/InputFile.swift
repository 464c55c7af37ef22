#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension File {
    /// A file that the user named: anywhere, through links if need be, but regular. `-` is standard input, and
    /// `/dev/fd/N` what the shell has opened, as for `<(command)`.
    public static func named(_ path: String) throws(FileError) -> File {
        if let number = openDescriptor(path) {
            let descriptor = dup(number)
            guard descriptor >= 0 else { throw FileError.last(.open, path) }
            let file = File(descriptor: descriptor, path: path, calls: .system)
            guard try file.status().st_mode & mode_t(S_IFMT) != mode_t(S_IFDIR) else {
                throw FileError(.open, path, .system(EISDIR))
            }
            return file
        }
        guard !path.utf8.contains(0) else { throw FileError(.open, path, .badName) }
        // Without O_NONBLOCK opening a FIFO would wait for a writer.
        let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError.last(.open, path) }
        let file = File(descriptor: descriptor, path: path, calls: .system)
        switch try file.status().st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG): return file
        case mode_t(S_IFDIR): throw FileError(.open, path, .system(EISDIR))
        default: throw FileError(.open, path, .stream)
        }
    }

    /// The descriptor that a path stands for and that is open already.
    private static func openDescriptor(_ path: String) -> Int32? {
        if path == "-" || path == "/dev/stdin" { return 0 }
        guard path.hasPrefix("/dev/fd/") else { return nil }
        return Int32(path.dropFirst(8)).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// All of a file that the user named, standard input as `-`; refused when it is greater than `limit`.
    public static func contents(named path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try named(path)
        return openDescriptor(path) != nil ? try file.octetsToTheEnd(limit: limit) : try file.contents(limit: limit)
    }

    /// What is left to read: for pipes and terminals, which have no length.
    private func octetsToTheEnd(limit: Int) throws(FileError) -> [UInt8] {
        var octets: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = piece.withUnsafeMutableBytes { posixRead(descriptor, $0) }
            if got == 0 { return octets }
            if got < 0 {
                if errno == EINTR { continue }
                if errno == EAGAIN {
                    // Standard input that another program left non-blocking.
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = poll(&waiting, 1, 1000)
                    continue
                }
                throw FileError.last(.read, path)
            }
            octets += piece[..<got]
            guard octets.count <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
        }
    }
}

private func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
