#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that its owner alone may read: made once, never written over.
public enum PrivateFile {
    public static let mode: UInt32 = 0o600
    static let folderMode: UInt32 = 0o700

    /// Writes a new file. One that is there, link or not, is an error; so is a disk that is full, and nothing is left
    /// of
    /// the file then.
    public static func create(_ path: String, _ octets: [UInt8]) throws(FileError) {
        guard !path.utf8.contains(0) else { throw FileError(.create, path, .badName) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw FileError.last(.create, path) }
        let file = File(descriptor: descriptor, path: path, calls: .system)
        do throws(FileError) {
            // A umask may only have taken more away.
            guard fchmod(descriptor, mode_t(mode)) == 0 else { throw FileError.last(.permissions, path) }
            try withTypedBytes(octets) { (bytes) throws(FileError) in try file.write(bytes) }
            try file.synchronize()
        } catch {
            unlink(path)
            throw error
        }
    }

    public static func remove(_ path: String) { unlink(path) }

    /// Makes a folder, and those above it that are missing, for their owner alone.
    public static func makeFolder(_ path: String) throws(FileError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw FileError(.create, path, .badName) }
        if mkdir(path, mode_t(folderMode)) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw FileError.last(.create, path)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, mode_t(folderMode)) == 0 || errno == EEXIST else { throw FileError.last(.create, path) }
    }

    /// Whether `path` lies in `folder` or below it, with links followed.
    public static func isInside(_ path: String, _ folder: String) -> Bool {
        guard let real = realpath(folder, nil) else { return false }
        defer { free(real) }
        let wanted = String(cString: real)
        return ancestors(of: path).contains(wanted)
    }

    /// As ``isInside(_:_:)`` for the path of a folder, which may be `folder` itself and need not be there yet.
    public static func isFolderInside(_ path: String, _ folder: String) -> Bool {
        // With slashes at its end it is made all the same, but would be taken for a folder above what is asked about.
        let trimmed = Directory.withoutSlashes(path)
        return isInside(access(trimmed, F_OK) == 0 ? trimmed + "/." : trimmed, folder)
    }

    /// The folder above `path` that holds an entry called `name`, with links followed; `nil` when none does.
    public static func folder(holding name: String, above path: String) -> String? {
        ancestors(of: path).first { folder in
            var status = stat()
            return stat(folder == "/" ? "/\(name)" : "\(folder)/\(name)", &status) == 0
        }
    }

    /// The folders above `path`, the nearest first.
    private static func ancestors(of path: String) -> [String] {
        let slash = path.lastIndex(of: "/")
        let start = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let real = realpath(start, nil) else { return [] }
        defer { free(real) }
        var folder = String(cString: real)
        var result = [folder]
        while folder != "/", let cut = folder.lastIndex(of: "/") {
            folder = cut == folder.startIndex ? "/" : String(folder[..<cut])
            result.append(folder)
        }
        return result
    }
}
