#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open folder. Everything below it is reached through its descriptor, so that nobody can put a link or
/// another folder in the way between two steps.
public final class Directory: Sendable {
    let descriptor: Int32
    /// As shown in messages.
    public let path: String
    let calls: SystemCalls

    /// What the folder is opened for.
    public enum Purpose: Sendable {
        /// Anybody who may read may read.
        case reading
        /// Only in a folder that is ours, or our group's to write.
        case writing
    }

    private init(descriptor: Int32, path: String, purpose: Purpose, calls: SystemCalls) throws(FileError) {
        self.descriptor = descriptor
        self.path = path
        self.calls = calls
        try check(purpose)
    }

    deinit {
        close(descriptor)
    }

    /// Opens a folder that is not itself a link and that not everybody may write to.
    public static func open(
        _ path: String, for purpose: Purpose, calls: SystemCalls = .system
    ) throws(FileError) -> Directory {
        // With a slash at the end the kernel would follow a link all the same.
        let trimmed = withoutSlashes(path)
        return try open(trimmed, below: AT_FDCWD, shown: trimmed, for: purpose, calls: calls)
    }

    /// A path without slashes at its end, but for that of the root.
    static func withoutSlashes(_ path: String) -> String {
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
        return trimmed
    }

    /// Makes a folder if it is not there, and opens it for writing. Its parent must be there.
    public static func make(_ path: String, mode: UInt32 = 0o755) throws(FileError) -> Directory {
        guard !path.utf8.contains(0) else { throw FileError(.create, path, .badName) }
        if mkdirat(AT_FDCWD, path, mode_t(mode)) != 0, errno != EEXIST { throw FileError.last(.create, path) }
        return try open(path, for: .writing)
    }

    /// Opens a folder in this one.
    public func subdirectory(_ name: String, for purpose: Purpose) throws(FileError) -> Directory {
        try Directory.open(check(name), below: descriptor, shown: shown(name), for: purpose, calls: calls)
    }

    /// Makes a folder in this one if it is not there, and opens it.
    public func makeSubdirectory(_ name: String, mode: UInt32 = 0o755) throws(FileError) -> Directory {
        let isNew = mkdirat(descriptor, try check(name), mode_t(mode)) == 0
        guard isNew || errno == EEXIST else { throw FileError.last(.create, shown(name)) }
        let folder = try subdirectory(name, for: .writing)
        if isNew {
            try giveToOwner(folder.descriptor, shown: folder.path)
            try synchronize()
        }
        return folder
    }

