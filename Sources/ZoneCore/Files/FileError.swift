#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What went wrong with a file: which one, doing what, and why.
public struct FileError: Error, Hashable, Sendable {
    /// What was being done.
    public enum Operation: String, Sendable {
        case open, create, read, write, flush, rename, remove, lock, list, permissions, truncate
    }

    /// Why it failed.
    public enum Reason: Hashable, Sendable {
        /// The system said so.
        case system(Int32)
        /// A folder, FIFO, device or socket where a file is expected.
        case notRegular
        /// A FIFO, device or socket where the user named a file to read.
        case stream
        /// The folder is another user's.
        case foreignOwner
        /// Everybody may write to the folder.
        case writableByOthers
        /// What was read back is not what was written.
        case differsOnReading
        /// The file is greater than what is read in one piece.
        case tooLarge(limit: Int)
        /// More octets than are read of a master file.
        case moreThanAMasterFile
        /// The name has a slash in it, or is no name at all.
        case badName
        /// The lock was not given up in time; who holds it.
        case lockHeld(by: String?, seconds: Double)
    }

    public let operation: Operation
    public let path: String
    public let reason: Reason

    public init(_ operation: Operation, _ path: String, _ reason: Reason) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// The error of the system call that just failed.
    static func last(_ operation: Operation, _ path: String) -> FileError {
        FileError(operation, path, .system(errno))
    }

    /// Whether there is no such file.
    public var isMissing: Bool { reason == .system(ENOENT) }

    /// Whether there is a file already where one was to be made.
    public var isTaken: Bool { reason == .system(EEXIST) }

    /// Whether this user may not do it.
    public var isForbidden: Bool { reason == .system(EACCES) || reason == .system(EPERM) }

    /// Whether there is no folder of that name: nothing, or a file, or a link.
    public var isNoFolder: Bool { isMissing || reason == .system(ENOTDIR) || reason == .system(ELOOP) }

    /// The same as an answer to the user: exit 4, with what to do about it.
    public var failure: Failure { .io(text) }

    /// What happened and what to do, one sentence each.
    public var text: Text {
        let verb = operation.words
        switch reason {
        case .system(let code):
            let why = FileError.words(of: code)
            return Text(
                en: "cannot \(verb.en) \(path): \(why.en)",
                id: "tidak dapat \(verb.id) \(path): \(why.id)")
        case .notRegular:
            return Text(
                en: "cannot \(verb.en) \(path): it is not a regular file; move it away",
                id: "tidak dapat \(verb.id) \(path): bukan berkas biasa; pindahkan dahulu")
        case .stream:
            return Text(
                en: "cannot \(verb.en) \(path): it is not a regular file; to read from it, give - and < \(path)",
                id: "tidak dapat \(verb.id) \(path): bukan berkas biasa; untuk membacanya, berikan - dan < \(path)")
        case .foreignOwner:
            return Text(
                en: "will not write in \(path): it belongs to another user; run as its owner or change it with chown",
                id: "tidak menulis di \(path): milik pengguna lain; jalankan sebagai pemiliknya atau ubah dengan chown")
        case .writableByOthers:
            return Text(
                en: "will not use \(path): everybody may write to it; run chmod o-w on it first",
                id: "tidak memakai \(path): semua orang dapat menulis di sana; jalankan chmod o-w dahulu")
        case .differsOnReading:
            return Text(
                en: "\(path): what was read back is not what was written; check the disk, nothing was replaced",
                id: "\(path): yang terbaca bukan yang ditulis; periksa diska, tidak ada yang diganti")
        case .tooLarge(let limit):
            return Text(
                en: "cannot read \(path): it is greater than \(limit) octets",
                id: "tidak dapat membaca \(path): lebih besar dari \(limit) oktet")
        case .moreThanAMasterFile:
            return Text(
                en: "cannot read \(path): more than 4 GiB in one file or pipe",
                id: "tidak dapat membaca \(path): lebih dari 4 GiB dalam satu berkas atau pipa")
        case .badName:
            return Text(
                en: "\"\(path)\" is not a file name", id: "\"\(path)\" bukan nama berkas")
        case .lockHeld(let holder, let seconds):
            let who = holder ?? ""
            let given = Int(seconds.rounded())
            return Text(
                en: "\(path) is locked by \(who.isEmpty ? "another process" : who); "
                    + "gave up after \(given) s, nothing was written; try again",
                id: "\(path) dikunci oleh \(who.isEmpty ? "proses lain" : who); "
                    + "berhenti menunggu setelah \(given) detik, tidak ada yang ditulis; coba lagi")
        }
    }

    /// The error number in words, with what to do where that is known.
    private static func words(of code: Int32) -> Text {
        switch code {
        case ENOENT: Text(en: "there is no such file", id: "berkas tidak ada")
        case EACCES, EPERM:
            Text(
                en: "permission denied; check the owner and mode of the file and its folder",
                id: "tidak diizinkan; periksa pemilik dan mode berkas beserta foldernya")
        case ENOSPC, EDQUOT:
            Text(en: "the disk is full; make room and try again", id: "diska penuh; kosongkan lalu coba lagi")
        case EROFS:
            Text(en: "the file system is read-only", id: "sistem berkas hanya dapat dibaca")
        case EIO:
            Text(
                en: "input/output error; the disk may be failing, check the system log before trying again",
                id: "galat masukan/keluaran; diska mungkin rusak, periksa log sistem sebelum mencoba lagi")
        case ELOOP, EMLINK:
            Text(
                en: "it is a symbolic link, and links are not followed here",
                id: "berupa tautan simbolis, dan tautan tidak diikuti di sini")
        case EISDIR: Text(en: "it is a folder", id: "berupa folder")
        case ENOTDIR:
            Text(en: "it is not a folder, or is a link to one", id: "bukan folder, atau tautan ke folder")
        case EEXIST: Text(en: "it exists already", id: "sudah ada")
        case EMFILE, ENFILE: Text(en: "too many open files", id: "terlalu banyak berkas terbuka")
        case EFBIG: Text(en: "the file would become too large", id: "berkas menjadi terlalu besar")
        case ENAMETOOLONG: Text(en: "the name is too long", id: "nama terlalu panjang")
        default: Text(verbatim: String(cString: strerror(code)))
        }
    }
}

extension FileError.Operation {
    fileprivate var words: Text {
        switch self {
        case .open: Text(en: "open", id: "membuka")
        case .create: Text(en: "create", id: "membuat")
        case .read: Text(en: "read", id: "membaca")
        case .write: Text(en: "write", id: "menulis")
        case .flush: Text(en: "bring to disk", id: "menyimpan ke diska")
        case .rename: Text(en: "put in place", id: "menempatkan")
        case .remove: Text(en: "remove", id: "menghapus")
        case .lock: Text(en: "lock", id: "mengunci")
        case .list: Text(en: "list", id: "mendaftar isi")
        case .permissions: Text(en: "set owner and mode of", id: "mengatur pemilik dan mode")
        case .truncate: Text(en: "shorten", id: "memendekkan")
        }
    }
}
