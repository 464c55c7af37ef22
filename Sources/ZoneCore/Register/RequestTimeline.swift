import RFC1035

/// What happened to a request, as its page and its row in a list say it. Of the lines about it nothing else is made
/// into values: a year may have hundreds of thousands of them.
struct RequestTimeline {
    struct Entry {
        var time: Instant
        /// `role` or `role:name`, as claimed.
        var actor: String
        var kind: EventKind
        /// Of a step: `PBG-06`.
        var step: String?
        var decision: Bool?
        /// A code: `DUPLICATE`.
        var reason: String?
        var note: String?
        /// The document that was written, when it was that.
        var letter: RequestRecord.LetterEntry?
    }

    /// The oldest first.
    var entries: [Entry] = []
    /// The newest that was handed in, with the papers that came in since; `nil` when none was.
    var form: RequestForm?
}

/// Reads timelines from a register. No two threads share one.
struct RequestTimelineReader {
    private var lines: LineCache
    private let register: RegisterSnapshot

    init(_ register: RegisterSnapshot) throws(FileError) {
        self.register = register
        lines = try LineCache(file: register.file)
    }

    /// The timeline of a request whose newest line starts at `offset`: follows the links that each line has to the one
    /// before it, each line checked to be about this request.
    mutating func timeline(of id: RequestID, from offset: Int) throws -> RequestTimeline {
        var timeline = RequestTimeline()
        var papers: [RequestForm.Attachment] = []
        var place: Int? = offset
        let id = id.description
        while let at = place {
            let found = try lines.withLine(at: at) { octets in
                guard let line = RequestLine(octets), let entry = line.timelineEntry,
                    line.isAbout(id)
                else { throw register.changed() }
                timeline.entries.append(entry)
                if timeline.form == nil {
                    // Backwards: what came in before the newest form is not among its papers.
                    papers.insert(contentsOf: line.papers, at: 0)
                    timeline.form = line.form
                }
                place = line.before
            }
            guard found, place ?? -1 < at else { throw register.changed() }
        }
        timeline.entries.reverse()
        timeline.form?.attachments += papers
        return timeline
    }
}
