/// Surat pengembalian: what is missing and how to go on. Says nothing on whether the request will be granted.
enum ReturnedLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        let gaps = gaps(context)
        return context.document(
            "Surat Pengembalian",
            [
                context.letterhead, context.opening("Pengembalian berkas \(context.subjectOfRequest)"),
                .paragraph(
                    """
                    \(context.reference) permohonan tersebut \
                    \(strong: "kami kembalikan untuk dilengkapi atau diperbaiki") \
                    sebagai berikut.
                    """),
                .table(
                    .init(
                        ["No.", "Yang kurang atau keliru", "Yang perlu dilakukan"],
                        gaps.enumerated().map { ["\($0.offset + 1).", $0.element.gap, $0.element.remedy] })),
                .paragraph(
                    """
                    Permohonan yang telah diperbaiki diajukan kembali dengan menyebutkan nomor \(context.place); \
                    nomor itu tidak berubah dan surat permohonan baru tidak diperlukan kecuali bila isi surat berubah.
                    """),
                .paragraph(
                    "Pengembalian ini bukan penolakan; permohonan kami nilai setelah berkas kami terima kembali."),
                context.thanks, .signatures([context.signature(signer(context))]),
                .copies(context.settings.letters.copies),
            ])
    }

    /// The head of the agency where the procedure has one, else the head of the division.
    private static func signer(_ context: LetterContext) -> Role {
        context.procedure.titles[.agencyHead] != nil ? .agencyHead : .divisionHead
    }

    static func gaps(_ context: LetterContext) -> [(gap: String, remedy: String)] {
        let newest = context.record.history.last { $0.state == .returned && $0.kind != .lettered }
        var result: [(String, String)] = []
        for reason in newest?.details["reasons"]?.array ?? [] {
            guard let code = reason["code"]?.string, let subject = reason["subject"]?.string,
                let text = reason["id"]?.string.map(IndonesianText.told)
            else { continue }
            let title = title(of: subject, context)
            // A reason that names the paper itself need not be told twice what it is about.
            let isTold = text.lowercased().contains(title.lowercased())
            let gap = isTold ? IndonesianText.capitalized(text) : "\(title): \(text)"
            result.append((gap, remedy(code, context)))
        }
        if let note = newest?.note { result.append((note, "Perbaiki sesuai keterangan.")) }
        if result.isEmpty, let reason = context.reason {
            result.append((IndonesianText.capitalized(reason.text), remedy(reason.code, context)))
        }
        return result
    }

    /// A field of the form or an attachment in words, where the subject is one.
    private static func title(of subject: String, _ context: LetterContext) -> String {
        let paper = context.procedure.attachments.first { $0.kind.lowercased() == subject.lowercased() }
        guard let words = paper?.title ?? FormField(rawValue: subject)?.text.id else { return subject }
        return IndonesianText.capitalized(words)
    }

    private static func remedy(_ code: String, _ context: LetterContext) -> String {
        let free = context.alternatives.map { "\($0).\(context.zone)" }
        let other = free.isEmpty ? "" : ", misalnya \(IndonesianText.list(free, "atau"))"
        return switch code {
        case "INCOMPLETE": "Lengkapi isian atau lampiran tersebut."
        case "NO_RECOMMENDATION": "Lampirkan bukti rekomendasi pembangunan aplikasi."
        case "INVALID_LABEL", "NON_ASCII", "TYPED_URL", "RESERVED", "QUARANTINED", "OUT_OF_ZONE":
            "Ajukan nama lain di bawah \(context.zone)\(other)."
        case "TARGET_INVALID", "TARGET_NOT_ALLOWED":
            "Sebutkan alamat IP atau host tujuan yang sah dan dapat dijangkau umum."
        case "MAILBOX_INVALID", "MAILBOX_FOREIGN": "Perbaiki nama akun surel; akun berada di bawah \(context.name)."
        case "NOT_ACTIVE": "Ajukan kembali setelah nama itu aktif."
        case "DUPLICATE": "Ajukan nama lain\(other)."
        default: "Perbaiki sesuai keterangan."
        }
    }
}
