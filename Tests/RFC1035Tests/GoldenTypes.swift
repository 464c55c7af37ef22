#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import RFC1035
import TestSupport

/// What a record type reads and refuses, as `Tests/Golden/types/MNEMONIC` has it.
///
/// The first line is `; MNEMONIC — reference`. Then sections, each begun by a line of its own:
///
/// - `; OK`: data that is read, one record a line; behind a tab and `=> ` its canonical form where that differs.
/// - `; OK, but not to named`: the same, but named refuses it.
/// - `; WARNS WORDS`: data that is read with a warning that contains WORDS; what named thinks of it is not asked.
/// - `; KO WORDS`: data that is refused with a message that contains WORDS.
///
/// Other lines that begin with `;;` are comments, as are empty ones.
struct GoldenType {
    var mnemonic: String
    var heading = ""
    var accepted: [Accepted] = []
    var refused: [Refused] = []

    struct Accepted {
        var data: String
        var canonical: String
        var namedReadsIt: Bool
        var warning: String?
    }

    struct Refused {
        var data: String
        var words: String
    }

    static let folder = String(#filePath.dropLast("RFC1035Tests/GoldenTypes.swift".count)) + "Golden/types"

    init(_ mnemonic: String) throws {
        self.mnemonic = mnemonic
        enum Section {
            case accepted(byNamed: Bool, warning: String?)
            case refused(String)
        }
        var section: Section?
        let path = "\(Self.folder)/\(mnemonic)"
        let lines = try contents(of: path).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index == 0 {
                heading = String(line)
            } else if line.isEmpty || line.hasPrefix(";;") {
                continue
            } else if line == "; OK" {
                section = .accepted(byNamed: true, warning: nil)
            } else if line == "; OK, but not to named" {
                section = .accepted(byNamed: false, warning: nil)
            } else if line.hasPrefix("; WARNS ") {
                section = .accepted(byNamed: false, warning: String(line.dropFirst("; WARNS ".count)))
            } else if line.hasPrefix("; KO ") {
                section = .refused(String(line.dropFirst("; KO ".count)))
            } else {
                switch section {
                case nil: throw Trouble("\(path):\(index + 1): data before the first section")
                case .refused(let words): refused.append(Refused(data: String(line), words: words))
                case .accepted(let byNamed, let warning):
                    let parts = line.split(separator: "\t=> ", maxSplits: 1).map(String.init)
                    accepted.append(
                        Accepted(
                            data: parts[0], canonical: parts[parts.count - 1], namedReadsIt: byNamed,
                            warning: warning))
                }
            }
        }
    }

    static func mnemonicsOfFiles() throws -> Set<String> {
        guard let handle = opendir(folder) else { throw Trouble("no folder \(folder)") }
        defer { closedir(handle) }
        var names: Set<String> = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.insert(name) }
        }
        return names
    }
}

struct Trouble: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

func contents(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Trouble("\(path) cannot be read") }
    defer { fclose(file) }
    return String(decoding: octets(of: file), as: UTF8.self)
}

func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Trouble("\(path) cannot be written") }
    defer { fclose(file) }
    let octets = Array(text.utf8)
    guard fwrite(octets, 1, octets.count, file) == octets.count else { throw Trouble("\(path): short write") }
}

private func octets(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        if count == 0 { return all }
        all += chunk.prefix(count)
    }
}

/// Runs a line of shell; what it prints on both outputs, and its exit status.
func shell(_ line: String) throws -> (output: String, status: Int32) {
    let path = "PATH=$PATH:/usr/sbin:/sbin; "
    guard let pipe = popen("exec 2>&1; \(path)\(line)", "r") else { throw Trouble("no shell") }
    let output = String(decoding: octets(of: pipe), as: UTF8.self)
    return (output, pclose(pipe) >> 8)
}

/// Runs `body` with a folder that is gone afterwards.
func withTemporaryFolder<R>(_ body: (String) throws -> R) throws -> R {
    let directory = try TemporaryDirectory()
    return try withExtendedLifetime(directory) { try body(directory.root) }
}
