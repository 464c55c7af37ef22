/// A field of a request, by the name it has in forms and procedures.
public enum FormField: String, Hashable, Sendable, CaseIterable {
    case opd, letterNumber, letterDate, addressee, subject, channel, kind
    /// The name asked for.
    case name
    /// What it will serve, in words.
    case function
    case purposeClass
    /// `ownServer`, `cloud` or `address`.
    case hosting
    case capacityGB
    /// Where the name leads: address, host or URL.
    case target
    case adminPIC, technicalPIC
    /// The e-mail address of whoever is written to: a part of `adminPIC`, or of `technicalPIC` where that is missing.
    case contactEmail
    case emailAccounts
    /// The agency has the name and cannot get in.
    case cannotAccess
    /// Other agencies that use the name.
    case coordinatedWith

    public var text: Text {
        switch self {
        case .opd: Text(en: "agency", id: "nama perangkat daerah")
        case .letterNumber: Text(en: "number of the letter", id: "nomor surat permohonan")
        case .letterDate: Text(en: "date of the letter", id: "tanggal surat permohonan")
        case .addressee: Text(en: "addressee of the letter", id: "tujuan surat")
        case .subject: Text(en: "subject of the letter", id: "hal surat")
        case .channel: Text(en: "way the request came", id: "saluran permohonan")
        case .kind: Text(en: "kind of request", id: "jenis permohonan")
        case .name: Text(en: "name asked for", id: "nama subdomain")
        case .function: Text(en: "function of the name", id: "fungsi subdomain")
        case .purposeClass: Text(en: "class of purpose", id: "kelompok peruntukan")
        case .hosting: Text(en: "kind of hosting", id: "jenis hosting")
        case .capacityGB: Text(en: "space wanted in GB", id: "kapasitas penyimpanan (GB)")
        case .target: Text(en: "address or host it leads to", id: "alamat atau host tujuan")
        case .adminPIC: Text(en: "administrative person in charge", id: "penanggung jawab administratif")
        case .technicalPIC: Text(en: "technical person in charge", id: "penanggung jawab teknis")
        case .contactEmail: Text(en: "e-mail address of the person in charge", id: "alamat surel penanggung jawab")
        case .emailAccounts: Text(en: "mailboxes", id: "akun surel")
        case .cannotAccess: Text(en: "word that the agency cannot get in", id: "keterangan tidak dapat mengakses")
        case .coordinatedWith: Text(en: "agencies that share the name", id: "perangkat daerah yang ikut memakai")
        }
    }
}

/// What a request asks for.
public enum RequestKind: String, Hashable, Sendable, CaseIterable {
    case new, change, rename, delete, passwordReset, hosting, email, redirect, delegation

    public var text: Text {
        switch self {
        case .new: Text(en: "new name", id: "pembuatan baru")
        case .change: Text(en: "change", id: "perubahan")
        case .rename: Text(en: "other name", id: "penggantian nama")
        case .delete: Text(en: "removal", id: "penghapusan")
        case .passwordReset: Text(en: "password reset", id: "pengaturan ulang kata sandi")
        case .hosting: Text(en: "hosting without a name", id: "hosting tanpa nama")
        case .email: Text(en: "name and e-mail", id: "subdomain dan surel")
        case .redirect: Text(en: "redirect", id: "pengalihan")
        case .delegation: Text(en: "delegation", id: "delegasi")
        }
    }
}

/// How a request reaches the office.
public enum RequestChannel: String, Hashable, Sendable, CaseIterable {
    case letter, email, eForm

    public var text: Text {
        switch self {
        case .letter: Text(en: "letter", id: "surat")
        case .email: Text(en: "e-mail", id: "surel")
        case .eForm: Text(en: "electronic form", id: "formulir elektronik")
        }
    }
}

/// Where what a name leads to is kept.
public enum HostingChoice: String, Hashable, Sendable, CaseIterable {
    /// A server of the agency's.
    case ownServer
    /// The office's shared hosting.
    case cloud
    /// An address that the agency gives.
    case address

    public var text: Text {
        switch self {
        case .ownServer: Text(en: "own server", id: "server sendiri")
        case .cloud: Text(en: "the office's hosting", id: "hosting bersama (cloud)")
        case .address: Text(en: "given address", id: "alamat IP sendiri")
        }
    }
}

/// What a name leads to, as kinds of requests and procedures tell targets apart.
public enum TargetForm: String, Hashable, Sendable, CaseIterable {
    case address, host, url
    /// The office's shared hosting.
    case hosting
    /// Name servers that the name is delegated to.
    case nameServers

    public var text: Text {
        switch self {
        case .address: Text(en: "an IP address", id: "alamat IP")
        case .host: Text(en: "a host", id: "nama host")
        case .url: Text(en: "a URL", id: "URL")
        case .hosting: Text(en: "the office's hosting", id: "hosting bersama (cloud)")
        case .nameServers: Text(en: "name servers", id: "server nama")
        }
    }
}

extension RequestKind {
    /// What a name that is asked for by such a request may lead to.
    var targets: [TargetForm] {
        switch self {
        case .redirect: [.url]
        case .delegation: [.nameServers]
        case .hosting: [.hosting]
        case .new, .change, .rename, .delete, .passwordReset, .email: TargetForm.allCases
        }
    }

    /// What a request is about that only the agency can say: it is wanted, whatever the procedure asks for.
    enum Matter: Hashable, Sendable {
        /// Where the name is to lead.
        case target
        /// What the name is to become.
        case newName
        /// Something that is to be otherwise: the target, or what else a form says of the records.
        case change
    }

    /// What such a request is about; `nil` where its name and the procedure's fields say it all.
    var matter: Matter? {
        switch self {
        case .redirect, .delegation: .target
        case .rename: .newName
        case .change: .change
        case .new, .delete, .passwordReset, .hosting, .email: nil
        }
    }

    /// The key of the form that says where a name leads.
    var targetKey: String { targets == [.nameServers] ? "nameServers" : FormField.target.rawValue }

    /// The key of the form that says what the request is about.
    var matterKey: String? {
        switch matter {
        case .target, .change: targetKey
        case .newName: "newName"
        case nil: nil
        }
    }
}

/// What a name serves. Anything else is not the government's business.
public enum PurposeClass: String, Hashable, Sendable, CaseIterable {
    case administrativeService, publicService, opdWebsite

    public var text: Text {
        switch self {
        case .administrativeService: Text(en: "administrative service", id: "layanan administrasi daring")
        case .publicService: Text(en: "public service", id: "pelayanan publik daring")
        case .opdWebsite: Text(en: "web site of the agency", id: "situs web perangkat daerah")
        }
    }
}
