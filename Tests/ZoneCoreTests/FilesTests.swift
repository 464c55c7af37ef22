import TestSupport
import Testing

@testable import ZoneCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of its own for one test, removed with it.
final class Scratch {
    private let directory: TemporaryDirectory
    var path: String { directory.root }

    init() throws { directory = try TemporaryDirectory() }

    func open(calls: SystemCalls = .system) throws -> Directory {
        try Directory.open(path, for: .writing, calls: calls)
    }

    func put(_ text: String, _ name: String) throws {
        try open().replace(name, with: Array(text.utf8), mode: 0o644)
    }

    func text(_ name: String) throws -> String? {
        try open().contents(of: name).map { String(decoding: $0, as: UTF8.self) }
    }
}

@Suite struct FilesTests {
    /// FIPS 180-4 examples and NIST's short messages.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (String(repeating: "a", count: 100_000), "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
    ])
    func hashesAsThePublishedVectors(text: String, digest: String) {
        #expect(SHA256.digest(of: Array(text.utf8)).description == digest)
        #expect(SHA256.Digest(hex: Array(digest.utf8)) == SHA256.digest(of: Array(text.utf8)))
    }

    @Test func hashesTheSameInPieces() {
        let octets = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 500] {
            var hash = SHA256()
            var at = 0
            while at < octets.count {
                hash.update(Array(octets[at..<min(at + size, octets.count)]))
                at += size
            }
            #expect(hash.digest() == SHA256.digest(of: octets))
        }
        for count in 0...130 {
            var hash = SHA256()
            hash.update(Array(octets[..<count]))
            #expect(hash.digest() == SHA256.digest(of: Array(octets[..<count])))
        }
    }

    @Test func replacesWholeAndKeepsTheMode() throws {
        let scratch = try Scratch()
        try scratch.put("one", "file")
        #expect(chmod(scratch.path + "/file", 0o604) == 0)
        try scratch.put("two", "file")
        #expect(try scratch.text("file") == "two")
        let mode = try #require(try scratch.open().status(of: "file")).st_mode & 0o777
        #expect(mode == 0o604)
        #expect(try scratch.open().names() == ["file"])
    }

    @Test func writesGreatFilesThroughShortWrites() throws {
        let scratch = try Scratch()
        var calls = SystemCalls.system
        calls.write = { descriptor, octets, count in
            // An interrupted call now and then, and never all at once.
            if Int.random(in: 0..<10) == 0 {
                errno = EINTR
                return -1
            }
            return write(descriptor, octets, Int.random(in: 1...max(1, min(count, 50_000))))
        }
        let directory = try scratch.open(calls: calls)
        let octets = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 >> 3) }
        try directory.replace("file", with: octets, mode: 0o644)
        #expect(try directory.contents(of: "file") == octets)
    }

    @Test(arguments: [ENOSPC, EIO, EDQUOT])
    func leavesTheOldFileWhenWritingFails(code: Int32) throws {
        let scratch = try Scratch()
        try scratch.put("old", "file")
        var calls = SystemCalls.system
        calls.write = { descriptor, octets, count in
            if count > 10 { return write(descriptor, octets, 10) }
            errno = code
            return -1
        }
        #expect(throws: FileError(.write, scratch.path + "/file", .system(code))) {
            try scratch.open(calls: calls).replace("file", with: Array("something longer".utf8), mode: 0o644)
        }
        #expect(try scratch.text("file") == "old")
        #expect(try scratch.open().names() == ["file"])
    }

    @Test func leavesTheOldFileWhenTheDiskLies() throws {
        let scratch = try Scratch()
        try scratch.put("old", "file")
        var calls = SystemCalls.system
        calls.write = { descriptor, octets, count in
            var wrong = [UInt8](UnsafeRawBufferPointer(start: octets, count: count))
            wrong[0] ^= 1
            return write(descriptor, wrong, count)
        }
        #expect(throws: FileError(.write, scratch.path + "/file", .differsOnReading)) {
            try scratch.open(calls: calls).replace("file", with: Array("new".utf8), mode: 0o644)
        }
        calls = .system
        calls.fsync = { _ in
            errno = EIO
            return -1
        }
        #expect(throws: FileError(.flush, scratch.path + "/file", .system(EIO))) {
            try scratch.open(calls: calls).replace("file", with: Array("new".utf8), mode: 0o644)
        }
        #expect(try scratch.text("file") == "old")
    }

    @Test func sweepsWhatCrashedCommandsLeft() throws {
        let scratch = try Scratch()
        try scratch.put("x", ".zonectl-HEAD-1234.tmp")
        try scratch.put("x", "other.tmp")
        let directory = try scratch.open()
        let running = try directory.pendingFile("zone", mode: 0o644)
        directory.sweepTemporaries()
        let left = try directory.names().sorted()
        #expect(left.count == 2 && left.last == "other.tmp")
        try running.write(Array("done".utf8))
        try running.publish()
        #expect(try scratch.text("zone") == "done")
    }

    /// A file is made before it can be locked; a sweep that comes in between must not make the command fail.
    @Test(arguments: [false, true])
    func survivesASweepBeforeTheLock(stillLocked: Bool) throws {
        let scratch = try Scratch()
        let path = scratch.path
        nonisolated(unsafe) var times = 0
        var calls = SystemCalls.system
        calls.tryLock = { descriptor in
            times += 1
            guard times == 1 else { return flock(descriptor, LOCK_EX | LOCK_NB) }
            if stillLocked {
                errno = EWOULDBLOCK
                return -1
            }
            try? Directory.open(path, for: .writing).sweepTemporaries()
            return flock(descriptor, LOCK_EX | LOCK_NB)
        }
        try scratch.open(calls: calls).replace("file", with: Array("new".utf8), mode: 0o644)
        #expect(times == 2)
        #expect(try scratch.text("file") == "new")
        #expect(try scratch.open().names() == ["file"])
    }

    @Test func refusesLinksFIFOsAndFolders() throws {
        let scratch = try Scratch()
        try scratch.put("secret", "target")
        #expect(symlink("target", scratch.path + "/link") == 0)
        #expect(mkfifo(scratch.path + "/fifo", 0o600) == 0)
        #expect(mkdir(scratch.path + "/folder", 0o700) == 0)
        #expect(symlink("folder", scratch.path + "/folderlink") == 0)
        let directory = try scratch.open()
        #expect(throws: FileError(.open, scratch.path + "/link", .system(ELOOP))) { try directory.file("link") }
        #expect(throws: FileError(.open, scratch.path + "/fifo", .notRegular)) { try directory.file("fifo") }
        #expect(throws: FileError(.open, scratch.path + "/folder", .notRegular)) { try directory.file("folder") }
        #expect(throws: FileError.self) { try directory.subdirectory("folderlink", for: .reading) }
        #expect(throws: FileError.self) { try Directory.open(scratch.path + "/folderlink/", for: .reading) }
        for name in ["", ".", "..", "a/b", "/etc/passwd", "a\0b"] {
            #expect(throws: FileError(.open, name, .badName)) { try directory.file(name) }
        }
    }

    @Test func refusesFoldersEverybodyWritesTo() throws {
        let scratch = try Scratch()
        #expect(chmod(scratch.path, 0o777) == 0)
        #expect(throws: FileError(.open, scratch.path, .writableByOthers)) { try scratch.open() }
    }

    @Test func saysWhoHoldsTheLock() throws {
        let scratch = try Scratch()
        try scratch.put("", "file")
        let directory = try scratch.open()
        let holder = try directory.file("file")
        try holder.lock(exclusive: true, patience: LockPatience())
        let waiter = try directory.file("file")
        nonisolated(unsafe) var notices: [Text] = []
        let patience = LockPatience(limit: 0.2, noticeAfter: 0.05) { notices.append($0) }
        #expect {
            try waiter.lock(exclusive: false, patience: patience)
        } throws: { error in
            guard let error = error as? FileError, case .lockHeld(let by, _) = error.reason else { return false }
            return by?.contains("pid \(getpid())") ?? true
        }
        #expect(notices.count == 1)
    }
}
