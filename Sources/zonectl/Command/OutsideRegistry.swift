import ZoneCore

/// What a command writes where the user says, and never into the registry: there it would lie among what the office
/// keeps, or take the place of it.
enum OutsideRegistry {
    /// The sheet of an account: the registry's group reads it, backups and version control take it along.
    case slip
    /// The copy of a document.
    case document
    /// The archive of a year.
    case archive
    /// The status pages.
    case pages

    /// Whether the user names a folder for it, and not a file.
    fileprivate var isFolder: Bool {
        switch self {
        case .slip, .document: false
        case .archive, .pages: true
        }
    }

    fileprivate func reason(_ path: String) -> Reason {
        switch self {
        case .slip:
            Reason(
                "SLIP_IN_REGISTRY", path,
                Text(
                    en: "lies in the registry, where no password may be; name a place outside with --slip FILE",
                    id: "berada di dalam registry, tempat yang tidak boleh memuat kata sandi; sebutkan tempat di "
                        + "luarnya dengan --slip BERKAS"))
        case .document:
            Reason(
                "OUTPUT_IN_REGISTRY", path,
                Text(
                    en: "lies in the registry; name a file outside of it with --output FILE, or leave the option out: "
                        + "the document itself is kept in letters/ anyway",
                    id: "berada di dalam registry; sebutkan berkas di luarnya dengan --output BERKAS, atau hilangkan "
                        + "opsi itu: dokumennya sendiri tetap disimpan di letters/"))
        case .archive:
            Reason(
                "EXPORT_IN_REGISTRY", path,
                Text(
                    en: "lies in the registry, which an archive must not write into; name a folder outside of it with "
                        + "--export DIR",
                    id: "berada di dalam registry, yang tidak boleh diisi arsip; sebutkan folder di luarnya dengan "
                        + "--export DIR"))
        case .pages:
            Reason(
                "PAGES_IN_REGISTRY", path,
                Text(
                    en: "lies in the registry, which is no place for web pages; name a folder outside of it with "
                        + "--html DIR",
                    id: "berada di dalam registry, yang bukan tempat halaman web; sebutkan folder di luarnya dengan "
                        + "--html DIR"))
        }
    }
}

extension Invocation {
    /// Refuses a path in the registry, by whatever links it leads there. To be asked before anything is written.
    func requireOutsideRegistry(_ path: String, for what: OutsideRegistry) throws(Failure) {
        let isInside =
            what.isFolder
            ? PrivateFile.isFolderInside(path, registryPath) : PrivateFile.isInside(path, registryPath)
        guard isInside else { return }
        throw Failure.refused([what.reason(path)])
    }
}
