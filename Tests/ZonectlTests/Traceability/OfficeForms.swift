import Foundation
import Testing

/// What rows about requests are walked with.
extension Office {
    /// Takes in a form, which must end with `status`.
    @discardableResult
    func takeIn(
        _ form: [String: Any], as actor: String = "registrar", status: Int32 = 0,
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let path = directory.path("form-\(UInt64.random(in: 0 ... .max)).json")
        try writeFile(path, Array(try JSONSerialization.data(withJSONObject: form)))
        let output = try zonectl(["request", "new", "--file", path, "--as", actor])
        #expect(output.status == status, "\(output)", sourceLocation: location)
        return output
    }

    /// Takes a step, which must end with `status`.
    @discardableResult
    func step(
        _ request: String, _ step: String, as actor: String, _ options: [String] = [], status: Int32 = 0,
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let output = try zonectl(["step", request, step, "--as", actor] + options)
        #expect(output.status == status, "\(output)", sourceLocation: location)
        return output
    }

    /// A request as `request show --format json` has it.
    func request(_ id: String, location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
        let output = try succeeds(["request", "show", id, "--format", "json"], location: location)
        guard let document = try output.json() as? [String: Any] else { throw HarnessError("no object: \(output)") }
        return document
    }

    /// A command's answer in JSON, whatever it ends with.
    func document(
        _ arguments: [String], status: Int32 = 0, location: SourceLocation = #_sourceLocation
    ) throws -> [String: Any] {
        let output = try zonectl(arguments + ["--format", "json"])
        #expect(output.status == status, "\(output)", sourceLocation: location)
        guard let document = try output.json() as? [String: Any] else { throw HarnessError("no object: \(output)") }
        return document
    }

    /// Whether any file below the registry holds the text.
    func treeHolds(_ text: String) throws -> Bool {
        try snapshot(root).values.contains { $0.octets.contains(Array(text.utf8)) }
    }
}

extension [UInt8] {
    /// Whether `needle` stands in it.
    func contains(_ needle: [UInt8]) -> Bool {
        Data(self).range(of: Data(needle)) != nil
    }
}

extension Outcome {
    /// Lines that end as in CSV; "\r\n" is one Character.
    var rows: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
}

/// The passwords on the sheets of a file.
func passwords(onSheets path: String) throws -> [String] {
    try readText(path).split(separator: "\n").compactMap { line in
        line.hasPrefix("Kata sandi ") ? line.split(separator: " ").last.map(String.init) : nil
    }
}

/// Permissions of a file.
func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
