import ZoneCore

/// All commands, in the order help shows them.
enum CommandList {
    static let all: [Command] = [
        .initialize, .importZone, .render, .check, .explain, .compile, .diff, .serialShow, .serialNext, .serialCompare,
        .add, .change, .remove, .list, .show, .log, .why,
        .requestForm, .requestNew, .requestResubmit, .requestAttach, .requestList, .requestShow, .requestHistory, .requestCancel,
        .step, .letter,
        .procedureList, .procedureShow, .procedureTotals, .procedureNext, .sla, .register, .report,
        .capacityShow, .capacityAdd, .capacityRelease, .accountIssue, .accountReset, .accountHandover,
        .reviewDue, .reviewRenew, .reviewSuspend, .reviewResume, .reviewRetire, .reviewQuarantine, .reviewContacts,
        .dangling,
        .auditLog, .auditVerify,
        .help, .completion, .manual,
    ]

    /// Every option of the program, the global ones first.
    static let options: [OptionSpec] = {
        var seen = Set(Options.global.map(\.long))
        var result = Options.global
        for command in all {
            for option in command.options where seen.insert(option.long).inserted { result.append(option) }
        }
        return result
    }()

    /// What other programs call a command.
    private static let habits = [
        "rm": "remove", "del": "remove", "delete": "remove", "drop": "remove", "ls": "list", "new": "add",
        "create": "add", "edit": "change", "update": "change", "modify": "change", "history": "log", "build": "render",
        "validate": "check", "verify": "audit verify",
    ]

    /// What the words of a command line name.
    enum Match {
        case command(Command, arguments: [String])
        /// A first word such as `serial` that needs a second.
        case group(String, [Command])
        case unknown(Text)
    }

    /// `literalFrom`: words from this index on stood after `--` and are arguments.
    static func match(_ words: [String], literalFrom: Int = Int.max) -> Match {
        let named = words.prefix(min(words.count, literalFrom))
        guard let first = named.first else {
            return .unknown(
                Text(
                    en: "a command is missing", id: "perintah belum disebutkan"))
        }
        // The longest match, so that `a b` wins over `a` with the argument `b`.
        let candidates = all.filter { $0.words.first == first }
        let best = candidates.filter { named.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
        if let best { return .command(best, arguments: Array(words.dropFirst(best.words.count))) }
        if candidates.isEmpty {
            let firsts = all.compactMap(\.words.first)
            let plain = first.lowercased()
            let hint = habits[plain] ?? Suggestion.nearest(to: plain, in: firsts)
            return .unknown(
                Text(
                    en: "unknown command \(first)" + (hint.map { "; did you mean \($0)?" } ?? ""),
                    id: "perintah \(first) tidak dikenal" + (hint.map { "; maksud Anda \($0)?" } ?? "")))
        }
        guard named.count > 1 else { return .group(first, candidates) }
        let second = named[1]
        let seconds = candidates.compactMap { $0.words.count > 1 ? $0.words[1] : nil }
        let hint = Suggestion.nearest(to: second, in: seconds)
        let choices = seconds.joined(separator: ", ")
        return .unknown(
            Text(
                en: "unknown command \(first) \(second); "
                    + (hint.map { "did you mean \(first) \($0)?" } ?? "\(first) takes \(choices)"),
                id: "perintah \(first) \(second) tidak dikenal; "
                    + (hint.map { "maksud Anda \(first) \($0)?" } ?? "pilihan \(first): \(choices)")))
    }
}
