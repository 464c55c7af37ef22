#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder where `$INCLUDE` finds files: opens them, never through a link and never outside of it.
///
/// A name may be absolute and may have `..` in it, as long as it means a file inside. What it means is told without
/// following a link: a folder that `..` goes back from must be one of those above the root, or a folder inside, not a
/// link. So what is opened is what a server opens, or nothing is.
struct IncludeRoot {
    enum Opened {
        case success(Int32)
        /// With the system's error number, or 0.
        case failure(FaultReason, Int32 = 0)
    }

    private typealias Part = ArraySlice<UInt8>

    private let path: String
    /// The folder's absolute name without links; `nil` where the system cannot say.
    private let parts: [Part]?
    /// The folder's absolute name as it was given, perhaps with links.
    private let given: [Part]?

    init(_ root: String) {
        path = root.isEmpty ? "." : root
        if let resolved = realpath(path, nil) {
            let octets = UnsafeBufferPointer(start: resolved, count: strlen(resolved))
            parts = Self.split(octets.map { UInt8(bitPattern: $0) })
            free(resolved)
        } else {
            parts = nil
        }
        given = path.hasPrefix("/") ? Self.split(Array(path.utf8)) : nil
    }

    /// How findings call the file of a name.
    func shown(_ name: String) -> String {
        path == "." || name.hasPrefix("/") ? name : path + "/" + name
    }

    private static func split(_ path: [UInt8]) -> [Part] {
        path.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
    }

    /// Opens a regular file.
    func open(_ name: [UInt8]) -> Opened {
        guard !name.isEmpty, !name.contains(0) else { return .failure(.includeUnreadable) }
        guard let root = parts else { return .failure(.includeUnreadable) }
        let folder = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(.includeUnreadable, errno) }
        defer { close(folder) }
        var rest = Self.split(name)[...]
        var at = root
        if name.first == UInt8(ascii: "/") {
            at = []
            if let given, rest.starts(with: given) {
                at = root
                rest = rest.dropFirst(given.count)
            }
        }
        for part in rest {
            guard part == Array("..".utf8)[...] else {
                at.append(part)
                continue
            }
            if !root.starts(with: at) {
                guard at.starts(with: root) else { return .failure(.includeOutside) }
                let passed = Self.open(at.dropFirst(root.count), in: folder, isFolder: true)
                guard case .success(let descriptor) = passed else { return passed }
                close(descriptor)
            }
            _ = at.popLast()
        }
        guard at.count > root.count, at.starts(with: root) else { return .failure(.includeOutside) }
        guard name.last != UInt8(ascii: "/") else { return .failure(.includeNotAFile) }
        let opened = Self.open(at.dropFirst(root.count), in: folder, isFolder: false)
        guard case .success(let descriptor) = opened else { return opened }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return .failure(.includeNotAFile)
        }
        return opened
    }

    /// Goes down from `root`, which stays open, one part at a time.
    private static func open(_ parts: ArraySlice<Part>, in root: Int32, isFolder: Bool) -> Opened {
        var folder = root
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            // Without O_NONBLOCK opening a FIFO would wait for a writer.
            let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (isLast && !isFolder ? O_NONBLOCK : O_DIRECTORY)
            let name = part.map { CChar(bitPattern: $0) } + [0]
            let next = openat(folder, name, flags)
            let error = errno
            let isLink = next < 0 && isLink(name, in: folder)
            if folder != root { close(folder) }
            guard next >= 0 else { return isLink ? .failure(.includeOutside) : .failure(.includeUnreadable, error) }
            folder = next
        }
        return .success(folder)
    }

    private static func isLink(_ name: [CChar], in folder: Int32) -> Bool {
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
