/// The procedures that are at hand: the office's own, and those that come with the program.
///
/// Folders are looked through in order; what stands in an earlier one hides what has its name or id in a later one.
public struct ProcedureLibrary: Sendable {
    /// Folder of a registry with the office's own procedures.
    public static let folderName = "procedures"
    /// Folder of those that come with the program.
    public static let seedsName = "seeds"

    /// A file of a procedure, read or found faulty.
    public struct Entry: Sendable {
        /// The file's name without `.json`.
        public let name: String
        public let path: String
        public let octets: [UInt8]
        public let procedure: Procedure?
        public let faults: [ProcedureFault]

        public init(name: String, path: String, octets: [UInt8]) {
            self.name = name
            self.path = path
            self.octets = octets
            (procedure, faults) = Procedure.read(octets, name: name)
        }

        /// One that cannot be read at all.
        init(name: String, path: String, _ error: FileError) {
            self.name = name
            self.path = path
            octets = []
            procedure = nil
            faults = [ProcedureFault(code: "FILE_UNREADABLE", line: 1, column: 1, key: "", text: error.text)]
        }

        /// The faults as reasons to do nothing.
        public var reasons: [Reason] { faults.map { $0.reason(in: path) } }
    }

    /// What is there, the faulty ones too; in order of folders, then of names.
    public let entries: [Entry]

    /// - Parameters:
    ///   - registry: the folder of the office's zones.
    ///   - named: the folder that `$ZONECTL_SEEDS` names; it must be there.
    public init(registry: String?, named: String?) throws(FileError) {
        var entries: [Entry] = []
        func add(_ folder: String, mustBeThere: Bool = false) throws(FileError) -> Bool {
            guard let found = try ProcedureLibrary.entries(in: folder, mustBeThere: mustBeThere), !found.isEmpty
            else { return false }
            for entry in found where !entries.contains(where: { $0.hides(entry) }) { entries.append(entry) }
            return true
        }
        if let registry { _ = try add(registry + "/" + Self.folderName) }
        if let named {
            _ = try add(named, mustBeThere: true)
        } else {
            try Self.addSeeds(add)
        }
        self.entries = entries
    }

    /// Beside the program or above it (a build folder is inside the project), in `share` beside its `bin`, else in
    /// the current folder: the first that holds any.
    private static func addSeeds(
        _ add: (_ folder: String, _ mustBeThere: Bool) throws(FileError) -> Bool
    ) throws(FileError) {
        let above = ProgramFile.foldersAbove
        var candidates = above.prefix(6).map { joined($0, seedsName) }
        if above.count > 1 { candidates.append(joined(above[1], "share/zonectl/" + seedsName)) }
        candidates.append(seedsName)
        // One that cannot be used is passed over, and told of only when there is no other.
        var failure: FileError?
        for folder in candidates {
            do throws(FileError) {
                if try add(folder, false) { return }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder == "/" ? "/" + name : folder + "/" + name
    }

    private static func entries(in path: String, mustBeThere: Bool) throws(FileError) -> [Entry]? {
        let folder: Directory
        do throws(FileError) {
            folder = try Directory.open(path, for: .reading)
        } catch {
            guard error.isMissing, !mustBeThere else { throw error }
            return nil
        }
        var result: [Entry] = []
        for file in try folder.names().sorted() where file.hasSuffix(".json") && file.utf8.first != UInt8(ascii: ".") {
            let (name, path) = (String(file.dropLast(5)), folder.shown(file))
            do throws(FileError) {
                guard let octets = try folder.contents(of: file, limit: Procedure.maximumBytes) else { continue }
                result.append(Entry(name: name, path: path, octets: octets))
            } catch {
                result.append(Entry(name: name, path: path, error))
            }
        }
        return result
    }

    /// The procedure with this id or file name, in whatever case; `nil` when there is none.
    public func entry(named text: String) -> Entry? {
        let wanted = text.lowercased()
        return entries.first { $0.procedure?.id.lowercased() == wanted || $0.name.lowercased() == wanted }
    }

    /// Words that name a procedure.
    public var names: [String] { entries.flatMap { [$0.name] + ($0.procedure.map { [$0.id] } ?? []) } }
}

extension ProcedureLibrary.Entry {
    fileprivate func hides(_ other: ProcedureLibrary.Entry) -> Bool {
        name.lowercased() == other.name.lowercased()
            || procedure != nil && procedure?.id == other.procedure?.id
    }
}

extension Procedure {
    /// The procedure that a zone's folder holds; `nil` when it has none.
    public static func entry(in folder: Directory) throws(FileError) -> ProcedureLibrary.Entry? {
        guard let octets = try folder.contents(of: fileName, limit: maximumBytes + 1) else { return nil }
        return .init(name: "procedure", path: folder.shown(fileName), octets: octets)
    }
}
