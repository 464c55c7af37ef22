import RFC1035
import ZoneCore

/// Events as `log` and `audit log` show them.
struct EventReport {
    let invocation: Invocation
    let zone: ZoneFolder
    /// Where the office's days begin and end.
    let offset: UTCOffset
    /// Whether what reaches persons is shown.
    let redaction: Redaction
    let withContacts: Bool
    private var count = 0

    init(_ invocation: Invocation, _ zone: ZoneFolder, offset: UTCOffset, withContacts: Bool) {
        self.invocation = invocation
        self.zone = zone
        self.offset = offset
        self.withContacts = withContacts
        redaction = Redaction(zone: zone.name, withContacts: withContacts)
    }

    static let formats: [OutputFormat] = [.text, .json, .csv]

    private static let csvHeading = [
        "seq", "time", "actor", "event", "name", "request", "opd", "letter", "target", "serial",
    ]

    func begin() {
        switch invocation.format {
        case .json: invocation.console.raw("[")
        case .csv: invocation.console.raw(CSV.line(EventReport.csvHeading))
        default: break
        }
    }

    /// `line` is the event as it stands in the register; `event` is `nil` where a newer version wrote it.
    mutating func add(_ event: Event?, _ line: UnsafeBufferPointer<UInt8>) {
        let console = invocation.console
        switch invocation.format {
        case .json:
            // One event a line, as in the register: its keys are as stable as the register.
            console.raw(count == 0 ? "\n" : ",\n")
            console.raw(withContacts ? EventReport.harmless(line) : redacted(line))
        case .csv: if let event { console.raw(CSV.line(cells(of: event))) }
        default:
            if let event {
                console.line(text(of: event), hanging: 18)
            } else {
                console.line(
                    Text(
                        en: "(an event of a newer version of zonectl)",
                        id: "(peristiwa dari versi zonectl yang lebih baru)"))
            }
        }
        count += 1
    }

    func end() {
        if invocation.format == .json { invocation.console.raw(count == 0 ? "]\n" : "\n]\n") }
        if invocation.format == .text, count == 0 {
            invocation.console.note(Text(en: "no events", id: "belum ada peristiwa"))
        }
    }

    /// The line without what reaches persons; only lines that may hold such a thing are written anew.
    private func redacted(_ line: UnsafeBufferPointer<UInt8>) -> String {
        guard Redaction.mayHold(line), let value = JSONValue(octets: Array(line)) else {
            return EventReport.harmless(line)
        }
        return redaction.json(value).canonical.withUnsafeBufferPointer { EventReport.harmless($0) }
    }

    /// A line of canonical JSON holds no control characters, but may hold some that steer a terminal; only
    /// strings can hold them, and there an escape says the same.
    private static func harmless(_ line: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: line, as: UTF8.self)
        guard text.unicodeScalars.contains(where: TerminalText.mustEscape) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if TerminalText.mustEscape(scalar) {
                JSONText.escape(scalar, into: &result)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func cells(of event: Event) -> [String] {
        [
            String(event.sequence), event.time, redaction.text(event.actor), event.kind.code,
            event.name?.name.description ?? "",
            (event.request?.id ?? event.name?.request)?.description ?? "",
            redaction.text(event.request?.opd ?? event.name?.opd ?? ""),
            event.request?.letter ?? event.name?.letter ?? "",
            event.name.map { NameReport.summary(of: $0.target) } ?? "",
            event.details["serial"]?.integer.map(String.init) ?? "",
        ]
    }

    /// `2026-11-20 10:00  2026/0001  added  dinkes  192.0.2.10  (Dinas Kesehatan, 440/1/2026; sysadmin:budi)`
    private func text(of event: Event) -> String {
        let time = Instant(rfc3339: event.time)?.minuteText(at: offset) ?? event.time
        let id = (event.request?.id ?? event.name?.request)?.description ?? ""
        var parts = [time, TerminalText.padded(id, to: 9), event.kind.text(invocation.language)]
        if let step = event.details["step"]?.string { parts.append(step) }
        if let state = event.request?.state { parts.append(state.text(invocation.language)) }
        if let name = event.name {
            parts.append(name.name.text(relativeTo: zone.name))
            if name.status == .active { parts.append(NameReport.summary(of: name.target)) }
        }
        if let rendered = RenderedEvent(event) {
            parts.append(
                Text(en: "serial \(rendered.serial)", id: "nomor seri \(rendered.serial)")(invocation.language))
        }
        parts += event.affairs(invocation.language).map(redaction.text)
        var who: [String] = []
        if let request = event.request { who = ["\(redaction.text(request.opd)), \(request.letter)"] }
        if let reason = event.overrideReason.map(redaction.text) {
            who.append(Text(en: "override: \(reason)", id: "pengecualian: \(reason)")(invocation.language))
        }
        who.append(redaction.text(event.actor))
        return parts.joined(separator: "  ") + "  (\(who.joined(separator: "; ")))"
    }
}

extension Event {
    /// Why a reserved or quarantined name was given out all the same.
    var overrideReason: String? { details["override"]?.string }

    /// What it says of letters, accounts, space and reviews.
    fileprivate func affairs(_ language: Language) -> [String] {
        switch kind {
        case .lettered: return RequestRecord.LetterEntry(self).map { [$0.shown(language)] } ?? []
        case .accountIssued, .accountReset, .accountHandedOver:
            return ["user", "sheet", "voided", "receiver"].compactMap { details[$0]?.string }
        case .capacityAdded:
            return [details["gigabytes"]?.integer.map { "+\($0) GB" }, details["note"]?.string].compactMap { $0 }
        case .capacityReleased:
            return [
                details["gigabytes"]?.integer.map { "-\($0) GB" }, details["letter"]?.string, details["note"]?.string,
            ].compactMap { $0 }
        case .renewed:
            let until = name?.validUntil.map { Text(en: "until \($0)", id: "sampai \($0)")(language) }
            return [until, details["note"]?.string].compactMap { $0 }
        case .suspended, .resumed, .retired:
            let reason = details["reason"]?.string.map { SuspensionReason($0).text(language) }
            return [reason, details["evidence"]?.string, details["note"]?.string].compactMap { $0 }
        default: return []
        }
    }
}

extension RequestRecord.LetterEntry {
    /// Which document it is, with its number: `surat penolakan 555/4/Diskominfo/2026`.
    func shown(_ language: Language) -> String { [title(language), number].compactMap { $0 }.joined(separator: " ") }
}
