import ZoneCore

extension Command {
    static let help = Command(
        words: ["help"], group: .program,
        summary: Text(en: "Explain the program or a command", id: "Jelaskan program atau sebuah perintah"),
        explanation: [
            Text(
                en: "The same as --help after the command.", id: "Sama dengan --help setelah perintah.")
        ],
        arguments: [
            Argument(
                placeholder: "COMMAND", count: .any,
                help: Text(en: "A command's words.", id: "Kata-kata perintah."), completion: .command)
        ],
        examples: [
            Example("zonectl help add", Text(en: "How to add a name", id: "Cara menambah nama"))
        ],
        run: { invocation in Help.show(invocation.arguments, invocation.console) })
}
