/// What is wrong with a register, and where. Nothing is written or published until someone has looked.
public struct RegisterDamage: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The line is not what the line after it, or `HEAD`, has the hash of.
        case changed
        /// The line is not an event.
        case unreadable
        /// The line carries another number: lines were put in, taken out or moved.
        case misnumbered(found: Int)
        /// Lines that were acknowledged are not there any more.
        case missing(count: Int)
        /// `HEAD` is not there, though more than a first command was written.
        case headMissing
        /// `HEAD` cannot be read.
        case headUnreadable
    }

    /// The line, from 1.
    public let line: Int
    public let kind: Kind
    /// The register's path.
    public let path: String

    init(_ kind: Kind, line: Int, path: String) {
        self.kind = kind
        self.line = line
        self.path = path
    }

    /// What is wrong, and with which line.
    public var text: Text {
        let advice = Text(
            en: "restore register.jsonl and HEAD from a copy, or find out who changed them; "
                + "nothing is written meanwhile",
            id: "pulihkan register.jsonl dan HEAD dari salinan, atau cari siapa yang mengubahnya; "
                + "sementara itu tidak ada yang ditulis")
        let what: Text
        switch kind {
        case .changed:
            what = Text(
                en: "damaged at line \(line): the line is not the one that was written (its hash differs)",
                id: "rusak pada baris \(line): isinya bukan yang dahulu ditulis (jejaknya berbeda)")
        case .unreadable:
            what = Text(
                en: "damaged at line \(line): it is not an event", id: "rusak pada baris \(line): bukan peristiwa")
        case .misnumbered(let found):
            what = Text(
                en: "damaged at line \(line): it carries number \(found); "
                    + (found > line ? "lines are missing or were moved" : "lines were repeated or moved"),
                id: "rusak pada baris \(line): bernomor \(found); "
                    + (found > line ? "ada baris yang hilang atau dipindah" : "ada baris yang diulang atau dipindah"))
        case .missing(let count):
            what = Text(
                en: "damaged at line \(line): \(Text.counted(count, "acknowledged line")) from there on "
                    + "\(count == 1 ? "is" : "are") missing or incomplete",
                id: "rusak pada baris \(line): \(count) baris yang sudah dicatat sejak itu hilang atau tidak utuh")
        case .headMissing:
            what = Text(
                en: "the file HEAD beside it is missing, so it cannot be told "
                    + "whether lines after line \(line) are lost",
                id: "berkas HEAD di sebelahnya tidak ada, sehingga tidak diketahui apakah baris setelah \(line) hilang")
        case .headUnreadable:
            what = Text(
                en: "the file HEAD beside it cannot be understood, so it cannot be told whether lines are lost",
                id: "berkas HEAD di sebelahnya tidak terbaca, sehingga tidak diketahui apakah ada baris yang hilang")
        }
        return Text(en: "\(path): \(what.en); \(advice.en)", id: "\(path): \(what.id); \(advice.id)")
    }

    /// Exit 4, for every command that needs the register's state.
    public var failure: Failure { .io(text) }
}

/// What was found and is no damage.
public enum RegisterNotice: Hashable, Sendable {
    /// A command was killed while it wrote: octets after the last whole command, never acknowledged. Cut at
    /// the next write.
    case tornTail(line: Int, bytes: Int)
    /// Whole lines stand after those `HEAD` knows: a command was killed before it could say so, or an old
    /// `HEAD` was put back.
    case headBehind(lines: Int)

    /// The line it is about, from 1.
    public var line: Int? {
        switch self {
        case .tornTail(let line, _): line
        case .headBehind: nil
        }
    }

    public var text: Text {
        switch self {
        case .tornTail(let line, let bytes):
            Text(
                en: "from line \(line) on \(Text.counted(bytes, "octet was", "octets were")) never acknowledged (a "
                    + "command was interrupted); nothing of that counts, and the next write cuts it off",
                id: "\(bytes) oktet mulai baris \(line) tidak pernah dinyatakan tercatat (perintah terputus); "
                    + "tidak dihitung dan dipotong pada penulisan berikutnya")
        case .headBehind(let lines):
            Text(
                en: "\(Text.counted(lines, "line")) more than HEAD knows "
                    + "(a command was interrupted just before its end)",
                id: "\(lines) baris lebih banyak daripada yang tercatat di HEAD (perintah terputus menjelang selesai)")
        }
    }
}
