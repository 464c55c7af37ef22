#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program's own file.
public enum ProgramFile {
    /// The folders above the program, the nearest first, links resolved; empty when they cannot be told.
    public static let foldersAbove: [String] = {
        guard let path = realPath else { return [] }
        var folders: [String] = []
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            folders.append(rest.isEmpty ? "/" : String(rest))
        }
        return folders
    }()

    private static var realPath: String? {
        #if os(Linux)
            let path = "/proc/self/exe"
        #else
            // As it was called: with a slash in it, it is a path.
            guard let path = CommandLine.arguments.first, path.utf8.contains(UInt8(ascii: "/")) else { return nil }
        #endif
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
