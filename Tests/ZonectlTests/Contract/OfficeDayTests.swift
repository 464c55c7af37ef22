import Foundation
import Testing

/// `script/office-day`: a day at five offices.
@Suite struct OfficeDayTests {
    private static let repository = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })
    private static let offices = [
        "purbalingga": "purbalinggakab.go.id", "tulungagung": "tulungagung.go.id", "balangan": "balangankab.go.id",
        "sumba-barat-daya": "sbdkab.go.id", "kalimantan-utara": "kaltaraprov.go.id",
    ]

    /// The day itself refuses to go on when a command ends otherwise than it says; twice, at once, it must leave the
    /// same files.
    @Test func theDayEndsTheSameEveryTime() throws {
        let directory = try TemporaryDirectory()
        let folders = [directory.path("one"), directory.path("two")]
        let days = try folders.map { folder in
            try RunningCommand(
                [Self.repository + "/script/office-day", folder], environment: ["ZONECTL": zonectlPath])
        }
        for day in days {
            let output = try day.wait(seconds: 300)
            #expect(output.status == 0, "\(output)")
        }
        let (first, second) = (try snapshot(folders[0]), try snapshot(folders[1]))
        #expect(first.count > 500, "only \(first.count) files")
        for path in Set(first.keys).union(second.keys).sorted() where first[path] != second[path] {
            Issue.record("\(path) differs: \(first[path]?.description ?? "-"), \(second[path]?.description ?? "-")")
        }
        for (office, zone) in Self.offices { try lookAt(office, zone, folders[0] + "/" + office) }
        // What is written to be seen has no path of this machine in it.
        for (path, file) in first where path.hasSuffix("hari.txt") || path.hasSuffix(".html") {
            #expect(!String(decoding: file.octets, as: UTF8.self).contains(directory.root), "\(path)")
        }
    }

    private func lookAt(_ office: String, _ zone: String, _ folder: String) throws {
        func zonectl(_ arguments: String...) throws -> Outcome {
            let output = try run([zonectlPath, "-C", folder + "/zones", "--now", "2026-11-23T09:00:00Z"] + arguments)
            #expect(output.status == 0, "\(output)")
            return output
        }
        // Ten requests, and no number left out.
        let requests = try #require(
            try zonectl("request", "list", "--format", "json").json() as? [[String: Any]], "\(office)")
        let today = requests.compactMap { $0["request"] as? String }.filter { $0.hasPrefix("2026/") }
        #expect(today == (1...10).map { "2026/" + String(format: "%04d", $0) }, "\(office)")
        _ = try zonectl("audit", "verify")
        _ = try zonectl("check")
        _ = try zonectl("render", "--check")
        let file = "\(folder)/zones/\(zone)/db.\(zone)"
        try expectPeersAccept(file, zone: zone)
        // Every record of an active name was answered by named.
        let answers = try readText(folder + "/jawaban.txt")
        let names = try #require(try zonectl("list", "--format", "json").json() as? [[String: Any]])
        let active = names.filter { $0["status"] as? String == "active" }
        #expect(active.count >= 4, "\(office): \(active.count)")
        for name in active {
            let owner = try #require(name["name"] as? String)
            #expect(answers.contains("\n\(owner) "), "\(owner) is not answered:\n\(answers)")
        }
        for name in names where name["status"] as? String == "retired" {
            let owner = try #require(name["name"] as? String)
            #expect(!answers.contains("\n\(owner) "), "\(owner) is still answered")
        }
        let book = try readText(folder + "/hari.txt")
        #expect(book.contains("DUPLICATE "), "\(office)")
        #expect(book.contains("INCOMPLETE ") || book.contains("NO_RECOMMENDATION "), "\(office)")
        for page in ["status/index.html", "arsip/index.html", "arsip/agenda.csv", "arsip/subdomains.csv"] {
            #expect(fileExists(folder + "/" + page), "\(office): \(page)")
        }
        let letters = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/zones/\(zone)/letters")
        #expect(letters.count >= 30, "\(office): \(letters.count)")
        try lookAtSpecialCases(office, zone, folder, requests, book)
    }

    private func lookAtSpecialCases(
        _ office: String, _ zone: String, _ folder: String, _ requests: [[String: Any]], _ book: String
    ) throws {
        func outcomes(_ key: String) -> Set<String> { Set(requests.compactMap { $0[key] as? String }) }
        switch office {
        case "purbalingga":
            #expect(outcomes("outcome").isSuperset(of: ["approved", "rejected", "reset"]))
            #expect(book.contains("NO_CAPACITY ") && book.contains("capacity add 50"))
            // Signed four steps after the decision, the letter still says why.
            let refusal = try readText("\(folder)/zones/\(zone)/letters/2026-0002-penolakan.txt")
            expect(refusal, says: ["nama subdomain sudah digunakan", "Mohon memilih nama lain"], but: ["KONSEP"])
            #expect(book.contains("--decision no --note \"Nomor surat keliru\""))
        case "tulungagung":
            #expect(book.contains("SERVER_") == false && book.contains("--server 127.0.0.1"))
            #expect(book.contains("NOT_OWNER ") && book.contains("NO_CAPACITY "))
        case "balangan":
            #expect(outcomes("outcome").isSuperset(of: ["approved", "rejected", "reset", "advice"]))
            #expect(book.contains("OUT_OF_ZONE ") && book.contains("balangankab.go.id"))
        case "sumba-barat-daya":
            #expect(book.contains("WRONG_ADDRESSEE ") && book.contains("NO_CAPACITY "))
            #expect(try readText(folder + "/jawaban.txt").contains(" IN MX 10 surel.\(zone)."))
        default:
            let removal = try readText("\(folder)/zones/\(zone)/letters/2026-0006-persetujuan.txt")
            expect(removal, says: ["Dihapus dari DNS", "Masa karantina"], but: ["Penyediaan", "Mulai berlaku"])
            #expect(book.contains("QUARANTINED ") && book.contains("TARGET_NOT_ALLOWED "))
            #expect(try !readText("\(folder)/zones/\(zone)/db.\(zone)").contains("www.dinkes"))
        }
    }
}
