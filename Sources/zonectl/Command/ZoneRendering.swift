import RFC1035
import ZoneCore

extension Invocation {
    /// Renders, or with `isCheck` finds out what rendering would do; `-v` says which serial followed which, by what,
    /// and the files.
    func outcome(of renderer: Renderer, isCheck: Bool) throws -> Renderer.Outcome {
        let before = console.isVerbose ? lastSerial(renderer.folder) : nil
        let outcome = isCheck ? try renderer.check() : try renderer.run()
        switch outcome {
        case .unchanged(let serial):
            let path = renderer.output.shown(Renderer.fileName(of: renderer.zone))
            console.detail(
                Text(
                    en: "up to date: \(path), serial \(serial); nothing written",
                    id: "mutakhir: \(path), nomor seri \(serial); tidak ada yang ditulis"))
        case .written(let serial, let records):
            let path = renderer.output.shown(Renderer.fileName(of: renderer.zone))
            let (old, policy) = (before?.description ?? "-", renderer.settings.serial.rawValue)
            console.detail(
                Text(
                    en: "serial: \(old) -> \(serial), policy \(policy), clock \(renderer.now.rfc3339)",
                    id: "nomor seri: \(old) -> \(serial), kebijakan \(policy), jam \(renderer.now.rfc3339)"))
            console.detail(
                isCheck
                    ? Text(
                        en: "would write: \(path), \(records) records",
                        id: "akan ditulis: \(path), \(records) rekaman")
                    : Text(en: "written: \(path), \(records) records", id: "ditulis: \(path), \(records) rekaman"))
        case .refused: break
        }
        return outcome
    }

    /// The serial before; a register that cannot be read is the rendering's matter.
    private func lastSerial(_ folder: Directory) -> Serial? {
        let last = try? Register.read(in: folder, options: registerOptions) { try $0.lastRendered() }
        return last.map { Serial($0.serial) }
    }

    /// Says with `-v` what was read from a master file.
    func detail(_ loaded: FileCheck.Loaded, _ path: String) {
        let (zone, count) = (loaded.zone.origin.undotted, loaded.zone.store.count)
        console.detail(
            Text(
                en: "read: \(path) as zone \(zone), \(Text.counted(count, "record"))",
                id: "dibaca: \(path) sebagai zona \(zone), \(count) rekaman"))
    }
}
