#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system did not let a test have.
public struct Unavailable: Error, CustomStringConvertible {
    public let description: String
}

/// A directory of its own, removed with the value and with all that is in it.
public final class TemporaryDirectory: Sendable {
    public let root: String

    /// - Parameter place: the directory that it is made in; by default, the one for temporary files.
    public init(in place: String? = nil) throws {
        let place = place ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/zonectl-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Unavailable(description: "mkdtemp in \(place): errno \(errno)") }
        root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(root) }

    public func path(_ name: String) -> String { root + "/" + name }

    private static func remove(_ path: String) {
        guard unlink(path) != 0 else { return }
        // A test may have taken away its own write permission.
        chmod(path, 0o700)
        for name in names(in: path) { remove(path + "/" + name) }
        rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}

/// A descriptor of a file without a name that holds a text, at its start.
public func temporaryFile(_ text: String = "") throws -> Int32 {
    var path = Array("/tmp/zonectl-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Unavailable(description: "mkstemp: errno \(errno)") }
    unlink(path)
    var octets = Array(text.utf8)[...]
    while !octets.isEmpty {
        let count = octets.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else {
            close(descriptor)
            throw Unavailable(description: "write: errno \(errno)")
        }
        octets = octets.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
}
