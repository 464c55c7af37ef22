import RFC1035

/// The office's status as static pages: where each request is, who has it and whether it is late; the names, the
/// space, and what is due for review.
///
/// Persons are on the pages only when that is asked for: else there are offices and roles.
///
/// A class: it is large, and asked for by each page.
public final class StatusSite {
    public struct Options: Sendable {
        public var language: Language
        /// Names, telephone numbers and mail addresses of persons, and notes, which may have them.
        public var withContacts: Bool

        public init(language: Language, withContacts: Bool) {
            self.language = language
            self.withContacts = withContacts
        }
    }

    /// Whom the pages of a folder are for.
    public enum Kind: String, Sendable {
        case everybody = "public"
        /// They name persons.
        case office = "contacts"
    }

    /// What the pages that are in a folder were made for; `nil` where there are none.
    public static func kind(of folder: Directory) throws(FileError) -> Kind? {
        guard try folder.holds(requestsFolder) else { return nil }
        let pages = try folder.subdirectory(requestsFolder, for: .reading)
        guard let octets = try pages.contents(of: StatusManifest.fileName, limit: StatusManifest.maximumBytes) else {
            return nil
        }
        return Kind(rawValue: String(decoding: octets.prefix { $0 != 0x20 }, as: UTF8.self))
    }

    private var kind: Kind { options.withContacts ? .office : .everybody }

    /// What was written, for people.
    public struct Written: Sendable {
        public var pages = 0
        /// Requests whose page was there and up to date.
        public var kept = 0
    }

    let register: RegisterSnapshot
    let zone: Name
    let settings: ZoneSettings
    let procedure: Procedure?
    let calendar: OfficeCalendar
    let now: Instant
    let options: Options
    /// Takes out of what applicants typed – an agency's name too – what reaches a person.
    let redaction: Redaction
    let times: TimeText
    let year: Int
    let frame: StatusFrame
    private let steps: [String: StepWords]

    /// What pages say of a step, made once.
    private final class StepWords {
        let activity: String
        /// The office's words for who takes it.
        let takers: String
        /// What the procedure allows for it.
        let standard: String

        init(_ step: Procedure.Step, _ procedure: Procedure, _ language: Language) {
            activity = step.activity
            takers = step.roles.map(procedure.title).joined(separator: ", ")
            standard = TimeText.standard(step.time)(language)
        }
    }

    public init(
        _ register: RegisterSnapshot, zone: Name, settings: ZoneSettings, procedure: Procedure?,
        calendar: OfficeCalendar, now: Instant, options: Options
    ) {
        self.register = register
        self.zone = zone
        self.settings = settings
        self.procedure = procedure
        self.calendar = calendar
        self.now = now
        self.options = options
        redaction = Redaction(zone: zone, withContacts: options.withContacts)
        let steps = procedure.map { procedure in
            procedure.steps.map { ($0.id, StepWords($0, procedure, options.language)) }
        }
        self.steps = Dictionary(steps ?? [], uniquingKeysWith: { first, _ in first })
        year = now.date(at: calendar.utcOffset).year
        times = TimeText(options.language, at: calendar.utcOffset)
        frame = StatusFrame(
            zone: zone.undotted, office: procedure.map { "\($0.office), \($0.government)" } ?? zone.undotted,
            year: year, moment: times.moment(now), language: options.language)
    }

    /// Only the text of the pages' language is made.
    func say(_ en: @autoclosure () -> String, _ id: @autoclosure () -> String) -> String {
        switch options.language {
        case .english: en()
        case .indonesian: id()
        }
    }

    /// Only the office's own: it names persons.
    var mode: UInt32 { options.withContacts ? 0o640 : 0o644 }

    static let requestsFolder = "requests"

    public func write(to folder: Directory) throws -> Written {
        // All that the register is asked for before anything is written: where it is damaged, the pages stay as they
        // are. Lines whose place is known are read later.
        let requests = try RequestList(register)
        let names = try NameList(register, [.active, .suspended, .retired])
        let space = try Capacity.Sums(register, settings: settings)
        var years = Set(requests.lazy.map(\.request.id.year))
        if years.isEmpty { years.insert(year) }

        let pages = try folder.makeSubdirectory(StatusSite.requestsFolder)
        var manifest = try StatusManifest(pages, of: fingerprint, mode: mode)
        // What is finished stays as it is; what is open has clocks that go on.
        let due = requests.filter { entry in
            guard entry.isFinal else { return true }
            return !manifest.holds(entry.request.id, entry.newest.sequence, StatusSite.file(of: entry.request.id))
        }
        // The pages about many first: they take longest.
        var jobs: [Job] = [
            { [self] _ in try put("index.html", queuePage(requests, names, space), folder) },
            { [self] _ in try put("names.html", namesPage(names), folder) },
        ]
        jobs += years.map { year in
            { [self] _ in try put(StatusSite.requestsFile(year), requestsPage(of: year, requests), folder) }
        }
        // Requests of the same days go to one reader: their lines stand together.
        let batch = 128
        jobs += stride(from: 0, to: due.count, by: batch).map { first in
            { [self] reader in
                for entry in due[first..<min(first + batch, due.count)] {
                    let page = try requestPage(entry.request, entry.newest, &reader)
                    try put(StatusSite.file(of: entry.request.id), page, pages)
                }
            }
        }
        try run(jobs)

        for entry in due where entry.isFinal { manifest.note(entry.request.id, entry.newest.sequence) }
        try manifest.write()
        return Written(pages: 2 + years.count + due.count, kept: requests.count - due.count)
    }

