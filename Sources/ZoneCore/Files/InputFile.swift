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
}