    private static func open(
        _ name: String, below parent: Int32, shown: String, for purpose: Purpose, calls: SystemCalls
    ) throws(FileError) -> Directory {
        guard !name.utf8.contains(0) else { throw FileError(.open, shown, .badName) }
        let descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last(.open, shown) }
        return try Directory(descriptor: descriptor, path: shown, purpose: purpose, calls: calls)
    }

    private func check(_ purpose: Purpose) throws(FileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError.last(.open, path) }
        guard status.st_mode & 0o002 == 0 else { throw FileError(.open, path, .writableByOthers) }
        guard purpose == .writing else { return }
        let user = geteuid()
        if user == 0 || status.st_uid == user || status.st_uid == 0 { return }
        if status.st_mode & 0o020 != 0, Directory.groups().contains(status.st_gid) { return }
        throw FileError(.open, path, .foreignOwner)
    }

    private static func groups() -> [gid_t] {
        let count = getgroups(0, nil)
        guard count > 0 else { return [getegid()] }
        var list = [gid_t](repeating: 0, count: Int(count))
        let got = getgroups(count, &list)
        return Array(list.prefix(Int(max(0, got)))) + [getegid()]
    }

    /// The path of a file in this folder, for messages.
    public func shown(_ name: String) -> String { path == "." ? name : path + "/" + name }

    /// Whether this is the same folder as another, by whatever path it was opened.
    func isSame(as other: Directory) throws(FileError) -> Bool {
        var (mine, others) = (stat(), stat())
        guard fstat(descriptor, &mine) == 0 else { throw FileError.last(.read, path) }
        guard fstat(other.descriptor, &others) == 0 else { throw FileError.last(.read, other.path) }
        return mine.st_dev == others.st_dev && mine.st_ino == others.st_ino
    }

    /// Refuses what is not one plain name.
    @discardableResult
    func check(_ name: String) throws(FileError) -> String {
        guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")),
            !name.utf8.contains(0)
        else { throw FileError(.open, name, .badName) }
        return name
    }

    /// How a file is opened.
    public enum Access: Sendable {
        case reading
        /// Reads anywhere, writes at the end.
        case appending
        /// As `appending`; made with these permissions (less the umask) when it is not there.
        case creating(mode: UInt32)
    }

    /// Opens a regular file of this folder; never a link, never a FIFO or device, never waiting.
    public func file(_ name: String, _ access: Access = .reading) throws(FileError) -> File {
        let common = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor: Int32
        switch access {
        case .reading: descriptor = openat(self.descriptor, try check(name), common | O_RDONLY)
        case .appending: descriptor = openat(self.descriptor, try check(name), common | O_RDWR | O_APPEND)
        case .creating(let mode):
            descriptor = openat(
                self.descriptor, try check(name), common | O_RDWR | O_APPEND | O_CREAT, mode_t(mode))
        }
        guard descriptor >= 0 else { throw FileError.last(.open, shown(name)) }
        let file = File(descriptor: descriptor, path: shown(name), calls: calls)
        let status = try file.status()
        guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
            throw FileError(.open, shown(name), .notRegular)
        }
        // An empty one is new, or what a command left that was cut off right here; one with a second name is
        // somebody's trick.
        if case .creating = access, status.st_size == 0, status.st_nlink == 1 { try giveToOwner(file) }
        return file
    }

    /// What root makes in another user's folder is that user's, or only root could go on working there.
    func giveToOwner(_ file: File) throws(FileError) { try giveToOwner(file.descriptor, shown: file.path) }

    private func giveToOwner(_ made: Int32, shown: String) throws(FileError) {
        guard geteuid() == 0 else { return }
        var mine = stat()
        var status = stat()
        guard fstat(descriptor, &mine) == 0, fstat(made, &status) == 0 else {
            throw FileError.last(.permissions, shown)
        }
        guard mine.st_uid != status.st_uid else { return }
        // EINVAL: root of a container that has no number for the owner, and nothing to give it by.
        guard fchown(made, mine.st_uid, mine.st_gid) == 0 || errno == EINVAL else {
            throw FileError.last(.permissions, shown)
        }
    }

    /// Opens a file for reading; `nil` when there is none.
    public func fileIfPresent(_ name: String) throws(FileError) -> File? {
        do throws(FileError) {
            return try file(name)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// The octets of a file; `nil` when there is none.
    public func contents(of name: String, limit: Int = 4 << 30) throws(FileError) -> [UInt8]? {
        try fileIfPresent(name)?.contents(limit: limit)
    }

    /// Whether anything has this name: a file, folder or link.
    public func holds(_ name: String) throws(FileError) -> Bool { try status(of: name) != nil }

    func status(of name: String) throws(FileError) -> stat? {
        var status = stat()
        if fstatat(descriptor, try check(name), &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        guard errno == ENOENT else { throw FileError.last(.open, shown(name)) }
        return nil
    }

    /// The names in this folder, in no order, without `.` and `..`.
    public func names() throws(FileError) -> [String] {
        // A descriptor of its own, as reading moves its position and closing closes it.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw FileError.last(.list, path) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw FileError.last(.list, path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError.last(.list, path) }
                return names
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// Removes a file; it need not be there.
    public func remove(_ name: String) throws(FileError) {
        guard unlinkat(descriptor, try check(name), 0) == 0 || errno == ENOENT else {
            throw FileError.last(.remove, shown(name))
        }
    }

    /// Makes what was created, renamed and removed in this folder last a power failure.
    public func synchronize() throws(FileError) {
        guard calls.fsync(descriptor) == 0 else { throw FileError.last(.flush, path) }
    }
}
