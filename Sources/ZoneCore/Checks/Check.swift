import RFC1035

/// One rule about zones: declared once, read by the runner, by `explain` and by the documentation.
public struct Check: Sendable {
    /// Stable, `UPPER_SNAKE`.
    public let code: String
    public let severity: Finding.Severity
    /// Whether a server refuses a zone that breaks it: the `load` profile, which rendering goes by.
    public var stopsLoading: Bool { refusal != .nobody }
    let refusal: Refusal
    public let reference: String
    /// One line.
    public let summary: Text
    /// Why it matters, and what to do; a few sentences.
    public let explanation: Text
    /// Records that break the rule, and the same as they should be; see ``ZoneExample``.
    public var bad: String { badRecords() }
    public var good: String { goodRecords() }
    /// Whether the rule is a matter of opinion: only the `strict` profile has it.
    public let isOpinion: Bool
    /// Whether it goes by something not being there: where a record could not be read, it says nothing, because that
    /// record may be what is missing.
    let isOfAbsence: Bool
    let scope: Scope
    // Made when asked for: a run asks for none, and some are whole signed zones.
    private let badRecords: @Sendable () -> String
    private let goodRecords: @Sendable () -> String

    /// What the rule looks at, and how.
    enum Scope: Sendable {
        /// The zone as a whole, once.
        case zone(@Sendable (inout CheckRun) -> Void)
        /// Each authoritative name that has any of these types and, where that is said, of which a glance shows this.
        case name([RecordType], showing: NameMarks = [], @Sendable (inout CheckRun, _ name: Int) -> Void)
        /// Each name with more than `count` records, of any of these types or, where none are given, of any; wherever
        /// it stands.
        case set([RecordType] = [], over: Int = 1, @Sendable (inout CheckRun, _ name: Int) -> Void)
        /// Each delegation and each name below one or below a DNAME, with any of these types or, where none are given,
        /// of any.
        case cut([RecordType] = [], @Sendable (inout CheckRun, _ name: Int) -> Void)
        /// Each authoritative name and each delegation of which a glance shows this.
        case marked(NameMarks, @Sendable (inout CheckRun, _ name: Int) -> Void)
        /// Each authoritative record, and each delegation's, of one of these types, and, where that is said, of which
        /// a glance shows some of this; where servers look at what they never answer with too, those below
        /// delegations as well.
        case record(
            [RecordType], showing: RecordMarks = [], belowCuts: Bool = false,
            @Sendable (inout CheckRun, _ name: Int, _ row: Int) -> Void)
        /// Each such record whose target leads to one of these; the text is told the target.
        case target(of: RecordType, leadsTo: RecordMarks, @Sendable (_ target: String) -> Text)
        /// Each authoritative TXT record that has this fault; what is said about it comes with the fault.
        case text(TextProblem.Kind)
        /// Several zones together, once.
        case zones(@Sendable (CrossZoneRun) -> Void)
        /// Nothing in a run over a zone: what finds it is the reader of master files, or what is done around the run.
        case elsewhere
    }

    /// Who refuses a zone that breaks the rule, of BIND, Knot and NSD.
    enum Refusal: Sendable {
        case nobody
        /// One of them, or `named` alone, when it loads the zone.
        case oneServer
        /// Two at least: what breaks the rule is no zone; see FORMAT.md.
        case mostServers
        /// Two at least where it stands at the apex, one elsewhere.
        case mostServersAtApex
    }

    init(
        _ code: String, _ severity: Finding.Severity, refusedBy refusal: Refusal = .nobody, opinion: Bool = false,
        ofAbsence: Bool = false,
        _ reference: String, _ summary: Text, explanation: Text = Text(en: "", id: ""),
        bad: @autoclosure @escaping @Sendable () -> String = "",
        good: @autoclosure @escaping @Sendable () -> String = "", _ scope: Scope
    ) {
        self.code = code
        self.severity = severity
        self.refusal = refusal
        self.reference = reference
        self.summary = summary
        self.explanation = explanation
        badRecords = bad
        goodRecords = good
        isOpinion = opinion
        isOfAbsence = ofAbsence
        self.scope = scope
    }

    /// Every check, in the order in which they run.
    public static let all: [Check] = [
        // The zone and its names.
        apexChecks, soaChecks, soaNameChecks, nameServerChecks, serverNetworkChecks, nameChecks, labelChecks,
        wildcardChecks, recordSetChecks, recordLimitChecks, ttlChecks, targetShapeChecks, targetNameChecks,
        missingDotChecks, aliasChecks, aliasChainChecks, redirectionChecks, delegationChecks, glueChecks,
        glueNameChecks, targetChecks, pointerChecks,
        // Mail.
        mailExchangeChecks, spfChecks, dmarcChecks, dkimChecks, mailTransportChecks, textChecks,
        // Addresses and services.
        addressChecks, sharedAddressChecks, reverseChecks, identifierChecks, serviceOwnerChecks, certificateChecks,
        rewriteChecks, certificationAuthorityChecks, serviceBindingChecks,
        // Signed zones.
        signedChecks,
    ].flatMap { $0 }

    /// The checks that look at several zones together; no run over one zone has them.
    static let acrossZones: [Check] =
        childZoneChecks + childKeyChecks + crossTargetChecks + crossPolicyChecks + reverseZoneChecks

    /// What is found beside the runs over zones: between zones, and in a registry.
    public static let beyondOneZone: [Check] = acrossZones + registryChecks
}
