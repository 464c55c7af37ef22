import RFC1035
import ZoneCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where forms come from: a file, the command line, or a person who is asked.
struct RequestForms {
    let invocation: Invocation

    /// Options that say something of a form.
    static let options: [OptionSpec] =
        [Options.formFile.spec] + Options.request + Options.formFields + Options.target

    private var isGiven: Bool { RequestForms.options.contains { invocation.isGiven($0) } }

    /// The form of `request new`.
    func new(_ procedure: Procedure) throws -> RequestForm {
        guard isGiven else {
            guard isatty(0) == 1 else {
                throw Failure.usage(
                    Text(
                        en: "request new needs --file FORM, or the form in options, or a terminal to ask at",
                        id: "request new memerlukan --file FORMULIR, isi formulir lewat opsi, atau terminal untuk "
                            + "bertanya"))
            }
            return try RequestQuestions(procedure: procedure, console: invocation.console).ask()
        }
        var form = RequestForm()
        if let file = invocation[Options.formFile] {
            form = try RequestForms.read(file)
        } else if !invocation.isGiven(Options.channel.spec), let usual = procedure.channels.first {
            form.channel = usual
        }
        try fill(&form)
        return form
    }

    /// The form of `request resubmit`: what the options say put over the form as it was, or a whole new one.
    func again(_ record: RequestRecord) throws -> RequestForm {
        guard isGiven else {
            throw Failure.usage(
                Text(
                    en: "request resubmit needs --file FORM, or what was corrected in options",
                    id: "request resubmit memerlukan --file FORMULIR, atau perbaikannya lewat opsi"))
        }
        var form = record.form
        if let file = invocation[Options.formFile] {
            form = try RequestForms.read(file)
            // Papers that came once need not come again.
            let kinds = Set(form.attachments.map { AttachmentKind.key($0.kind) })
            form.attachments =
                record.form.attachments.filter { !kinds.contains(AttachmentKind.key($0.kind)) } + form.attachments
        }
        try fill(&form)
        return form
    }

    static func read(_ file: String) throws -> RequestForm {
        let (form, faults) = RequestForm.read(try File.contents(named: file, limit: RequestForm.maximumBytes))
        guard let form else { throw Failure.refused(faults.map { $0.reason(in: file) }) }
        return form
    }

    // MARK: Options

    private func fill(_ form: inout RequestForm) throws {
        func put<Value>(_ option: Option<Value?>, _ path: WritableKeyPath<RequestForm, Value?>) {
            if let value = invocation[option] { form[keyPath: path] = value }
        }
        if let opd = invocation[Options.opd] { form.opd = opd }
        put(Options.letter, \.letterNumber)
        if let date = invocation[Options.letterDate] { form.letterDate = date.description }
        put(Options.requestedName, \.name)
        put(Options.newName, \.newName)
        if let kind = invocation[Options.requestKind] { form.kind = kind }
        if let channel = invocation[Options.channel] { form.channel = channel }
        put(Options.addressee, \.addressee)
        put(Options.subject, \.subject)
        put(Options.function, \.function)
        put(Options.purpose, \.purposeClass)
        put(Options.capacity, \.capacityGB)
        put(Options.adminPIC, \.adminPIC)
        put(Options.technicalPIC, \.technicalPIC)
        put(Options.note, \.note)
        put(Options.overrideReason, \.overrideReason)
        let mailboxes = invocation[Options.mailboxes]
        if !mailboxes.isEmpty { form.emailAccounts = mailboxes }
        if invocation[Options.cannotAccess] { form.cannotAccess = true }
        let others = invocation[Options.coordinatedWith]
        if !others.isEmpty { form.coordinatedWith = others }
        try fillTarget(&form)
        form.attachments += try RequestForms.papers(invocation[Options.attachments], invocation)
    }

    private func fillTarget(_ form: inout RequestForm) throws {
        let addresses = invocation[Options.addresses]
        let servers = invocation[Options.delegate]
        let targets = [
            addresses, invocation[Options.canonicalName].map { [$0] } ?? [], invocation[Options.url].map { [$0] } ?? [],
        ].filter { !$0.isEmpty }
        guard targets.count + (servers.isEmpty ? 0 : 1) <= 1 else {
            throw Failure.usage(
                Text(
                    en: "a name leads to one thing: give one of --address, --cname, --url and --delegate",
                    id: "sebuah nama menuju satu hal: beri salah satu dari --address, --cname, --url, dan --delegate"))
        }
        if let target = targets.first {
            form.target = try Values.checked(target)
            if form.hosting == .cloud || form.hosting == nil { form.hosting = .ownServer }
        }
        // What the line says stands over all that the form says of where the name leads.
        if !targets.isEmpty { form.nameServers = [] }
        if !servers.isEmpty || (targets.isEmpty && invocation.isGiven(Options.hosting.spec)) { form.target = [] }
        if !servers.isEmpty { form.nameServers = try Values.checked(servers) }
        if !invocation[Options.signers].isEmpty { form.ds = try Values.checked(invocation[Options.signers]) }
        switch invocation[Options.hosting] {
        case .absent: break
        case .bare: form.hosting = .cloud
        case .value(let gigabytes):
            form.hosting = .cloud
            form.capacityGB = gigabytes
        }
        switch invocation[Options.mail] {
        case .absent: break
        case .bare: form.mail = .standard
        case .value(let host): form.mail = Target.MailOption(host: host)
        }
        if invocation[Options.www] { form.www = true }
        if let ttl = invocation[Options.ttl] { form.ttl = ttl }
    }

    // MARK: Papers

    /// `KIND` or `KIND=FILE`: of a file, name, size and SHA-256 are noted; the file stays where it is.
    static func papers(_ words: [String], _ invocation: Invocation) throws -> [RequestForm.Attachment] {
        let signers = Set(invocation[Options.signedBy])
        let place = invocation[Options.hardcopy]
        guard !words.isEmpty || (signers.isEmpty && place == nil) else {
            throw Failure.usage(
                Text(
                    en: "--signed-by and --hardcopy belong to papers: KIND or KIND=FILE",
                    id: "--signed-by dan --hardcopy untuk berkas: JENIS atau JENIS=FILE"))
        }
        return try words.map { word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let kind = try FormText.checked(parts.first ?? "", option: "KIND")
            let path = parts.count < 2 ? nil : try FormText.checked(parts[1], option: "FILE", limit: 4096)
            var paper = try paper(kind, file: path)
            paper.location = place
            paper.signedBy = signers
            return paper
        }
    }

    /// - Parameter file: `nil` for paper.
    static func paper(_ kind: String, file path: String?) throws(FileError) -> RequestForm.Attachment {
        var paper = RequestForm.Attachment(kind: kind)
        guard let path else { return paper }
        let octets = try File.contents(named: path, limit: maximumPaper)
        paper.name = path.split(separator: "/").last.map(String.init) ?? path
        paper.path = path
        paper.size = octets.count
        paper.digest = SHA256.digest(of: octets).description
        return paper
    }

    private static let maximumPaper = 256 << 20
}

extension Values {
    /// Texts of options that rules judge, as fields of a form.
    static func checked(_ texts: [String]) throws(Failure) -> [String] {
        var result: [String] = []
        for text in texts { result.append(try FormText.checked(text, option: "TARGET")) }
        return result
    }
}
