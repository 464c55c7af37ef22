import RFC1035

/// The append-only register of one zone: opened under its lock, verified, and only then read or added to.
public enum Register {
    public static let fileName = "register.jsonl"
    public static let headFile = "HEAD"

    /// How a register is opened.
    public struct Options: Sendable {
        public var patience: LockPatience
        /// How many lines may stand after the index before it is brought up to date.
        public var tailLimit: Int

        public init(patience: LockPatience = LockPatience(), tailLimit: Int = 1024) {
            self.patience = patience
            self.tailLimit = tailLimit
        }
    }

    /// Whether there is one. One that is only a link or a folder counts, and is refused when it is opened.
    public static func exists(in directory: Directory) throws -> Bool {
        try failing { try directory.holds(fileName) }
    }

    /// Runs `body` on the state under the shared lock. Needs no permission to write.
    public static func read<R>(
        in directory: Directory, options: Options = Options(), _ body: (RegisterSnapshot) throws -> R
    ) throws -> R {
        try failing {
            let file = try open(directory, .reading, exclusive: false, options)
            return try body(RegisterSnapshot(directory, file: file, acknowledged: head(of: directory, file)))
        }
    }

    /// Runs `body` under the exclusive lock; what it records is on disk, and acknowledged, when this returns.
    /// When `body` throws or records nothing, nothing is written.
    ///
    /// - Parameter creates: begin a register where there is none, as `init` and `import` do. When nothing is
    ///   written there is none afterwards either.
    public static func transact<R>(
        in directory: Directory, zone: Name, time: Instant, actor: String, creates: Bool = false,
        options: Options = Options(), _ body: (RegisterTransaction) throws -> R
    ) throws -> R {
        try failing {
            let access: Directory.Access = creates ? .creating(mode: Directory.Mode.register) : .appending
            let file = try open(directory, access, exclusive: true, options)
            defer { if creates { removeIfEmpty(file, in: directory) } }
            let transaction = try RegisterTransaction(
                directory, file: file, acknowledged: head(of: directory, file), zone: zone, time: time, actor: actor)
            let result = try body(transaction)
            try transaction.commit()
            transaction.extendIndex(when: options.tailLimit)
            directory.sweepTemporaries()
            return result
        }
    }

    /// What a full reading of the chain found.
    public struct Verification: Sendable {
        /// Where the register ends; `nil` when it is damaged.
        public var head: RegisterHead?
        public var notices: [RegisterNotice]
        public var damage: RegisterDamage?
    }

    /// Reads every line from the first on. Damage is the answer here, not an error.
    public static func verify(in directory: Directory, options: Options = Options()) throws -> Verification {
        try failing {
            let file = try open(directory, .reading, exclusive: false, options)
            do {
                let snapshot = try RegisterSnapshot(
                    directory, file: file, acknowledged: head(of: directory, file), usesIndex: false)
                return Verification(head: snapshot.head, notices: snapshot.notices, damage: nil)
            } catch let damage as RegisterDamage {
                return Verification(head: nil, notices: [], damage: damage)
            }
        }
    }

    /// Opens and locks; once more when the file was replaced while the lock was waited for.
    private static func open(
        _ directory: Directory, _ access: Directory.Access, exclusive: Bool, _ options: Options
    ) throws -> File {
        while true {
            let file = try directory.file(fileName, access)
            try file.lock(exclusive: exclusive, patience: options.patience)
            let opened = try file.status()
            if let named = try directory.status(of: fileName), named.st_ino == opened.st_ino,
                named.st_dev == opened.st_dev
            {
                return file
            }
        }
    }

    /// Takes away a register that was made for nothing, still under its lock: whoever waits for that finds the
    /// file replaced and opens anew.
    private static func removeIfEmpty(_ file: File, in directory: Directory) {
        guard (try? file.size()) == 0, (try? directory.holds(headFile)) == false else { return }
        try? directory.remove(fileName)
    }

    private static func head(of directory: Directory, _ file: File) throws -> RegisterHead? {
        guard let octets = try directory.contents(of: headFile, limit: 4096) else { return nil }
        guard let head = RegisterHead(octets: octets) else {
            throw RegisterDamage(.headUnreadable, line: 0, path: file.path)
        }
        return head
    }

    /// Errors of files and damage as what the program ends with.
    static func failing<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as FileError {
            throw error.failure
        } catch let damage as RegisterDamage {
            throw damage.failure
        }
    }
}
