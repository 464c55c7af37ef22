import RFC1035

/// A DMARC policy record (RFC 9989; RFC 7489 for what older receivers still read).
enum DMARC {
    static func isPolicy(_ text: [UInt8]) -> Bool { TagList.isVersion("DMARC1", of: text) }

    static func problems(of text: [UInt8]) -> [TextProblem] {
        guard isPolicy(text) else {
            let shown = TagList.beginning(of: text)
            return [
                TextProblem(
                    .dmarcSyntax,
                    Text(
                        en: """
                            receivers ignore “\(shown)”: a DMARC record begins with v=DMARC1, in capitals, and a \
                            semicolon
                            """,
                        id: """
                            penerima mengabaikan “\(shown)”: rekaman DMARC diawali v=DMARC1, huruf besar, lalu titik \
                            koma
                            """))
            ]
        }
        let list = TagList(text)
        if let fault = list.fault { return [TextProblem(.dmarcSyntax, fault)] }
        return policyProblems(list) + capitals(list) + list.tags.dropFirst().compactMap(problem)
    }

    /// Names of tags mean the same in any case (RFC 9989 §4.8, RFC 5234 §2.3), but those of DKIM, whose form DMARC
    /// took over, do not (RFC 6376 §3.2).
    private static func capitals(_ list: TagList) -> [TextProblem] {
        guard let tag = list.tags.first(where: { $0.name != $0.name.lowercased() }) else { return [] }
        return [
            TextProblem(
                .dmarcUnknownTag,
                Text(
                    en: "\(tag.name)= has capitals, which not all receivers read; write \(tag.name.lowercased())=",
                    id: """
                        \(tag.name)= memakai huruf besar yang tidak dibaca sebagian penerima; tulis \
                        \(tag.name.lowercased())=
                        """))
        ]
    }

    private static let onlyVersionText = Text(
        en: "nothing but the version; a semicolon outside quotes begins a comment: write \"v=DMARC1; p=…\" in quotes",
        id: """
            hanya ada versinya; titik koma di luar tanda kutip memulai komentar: tulis \"v=DMARC1; p=…\" dalam tanda \
            kutip
            """)

    private static let policies = ["none", "quarantine", "reject"]

    private static func policyProblems(_ list: TagList) -> [TextProblem] {
        guard let policy = tag("p", of: list) else {
            // What an unquoted semicolon leaves of a record.
            if list.tags.count == 1 { return [TextProblem(.dmarcSyntax, onlyVersionText)] }
            // RFC 9989 §4.10.1, RFC 7489 §6.6.3.
            if tag("rua", of: list).map({ reportAddresses($0).contains(where: isReportAddress) }) == true {
                return [
                    TextProblem(
                        .dmarcValue,
                        Text(
                            en: """
                                no p= tag, which counts as p=none: only reports are asked for; write p=none, \
                                p=quarantine or p=reject
                                """,
                            id: """
                                tidak ada tag p=, sehingga berlaku p=none: hanya meminta laporan; tulis p=none, \
                                p=quarantine, atau p=reject
                                """))
                ]
            }
            return [
                TextProblem(
                    .dmarcSyntax,
                    Text(
                        en: """
                            no p= tag, so nothing is asked for; write p=none, p=quarantine or p=reject behind \
                            v=DMARC1;
                            """,
                        id: """
                            tidak ada tag p=, jadi tidak ada yang diminta; tulis p=none, p=quarantine, atau p=reject \
                            setelah v=DMARC1;
                            """))
            ]
        }
        guard policies.contains(policy.lower) else {
            return [
                TextProblem(
                    .dmarcSyntax,
                    Text(
                        en: "\(policy.shown) is no policy; there are none, quarantine and reject",
                        id: "\(policy.shown) bukan kebijakan; yang ada: none, quarantine, dan reject"))
            ]
        }
        if policy.lower == "none" {
            return [
                TextProblem(
                    .dmarcNone,
                    Text(
                        en: "p=none only asks for reports; forged mail is delivered until it is quarantine or reject",
                        id: """
                            p=none hanya meminta laporan; surel palsu tetap diterima sampai diganti quarantine atau \
                            reject
                            """))
            ]
        }
        return []
    }

