import RFC1035

/// One run of the checks over one zone, or over a part of its names.
///
/// It cannot be copied: a copy for each record would count references to what it holds, and threads that count the same
/// references wait for each other. What is asked for each record is `mutating` even where it changes nothing, because a
/// call that only reads is handed all of the run, moved to another place in memory.
public struct CheckRun: ~Copyable {
    public let zone: Zone
    public let shape: ZoneShape
    /// What findings about the zone as a whole name as their file.
    let file: String
    /// What the checks are to go by.
    let policy: CheckPolicy
    private var found: Found
    /// Findings of each check in the stretches of names that this run has looked at before. What comes after the
    /// maximum here comes after it in the whole zone, since stretches are dealt out in order.
    private var passed: [Int]
    private let checks: [Check]
    /// The check that is running.
    private var current = 0
    private let maximum: Int
    var originIsHostName: Bool { !originTraits.contains(.beyondHostName) }
    /// Whether the zone's name says that it is not for the public.
    let isInternal: Bool
    /// Whether this looks like a response policy zone, whose owners are names of others, and where an alias of the root
    /// says that a name is not to exist.
    let isPolicyZone: Bool
    /// The last label of the zone's name, where owners are looked at for a missing final dot.
    let topLabel: UnsafePointer<UInt8>?
    /// The domains that owners seem to be in; found out when first asked.
    var foreignDomains: ForeignDomains?
    /// Whether the zone is a catalog of zones; found out when first asked.
    var isCatalog: Bool?
    /// The addresses of names that have many and that records with hints lead to.
    var knownAddresses: [Int: Set<[UInt8]>] = [:]
    /// The names that aliases at names with an underscore lead to; found out when first asked.
    var scopedTargets: Set<Int>?
    /// The last `_dmarc` that was asked whether it has a policy.
    var dmarcOwner: (name: Int, hasPolicy: Bool) = (-1, false)
    /// What sender policies were found to need of the zone.
    var senderPolicies: SPFReview
    /// The last row with a text to be examined; whether it is known to be a sender policy of which nothing is to be
    /// said, whatever its owner.
    private var lastText: (row: Int, isSound: Bool)?
    /// The name whose records are looked at.
    private(set) var currentName = 0
    /// Where it stands; checks of the zone as a whole look at what is answered.
    private var currentStanding = ZoneShape.Standing.authoritative
    /// What the checks of signed zones share; made when the first of them asks.
    private var signed: SignedZone??
    /// The target that was looked at last.
    var lookedAt: TargetGlance
    let originTraits: NameTraits
    /// The faults of targets that checks of this run report, so that others need not.
    let reportedFaults: TargetFaults
    /// The name that was glanced at last, and what was seen.
    var glanced: (name: Int, marks: NameMarks) = (-1, [])
    /// The alias that was followed last, and where it led.
    var followed: (row: Int, chain: AliasChain) = (-1, AliasChain())
    /// The aliases of long chains, by row, and whether each ends in a loop; no answer while that is being found out.
    var longChains: [Int: Bool?] = [:]
    /// Where aliases of chains lead, by row, as far as that had to be looked for above their targets.
    var knownSteps: [Int: Step] = [:]
    /// The DNAME records that were followed, by row, and whether each is part of a loop.
    var redirectionLoops: [Int: Bool] = [:]

    /// What a run has found so far.
    private struct Found {
        var findings: [Finding] = []
        /// For each finding the number of its check.
        var checks: [Int] = []
        /// Findings of each check; those after the maximum are counted only, so that many of one kind never hide
        /// another kind.
        var counts: [Int]

        init(checks: Int) { counts = Array(repeating: 0, count: checks) }
    }

    /// In how many stretches to look at all names, at most; and names that one has at least.
    private static let (mostStretches, smallestStretch) = (64, 5_000)

    public static let defaultMaximum = 1000

    public static func findings(
        in zone: Zone, file: String, policy: CheckPolicy = CheckPolicy(), maximum: Int? = nil
    ) -> [Finding] {
        let maximum = maximum ?? policy.maximum
        var run = CheckRun(
            zone: zone, shape: ZoneShape(zone), checks: policy.checks, file: file, policy: policy, maximum: maximum)
        run.execute()
        return run.found.findings
    }

