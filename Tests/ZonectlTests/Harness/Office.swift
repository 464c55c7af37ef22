import Foundation
import Testing

/// A registry of its own with one zone, and the program run on it.
final class Office {
    let directory: TemporaryDirectory
    let zone: String
    /// What `--now` says.
    var clock: String

    /// Makes the registry with `zonectl init`.
    init(
        _ zone: String = "purbalinggakab.go.id", clock: String = "2026-11-20T03:00:00Z", options: [String] = [],
        nameServers: [String]? = nil
    ) throws {
        directory = try TemporaryDirectory()
        self.zone = zone
        self.clock = clock
        let servers = nameServers ?? ["ns1.\(zone)=192.0.2.53", "ns2.\(zone)=192.0.2.54"]
        try succeeds(["init", zone] + servers.flatMap { ["--ns", $0] } + options)
    }

    /// A registry directory without any zone.
    init(empty zone: String) throws {
        directory = try TemporaryDirectory()
        self.zone = zone
        clock = "2026-11-20T03:00:00Z"
    }

    var root: String { directory.path("zones") }
    func path(_ name: String) -> String { "\(root)/\(zone)/\(name)" }
    var zoneFile: String { path("db.\(zone)") }
    var staticFile: String { path("static.zone") }
    var registerFile: String { path("register.jsonl") }
    var settingsFile: String { path("zone.json") }

    /// The arguments of the program for this registry and clock.
    func command(_ arguments: [String]) -> [String] {
        [zonectlPath, "-C", root, "--now", clock] + arguments
    }

    /// Runs the program on this registry.
    @discardableResult
    func zonectl(
        _ arguments: [String], environment: [String: String] = [:], input: String? = nil,
        output: StandardOutput = .captured, seconds: Double = 60
    ) throws -> Outcome {
        try run(
            command(arguments), environment: environment, input: input, output: output, seconds: seconds)
    }

    @discardableResult
    func zonectl(_ arguments: String...) throws -> Outcome { try zonectl(arguments) }

    /// Runs the program, which must end with 0.
    @discardableResult
    func succeeds(_ arguments: [String], location: SourceLocation = #_sourceLocation) throws -> Outcome {
        let output = try zonectl(arguments)
        #expect(output.status == 0, "\(output)", sourceLocation: location)
        return output
    }

    @discardableResult
    func succeeds(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> Outcome {
        try succeeds(arguments, location: location)
    }

    /// Adds a name with an address.
    @discardableResult
    func add(
        _ name: String, _ target: [String] = ["--address", "192.0.2.10"], opd: String = "Dinas Kesehatan",
        letter: String = "440/1/2026", location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try succeeds(["add", name, "--opd", opd, "--letter", letter] + target, location: location)
    }

    /// Runs the program, which must end with `status`, name each of `codes` at the start of a line on standard error
    /// and leave every octet below the registry as it was.
    @discardableResult
    func refuses(
        _ arguments: [String], status: Int32 = 1, codes: [String], input: String? = nil,
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let before = try snapshot(root)
        let output = try zonectl(arguments, input: input)
        #expect(output.status == status, "\(output)", sourceLocation: location)
        for code in codes {
            #expect(
                output.errorLines.contains { $0.hasPrefix(code + " ") && $0.contains(": ") },
                "no line `\(code) subject: text` in\n\(output)", sourceLocation: location)
        }
        #expect(try snapshot(root) == before, "changed on disk: \(output)", sourceLocation: location)
        return output
    }

    @discardableResult
    func refusesAdd(
        _ name: String, _ codes: String..., target: [String] = ["--address", "192.0.2.20"],
        opd: String = "Dinas Sosial", location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try refuses(
            ["add", "--opd", opd, "--letter", "460/9/2026"] + target + ["--", name], codes: codes, location: location)
    }

    @discardableResult
    func render(location: SourceLocation = #_sourceLocation) throws -> Outcome {
        try succeeds(["render"], location: location)
    }

    /// The serial of the rendered zone, as another program reads it.
    func serial(file: String? = nil) throws -> UInt32 {
        let output = try Tool.namedCheckzone("-i", "local", "-k", "ignore", zone, file ?? zoneFile)
        guard let line = output.lines.first(where: { $0.contains("loaded serial ") }),
            let serial = UInt32(line.split(separator: " ").last.map(String.init) ?? "")
        else { throw HarnessError("no serial: \(output)") }
        return serial
    }

    /// The events of the register, each as a dictionary.
    func events() throws -> [[String: Any]] {
        try readText(registerFile).split(separator: "\n").map {
            guard let event = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] else {
                throw HarnessError("not an object: \($0)")
            }
            return event
        }
    }

    /// `list --format json`.
    func list(location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
        let output = try succeeds(["list", "--format", "json"], location: location)
        guard let rows = try output.json() as? [[String: Any]] else {
            throw HarnessError("not an array of objects: \(output)")
        }
        return rows
    }

    /// The names that `list` shows as active.
    func activeNames() throws -> [String] {
        try list().filter { $0["status"] as? String == "active" }.compactMap { $0["name"] as? String }.sorted()
    }

    /// Gives a key of zone.json another value (JSON text), as an editor would.
    func set(_ key: String, _ value: String) throws {
        try writeFile(settingsFile, settingKey(key, to: value, in: try readText(settingsFile)))
    }

    /// Adds lines to static.zone.
    func addStatic(_ lines: String) throws {
        try writeFile(staticFile, try readText(staticFile) + lines + "\n")
    }
}

/// Replaces the value of a top-level key in JSON5 text, or adds the key at its start.
private func settingKey(_ key: String, to value: String, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let quoted = "\"\(key)\""
    if let first = lines.firstIndex(where: {
        let line = $0.drop { $0 == " " || $0 == "\t" }
        return line.hasPrefix(quoted) || line.hasPrefix(key + ":")
    }) {
        // The value ends where its brackets are closed again.
        var depth = 0
        var last = first
        for index in first..<lines.count {
            for character in lines[index].prefix(while: { $0 != "/" }) {
                if "[{".contains(character) { depth += 1 }
                if "]}".contains(character) { depth -= 1 }
            }
            last = index
            if depth <= 0 { break }
        }
        lines.replaceSubrange(first...last, with: ["  \(quoted): \(value),"])
        return lines.joined(separator: "\n")
    }
    guard let open = lines.firstIndex(where: { $0.hasPrefix("{") }) else { return text }
    lines.insert("  \(quoted): \(value),", at: open + 1)
    return lines.joined(separator: "\n")
}
