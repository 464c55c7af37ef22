import Foundation
import Testing

/// The pieces of docs/ci.md, run as they stand there.
@Suite struct ContinuousIntegrationTests {
    private static let path = String(
        #filePath.dropLast("Tests/ZonectlTests/Contract/ContinuousIntegrationTests.swift".count))

    /// The fenced blocks of one language, in order.
    private static func blocks(_ language: String) throws -> [String] {
        let document = try readText(path + "docs/ci.md")
        return document.split(separator: "```" + language + "\n").dropFirst().map { piece in
            String(piece.prefix(upTo: piece.range(of: "\n```")?.lowerBound ?? piece.endIndex)) + "\n"
        }
    }

    /// The commands of a job: the lines of a `run: |` or of a `script:`.
    private static func jobs(_ yaml: String) -> [String] {
        var jobs: [String] = []
        var indent: Int?
        for line in yaml.split(separator: "\n").map(String.init) {
            let depth = line.prefix { $0 == " " }.count
            if let started = indent {
                if depth > started {
                    let command = line.dropFirst(depth)
                    jobs[jobs.count - 1] +=
                        (command.hasPrefix("- ") ? String(command.dropFirst(2)) : String(command)) + "\n"
                    continue
                }
                indent = nil
            }
            if line.hasSuffix("run: |") || line.hasSuffix("script:") {
                indent = depth
                jobs.append("")
            }
        }
        return jobs
    }

    private let directory: TemporaryDirectory
    /// A clone: `bin/zonectl`, and a registry with one zone.
    private var root: String { directory.path("work") }
    private var staticZone: String { root + "/zones/example.go.id/static.zone" }
    private var good: String

    init() throws {
        directory = try TemporaryDirectory()
        good = ""
        try FileManager.default.createDirectory(atPath: root + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: root + "/bin/zonectl", withDestinationPath: zonectlPath)
        try sh(
            "zonectl init example.go.id --ns ns1.example.go.id=192.0.2.53 ns2.example.net && zonectl render",
            expecting: 0)
        good = try readText(staticZone)
    }

    @discardableResult
    private func sh(_ script: String, expecting status: Int32? = nil) throws -> Outcome {
        let environment = [
            "PATH": root + "/bin:" + Tool.searchPath, "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "Sari", "GIT_AUTHOR_EMAIL": "sari@example.go.id", "GIT_COMMITTER_NAME": "Sari",
            "GIT_COMMITTER_EMAIL": "sari@example.go.id",
        ]
        let output = try run(["/bin/sh", "-ec", "cd '\(root)'\n" + script], environment: environment)
        if let status { #expect(output.status == status, "\(output)") }
        return output
    }

    private func breakZone() throws { try writeFile(staticZone, good + "portal CNAME nowhere\n") }
    private func mendZone() throws { try writeFile(staticZone, good) }

    @Test func theHookRefusesABadCommit() throws {
        let hook = try #require(Self.blocks("sh").first)
        #expect(hook.hasPrefix("#!/bin/sh\n"))
        try sh("git init -q . && git add zones && git commit -qm first", expecting: 0)
        try writeFile(root + "/.git/hooks/pre-commit", hook)
        try sh("chmod +x .git/hooks/pre-commit && git commit -q --allow-empty -m second", expecting: 0)
        // What is added counts, not what lies in the folder.
        try breakZone()
        try sh("git commit -q --allow-empty -m third", expecting: 0)
        let refused = try sh("git add zones && git commit -qm fourth", expecting: 1)
        let said = refused.text + refused.errorText
        #expect(
            said.contains("zones/example.go.id/static.zone:") && said.contains("CNAME_TARGET_MISSING"), "\(refused)")
        try mendZone()
        try sh("git commit -qm fourth", expecting: 1)
        try sh("git add zones && git commit -q --allow-empty -m fourth", expecting: 0)
        // Single files.
        try writeFile(root + "/my other.zone", "$ORIGIN example.net.\nx A 192.0.2.1\n")
        try sh("git add 'my other.zone' && git commit -qm fifth", expecting: 1)
        let zone = "$ORIGIN example.net.\n$TTL 3600\n@ SOA ns.example.go.id. h 1 10800 3600 1209600 3600\n"
        let servers = "@ NS ns.example.go.id.\n@ NS ns.example.org.\n"
        try writeFile(root + "/my other.zone", zone + servers)
        try sh("git add 'my other.zone' && git commit -qm fifth", expecting: 0)
        #expect(try sh("git log --format=%s").lines == ["fifth", "fourth", "third", "second", "first"])
        // It leaves nothing behind.
        #expect(try sh("git status --porcelain -uno").text == "")
    }

    @Test func theJobOfGitHub() throws {
        let jobs = Self.jobs(try #require(Self.blocks("yaml").first { $0.contains("actions/checkout") }))
        #expect(jobs.count == 2)
        for job in jobs { try sh(job, expecting: 0) }
        #expect(try readText(root + "/zones.sarif").contains("\"2.1.0\""))
        try breakZone()
        let failed = try sh(jobs[0])
        #expect(
            failed.status == 1 && failed.text.hasPrefix("::error file=zones/example.go.id/static.zone,line="),
            "\(failed)")
        try sh(jobs[1], expecting: 0)
        #expect(try readText(root + "/zones.sarif").contains("CNAME_TARGET_MISSING"))
        // What is not rendered fails too; a program that cannot work does not pass.
        try writeFile(staticZone, good + "portal A 192.0.2.9\n")
        #expect(try sh(jobs[0], expecting: 1).text.contains("RENDERED_OUTDATED"))
        try FileManager.default.removeItem(atPath: root + "/zones")
        #expect(try sh(jobs[1]).status != 0)
    }

    @Test func theJobOfGitLab() throws {
        let jobs = Self.jobs(try #require(Self.blocks("yaml").first { $0.contains("codequality") }))
        let job = try #require(jobs.first)
        #expect(jobs.count == 1)
        try sh(job, expecting: 0)
        try breakZone()
        try sh(job, expecting: 1)
        let report = root + "/gl-code-quality-report.json"
        let issues = try JSONSerialization.jsonObject(with: Data(readFile(report))) as? [[String: Any]]
        #expect(issues?.first?["check_name"] as? String == "CNAME_TARGET_MISSING")
    }

    @Test func cronMailsOnABadDayOnly() throws {
        let table = try #require(Self.blocks("cron").first)
        let line = try #require(table.split(separator: "\n").first { $0.contains("zonectl  ") })
        #expect(table.hasPrefix("MAILTO=") && !line.contains("%"), "a percent sign is a newline to cron")
        let fields = line.split(separator: " ", maxSplits: 6)
        #expect(fields.prefix(6).joined(separator: " ") == "15 6 * * * zonectl")
        let command = String(try #require(fields.last)).replacingOccurrences(of: "/srv/zones", with: root + "/zones")
        let silent = try sh(command, expecting: 0)
        #expect(silent.text.isEmpty && silent.errorText.isEmpty, "\(silent)")
        try breakZone()
        #expect(try sh(command).text.contains("CNAME_TARGET_MISSING"))
        try FileManager.default.removeItem(atPath: root + "/zones")
        #expect(try sh(command).text.contains("zonectl: "))
    }

    @Test func theBaselineOfAnOldZone() throws {
        let lines = try #require(Self.blocks("sh").first { $0.contains("--baseline") })
        try breakZone()
        let known = try sh(lines, expecting: 0)
        #expect(known.text.contains("2 known findings left out"), "\(known)")
        try writeFile(staticZone, good + "portal CNAME nowhere\nweb CNAME nowhere\n")
        let check = try #require(lines.split(separator: "\n").last)
        try sh(String(check), expecting: 1)
    }

    /// The identifiers and fields that pre-commit wants, and an entry that is a command of the program.
    @Test func theHooksOfPreCommit() throws {
        let text = try readText(Self.path + ".pre-commit-hooks.yaml")
        let hooks = text.split(separator: "- id: ").dropFirst()
        #expect(hooks.map { $0.prefix { $0 != "\n" } } == ["zonectl-check", "zonectl-check-files"])
        for hook in hooks {
            #expect(hook.contains("\n  name: ") && hook.contains("\n  language: system\n"))
            #expect(hook.contains("\n  entry: zonectl check\n"))
        }
        try sh("zonectl check", expecting: 0)
    }
}
