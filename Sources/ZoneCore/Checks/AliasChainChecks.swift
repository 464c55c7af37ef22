import RFC1035

extension Check {
    /// Aliases of aliases.
    static let aliasChainChecks: [Check] = [
        Check(
            "CNAME_LOOP", .error, "RFC 1034 §3.6.2",
            Text(en: "Aliases lead back to themselves.", id: "Alias berputar kembali ke dirinya sendiri."),
            explanation: Text(
                en: """
                    Each alias of the loop sends the resolver to the next, and the last one to the first again, \
                    until it gives up: none of the names is ever answered. One of them must point to a host.
                    """,
                id: """
                    Tiap alias dalam lingkaran mengarahkan resolver ke alias berikutnya, dan yang terakhir kembali \
                    ke yang pertama, sampai resolver menyerah: tidak satu pun terjawab. Salah satunya harus menunjuk \
                    ke host.
                    """),
            bad: "portal CNAME web\nweb CNAME portal",
            good: "portal CNAME web\nweb CNAME www",
            .record([.cname], showing: .alias) { run, name, row in
                let chain = run.chain(from: row)
                switch chain.end {
                case .itself where chain.links == 1:
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "this alias points to itself, so nobody ever gets an answer",
                            id: "alias ini menunjuk ke dirinya sendiri sehingga tidak pernah ada jawaban"))
                case .itself:
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: """
                                this alias leads back to itself after \(chain.links) steps, so nobody ever gets an \
                                answer
                                """,
                            id: """
                                alias ini kembali ke dirinya sendiri setelah \(chain.links) langkah sehingga tidak \
                                pernah ada jawaban
                                """))
                case .loop:
                    let member = run.target(of: chain.last)
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "this alias ends in a loop of aliases at \(member), so nobody ever gets an answer",
                            id: """
                                alias ini berakhir di lingkaran alias pada \(member) sehingga tidak pernah ada \
                                jawaban
                                """))
                case .distantLoop:
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "this alias leads into a loop without end, so nobody ever gets an answer",
                            id: "alias ini menuju lingkaran tanpa akhir sehingga tidak pernah ada jawaban"))
                case .elsewhere, .address, .noAddress, .missing, .endless: return
                }
            }),
        Check(
            "CNAME_CHAIN_TOO_LONG", .warning, "RFC 1034 §3.6.2; named max-query-restarts",
            Text(
                en: "An alias leads to its host over more than eight aliases.",
                id: "Alias baru sampai ke host setelah lebih dari delapan alias."),
            explanation: Text(
                en: """
                    Resolvers follow only so many aliases, some no more than eight to eleven, and each step may cost \
                    a question. Beyond that there is no answer for some people and one for others. Point the alias \
                    to the host at the end of the chain.
                    """,
                id: """
                    Resolver hanya mengikuti sejumlah alias, ada yang cuma delapan sampai sebelas, dan tiap langkah \
                    dapat memerlukan satu pertanyaan. Lebih dari itu sebagian orang mendapat jawaban dan sebagian \
                    tidak. Arahkan alias langsung ke host di ujung rantai.
                    """),
            bad: (1...9).map { "a\($0) CNAME a\($0 + 1)" }.joined(separator: "\n") + "\na10 A 192.0.2.81",
            good: "a1 CNAME www",
            .record([.cname], showing: .alias) { run, _, row in
                let chain = run.chain(from: row)
                guard chain.links > 8 else { return }
                switch chain.end {
                case .itself, .loop, .distantLoop: return
                case .elsewhere, .address, .noAddress, .missing, .endless: break
                }
                let links = chain.links > AliasChain.longest ? "more than \(AliasChain.longest)" : "\(chain.links)"
                let lebih = chain.links > AliasChain.longest ? "lebih dari \(AliasChain.longest)" : "\(chain.links)"
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: """
                            \(links) aliases must be followed from here, and not every resolver does; point it to the \
                            last name
                            """,
                        id: """
                            \(lebih) alias harus diikuti dari sini, dan tidak semua resolver mau; arahkan ke nama \
                            terakhir
                            """))
            }),
        Check(
            "CNAME_TO_CNAME", .notice, opinion: true, "RFC 1034 §3.6.2",
            Text(en: "An alias points to an alias.", id: "Alias menunjuk ke alias."),
            explanation: Text(
                en: """
                    An alias of an alias works, but it costs a step, and whoever changes the one in the middle moves \
                    both. Point it to the host itself.
                    """,
                id: """
                    Alias ke alias berfungsi, tetapi menambah satu langkah, dan mengubah yang di tengah ikut \
                    memindahkan keduanya. Arahkan langsung ke host.
                    """),
            bad: "portal CNAME web\nweb CNAME www",
            good: "portal CNAME www\nweb CNAME www",
            .record([.cname], showing: .alias) { run, _, row in
                let chain = run.chain(from: row)
                guard 2...8 ~= chain.links, chain.redirected == nil else { return }
                switch chain.end {
                case .itself, .loop, .endless, .distantLoop: return
                case .elsewhere, .address, .noAddress, .missing: break
                }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the target \(run.target(of: row)) is an alias itself; point to the host",
                        id: "sasaran \(run.target(of: row)) sendiri sebuah alias; arahkan ke hostnya"))
            }),
    ]
}
