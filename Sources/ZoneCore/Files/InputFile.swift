#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension File {
    /// A file that the user named: anywhere, through links if need be, but regular. `-` is standard input.
    public static func named(_ path: String) throws(FileError) -> File {
        if path == "-" {
            let descriptor = dup(0)
            guard descriptor >= 0 else { throw FileError.last(.open, "-") }
            return File(descriptor: descriptor, path: "-", calls: .system)
        }
        guard !path.utf8.contains(0) else { throw FileError(.open, path, .badName) }
        // Without O_NONBLOCK opening a FIFO would wait for a writer.
        let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last(.open, path) }
        let file = File(descriptor: descriptor, path: path, calls: .system)
        guard try file.status().st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
            throw FileError(.open, path, .notRegular)
        }
        return file
    }

    /// What can be read next, up to `limit` octets; empty at the end. For input that is no regular file.
    func nextOctets(_ limit: Int) throws(FileError) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: limit)
        while true {
            #if canImport(Glibc)
                let got = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, limit) }
            #elseif canImport(Musl)
                let got = piece.withUnsafeMutableBytes { Musl.read(descriptor, $0.baseAddress, limit) }
            #else
                let got = piece.withUnsafeMutableBytes { Darwin.read(descriptor, $0.baseAddress, limit) }
            #endif
            if got >= 0 { return Array(piece[..<got]) }
            guard errno == EINTR else { throw FileError.last(.read, path) }
        }
    }
}
