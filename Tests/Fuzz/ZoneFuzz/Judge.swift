/// A program that reads zones.
public enum Judge: String, CaseIterable, Sendable {
    case bind = "named-compilezone"
    case knot = "kzonecheck"
    case nsd = "nsd-checkzone"
    case ldns = "ldns-read-zone"

    /// Those that decide; ldns is a tool and no server.
    static let servers: Set<Judge> = [.bind, .knot, .nsd]

    var package: String {
        switch self {
        case .bind: "bind9-utils"
        case .knot: "knot-dnssecutils"
        case .nsd: "nsd"
        case .ldns: "ldnsutils"
        }
    }

    /// The command line for the file `zone` in the folder where it runs.
    func arguments(_ file: String, output: String) -> [String] {
        switch self {
        // Host names, glue and targets are `check`'s business; here it is the file that counts.
        case .bind:
            [
                "-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-M", "ignore", "-S", "ignore", "-r",
                "ignore",
                "-F", "raw", "-o", output, ZoneCase.origin, file,
            ]
        case .knot: ["-v", "-d", "off", "-o", ZoneCase.origin, file]
        case .nsd: ["-p", ZoneCase.origin, file]
        case .ldns: [file]
        }
    }
}

/// What a program made of a zone.
public enum Verdict: Sendable {
    /// Its records, where the program tells them.
    case accepted(Set<ZoneRecord>?)
    /// What it says about that.
    case refused(String)
    /// It was ended by a signal, or took too long.
    case died(String)

    var isAccepted: Bool { if case .accepted = self { true } else { false } }

    var word: String {
        switch self {
        case .accepted: "accepts"
        case .refused: "refuses"
        case .died(let why): "dies (\(why))"
        }
    }
}

/// Which programs know the mnemonic of which type.
public struct Support: Sendable {
    private var known: [Int: Set<Judge>] = [:]

    subscript(type: Int) -> Set<Judge> {
        get { known[type] ?? [] }
        set { known[type] = newValue }
    }

    /// Programs that know all of them.
    func judges(of types: Set<Int>) -> Set<Judge> {
        types.reduce(Set(Judge.allCases)) { $0.intersection(self[$1]) }
    }

    /// Tries each type with each program: one that takes none of several valid records does not know it.
    static func probe(_ workplace: inout Workplace) throws -> Support {
        var support = Support()
        for model in TypeModel.all {
            var random = SeededRandom(seed: UInt64(model.number))
            var judges: Set<Judge> = []
            for _ in 0..<4 where judges.count < Judge.allCases.count {
                let owner = model.owner == .hash ? "2t7b4g4vsa5smi47k61mv5bv1a22bojr " : "n0 "
                let text =
                    Array((ZoneCase.standardHead + owner + model.mnemonic + " ").utf8) + model.valid(&random).text + [
                        10
                    ]
                let verdicts = try workplace.verdicts(text, by: Set(Judge.allCases).subtracting(judges))
                judges.formUnion(verdicts.filter { $1.isAccepted }.keys)
            }
            support[model.number] = judges
        }
        return support
    }

    /// One line for each set of programs: the types that they know.
    public var description: String {
        Dictionary(grouping: TypeModel.all) { self[$0.number] }
            .map { judges, models in
                let names = Judge.allCases.filter(judges.contains).map(\.rawValue).joined(separator: ", ")
                return "\(names.isEmpty ? "nobody" : names): " + models.map(\.mnemonic).joined(separator: " ")
            }
            .sorted().joined(separator: "\n")
    }
}
