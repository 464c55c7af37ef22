import ZoneCore

/// Asks a person at a terminal for a form, field by field; the fields are those of the procedure.
struct RequestQuestions {
    let procedure: Procedure
    let console: Console

    /// In the order of a letter.
    private static let order: [FormField] = [
        .kind, .channel, .opd, .letterNumber, .letterDate, .addressee, .subject, .name, .function, .purposeClass,
        .hosting, .target, .capacityGB, .adminPIC, .technicalPIC, .emailAccounts, .cannotAccess, .coordinatedWith,
    ]

    func ask() throws -> RequestForm {
        console.note(
            Text(
                en: "\(procedure.title), \(procedure.government). Return skips a field; * is required.",
                id: "\(procedure.title), \(procedure.government). Enter melewati isian; * wajib diisi."))
        var form = RequestForm()
        if let usual = procedure.channels.first { form.channel = usual }
        for field in RequestQuestions.order {
            guard let isWanted = Completeness(procedure: procedure, form: form).isWanted(field) else { continue }
            try ask(field, required: isWanted, &form)
        }
        if form.kind == .rename { form.newName = try answer(Text(en: "new name", id: "nama baru"), true) }
        for rule in procedure.attachments where rule.kinds.isEmpty || rule.kinds.contains(form.kind) {
            if let paper = try paper(rule) { form.attachments.append(paper) }
        }
        return form
    }

    private func paper(_ rule: Procedure.AttachmentRule) throws -> RequestForm.Attachment? {
        let question = Text(
            en: "\(rule.title) (file, or - for paper)", id: "\(rule.title) (berkas, atau - untuk kertas)")
        while let text = try answer(question, false) {
            do throws(FileError) {
                return try RequestForms.paper(rule.kind, file: text == "-" ? nil : text)
            } catch {
                console.note(error.text)
            }
        }
        return nil
    }

    /// Says what is wrong with an answer, before it is asked for again.
    private func wrong(_ word: String, _ problem: BadValue) {
        let shown = TerminalText.escaped(word)
        console.note(Text(en: "\(shown) \(problem.text.en)", id: "\(shown) \(problem.text.id)"))
    }

    private func ask(_ field: FormField, required: Bool, _ form: inout RequestForm) throws {
        func text(_ question: Text = field.text) throws -> String? { try answer(question, required) }
        switch field {
        case .kind: form.kind = try choice(field, required, procedure.kinds) { $0.text } ?? form.kind
        case .channel: form.channel = try choice(field, required, procedure.channels) { $0.text } ?? form.channel
        case .opd: form.opd = try text() ?? ""
        case .letterNumber: form.letterNumber = try text()
        case .letterDate: form.letterDate = try date(required)
        case .addressee: form.addressee = try text()
        case .subject: form.subject = try text()
        case .name: form.name = try text()
        case .function: form.function = try text()
        case .purposeClass: form.purposeClass = try choice(field, required, PurposeClass.allCases) { $0.text }?.rawValue
        case .hosting: form.hosting = try choice(field, required, HostingChoice.allCases) { $0.text }
        case .target where form.kind == .delegation:
            form.nameServers = try words(text(TargetForm.nameServers.text))
        case .target: form.target = try words(text())
        case .capacityGB: form.capacityGB = try gigabytes(required)
        case .adminPIC: form.adminPIC = try person(field, required)
        case .technicalPIC: form.technicalPIC = try person(field, required)
        // Said with the person.
        case .contactEmail: break
        case .emailAccounts: form.emailAccounts = try words(text())
        case .cannotAccess:
            let question = Text(
                en: "cannot get into the name it has (y)", id: "tidak dapat mengakses nama miliknya (y)")
            form.cannotAccess = ["y", "yes", "ya"].contains(try answer(question, false)?.lowercased() ?? "")
        case .coordinatedWith:
            let question = Text(en: "other agencies, separated by ;", id: "perangkat daerah lain, dipisah ;")
            form.coordinatedWith = try (answer(question, false) ?? "").split(separator: ";").map {
                try FormText.checked(String($0), option: "OPD")
            }
        }
    }

    // MARK: Kinds of answers

    /// One line; asked again until it can stand in a form. `nil` when nothing was said.
    private func answer(_ question: Text, _ required: Bool) throws -> String? {
        while true {
            console.prompt(question(console.language) + (required ? " *" : "") + ": ")
            guard let line = readLine() else {
                throw Failure.usage(
                    Text(
                        en: "the answers ended early; nothing was recorded",
                        id: "jawaban berakhir; tidak ada yang dicatat"))
            }
            guard line.unicodeScalars.contains(where: { $0 != " " }) else { return nil }
            do throws(Failure) {
                return try FormText.checked(line, option: "")
            } catch {
                console.report(error)
            }
        }
    }

    /// One of a list, by its number or its word.
    private func choice<Choice: RawRepresentable>(
        _ field: FormField, _ required: Bool, _ choices: [Choice], _ text: (Choice) -> Text
    ) throws -> Choice? where Choice.RawValue == String {
        guard choices.count > 1 else { return choices.first }
        let list = choices.enumerated().map { "\($0.offset + 1) \(text($0.element)(console.language))" }
            .joined(separator: ", ")
        while true {
            let question = Text(en: "\(field.text.en) (\(list))", id: "\(field.text.id) (\(list))")
            guard let word = try answer(question, required) else { return nil }
            if let number = Int(word), number > 0, number <= choices.count { return choices[number - 1] }
            let words = choices.map(\.rawValue)
            let spelled = words.first { $0.lowercased() == word.lowercased() } ?? word
            do throws(BadValue) {
                return Choice(rawValue: try Values.choice(words.map { ($0, $0) })(spelled))
            } catch {
                wrong(word, error)
            }
        }
    }

    private func date(_ required: Bool) throws -> String? {
        while let text = try answer(FormField.letterDate.text, required) {
            if let date = CalendarDate(text) { return date.description }
            console.note(Text(en: "a date is written YYYY-MM-DD", id: "tanggal ditulis YYYY-MM-DD"))
        }
        return nil
    }

    private func gigabytes(_ required: Bool) throws -> Int? {
        while let text = try answer(FormField.capacityGB.text, required) {
            if let number = Int(text), 0...1_000_000 ~= number { return number }
            console.note(Text(en: "a whole number of gigabytes", id: "bilangan bulat gigabita"))
        }
        return nil
    }

    private func person(_ field: FormField, _ required: Bool) throws -> RequestForm.Contact? {
        while true {
            let form = Text(en: "name; position; phone; e-mail", id: "nama; jabatan; telepon; surel")
            let question = Text(en: "\(field.text.en) (\(form.en))", id: "\(field.text.id) (\(form.id))")
            guard let text = try answer(question, required) else { return nil }
            do throws(BadValue) {
                return try Values.contact(text)
            } catch {
                wrong(text, error)
            }
        }
    }

    private func words(_ text: String?) -> [String] {
        (text ?? "").split { $0 == " " || $0 == "," }.map(String.init)
    }
}