    private init(zone: Zone, shape: ZoneShape, checks: [Check], file: String, policy: CheckPolicy, maximum: Int) {
        self.zone = zone
        self.shape = shape
        self.checks = checks
        self.file = file
        self.policy = policy
        self.maximum = maximum
        found = Found(checks: checks.count)
        passed = Array(repeating: 0, count: checks.count)
        reportedFaults = TargetFaults(checks)
        originTraits = NameTraits(zone.originWire, upTo: zone.originLength)
        lookedAt = TargetGlance(wire: zone.originWire, length: zone.originLength, isHeld: true)
        isInternal = InternalDomain.isInternal(zone.origin)
        isPolicyZone = zone.origin.labels.contains {
            $0.starts(with: "rpz".utf8) || $0.reversed().starts(with: "zpr".utf8)
        }
        topLabel = isPolicyZone ? nil : ForeignDomains.topLabel(of: zone)
        senderPolicies = SPFReview(zone)
    }

    /// The zone as a signed one; `nil` where it is not signed.
    mutating func signedZone() -> SignedZone? {
        if let signed { return signed }
        let made = SignedZone(zone, shape, now: policy.now)
        signed = .some(made)
        return made
    }

    private mutating func run(_ sets: [CheckPlan.SetEntry], on name: Int, count: Int, _ types: TypeSet) {
        for position in sets.indices
        where count > sets[position].over && !sets[position].types.isDisjoint(with: types) {
            current = sets[position].check
            sets[position].body(&self, name)
        }
    }

    private mutating func runCuts(_ plan: borrowing CheckPlan, on name: Int, _ types: TypeSet) {
        for position in plan.cuts.indices where !plan.cuts[position].types.isDisjoint(with: types) {
            current = plan.cuts[position].check
            plan.cuts[position].body(&self, name)
        }
    }

    private mutating func runMarked(
        _ plan: borrowing CheckPlan, on name: Int, _ types: TypeSet, _ marks: NameMarks
    ) {
        for position in plan.markedNames.indices
        where plan.markedNames[position].marks.isSubset(of: marks)
            && !plan.markedNames[position].types.isDisjoint(with: types)
            && (currentStanding == .authoritative || plan.markedNames[position].looksAtCuts)
        {
            current = plan.markedNames[position].check
            plan.markedNames[position].body(&self, name)
        }
    }

    private mutating func execute() {
        for (number, check) in checks.enumerated() {
            if case .zone(let body) = check.scope {
                current = number
                body(&self)
            }
        }
        // Many more stretches of names than processors: one of those may be slower, or be needed elsewhere.
        let names = zone.nameCount
        let parts = zone.parts
        let stretches = parts > 1 ? max(parts, min(Self.mostStretches, names / Self.smallestStretch)) : 1
        var founds = Array(repeating: Found(checks: checks.count), count: stretches)
        let (zone, shape, checks, file, policy, maximum) = (zone, shape, checks, file, policy, maximum)
        founds.withUnsafeMutableBufferPointer { founds in
            Parallel.deal(stretches, workers: parts) { next in
                // Each thread has a run and a plan of its own, on its own stack: what they write at every record would
                // go back and forth between the processors.
                var run = CheckRun(
                    zone: zone, shape: shape, checks: checks, file: file, policy: policy, maximum: maximum)
                let plan = CheckPlan(checks)
                while let stretch = next() {
                    run.found = Found(checks: checks.count)
                    run.examine(Parallel.range(stretch, of: stretches, items: names), plan)
                    for check in checks.indices { run.passed[check] += run.found.counts[check] }
                    founds[stretch] = run.found
                }
            }
        }
        for part in founds { merge(part) }
        for (number, count) in found.counts.enumerated() where count > maximum {
            let check = checks[number]
            let like = Finding(
                check.code, policy.severity(of: check) ?? check.severity, file: zone.store.files.last ?? file,
                check.summary, reference: check.reference)
            found.findings.append(.rest(count - maximum, like: like))
        }
        found.findings.sortByPlace(files: zone.store.files)
    }

