/// The words for papers. Procedures use the office's own; forms come from those who use the English ones, too.
public enum AttachmentKind {
    private static let english = [
        "authorizationletter": "suratkuasa", "powerofattorney": "suratkuasa", "identity": "identitas",
    ]

    /// What all words for one kind of paper have in common.
    public static func key(_ kind: String) -> String {
        let word = kind.lowercased()
        return english[word] ?? word
    }

    /// `OTHER_ATTACHMENT` for papers that the procedure does not ask for, with the one that was probably meant.
    public static func warnings(_ papers: [RequestForm.Attachment], _ procedure: Procedure) -> [Reason] {
        let kinds = procedure.attachments.map(\.kind)
        let known = Set(kinds.map(key))
        guard !known.isEmpty else { return [] }
        var seen: Set<String> = []
        return papers.filter { !known.contains(key($0.kind)) && seen.insert(key($0.kind)).inserted }.map { paper in
            let hint = FaultCollector.hint(paper.kind, kinds)
            return Reason(
                "OTHER_ATTACHMENT", Shown.text(paper.kind),
                Text(
                    en: "is kept, but the procedure does not ask for it; \(hint.en)",
                    id: "disimpan, tetapi tidak disyaratkan prosedur; \(hint.id)"))
        }
    }
}