    /// What is wrong with one tag, behind the version.
    private static func problem(_ tag: TagList.Tag) -> TextProblem? {
        let values: Text
        switch tag.name.lowercased() {
        case "p": return nil
        case "sp", "np":
            guard !policies.contains(tag.lower) else { return nil }
            values = Text(verbatim: "none, quarantine, reject")
        case "adkim", "aspf":
            guard !["r", "s"].contains(tag.lower) else { return nil }
            values = Text(en: "r (relaxed), s (strict)", id: "r (longgar), s (ketat)")
        case "fo":
            let options = tag.lower.split(separator: ":", omittingEmptySubsequences: false)
            guard !options.allSatisfy({ ["0", "1", "d", "s"].contains($0) }) else { return nil }
            values = Text(en: "0, 1, d, s, with colons between", id: "0, 1, d, s, dipisahkan titik dua")
        case "psd":
            guard !["y", "n", "u"].contains(tag.lower) else { return nil }
            values = Text(verbatim: "y, n, u")
        case "t":
            guard !["y", "n"].contains(tag.lower) else { return nil }
            values = Text(verbatim: "y, n")
        case "pct":
            if isNumber(tag.value), let number = Int(tag.text), number <= 100 { return nil }
            values = Text(en: "a number from 0 to 100", id: "bilangan 0 sampai 100")
        case "ri":
            if isNumber(tag.value), UInt32(tag.text) != nil { return nil }
            values = Text(en: "a number of seconds", id: "bilangan detik")
        case "rf":
            guard tag.lower != "afrf" else { return nil }
            values = Text(verbatim: "afrf")
        case "rua", "ruf":
            guard let bad = reportAddresses(tag).first(where: { !isReportAddress($0) }) else { return nil }
            let shown = Shown.text(bad)
            return TextProblem(
                .dmarcValue,
                Text(
                    en: """
                        \(tag.name)=: “\(shown)” is no address for reports; write mailto:user@domain, with commas \
                        between
                        """,
                    id: "\(tag.name)=: “\(shown)” bukan alamat laporan; tulis mailto:pengguna@domain, dipisahkan koma"))
        default:
            return TextProblem(
                .dmarcUnknownTag,
                Text(
                    en: "there is no tag \(tag.name)=, so receivers pass over it; is it misspelt?",
                    id: "tidak ada tag \(tag.name)=, jadi penerima melewatinya; salah ketik?"))
        }
        return TextProblem(
            .dmarcValue,
            Text(
                en: "\(tag.shown): receivers take the default instead; the values are \(values.en)",
                id: "\(tag.shown): penerima memakai nilai bawaan; nilainya ialah \(values.id)"))
    }

    private static func tag(_ name: String, of list: TagList) -> TagList.Tag? {
        list.tags.first { $0.name.lowercased() == name }
    }

    private static func reportAddresses(_ tag: TagList.Tag) -> [String] {
        tag.text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    }

    private static func isNumber(_ text: [UInt8]) -> Bool {
        1...10 ~= text.count && text.allSatisfy(ASCII.isDigit)
    }

    private static func trimmed(_ text: Substring) -> String {
        let text = text.drop { $0 == " " || $0 == "\t" }
        return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    /// An address, perhaps with the size that RFC 7489 knew: `!10m`.
    private static func isReportAddress(_ text: String) -> Bool {
        guard let mark = text.lastIndex(of: "!") else {
            return ReportURI.isMailbox(text) || ReportURI.isSecureURL(text)
        }
        let size = text[text.index(after: mark)...].utf8
        let digits = size.prefix(while: ASCII.isDigit)
        let unit = size.dropFirst(digits.count)
        return !digits.isEmpty && (unit.isEmpty || unit.count == 1 && "kmgtKMGT".utf8.contains(unit.first ?? 0))
            && ReportURI.isMailbox(String(text[..<mark]))
    }
}
