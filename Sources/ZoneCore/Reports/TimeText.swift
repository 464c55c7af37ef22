/// Moments and lengths of time in one of the two languages, at the office's distance from UTC.
public struct TimeText: Sendable {
    public let language: Language
    public let offset: UTCOffset

    public init(_ language: Language, at offset: UTCOffset) {
        self.language = language
        self.offset = offset
    }

    /// For tables: `2026-11-20 08:00`; empty for none.
    public func short(_ instant: Instant?) -> String { instant?.minuteText(at: offset) ?? "" }

    /// `20 November 2026 pukul 08.00 WITA`; in English `2026-11-20 08:00 WITA`.
    public func moment(_ instant: Instant) -> String {
        Digits.text { append(instant, to: &$0) }
    }

    /// As ``moment(_:)``, in UTF-8.
    public func append(_ instant: Instant, to octets: inout [UInt8]) {
        switch language {
        case .indonesian: IndonesianText.append(instant, at: offset, to: &octets)
        case .english:
            instant.appendMinute(at: offset, to: &octets)
            octets.append(0x20)
            octets += IndonesianText.zoneName(offset).utf8
        }
    }

    /// `4 jam 15 menit`, `2 hari kerja`; `4 h 15 min`, `2 working days`.
    public func duration(_ time: WorkingTime) -> String {
        if let minutes = time.minutes { return duration(minutes: minutes) }
        if language == .indonesian { return IndonesianText.duration(time) }
        return time.count == 1 ? "1 working day" : "\(time.count) working days"
    }

    /// Minutes of office hours, in hours and minutes.
    public func duration(minutes: Int) -> String {
        if language == .indonesian { return IndonesianText.duration(minutes: minutes) }
        guard minutes >= 60 else { return "\(minutes) min" }
        return "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
    }

    /// How it stands with a step: `sisa 2 jam`, `terlambat 15 menit`.
    public func text(_ verdict: StepClock.Verdict) -> String {
        func say(_ en: String, _ id: String) -> String { Text(en: en, id: id)(language) }
        switch verdict {
        case .applicants: return say("with the applicant", "menunggu pemohon")
        case .waitsForSpace: return say("waits for space", "menunggu ruang penyimpanan")
        case .untimed: return TimeText.standard(nil)(language)
        case .late(let minutes):
            let by = duration(minutes: minutes)
            return say("late by \(by)", "terlambat \(by)")
        case .running(let minutes):
            let left = duration(minutes: minutes)
            return say("\(left) left", "sisa \(left)")
        case .inTime: return say("in time", "tepat waktu")
        }
    }

    /// What a procedure allows: `30 menit`, `1–3 jam`, `7 hari`.
    public static func standard(_ time: Procedure.TimeStandard?) -> Text {
        guard let time else { return Text(en: "no time standard", id: "tanpa baku waktu") }
        let amount = time.min == time.max ? "\(time.max)" : "\(time.min)–\(time.max)"
        switch time.unit {
        case .minute: return Text(en: "\(amount) min", id: "\(amount) menit")
        case .hour: return Text(en: "\(amount) h", id: "\(amount) jam")
        case .workingDay: return Text(en: time.max == 1 ? "1 day" : "\(amount) days", id: "\(amount) hari")
        }
    }
}
