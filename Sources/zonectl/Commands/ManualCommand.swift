import ZoneCore

extension Command {
    static let manual = Command(
        words: ["manual"], group: .program,
        summary: Text(en: "Print the manual page", id: "Cetak halaman manual"),
        explanation: [
            Text(
                en: "The page is roff source for man(1), in the language of --lang.",
                id: "Halaman berupa sumber roff untuk man(1), dalam bahasa menurut --lang.")
        ],
        examples: [
            Example("zonectl manual | man -l -", Text(en: "Read it", id: "Membacanya")),
            Example(
                "zonectl manual > /usr/local/share/man/man1/zonectl.1",
                Text(en: "Install it", id: "Memasangnya")),
        ],
        run: { invocation in
            invocation.console.raw(Manual.page(invocation.language))
            return .done
        })
}
