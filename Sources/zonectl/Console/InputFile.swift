#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import ZoneCore

/// A file the user names for reading: a batch. Regular files only, or standard input as `-`.
enum InputFile {
    /// Most that is read.
    static let limit = 256 << 20

    static func contents(_ path: String) throws(Failure) -> [UInt8] {
        if path == "-" { return try read(0, Text(en: "standard input", id: "masukan standar")) }
        let shown = Text(verbatim: path)
        // O_NONBLOCK: a FIFO must not hold the program up before it is refused.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(shown, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(shown, errno) }
        guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
            throw Failure.io(
                Text(en: "\(path) is not a regular file", id: "\(path) bukan berkas biasa"))
        }
        return try read(descriptor, shown)
    }

    private static func read(_ descriptor: Int32, _ shown: Text) throws(Failure) -> [UInt8] {
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return octets }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(shown, errno)
            }
            octets.append(contentsOf: chunk[0..<count])
            guard octets.count <= limit else {
                throw Failure.io(
                    Text(
                        en: "\(shown.en) is larger than \(limit >> 20) MiB",
                        id: "\(shown.id) lebih besar dari \(limit >> 20) MiB"))
            }
        }
    }

    private static func failure(_ shown: Text, _ code: Int32) -> Failure {
        let reason = String(cString: strerror(code))
        return .io(
            Text(en: "cannot read \(shown.en): \(reason)", id: "tidak dapat membaca \(shown.id): \(reason)"))
    }
}

private func systemRead(_ descriptor: Int32, _ pointer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, pointer, count)
}
