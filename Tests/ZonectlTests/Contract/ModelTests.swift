import TestSupport
import Testing

/// Long sequences of commands next to a model of a dozen lines: each command must do and say what the model
/// expects, and in the end BIND must read from the zone file exactly the names of the model.
@Suite struct ModelTests {
    private enum State { case free, active(opd: String, address: String), retired(opd: String) }

    @Test(arguments: [1, 2, 3]) func manyCommands(seed: UInt64) throws {
        let office = try Office()
        let fixed = Set(try recordsByBIND(office.zoneFile, zone: office.zone))
        var dice = SeededRandom(seed: seed)
        let labels = ["apel", "belimbing", "cempedak", "durian", "embacang", "gandaria"]
        let agencies = ["Dinas Pangan", "Dinas Pertanian"]
        var model = Dictionary(uniqueKeysWithValues: labels.map { ($0, State.free) })
        let first = try office.serial()
        var requests = 0
        for step in 0..<40 {
            guard let label = labels.randomElement(using: &dice), let opd = agencies.randomElement(using: &dice),
                let state = model[label]
            else { continue }
            let address = "192.0.2.\(Int.random(in: 1...250, using: &dice))"
            let who = ["--opd", opd, "--letter", "\(step)/2026"]
            let expected: Int32
            let command: [String]
            switch Int.random(in: 0..<5, using: &dice) {
            case 0, 1:
                command = ["add", label] + who + ["--address", address]
                if case .free = state {
                    expected = 0
                    model[label] = .active(opd: opd, address: address)
                } else {
                    expected = 1
                }
            case 2:
                command = ["change", label] + who + ["--address", address]
                if case .active(let holder, let old) = state, holder == opd, old != address {
                    expected = 0
                    model[label] = .active(opd: opd, address: address)
                } else if case .active(let holder, address) = state, holder == opd {
                    continue
                } else {
                    expected = 1
                }
            case 3:
                command = ["remove", label] + who
                if case .active(let holder, _) = state, holder == opd {
                    expected = 0
                    model[label] = .retired(opd: opd)
                } else {
                    expected = 1
                }
            default:
                try office.render()
                continue
            }
            if expected == 0 {
                try office.succeeds(command)
                requests += 1
            } else {
                try office.refuses(command, codes: [])
            }
        }
        try office.render()
        var wanted: Set<String> = fixed
        for (label, state) in model {
            guard case .active(_, let address) = state else { continue }
            wanted.insert("\(label).\(office.zone). 3600 IN A \(address)")
        }
        #expect(Set(try recordsByBIND(office.zoneFile, zone: office.zone)) == wanted)
        #expect(try requestIDs(office) == Array(1...requests))
        #expect(isLater(try office.serial(), than: first))
        try office.succeeds("audit", "verify")
        try expectPeersAccept(office.zoneFile, zone: office.zone)
    }
}
