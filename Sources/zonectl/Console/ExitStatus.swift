import ZoneCore

/// What the program ends with. Scripts rely on these.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Done; for `check`: nothing at or above the failing severity.
    case done = 0
    /// Refused by a rule, or findings.
    case refused = 1
    /// Unknown option, missing argument, bad value.
    case usage = 2
    /// Wrong order, state or role.
    case state = 3
    /// Unreadable file, lock not obtained, damaged register, full disk.
    case inputOutput = 4
    /// `render --check` would write.
    case outOfDate = 5
    /// The reader of stdout went away: what a shell reports for a program ended by SIGPIPE.
    case brokenPipe = 141

    var meaning: Text {
        switch self {
        case .done: Text(en: "Done; no findings that fail.", id: "Selesai; tidak ada temuan yang menggagalkan.")
        case .refused:
            Text(
                en: "Refused by a rule, or findings. A refusal changes no zone.",
                id: "Ditolak oleh aturan, atau ada temuan. Penolakan tidak mengubah zona.")
        case .usage:
            Text(
                en: "Usage: unknown option, missing argument, bad value.",
                id: "Pemakaian: opsi tidak dikenal, argumen kurang, nilai salah.")
        case .state: Text(en: "Wrong order, state or role.", id: "Urutan, keadaan, atau peran tidak tepat.")
        case .inputOutput:
            Text(
                en: "Input or output: unreadable file, lock, damaged register, full disk.",
                id: "Masukan atau keluaran: berkas tak terbaca, kunci, register rusak, cakram penuh.")
        case .outOfDate:
            Text(en: "Out of date: render --check would write.", id: "Usang: render --check akan menulis.")
        case .brokenPipe:
            Text(
                en: "The reader of the output went away.", id: "Pembaca keluaran sudah menutup salurannya.")
        }
    }
}

extension Failure {
    var exitStatus: ExitStatus {
        switch self {
        case .refused: .refused
        case .usage: .usage
        case .state: .state
        case .io: .inputOutput
        }
    }
}
