#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One reading of a master file with all that it includes: the options, the store and the findings.
final class MasterSession {
    /// A file being read.
    struct File {
        /// As the user named it; what findings print.
        var name: String
        /// Its number in the store.
        var number: Int
        /// Device and inode, to see a file that includes itself; `nil` for what is no file.
        var identity: Identity? = nil
    }

    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    let options: MasterOptions
    let store: RecordStore
    var report = MasterReport()
    /// Files being read, outermost first.
    var open: [Identity] = []
    /// How many of them are included by the one before.
    var includeDepth = 0
    private(set) lazy var includeRoot = options.includeRoot.map(IncludeRoot.init)
    /// Records that `$GENERATE` has been asked for, and the octets of text made for them.
    var generated = 0
    var generatedOctets = 0
    /// Warnings so far, by what they warn of; many of one kind must not hide another.
    private var warnings: [FaultReason: Int] = [:]
    private var messageOctets = 0
    /// The newest findings, shown or not.
    private var recent: [MasterFinding] = []

    /// Warnings that one record can have: LOC about two angles and three precisions, and one about the TTL.
    private static let warningsOfARecord = 6

    /// All messages of one run together.
    static let maximumMessageOctets = 1 << 20

    init(options: MasterOptions, store: RecordStore) {
        self.options = options
        self.store = store
    }

    var isFinished: Bool { report.stop != nil }

    func add(_ finding: MasterFinding) {
        guard report.stop == nil else { return }
        // A record that the window's end cut off is read twice, and each of its fields warns twice.
        guard !recent.contains(where: { $0.isLike(finding) }) else { return }
        if recent.count == Self.warningsOfARecord { recent.removeFirst() }
        recent.append(finding)
        if finding.severity == .warning {
            warnings[finding.reason, default: 0] += 1
            if warnings[finding.reason, default: 0] > options.maximumWarnings { return }
        }
        report.findings.append(finding)
        // Warnings are few of a kind, and stop nothing.
        guard finding.severity == .error else { return }
        report.errorCount += 1
        messageOctets += finding.message.utf8.count + finding.excerpt.count
        if finding.reason == .zoneTooLarge {
            report.stop = .memory
        } else if report.errorCount >= options.maximumErrors {
            report.stop = .errors
        } else if messageOctets > Self.maximumMessageOctets {
            report.stop = .messages
        }
    }

    func add(_ annotation: MasterAnnotation) {
        if report.annotations.count < MasterAnnotation.maximumCount { report.annotations.append(annotation) }
    }

    /// Says how many warnings were left out.
    func finish(_ file: File) {
        let left = warnings.values.reduce(0) { $0 + max(0, $1 - options.maximumWarnings) }
        guard left > 0 else { return }
        add(MasterFinding(.moreWarnings, number: UInt64(left), file: file.name, line: 0, column: 0))
    }

    func readFailed(_ error: Int32, file: File, line: Int) {
        add(MasterFinding(.readFailed, number: UInt64(clamping: error), file: file.name, line: line, column: 1))
    }
}

/// Reads master files (RFC 1035 §5).
public enum MasterFile {
    /// Included files being read at the same time, each included by the one before it.
    public static let maximumIncludeDepth = 40
    /// Files included in one reading: without a limit a few that include each other's copies never end.
    public static let maximumIncludes = 1000

    /// Reads from an open descriptor up to its end; the descriptor stays open.
    ///
    /// - Parameter name: what findings call the file.
    public static func read(
        descriptor: Int32, name: String, into store: RecordStore, options: MasterOptions
    ) -> MasterReport {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            return read(.descriptor(descriptor), name: name, identity: nil, into: store, options: options)
        }
        let identity = MasterSession.Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        guard status.st_size <= InputWindow.maximumTotal || status.st_mode & S_IFMT != S_IFREG else {
            let session = MasterSession(options: options, store: store)
            session.readFailed(EFBIG, file: MasterSession.File(name: name, number: store.beginFile(name)), line: 1)
            return session.report
        }
        let isFile = status.st_mode & S_IFMT == S_IFREG && lseek(descriptor, 0, SEEK_CUR) == 0
        let plan =
            isFile ? ParallelReading(descriptor: descriptor, size: Int(status.st_size), options: options) : nil
        return read(
            isFile ? .range(descriptor, from: 0, to: .max) : .descriptor(descriptor), name: name, identity: identity,
            into: store, options: options, plan: plan)
    }

    /// Reads octets in memory, e.g. records that the register holds.
    public static func read(
        _ octets: UnsafeRawBufferPointer, name: String, into store: RecordStore, options: MasterOptions
    ) -> MasterReport {
        read(.memory(octets), name: name, identity: nil, into: store, options: options)
    }

    private static func read(
        _ source: InputWindow.Source, name: String, identity: MasterSession.Identity?, into store: RecordStore,
        options: MasterOptions, plan: ParallelReading? = nil
    ) -> MasterReport {
        store.recordClass = options.recordClass
        func session() -> (MasterSession, MasterSession.File) {
            let session = MasterSession(options: options, store: store)
            if let identity { session.open.append(identity) }
            return (session, MasterSession.File(name: name, number: store.beginFile(name), identity: identity))
        }
        if let plan, store.canLend {
            let (session, file) = session()
            if plan.read(session, file) {
                session.finish(file)
                return session.report
            }
            store.removeAll()
        }
        let (session, file) = session()
        var parser = MasterParser(session: session, source: source, file: file, origin: options.origin)
        parser.state = MasterState(options)
        parser.run()
        session.finish(file)
        return session.report
    }
}
