import RFC1035

/// A procedure (SOP) of an office as data: what a request must have, and whose hands it passes until it is archived.
/// Read from a file by ``read(_:)``, which refuses everything that could not be followed.
public struct Procedure: Hashable, Sendable {
    /// Short and upper case, the head of its steps' ids: `PBG`.
    public var id: String
    /// The name of its file without `.json`: `purbalingga`.
    public var name: String
    public var title: String
    public var government: String
    public var office: String
    /// Part of the office that carries it out, where the document says.
    public var unit: String?
    /// The zone it is about.
    public var zone: Name
    /// Spellings of the zone that stand in papers and are not in use.
    public var zoneTypos: [Name]
    /// `WIB`, `WITA` or `WIT`, as the document has it. Letters say what `utcOffset` of the zone's settings is called.
    public var timeZone: String
    public var utcOffset: UTCOffset
    public var hours: OfficeHours
    /// What the office calls each role, the roles of its steps at least.
    public var titles: [Role: String]
    public var legalBases: [LegalBasis]
    public var related: [String]
    /// Who answers for the procedure as a whole, where that is not the head of the office.
    public var accountable: String?
    /// Whom the letter must be addressed to.
    public var addressee: String
    public var qualifications: [String]
    public var equipment: [String]
    public var warnings: [String]
    /// What must be kept.
    public var records: [String]
    /// What the document leaves open and how it is read here.
    public var notes: [String]
    public var channels: [RequestChannel]
    public var kinds: [RequestKind]
    /// Fields that are not listed are not part of the form.
    public var fields: [FormField: FieldRule]
    public var attachments: [AttachmentRule]
    public var limits: Limits
    /// In the order of the document; the first opens a request.
    public var steps: [Step]

    public struct LegalBasis: Hashable, Sendable {
        /// `Perpres 95/2018`
        public var short: String
        public var about: String
    }

    public struct FieldRule: Hashable, Sendable {
        public var isRequired: Bool
        /// The step that wants it; `nil`: the form must have it when it comes in.
        public var from: String?
        /// Required only for these; empty: always.
        public var hosting: Set<HostingChoice>
        /// Required only for these; empty: always.
        public var kinds: Set<RequestKind>
        /// Of the target: what it may be; empty: anything.
        public var accepts: Set<TargetForm>
    }

    public struct AttachmentRule: Hashable, Sendable {
        /// `suratKuasa`: the word it is attached by.
        public var kind: String
        public var title: String
        public var isRequired: Bool
        /// The step that wants it; `nil`: with the form.
        public var from: String?
        /// Signatures it must bear.
        public var signedBy: [Role]
        /// The code that its lack is reported with.
        public var code: String
        /// Required only for these; empty: always.
        public var kinds: Set<RequestKind>
    }

    public struct Limits: Hashable, Sendable {
        /// Requests that fit on a day of the schedule; beyond it there is a warning.
        public var scheduledPerDay: Int?
        /// Whether one letter is one agency's request.
        public var oneAgencyPerLetter = false

        public init() {}
    }

    /// A row of the document.
    public struct Step: Hashable, Sendable {
        /// `PBG-06`, `TLG-04b`.
        public var id: String
        /// What is done, in Indonesian.
        public var activity: String
        /// Who may take it; not empty.
        public var roles: [Role]
        /// What happens, in order; not empty.
        public var effects: [StepEffect]
        public var inputs: [String]
        public var outputs: [String]
        /// `nil` where the document gives none.
        public var time: TimeStandard?
        /// What the step writes.
        public var documents: [LetterKind]
        /// What must have been written before the step is done.
        public var needs: [LetterKind]
        /// What should have been written before it; the step is taken without, with a warning.
        public var expects: [LetterKind]
        /// Where it leads when there is no decision; several steps are open at once.
        public var next: Destination
        public var decision: Decision?
        /// All of these must have been taken before it; empty: any step that leads here is enough.
        public var after: [String]
        /// Taken only when something was sent back.
        public var isLoop: Bool
        /// The applicant's time, not the office's.
        public var isApplicants: Bool

        public func has(_ effect: StepEffect) -> Bool { effects.contains(effect) }

        /// Whether it decides on the request itself, not on a draft of a letter or on what was made.
        public var decidesRequest: Bool {
            switch decision?.kind {
            case .approval, .completeness, .capacity: true
            case .faults, .draft, nil: false
            }
        }
    }

    public enum Destination: Hashable, Sendable {
        /// One step, or several that are open at once; not empty.
        case steps([String])
        /// Back to the applicant; what is handed in again comes to the same step.
        case applicant
        case end

        public var steps: [String] {
            if case .steps(let list) = self { return list }
            return []
        }
    }

    public struct Decision: Hashable, Sendable {
        /// What is decided upon.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The request is approved or refused.
            case approval
            /// It is complete or goes back.
            case completeness
            /// There is space or there is none.
            case capacity
            /// What was made works or has faults.
            case faults
            /// The draft is good or goes back.
            case draft
        }

        public var kind: Kind
        /// The question, in Indonesian.
        public var question: String
        public var yes: Destination
        public var no: Destination
        /// Where a credential reset leads to; `nil`: there is none.
        public var reset: Destination?
    }

    /// How long a step takes: done before `max`, and hardly before `min`.
    public struct TimeStandard: Hashable, Sendable {
        public var min: Int
        public var max: Int
        public var unit: WorkingTime.Unit

        public init(min: Int, max: Int, unit: WorkingTime.Unit) {
            self.min = min
            self.max = max
            self.unit = unit
        }
    }

    /// Whether it decides on requests at all: then what nobody has decided is not granted.
    public var decides: Bool { steps.contains(where: \.decidesRequest) }

    /// The step that a request begins at.
    public var first: Step? { steps.first }

    /// A step by its id, however it is typed: `PBG-06`, `pbg-06`, `06` or `6`.
    public func step(_ text: String) -> Step? {
        let wanted = text.lowercased()
        if let step = steps.first(where: { $0.id.lowercased() == wanted }) { return step }
        func bare(_ id: String) -> String {
            let tail = id.lowercased().split(separator: "-").last.map(String.init) ?? id
            return String(tail.drop { $0 == "0" })
        }
        guard !wanted.utf8.contains(UInt8(ascii: "-")) else { return nil }
        return steps.first { bare($0.id) == bare(wanted) }
    }

    /// The office's word for a role.
    public func title(of role: Role) -> String { titles[role] ?? role.text.id }

    /// The steps that may come directly after a step, in the order of the document.
    public func successors(of step: Step) -> [Step] {
        var ids = Set(step.next.steps)
        if let decision = step.decision {
            ids = Set(decision.yes.steps + decision.no.steps + (decision.reset?.steps ?? []))
        }
        return steps.filter { ids.contains($0.id) }
    }
}
