import ZoneCore

/// Parts of procedures in words.
enum ProcedureText {
    static func destination(_ destination: Procedure.Destination) -> Text {
        switch destination {
        case .steps(let ids): Text(verbatim: ids.joined(separator: " + "))
        case .applicant: Text(en: "back to the applicant", id: "kembali ke pemohon")
        case .end: Text(en: "end", id: "selesai")
        }
    }

    /// Where a step leads: `PBG-07`, `ya: PBG-07; tidak: PBG-08`.
    static func ways(_ step: Procedure.Step) -> Text {
        guard let decision = step.decision else { return destination(step.next) }
        let (yes, no) = (destination(decision.yes), destination(decision.no))
        let reset = decision.reset.map(destination)
        return Text(
            en: "yes: \(yes.en); no: \(no.en)" + (reset.map { "; reset: \($0.en)" } ?? ""),
            id: "ya: \(yes.id); tidak: \(no.id)" + (reset.map { "; atur ulang: \($0.id)" } ?? ""))
    }

    /// The office's words for who may take a step.
    static func roles(_ step: Procedure.Step, _ procedure: Procedure) -> String {
        step.roles.map(procedure.title).joined(separator: ", ")
    }

    /// `Senin–Kamis 07.30–16.00, Jumat 07.30–16.30`
    static func hours(_ hours: OfficeHours, _ language: Language) -> String {
        let days = OfficeHours.Weekday.allCases
        var groups: [(first: OfficeHours.Weekday, last: OfficeHours.Weekday, stretches: [OfficeHours.Stretch])] = []
        for day in days {
            let stretches = hours.stretches(on: day)
            if let last = groups.last, last.stretches == stretches {
                groups[groups.count - 1].last = day
            } else {
                groups.append((day, day, stretches))
            }
        }
        let mark = language == .indonesian ? "." : ":"
        func clock(_ minute: Int) -> String {
            let (hour, rest) = (minute / 60, minute % 60)
            return (hour < 10 ? "0" : "") + "\(hour)\(mark)" + (rest < 10 ? "0" : "") + "\(rest)"
        }
        return groups.filter { !$0.stretches.isEmpty }.map { group in
            let names = [group.first, group.last].map { name($0)(language) }
            let span = group.first == group.last ? names[0] : "\(names[0])–\(names[1])"
            return span + " " + group.stretches.map { "\(clock($0.open))–\(clock($0.close))" }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private static func name(_ day: OfficeHours.Weekday) -> Text {
        switch day {
        case .monday: Text(en: "Monday", id: "Senin")
        case .tuesday: Text(en: "Tuesday", id: "Selasa")
        case .wednesday: Text(en: "Wednesday", id: "Rabu")
        case .thursday: Text(en: "Thursday", id: "Kamis")
        case .friday: Text(en: "Friday", id: "Jumat")
        case .saturday: Text(en: "Saturday", id: "Sabtu")
        case .sunday: Text(en: "Sunday", id: "Minggu")
        }
    }
}
