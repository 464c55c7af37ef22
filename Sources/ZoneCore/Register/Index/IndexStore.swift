/// The index files of one register, in the hidden folder `.index` beside it. All of it can be removed at any
/// time; the next command that writes makes it anew.
enum IndexStore {
    static let folder = ".index"

    /// The segments that cover the register from its first line on, oldest first. None when anything is in
    /// doubt, `HEAD` included: then every line is read.
    static func load(_ directory: Directory, register: File, acknowledged: RegisterHead?) -> [FileSegment] {
        guard let acknowledged, let folder = try? directory.subdirectory(folder, for: .reading),
            let names = try? folder.names()
        else { return [] }
        let ranges = names.compactMap { name in FileSegment.range(of: name).map { (name, $0) } }
        var segments: [FileSegment] = []
        var end = RegisterHead.empty
        while let next = following(end, ranges, folder) {
            guard next.end.count <= acknowledged.count, next.end.bytes <= acknowledged.bytes else { break }
            segments.append(next)
            end = next.end
        }
        while let last = segments.last, !holds(last, register, acknowledged) { segments.removeLast() }
        return segments
    }

    /// The greatest segment that goes on where `end` is.
    private static func following(
        _ end: RegisterHead, _ ranges: [(String, ClosedRange<Int>)], _ folder: Directory
    ) -> FileSegment? {
        let candidates = ranges.filter { $0.1.lowerBound == end.count + 1 }
            .sorted { $0.1.upperBound > $1.1.upperBound }
        for (name, _) in candidates {
            if let segment = try? FileSegment(name, in: folder), segment.start == end { return segment }
        }
        return nil
    }

    /// Whether the last line a segment covers is still the one it was made from.
    private static func holds(_ segment: FileSegment, _ register: File, _ acknowledged: RegisterHead) -> Bool {
        if segment.end.count == acknowledged.count, segment.end != acknowledged { return false }
        guard let line = try? ChainReader.line(of: register, at: segment.lastLine),
            segment.lastLine + line.count + 1 == segment.end.bytes
        else { return false }
        return SHA256.digest(of: line) == segment.end.hash
    }

    /// Puts the lines since the last segment into files. Small segments are joined with what is newer, so that
    /// there are few of them and each line is moved only a few times in its life.
    static func extend(
        _ segments: [FileSegment], by newer: [IndexEntry], lines: Int, to end: RegisterHead, lastLine: Int,
        counters: IndexCounters, in directory: Directory
    ) throws {
        let folder = try directory.makeSubdirectory(folder, mode: 0o750)
        if try !folder.holds(".gitignore") {
            try folder.replace(".gitignore", with: Array("*\n".utf8), mode: Directory.Mode.zoneFile)
        }
        var kept = segments
        var entries = newer
        var lines = lines
        var start = kept.last?.end ?? .empty
        while let last = kept.last, last.end.count - last.start.count < 4 * lines {
            entries = IndexEntry.merge(older: try last.entries(from: 0, through: .max), newer: entries)
            lines += last.end.count - last.start.count
            start = last.start
            kept.removeLast()
        }
        guard
            try FileSegment.write(
                entries, start: start, end: end, lastLine: lastLine, counters: counters, in: folder)
        else { return }
        let wanted = Set(kept.map(\.name) + [FileSegment.fileName(start, end), ".gitignore"])
        folder.sweepTemporaries()
        for name in try folder.names() where !wanted.contains(name) && FileSegment.range(of: name) != nil {
            try folder.remove(name)
        }
    }
}