    /// Adds what a part of the names gave, as if one run had looked at them all.
    private mutating func merge(_ part: Found) {
        var room = found.counts.map { maximum - $0 }
        for (finding, check) in zip(part.findings, part.checks) where room[check] > 0 {
            room[check] -= 1
            found.findings.append(finding)
            found.checks.append(check)
        }
        for number in found.counts.indices { found.counts[number] += part.counts[number] }
    }

    /// The checks of names and records for some of the names.
    private mutating func examine(_ range: Range<Int>, _ plan: borrowing CheckPlan) {
        // Held once: counting a reference for each name would make the threads wait for each other.
        let (zone, shape) = (self.zone, self.shape)
        for index in range {
            currentName = index
            let row = zone.names[index]
            let count = zone.recordCount(of: index)
            if count > 1 || !plan.singleTypes.isDisjoint(with: row.types) {
                run(plan.sets, on: index, count: count, row.types)
            }
            let standing = shape.standing(of: index)
            currentStanding = standing
            if standing != .authoritative { runCuts(plan, on: index, row.types) }
            guard standing == .authoritative || standing == .delegation else {
                if standing == .belowDelegation && !plan.typesBelowCuts.isDisjoint(with: row.types) {
                    examineHidden(index, plan)
                }
                continue
            }
            if !plan.marks.isEmpty {
                let marks = marks(of: index, plan.marks)
                if !marks.isEmpty { runMarked(plan, on: index, row.types, marks) }
            }
            if standing == .authoritative && !plan.nameTypes.isDisjoint(with: row.types) {
                for position in plan.names.indices where !plan.names[position].types.isDisjoint(with: row.types) {
                    current = plan.names[position].check
                    plan.names[position].body(&self, index)
                }
            }
            guard !plan.recordTypes.isDisjoint(with: row.types) else { continue }
            for number in zone.rows(of: index) {
                let type = zone.records[Int(number)].type
                guard type < CheckPlan.typeLimit else { continue }
                let entries = plan.entries(of: type)
                let isSeen = standing == .authoritative || !entries.isHiddenByDelegation
                for position in entries.unmarked where isSeen || plan.records[position].stopsLoading {
                    current = plan.records[position].check
                    plan.records[position].body(&self, index, Int(number))
                }
                if !entries.marked.isEmpty {
                    let marks = marks(ofRecord: Int(number), entries.marks)
                    if !marks.isDisjoint(with: entries.marks) {
                        runMarked(plan, on: index, row: Int(number), entries.marked, marks) {
                            isSeen || $0.stopsLoading
                        }
                    }
                }
                if type == RecordType.txt.rawValue && plan.hasTextChecks && standing == .authoritative {
                    examineText(of: Int(number), at: index, plan)
                }
            }
        }
    }

    /// The checks of records for a name below a delegation, as far as servers look at what stands there.
    private mutating func examineHidden(_ name: Int, _ plan: borrowing CheckPlan) {
        for number in zone.rows(of: name) {
            let type = zone.records[Int(number)].type
            guard type < CheckPlan.typeLimit else { continue }
            let entries = plan.entries(of: type)
            for position in entries.unmarked where plan.records[position].looksBelowCuts {
                current = plan.records[position].check
                plan.records[position].body(&self, name, Int(number))
            }
            if !entries.marked.isEmpty {
                runMarked(
                    plan, on: name, row: Int(number), entries.marked, marks(ofRecord: Int(number), entries.marks)
                ) { $0.looksBelowCuts }
            }
        }
    }

    /// Those checks of a record that are after what a glance at it shows.
    @inline(__always) private mutating func runMarked(
        _ plan: borrowing CheckPlan, on name: Int, row: Int, _ range: Range<Int>, _ marks: RecordMarks,
        _ isWanted: (CheckPlan.RecordEntry) -> Bool
    ) {
        for position in range
        where !plan.records[position].marks.isDisjoint(with: marks) && isWanted(plan.records[position]) {
            current = plan.records[position].check
            plan.records[position].body(&self, name, row)
        }
    }

    /// Whether the zone ever answers with records of a type at the name that is looked at.
    mutating func isAnswered(_ type: UInt16) -> Bool {
        currentStanding == .authoritative
            || currentStanding == .delegation && !Self.hiddenByDelegation.contains(type)
    }