    private func put(_ name: String, _ page: [UInt8], _ folder: Directory) throws {
        try folder.replaceQuickly(name, with: page, mode: mode)
    }

    private typealias Job = (inout RequestTimelineReader) throws -> Void

    /// Does the work on all processors, each with a reader of its own; throws the first failure.
    private func run(_ jobs: [Job]) throws {
        var readers = try (0..<min(Parallel.processors, jobs.count)).map { _ in try RequestTimelineReader(register) }
        var results = [Result<Void, any Error>](repeating: .success(()), count: jobs.count)
        readers.withUnsafeMutableBufferPointer { readers in
            results.withUnsafeMutableBufferPointer { results in
                Parallel.deal(jobs.count) { job, worker in
                    results[job] = Result { try jobs[job](&readers[worker]) }
                }
            }
        }
        for result in results { try result.get() }
    }

    /// What the pages of finished requests depend on besides the requests.
    private var fingerprint: String {
        let parts = [
            "4", options.language.rawValue, "\(calendar)", zone.description,
            procedure.map {
                "\($0.office)\n\($0.government)\n\($0.steps)\($0.titles.sorted { $0.key.rawValue < $1.key.rawValue })"
            } ?? "",
        ]
        let digest = SHA256.digest(of: Array(parts.joined(separator: "\n").utf8)).description
        return "\(kind.rawValue) \(digest)"
    }

    static func requestsFile(_ year: Int) -> String { "requests-\(year).html" }
    static func file(of id: RequestID) -> String {
        String(decoding: id.description.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
            + ".html"
    }

    /// What step it is.
    func activity(_ id: String) -> String { steps[id]?.activity ?? "" }

    /// The office's words for who takes a step.
    func takers(_ id: String) -> String { steps[id]?.takers ?? "" }

    /// What is allowed for a step.
    func standard(_ clock: StepClock) -> String {
        steps[clock.step]?.standard ?? TimeText.standard(clock.standard)(options.language)
    }

    func mark(_ clock: StepClock) -> HTMLPage.Cell {
        let verdict = clock.verdict(at: now, calendar)
        let text = times.text(verdict)
        switch verdict {
        case .applicants, .waitsForSpace, .untimed: return .mark("waits", text)
        case .late: return .mark("late", text)
        case .running, .inTime: return .mark("good", text)
        }
    }
}

/// Which pages of finished requests are written already, so that a run touches only what changed.
struct StatusManifest {
    static let fileName = "pages.txt"
    static let maximumBytes = 1 << 28
    private let folder: Directory
    private let fingerprint: String
    private let mode: UInt32
    private var old: [RequestID: Int] = [:]
    private var new: [(RequestID, Int)] = []
    private let present: Set<String>

    /// Reads what was written before. Where that was something else the folder is at once said to be what it becomes:
    /// a run that is cut off leaves no page that the next one takes for its own.
    init(_ folder: Directory, of fingerprint: String, mode: UInt32) throws(FileError) {
        self.folder = folder
        self.fingerprint = fingerprint
        self.mode = mode
        present = Set(try folder.names())
        let octets = try folder.contents(of: Self.fileName, limit: Self.maximumBytes) ?? []
        var lines = octets.split(separator: 0x0A)[...]
        guard lines.popFirst().map({ $0.elementsEqual(fingerprint.utf8) }) == true else {
            try write()
            return
        }
        for line in lines {
            let words = line.split(separator: 0x20)
            guard words.count == 2, let id = RequestID(octets: words[0]),
                let sequence = Int(String(decoding: words[1], as: UTF8.self))
            else { continue }
            old[id] = sequence
        }
    }

    /// Whether the page is there and made from that event.
    mutating func holds(_ id: RequestID, _ sequence: Int, _ file: String) -> Bool {
        guard old[id] == sequence, present.contains(file) else { return false }
        new.append((id, sequence))
        return true
    }

    mutating func note(_ id: RequestID, _ sequence: Int) { new.append((id, sequence)) }

    func write() throws(FileError) {
        var text = fingerprint + "\n"
        for (id, sequence) in new { text += "\(id) \(sequence)\n" }
        try folder.replaceQuickly(Self.fileName, with: Array(text.utf8), mode: mode)
    }
}
