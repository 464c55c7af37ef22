import RFC1035
import ZoneCore

/// Where commands about requests meet the register: the zone, its procedure, its rules and its clock.
struct RequestCounter {
    let invocation: Invocation
    let zone: ZoneFolder
    let settings: ZoneSettings
    let procedure: Procedure
    let now: Instant

    init(_ invocation: Invocation, for purpose: Directory.Purpose) throws {
        self.invocation = invocation
        zone = try invocation.zoneFolder(for: purpose)
        settings = try zone.settings()
        procedure = try zone.procedure()
        now = try invocation.now()
    }

    /// Whoever brings papers in claims a role that there is. Looked at before anybody is asked for a form.
    func checkRole() throws { try procedure.checkRole(claimed: invocation.actor) }

    /// Runs `body` under the exclusive lock. What it decides is recorded; on disk when this returns.
    /// - Parameter lines: how many requests are decided on; who looks for similar names in thousands of them?
    func transact(lines: Int = 1, _ body: (RequestDesk, RegisterTransaction) throws -> [RequestDesk.Outcome]) throws
        -> [RequestDesk.Outcome]
    {
        let calendar = try self.calendar()
        let outcomes = try invocation.decide(
            zone, settings, now, search: SimilarSearch(forLines: lines)
        ) { decision, register in
            let desk = RequestDesk(
                procedure: procedure, decision: decision, register: register, calendar: calendar,
                actor: invocation.actor, now: now)
            return try body(desk, register)
        }
        let written = outcomes.filter { !$0.drafts.isEmpty }
        if let only = written.first, written.count == 1 {
            let id = only.summary.id
            invocation.console.done = Text(
                en: "request \(id) is recorded all the same; see zonectl request show \(id)",
                id: "permohonan \(id) sudah dicatat; lihat zonectl request show \(id)")
        } else if !written.isEmpty {
            invocation.console.done = Text(
                en: "\(written.count) requests are recorded all the same; see zonectl request list",
                id: "\(written.count) permohonan sudah dicatat; lihat zonectl request list")
        }
        return outcomes
    }

    /// One act on one request, and what belongs to it once it is decided.
    func act(
        on text: String, _ body: (RequestDesk, RequestRecord) throws -> RequestDesk.Outcome,
        afterwards: (RequestID, RegisterTransaction) throws -> Void = { _, _ in }
    ) throws -> RequestDesk.Outcome {
        let id = try RequestCounter.id(text)
        let outcomes = try transact { desk, register in
            let record = try self.record(of: id, register)
            let outcome = try body(desk, record)
            for draft in outcome.drafts { try register.record(draft) }
            if !outcome.drafts.isEmpty { try afterwards(id, register) }
            return [outcome]
        }
        guard let outcome = outcomes.first else { throw Failure.notTakenIn(id) }
        return outcome
    }

    func calendar() throws -> OfficeCalendar {
        try invocation.calendar(of: zone, settings, procedure)
    }

    /// A request of the procedure. One that is not there yet is a matter of order: it has to be taken in first.
    func record(of id: RequestID, _ register: RegisterSnapshot) throws -> RequestRecord {
        if let record = try register.record(of: id, procedure: procedure) {
            if let own = record.summary.procedure, own != procedure.id {
                let file = zone.directory.shown(Procedure.fileName)
                throw Failure.state([
                    Reason(
                        "OTHER_PROCEDURE", id.description,
                        Text(
                            en: "was taken in under \(own), and \(file) is \(procedure.id) now; put that one back to "
                                + "finish it",
                            id: "dicatat menurut \(own), sedangkan \(file) kini \(procedure.id); kembalikan berkas "
                                + "itu untuk menyelesaikannya"))
                ])
            }
            return record
        }
        guard try register.request(id) == nil else {
            throw Failure.state([
                Reason(
                    "NO_PROCEDURE", id.description,
                    Text(
                        en: "was carried out in one step and follows no procedure; see zonectl show \(id)",
                        id: "dikerjakan dalam satu langkah tanpa prosedur; lihat zonectl show \(id)"))
            ])
        }
        throw Failure.notTakenIn(id)
    }

    static func id(_ text: String) throws(Failure) -> RequestID {
        if let id = RequestID(text) { return id }
        throw .usage(
            Text(
                en: "\"\(text)\" is not a request's number such as 2026/0001",
                id: "\"\(text)\" bukan nomor permohonan seperti 2026/0001"))
    }
}