    /// What nobody is ever answered with at a delegation, so that it does not matter where it leads; that it stands
    /// there is told.
    static let hiddenByDelegation: Set<UInt16> = Set(
        [.cname, .mx, .srv, .ptr, .svcb, .https, .naptr, .tlsa, .smimea, .openpgpkey, .sshfp, .rp, .afsdb, .rt, .caa,
         .uri, .spf, .minfo, .mb, .mg, .kx, .px, .lp].map(\RecordType.rawValue))

    @inline(__always) private mutating func examineText(of row: Int, at name: Int, _ plan: borrowing CheckPlan) {
        guard TextProblem.mayBe(in: zone.rdata(of: row), at: zone.wire(of: name)) else { return }
        // Whole offices have one sender policy.
        if case .ordinary = TextOwner(zone.wire(of: name)) {
            if let last = lastText, zone.haveEqualData(row, last.row) {
                if last.isSound { return }
                if senderPolicies.isSoundAnywhere(zone.joinedText(of: row)) {
                    lastText = (row, true)
                    return
                }
            } else {
                lastText = (row, false)
            }
        }
        for problem in textProblems(of: row, at: name) {
            let check = plan.textChecks[Int(problem.kind.rawValue)]
            guard check >= 0 else { continue }
            current = check
            report(row: row, at: .rdata(0), problem.message)
        }
    }

    /// Whether another finding of the check that is running would be shown; if not, it is counted. Asked before a
    /// message is put together for each of a hundred thousand records.
    mutating func hasRoom() -> Bool {
        if passed[current] + found.counts[current] < maximum { return true }
        found.counts[current] += 1
        return false
    }

    /// Counts a finding of the check that is running; whether it is kept.
    private mutating func countOne() -> Bool {
        found.counts[current] += 1
        return passed[current] + found.counts[current] <= maximum
    }

    /// A finding of the check that is running, about one record, or about a part of it: that is where its column and
    /// the caret point.
    mutating func report(row: Int, at part: Finding.Part = .owner, _ message: Text) {
        guard countOne() else { return }
        let place = zone.store.location(of: row)
        let owner = zone.arena + Int(zone.records[row].owner)
        let name = WireName.name(owner)
        add(file: place.file, line: place.line, column: 1, owner: name?.description, part: part, message)
    }

    /// Where a record stands, as seen from another: "on line 7", "on line 7 of other.zone", "in the register".
    func place(of row: Int, from other: Int) -> Text {
        let (place, here) = (zone.store.location(of: row), zone.store.location(of: other))
        if ZoneAssembly.isRegister(place.file) { return Text(en: "in the register", id: "di register") }
        if place.file == here.file { return Text(en: "on line \(place.line)", id: "di baris \(place.line)") }
        return Text(en: "on line \(place.line) of \(place.file)", id: "di baris \(place.line) berkas \(place.file)")
    }

    /// A finding of the check that is running, about a name: placed at its first record.
    mutating func report(name: Int, _ message: Text) {
        guard let row = zone.rows(of: name).first else { return }
        report(row: Int(row), at: .owner, message)
    }

    /// A finding of the check that is running, about the zone.
    mutating func report(_ message: Text) {
        guard countOne() else { return }
        add(file: file, line: 0, column: 0, owner: zone.origin.description, message)
    }

    private mutating func add(
        file: String, line: Int, column: Int, owner: String?, part: Finding.Part? = nil, _ message: Text
    ) {
        let check = checks[current]
        var finding = Finding(
            check.code, policy.severity(of: check) ?? check.severity, file: file, line: line, column: column,
            owner: owner, message, reference: check.reference)
        finding.part = part
        finding.refusal = check.stopsLoading
        finding.isRefusedByMost =
            switch check.refusal {
            case .nobody, .oneServer: false
            case .mostServers: true
            case .mostServersAtApex: owner == zone.origin.description
            }
        found.findings.append(finding)
        found.checks.append(current)
    }
}

extension CheckRun {
    /// A name in a row's RDATA as text.
    mutating func target(of row: Int, nameAt offset: Int = 0) -> String {
        let rdata = zone.rdata(of: row)
        guard let base = rdata.baseAddress, offset < rdata.count else { return "" }
        let length = WireName.length(base + offset)
        return WireName.name(base + offset, length)?.description ?? ""
    }
}
