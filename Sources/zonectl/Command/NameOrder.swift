import RFC1035
import ZoneCore

/// What one `add`, `change` or `remove` asks, from the command line or from a line of a batch.
struct NameOrder: Sendable {
    enum Action: String, Sendable {
        case add, change, remove
    }

    var action: Action
    /// As typed.
    var name: String
    var opd: String
    var letter: String
    var letterDate: String?
    var options = TargetOptions()
    var overrideReason: String?
    /// The line of the batch.
    var line: Int?

    /// What the rules make of it.
    func decide(_ decision: Decision, id: RequestID) throws -> Decision.Proposal {
        let given = RequestLetter(id: id, opd: opd, letter: letter, letterDate: letterDate)
        return switch action {
        case .add: try decision.add(name, letter: given, options: options, override: overrideReason)
        case .change: try decision.change(name, letter: given, options: options)
        case .remove: try decision.remove(name, letter: given)
        }
    }
}

extension Invocation {
    /// `--opd` and `--letter`, without which nothing is done for an agency.
    func agencyAndLetter() throws(Failure) -> (opd: String, letter: String) {
        guard let opd = self[Options.opd], let letter = self[Options.letter] else {
            let missing = [Options.opd, Options.letter].filter { self[$0] == nil }
            let list = missing.map(\.spec.usage).joined(separator: ", ")
            throw Failure.usage(Text(en: "\(command.name) needs \(list)", id: "\(command.name) memerlukan \(list)"))
        }
        return (opd, letter)
    }
}

extension NameOrder {
    /// The order in the command line.
    init(_ action: Action, _ invocation: Invocation) throws(Failure) {
        guard let name = invocation.argument(0) else {
            throw invocation.missing("NAME", orElse: Text(en: ", or --batch FILE", id: ", atau --batch FILE"))
        }
        let (opd, letter) = try invocation.agencyAndLetter()
        self.init(
            action: action, name: name, opd: opd, letter: letter,
            letterDate: invocation[Options.letterDate]?.description)
        overrideReason = invocation[Options.overrideReason]
        options = NameOrder.target(invocation)
    }

    /// The target in the command line; `nil` when none of its options is given.
    static func givenTarget(_ invocation: Invocation) -> TargetOptions? {
        Options.target.contains { invocation.isGiven($0) } ? target(invocation) : nil
    }

    private static func target(_ invocation: Invocation) -> TargetOptions {
        var options = TargetOptions()
        options.addresses = invocation[Options.addresses]
        options.cname = invocation[Options.canonicalName]
        options.url = invocation[Options.url]
        switch invocation[Options.hosting] {
        case .absent: break
        case .bare: options.hosting = .standard
        case .value(let gigabytes): options.hosting = .gigabytes(String(gigabytes))
        }
        options.delegate = invocation[Options.delegate]
        options.ds = invocation[Options.signers]
        switch invocation[Options.mail] {
        case .absent: break
        case .bare: options.mail = .standard
        case .value(let host): options.mail = Target.MailOption(host: host)
        }
        options.www = invocation[Options.www]
        options.ttl = invocation[Options.ttl].map { String($0) }
        options.withoutMail = invocation[Options.noMail]
        options.withoutWWW = invocation[Options.noWWW]
        options.withoutTTL = invocation[Options.noTTL]
        return options
    }
}
