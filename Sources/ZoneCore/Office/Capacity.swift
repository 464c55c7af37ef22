import RFC1035

/// The space of the office's shared hosting: what there is, what is taken and by whom.
public struct Capacity: Sendable {
    /// Who takes some of it.
    public struct Taker: Hashable, Sendable {
        /// The name; `nil` for hosting without one, and for what is reserved before a name is made.
        public var name: Name?
        public var opd: String
        public var request: RequestID
        public var gigabytes: Int
        /// Kept for a request that is not carried out yet.
        public var isReserved: Bool
    }

    /// A request that waits for space.
    public struct Waiting: Hashable, Sendable {
        public var request: RequestID
        public var opd: String
        public var gigabytes: Int
    }

    /// What there is, and how much of it is taken.
    public struct Sums: Hashable, Sendable {
        public let total: Int
        public let taken: Int
        /// Per cent from which a warning is due.
        public let warnPercent: Int

        public init(total: Int, taken: Int, warnPercent: Int) {
            self.total = total
            self.taken = max(0, taken)
            self.warnPercent = warnPercent
        }

        /// As the register has it.
        /// - Parameter settings: those that were written, without what was added since.
        public init(_ register: some RegisterView, settings: ZoneSettings) throws {
            let hosting = settings.with(addedSpace: register.gigabytesAdded).hosting
            self.init(
                total: hosting.capacityGB, taken: try register.gigabytesTaken(), warnPercent: hosting.warnPercent)
        }

        public var free: Int { max(0, total - taken) }

        /// How much is taken, in whole per cent, rounded down; more than 100 when names keep what is no longer there.
        public var percent: Int {
            guard total > 0 else { return taken > 0 ? 100 : 0 }
            return Int((Double(taken) / Double(total) * 100).rounded(.down))
        }

        public var isLow: Bool { reaches(warnPercent) }

        /// Whether at least so many per cent are taken.
        public func reaches(_ limit: Int) -> Bool { percent >= limit }
    }

    /// As the settings say.
    public var base: Int
    /// What `capacity add` put to it, in all.
    public var added: Int
    public var sums: Sums
    /// The greatest first.
    public var takers: [Taker]
    /// Deferred requests, in the order of their numbers.
    public var waiting: [Waiting]

    /// Most that an office can have.
    public static let maximum = 1_000_000_000

    /// Gigabytes as somebody wrote them into a file: from none to ``maximum``, so that sums of any number of them stay
    /// in range, and everybody who reads them reads the same.
    static func clamped(_ gigabytes: Int) -> Int { min(max(0, gigabytes), maximum) }

    static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? Int.max : sum
    }
}

extension Capacity.Sums {
    /// `CAPACITY_LOW`
    public var warning: Reason {
        Reason(
            "CAPACITY_LOW", "\(percent)%",
            Text(
                en: "of the shared hosting is taken: \(taken) of \(total) GB, \(free) GB free; add disks and record "
                    + "them with zonectl capacity add GB, or have content trimmed",
                id: "ruang penyimpanan terpakai: \(taken) dari \(total) GB, tersisa \(free) GB; tambah cakram lalu "
                    + "catat dengan zonectl capacity add GB, atau minta isi dikurangi"))
    }
}

extension Capacity {
    /// Reads who has what. Names and requests are gone through once.
    public init(_ register: RegisterSnapshot, settings: ZoneSettings) throws {
        base = settings.hosting.capacityGB
        added = register.gigabytesAdded
        sums = try Sums(register, settings: settings)
        takers = []
        waiting = []
        try register.forEachManagedName(statuses: [.active, .suspended]) { name in
            guard name.gigabytes > 0 else { return }
            takers.append(
                Taker(
                    name: name.name, opd: name.opd, request: name.request, gigabytes: name.gigabytes,
                    isReserved: false))
        }
        try register.forEachRequest { request, _ in
            if request.space > 0 {
                takers.append(
                    Taker(
                        name: request.name, opd: request.opd, request: request.id, gigabytes: request.space,
                        isReserved: request.provisioned == nil))
            }
            if request.state == .deferred {
                waiting.append(Waiting(request: request.id, opd: request.opd, gigabytes: request.gigabytes))
            }
        }
        takers.sort { ($1.gigabytes, $0.request) < ($0.gigabytes, $1.request) }
        waiting.sort { $0.request < $1.request }
    }

    /// The event of an addition. Refuses what nobody has.
    public static func addition(
        of gigabytes: Int, note: String?, to register: RegisterSnapshot, settings: ZoneSettings
    ) throws(Failure) -> EventDraft {
        let sum = Capacity.sum(register.gigabytesAdded, gigabytes)
        guard Capacity.sum(sum, settings.hosting.capacityGB) <= maximum else {
            throw .usage(
                Text(
                    en: "\(gigabytes) GB more would make more than \(maximum) GB",
                    id: "tambahan \(gigabytes) GB akan melebihi \(maximum) GB"))
        }
        var details: [String: JSONValue] = [
            "gigabytes": .integer(gigabytes), "addedGigabytes": .integer(sum),
        ]
        if let note { details["note"] = .string(note) }
        return EventDraft(.capacityAdded, details: details)
    }
}

extension ZoneSettings {
    /// With the space that was added since the settings were written.
    public func with(addedSpace gigabytes: Int) -> ZoneSettings {
        guard gigabytes > 0 else { return self }
        var result = self
        result.hosting.capacityGB = min(Capacity.sum(hosting.capacityGB, gigabytes), Capacity.maximum)
        return result
    }
}
