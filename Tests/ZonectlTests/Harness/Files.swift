import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

typealias TemporaryDirectory = TestSupport.TemporaryDirectory

/// All octets of a file.
func readFile(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "re") else { throw HarnessError("cannot read \(path): errno \(errno)") }
    defer { fclose(file) }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        octets += buffer[..<count]
    }
    guard ferror(file) == 0 else { throw HarnessError("cannot read \(path)") }
    return octets
}

func readText(_ path: String) throws -> String { String(decoding: try readFile(path), as: UTF8.self) }

/// Writes a file whole, in place, as an editor would.
func writeFile(_ path: String, _ text: String) throws { try writeFile(path, Array(text.utf8)) }

func writeFile(_ path: String, _ octets: [UInt8]) throws {
    guard let file = fopen(path, "we") else { throw HarnessError("cannot write \(path): errno \(errno)") }
    let count = fwrite(octets, 1, octets.count, file)
    guard fclose(file) == 0, count == octets.count else { throw HarnessError("cannot write \(path)") }
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// One file as it was: what "nothing changed on disk" is compared with.
struct FileState: Hashable, CustomStringConvertible {
    let mode: UInt32
    let octets: [UInt8]
    var description: String { "\(String(mode, radix: 8)) \(octets.count) octets" }
}

/// Everything below a directory: relative path → mode and octets.
func snapshot(_ directory: String) throws -> [String: FileState] {
    var files: [String: FileState] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
        var info = stat()
        guard lstat(directory + "/" + path, &info) == 0 else { throw HarnessError("lstat \(path): errno \(errno)") }
        let isFile = info.st_mode & S_IFMT == S_IFREG
        files[path] = FileState(mode: info.st_mode, octets: isFile ? try readFile(directory + "/" + path) : [])
    }
    return files
}

/// What tells a rewritten file from an untouched one, even when the octets are the same.
struct FileIdentity: Hashable {
    let inode: UInt
    let seconds: Int
    let nanoseconds: Int

    init(_ path: String) throws {
        var info = stat()
        guard stat(path, &info) == 0 else { throw HarnessError("stat \(path): errno \(errno)") }
        inode = UInt(info.st_ino)
        seconds = info.st_mtim.tv_sec
        nanoseconds = info.st_mtim.tv_nsec
    }
}
