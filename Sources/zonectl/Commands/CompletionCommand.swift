import ZoneCore

extension Command {
    static let completion = Command(
        words: ["completion"], group: .program,
        summary: Text(en: "Print a completion script for a shell", id: "Cetak skrip pelengkap untuk shell"),
        explanation: [
            Text(
                en: "The script completes commands, options, their values, and the registry's zones. It is "
                    + "made from the program's own list and does not run the program while you type.",
                id: "Skrip melengkapi perintah, opsi beserta nilainya, dan zona dalam registry. Skrip dibuat "
                    + "dari daftar program ini sendiri dan tidak menjalankan program selagi Anda mengetik.")
        ],
        arguments: [
            Argument(
                placeholder: "SHELL", count: .one, help: Text(en: "bash, zsh or fish.", id: "bash, zsh, atau fish."),
                choices: { Completion.Shell.allCases.map(\.rawValue) })
        ],
        examples: [
            Example(
                "zonectl completion bash > /etc/bash_completion.d/zonectl",
                Text(en: "For all users of bash", id: "Untuk semua pemakai bash"))
        ],
        run: { invocation in
            let choices = Completion.Shell.allCases.map { ($0.rawValue, $0) }
            let word = invocation.arguments.first ?? ""
            do throws(BadValue) {
                let shell = try Values.choice(choices)(word)
                invocation.console.raw(shell.script(invocation.language))
                return .done
            } catch {
                throw Failure.usage(Text(en: "\(word) \(error.text.en)", id: "\(word) \(error.text.id)"))
            }
        })
}
