import RFC1035

/// In which way a name is taken already.
public enum NameInUse: Hashable, Sendable {
    /// The name itself is managed: requested, active or suspended.
    case managed(ManagedName)
    /// One of the records of a managed name stands there, e.g. its `www`.
    case companion(of: ManagedName)
    /// Nothing at the name, but a managed name below it.
    case aboveManaged(example: Name)
    /// At or below a name that was delegated to its agency.
    case belowManagedDelegation(ManagedName)
    /// In the static records; never `.none`.
    case inStaticRecords(Existence)
    /// Given up not long ago.
    case quarantined(ManagedName, until: String)

    /// `QUARANTINED`, `OUT_OF_ZONE`, else `DUPLICATE`.
    public var code: String {
        switch self {
        case .quarantined: "QUARANTINED"
        case .inStaticRecords(.outOfZone): "OUT_OF_ZONE"
        default: "DUPLICATE"
        }
    }

    /// The managed name in the way, when it is one.
    public var holder: ManagedName? {
        switch self {
        case .managed(let name), .companion(let name), .belowManagedDelegation(let name), .quarantined(let name, _):
            name
        case .aboveManaged, .inStaticRecords: nil
        }
    }

    /// The name itself, when an agency holds it with records.
    var heldName: ManagedName? {
        if case .managed(let name) = self, name.status != .requested { name } else { nil }
    }

    /// In words, holder, request and date included.
    public var text: Text {
        switch self {
        case .managed(let name) where name.status == .requested:
            Text(
                en: "already requested by \(NameInUse.who(name).en) and still open",
                id: "sudah dimohonkan \(NameInUse.who(name).id) dan masih diproses")
        case .managed(let name) where name.status == .suspended:
            Text(
                en: "already taken by \(NameInUse.who(name).en), suspended at present",
                id: "nama sudah dipakai \(NameInUse.who(name).id), sedang ditangguhkan")
        case .managed(let name):
            Text(en: "already taken by \(NameInUse.who(name).en)", id: "nama sudah dipakai \(NameInUse.who(name).id)")
        case .companion(let name):
            Text(
                en: "already taken: belongs to \(name.name.undotted) of \(NameInUse.who(name).en)",
                id: "nama sudah dipakai: bagian dari \(name.name.undotted) milik \(NameInUse.who(name).id)")
        case .aboveManaged(let example):
            Text(
                en: "exists already as an empty non-terminal: \(example.undotted) stands below it",
                id: "sudah ada sebagai simpul kosong: \(example.undotted) berada di bawahnya")
        case .belowManagedDelegation(let name):
            Text(
                en: "at or below the delegation of \(name.name.undotted) to \(NameInUse.who(name).en)",
                id: "pada atau di bawah delegasi \(name.name.undotted) kepada \(NameInUse.who(name).id)")
        case .quarantined(let name, let until):
            Text(
                en:
                    "given up by \(NameInUse.who(name).en) and in quarantine until \(until), when it may be "
                        + "asked for again",
                id:
                    "dilepas oleh \(NameInUse.who(name).id) dan dikarantina sampai \(until), setelah itu dapat "
                        + "dimohonkan lagi"
            )
        case .inStaticRecords(let existence): NameInUse.text(existence)
        }
    }

    private static func who(_ name: ManagedName) -> Text {
        let opd = Shown.text(name.opd)
        return Text(
            en: "\(opd) (request \(name.origin), \(name.since))",
            id: "\(opd) (permohonan \(name.origin), \(name.since))")
    }

    static func text(_ existence: Existence) -> Text {
        switch existence {
        case .none: Text(en: "does not exist", id: "tidak ada")
        case .records(let types, let file, let line):
            Text(
                en: "exists among the static records of the office (\(list(types)); \(place(file, line)))",
                id: "sudah ada di rekaman statis pengelola zona (\(list(types)); \(place(file, line)))")
        case .emptyNonTerminal(below: let example):
            Text(
                en: "exists already as an empty non-terminal: the static records have \(example.undotted) below it",
                id: "sudah ada sebagai simpul kosong: rekaman statis memuat \(example.undotted) di bawahnya")
        case .belowDelegation(let cut, let file, let line):
            Text(
                en:
                    "at or below the delegation \(cut.undotted) in the static records (\(place(file, line))); "
                        + "its own name servers decide there",
                id:
                    "pada atau di bawah delegasi \(cut.undotted) di rekaman statis (\(place(file, line))); "
                        + "server namanya sendiri yang menentukan"
            )
        case .belowDNAME(let owner, let file, let line):
            Text(
                en:
                    "below the DNAME at \(owner.undotted) in the static records (\(place(file, line))), which "
                        + "redirects all names below it",
                id:
                    "di bawah DNAME \(owner.undotted) di rekaman statis (\(place(file, line))), yang "
                        + "mengalihkan semua nama di bawahnya"
            )
        case .coveredByWildcard(let owner, let file, let line):
            Text(
                en:
                    "covered by the wildcard \(owner.undotted) in the static records (\(place(file, line))): "
                        + "the name answers already",
                id:
                    "tercakup wildcard \(owner.undotted) di rekaman statis (\(place(file, line))): nama ini "
                        + "sudah menjawab"
            )
        case .outOfZone: Text(en: "not in this zone", id: "tidak berada di zona ini")
        }
    }

    static func list(_ types: [RecordType]) -> String { types.map(\.description).joined(separator: ", ") }

    /// `static.zone:12`: the file without its folders, which are the same for all messages.
    static func place(_ file: String, _ line: Int) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return line > 0 ? "\(Shown.text(name)):\(line)" : Shown.text(name)
    }
}
