import RFC1035

/// The records that announce a policy for mail transport (RFC 8461) and ask for reports about it (RFC 8460).
enum MailTransport {
    static func isPolicy(_ text: [UInt8]) -> Bool { TagList.isVersion("STSv1", of: text) }
    static func isReporting(_ text: [UInt8]) -> Bool { TagList.isVersion("TLSRPTv1", of: text) }

    static func problems(ofPolicy text: [UInt8]) -> [TextProblem] {
        guard isPolicy(text) else { return [TextProblem(.mtaSTSSyntax, versionText(text, "v=STSv1"))] }
        let list = TagList(text)
        if let fault = list.fault { return [TextProblem(.mtaSTSSyntax, fault)] }
        let id = list["id"]
        guard let id, 1...32 ~= id.value.count, id.value.allSatisfy(ASCII.isAlphanumeric) else {
            return [
                TextProblem(
                    .mtaSTSSyntax,
                    Text(
                        en: """
                            \(id?.shown ?? "no id="): the id is 1 to 32 letters and digits, such as id=20261120T080000
                            """,
                        id: """
                            \(id?.shown ?? "tanpa id="): id terdiri atas 1 sampai 32 huruf dan angka, misalnya \
                            id=20261120T080000
                            """))
            ]
        }
        return []
    }

    static func problems(ofReporting text: [UInt8]) -> [TextProblem] {
        guard isReporting(text) else { return [TextProblem(.tlsReportSyntax, versionText(text, "v=TLSRPTv1"))] }
        let list = TagList(text)
        if let fault = list.fault { return [TextProblem(.tlsReportSyntax, fault)] }
        let uris =
            list["rua"]?.text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
            ?? [""]
        guard let bad = uris.first(where: { !ReportURI.isMailbox($0) && !ReportURI.isSecureURL($0) }) else { return [] }
        let shown = Shown.text(bad)
        return [
            TextProblem(
                .tlsReportSyntax,
                Text(
                    en: "rua=“\(shown)”: reports go to mailto:user@domain or https://host/path",
                    id: "rua=“\(shown)”: laporan dikirim ke mailto:pengguna@domain atau https://host/path"))
        ]
    }

    private static func versionText(_ text: [UInt8], _ version: String) -> Text {
        let shown = TagList.beginning(of: text)
        return Text(
            en: "“\(shown)” is ignored: the record begins with \(version), in this spelling, and a semicolon",
            id: "“\(shown)” diabaikan: rekaman ini diawali \(version), dengan ejaan ini, lalu titik koma")
    }
}
