#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Findings that are known already: what `check --format json` printed once.
public struct Baseline: Sendable {
    private struct Key: Hashable {
        var code: String
        var file: String
        var owner: String?
        var message: String
    }

    private var entries: [Key: Int] = [:]
    /// From the root on: what relative files in it may be relative to.
    private var folders: [String] = []
    /// How the files of findings may be called in it.
    private var spellings: [String: [String]] = [:]
    /// How many findings there are in it.
    public private(set) var count = 0
    /// How many were left out so far.
    public private(set) var matched = 0
    /// How many findings were not shown, and so are not in it.
    public private(set) var missing = 0
    /// How many of its findings did not occur.
    public var remaining: Int { count - matched }

    /// Largest file that is read, in octets.
    private static let limit = 1 << 28

    /// Reads the file; a usage error where it is no such document.
    public static func read(_ path: String) throws(Failure) -> Baseline {
        let octets: [UInt8]
        do {
            octets = try File.contents(named: path, limit: limit)
        } catch {
            throw error.failure
        }
        guard var baseline = Baseline(octets) else {
            throw Failure.usage(
                Text(
                    en: "\(path) is not a baseline; make one with: zonectl check --max 0 --format json",
                    id: "\(path) bukan baseline; buat dengan: zonectl check --max 0 --format json"))
        }
        let here = getcwd(nil, 0).map { folder in
            defer { free(folder) }
            return String(cString: folder)
        }
        if let here {
            let own = Self.plain(path.hasPrefix("/") ? path : "\(here)/\(path)")
            baseline.folders = [here, String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])]
        }
        return baseline
    }

    /// Nothing is known.
    public init() {}

    private init?(_ octets: [UInt8]) {
        guard let findings = JSONValue(octets: octets)?["findings"]?.array else { return nil }
        for finding in findings {
            // Stands for findings that are not there; see ``Finding/more``.
            if let more = finding["more"]?.integer {
                missing += max(0, min(more, Int.max - missing))
                continue
            }
            guard let code = finding["code"]?.string, let file = finding["file"]?.string,
                let message = finding["message"]?.string
            else { return nil }
            let key = Key(
                code: code, file: Self.plain(file), owner: finding["owner"]?.string,
                message: Self.withoutLines(message))
            entries[key, default: 0] += 1
            count += 1
        }
    }

    /// Takes out the findings that are in it, each as often as it is.
    public mutating func filter(_ findings: inout [Finding]) {
        findings.removeAll { finding in
            for file in spellings(of: finding.file) {
                // Whoever made it may have used the other language.
                for message in [finding.message.en, finding.message.id] {
                    let key = Key(
                        code: finding.code, file: file, owner: finding.owner, message: Self.withoutLines(message))
                    guard let left = entries[key], left > 0 else { continue }
                    entries[key] = left - 1
                    matched += 1
                    return true
                }
            }
            return false
        }
    }

    /// A file from the root on, and relative to the folder of the moment and to that of the baseline: it may have been
    /// made elsewhere.
    private mutating func spellings(of file: String) -> [String] {
        if let known = spellings[file] { return known }
        var all = [Self.plain(file)]
        if file != "-", let here = folders.first {
            let whole = Self.plain(file.hasPrefix("/") ? file : "\(here)/\(file)")
            for spelling in [whole] + folders.map({ Self.relative(whole, to: $0) }) where !all.contains(spelling) {
                all.append(spelling)
            }
        }
        spellings[file] = all
        return all
    }

    /// A path without `.`, and without `..` as far as it does not begin with that.
    private static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !path.hasPrefix("/") {
                parts.append(part)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// Both from the root on and plain.
    private static func relative(_ path: String, to folder: String) -> String {
        let (parts, above) = (path.split(separator: "/"), folder.split(separator: "/"))
        let common = zip(parts, above).prefix { $0 == $1 }.count
        return (above.dropFirst(common).map { _ in ".." } + parts.dropFirst(common)).joined(separator: "/")
    }

    /// A message without the numbers of lines in it ("the first stands on line 7"): lines move.
    public static func withoutLines(_ message: String) -> String {
        guard message.contains(where: \.isNumber) else { return message }
        var words = message.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in words.indices.dropFirst() where ["line", "baris"].contains(words[index - 1]) {
            words[index] = String(words[index].drop { $0.isNumber })
        }
        return words.joined(separator: " ")
    }
}
