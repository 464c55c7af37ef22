import ZoneCore

/// Which procedure is meant.
extension Invocation {
    /// The procedures at hand: the office's own first.
    func procedureLibrary() throws -> ProcedureLibrary {
        let library = try ProcedureLibrary(registry: registryPath, named: environment.nonEmpty(Environment.seeds))
        for entry in library.entries {
            console.detail(Text(en: "procedure: \(entry.path)", id: "prosedur: \(entry.path)"))
        }
        return library
    }

    /// `--procedure`, read and found good; `nil` when it is not given.
    func namedProcedure() throws -> ProcedureLibrary.Entry? {
        guard let text = self[Options.procedure] else { return nil }
        return try procedure(named: text, subject: "--procedure \(text)")
    }

    /// The procedure that the argument at `index` names by id, name or file; without one, the zone's own.
    func procedure(argument index: Int) throws -> ProcedureLibrary.Entry {
        guard let text = argument(index) else { return try zoneFolder(for: .reading).procedureEntry() }
        return try procedure(named: text, subject: text)
    }

    private func procedure(named text: String, subject: String) throws -> ProcedureLibrary.Entry {
        if text.utf8.contains(UInt8(ascii: "/")) || text.hasSuffix(".json") {
            let octets = try File.contents(named: text, limit: Procedure.maximumBytes + 1)
            let file = text.split(separator: "/").last.map(String.init) ?? text
            let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
            return try sound(.init(name: name, path: text, octets: octets))
        }
        let library = try procedureLibrary()
        if let entry = library.entry(named: text) { return try sound(entry) }
        let known = library.entries.map { entry in
            entry.procedure.map { "\(entry.name) (\($0.id))" } ?? entry.name
        }
        guard !known.isEmpty else {
            throw Failure.usage(
                Text(
                    en: "\(subject): no procedures are found; name their folder with $\(Environment.seeds), or install "
                        + "them: zonectl help procedure list",
                    id: "\(subject): prosedur tidak ditemukan; sebutkan foldernya dengan $\(Environment.seeds), atau "
                        + "pasang: zonectl help procedure list"))
        }
        let all = known.joined(separator: ", ")
        let hint = Suggestion.nearest(to: text.lowercased(), in: library.names.map { $0.lowercased() })
        throw Failure.usage(
            Text(
                en: "\(subject): there is no such procedure; " + (hint.map { "did you mean \($0)? " } ?? "")
                    + "there are: \(all)",
                id: "\(subject): tidak ada prosedur itu; " + (hint.map { "maksud Anda \($0)? " } ?? "")
                    + "yang ada: \(all)"))
    }

    private func sound(_ entry: ProcedureLibrary.Entry) throws(Failure) -> ProcedureLibrary.Entry {
        guard entry.procedure != nil else { throw Failure.refused(entry.reasons) }
        return entry
    }
}

extension ZoneFolder {
    /// The procedure that the zone's requests follow: `procedure.json` in its folder.
    func procedure() throws -> Procedure {
        let entry = try procedureEntry()
        guard let procedure = entry.procedure else { throw Failure.refused(entry.reasons) }
        return procedure
    }

    /// The same with its file. Faults in it are reasons to do nothing, each with its place.
    func procedureEntry() throws -> ProcedureLibrary.Entry {
        guard let entry = try Procedure.entry(in: directory) else {
            let file = directory.shown(Procedure.fileName)
            throw Failure.state([
                Reason(
                    "NO_PROCEDURE", name.undotted,
                    Text(
                        en: "the zone follows no procedure; copy one of zonectl procedure list to \(file)",
                        id: "zona ini belum memakai prosedur; salin salah satu dari zonectl procedure list ke \(file)"))
            ])
        }
        guard entry.procedure != nil else { throw Failure.refused(entry.reasons) }
        console.detail(Text(en: "procedure: \(entry.path)", id: "prosedur: \(entry.path)"))
        return entry
    }
}
