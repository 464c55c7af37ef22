extension Check {
    /// What is found in a zone's procedure.json.
    static let procedureChecks: [Check] = [
        Check(
            "PROCEDURE_SYNTAX", .error, "JSON5",
            Text(en: "The procedure cannot be read.", id: "Prosedur tidak dapat dibaca."),
            explanation: Text(
                en: "A comma, a quote or a bracket is missing at the place that is named, or somewhat before it.",
                id: "Ada koma, tanda kutip, atau kurung yang kurang di tempat yang disebut, atau sedikit sebelumnya."),
            bad: "{ id: \"PBG\" title: \"Permohonan\" }", good: "{ id: \"PBG\", title: \"Permohonan\" }", .elsewhere),
        Check(
            "PROCEDURE_UNKNOWN_KEY", .error, "procedure.json",
            Text(en: "The procedure has a key that there is not.", id: "Prosedur memuat kunci yang tidak ada."),
            explanation: Text(
                en: "A misspelt key would have no effect, and nobody would notice. The message names the "
                    + "likeliest one.",
                id: "Kunci yang salah eja tidak berpengaruh tanpa disadari. Pesannya menyebut yang paling mungkin."),
            bad: "{ titel: \"Permohonan\" }", good: "{ title: \"Permohonan\" }", .elsewhere),
        Check(
            "PROCEDURE_DUPLICATE_KEY", .error, "procedure.json",
            Text(en: "A key of the procedure stands twice.", id: "Sebuah kunci prosedur tertulis dua kali."),
            explanation: Text(
                en: "Which of the two is meant cannot be told. Remove one.",
                id: "Tidak dapat diketahui mana yang dimaksud. Hapus salah satu."),
            bad: "{ title: \"A\", title: \"B\" }", good: "{ title: \"B\" }", .elsewhere),
        Check(
            "PROCEDURE_MISSING", .error, "procedure.json",
            Text(en: "The procedure lacks something that it needs.", id: "Prosedur kurang lengkap."),
            explanation: Text(
                en: "The message names the key. A step needs id, activity, roles, effects and time; a role needs a "
                    + "title; a step that decides needs a decision.",
                id: "Pesannya menyebut kuncinya. Langkah perlu id, activity, roles, effects, dan time; peran perlu "
                    + "sebutan di titles; langkah yang memutuskan perlu decision."),
            bad: "{ id: \"PBG-06\", effects: [\"decide\"] }",
            good: "{ id: \"PBG-06\", effects: [\"decide\"], decision: { … } }", .elsewhere),
        Check(
            "PROCEDURE_TYPE", .error, "procedure.json",
            Text(en: "A value of the procedure is of the wrong kind.", id: "Jenis nilai dalam prosedur salah."),
            explanation: Text(
                en: "Numbers stand without quotes, texts in quotes, lists in [ ], groups in { }.",
                id: "Angka tanpa tanda kutip, teks dalam tanda kutip, daftar dalam [ ], kelompok dalam { }."),
            bad: "time: { minutes: \"30\" }", good: "time: { minutes: 30 }", .elsewhere),
        Check(
            "PROCEDURE_VALUE", .error, "procedure.json",
            Text(en: "The procedure has a value that there is not.", id: "Nilai dalam prosedur tidak mungkin."),
            explanation: Text(
                en: "The message says which values there are, or the one that was probably meant.",
                id: "Pesannya menyebut nilai yang ada, atau yang mungkin dimaksud."),
            bad: "roles: [\"tehnician\"]", good: "roles: [\"technician\"]", .elsewhere),
        Check(
            "PROCEDURE_UNKNOWN_STEP", .error, "procedure.json",
            Text(
                en: "The procedure names a step that it does not have.", id: "Prosedur menyebut langkah yang tidak ada."),
            explanation: Text(
                en: "What leads there would lead nowhere. Name a step of the list, \"applicant\" or \"end\".",
                id: "Yang menuju ke sana tidak menuju ke mana pun. Sebutkan langkah dalam daftar, \"applicant\", atau "
                    + "\"end\"."),
            bad: "yes: \"PBG-70\"", good: "yes: \"PBG-07\"", .elsewhere),
        Check(
            "PROCEDURE_UNREACHABLE", .error, "procedure.json",
            Text(en: "No way leads to a step of the procedure.", id: "Sebuah langkah prosedur tidak dapat dicapai."),
            explanation: Text(
                en: "No request would ever come to it. Name it in next or in a decision, or remove it.",
                id: "Tidak ada permohonan yang akan sampai di situ. Sebutkan di next atau decision, atau hapus."),
            bad: "{ id: \"PBG-11\", …, next: \"PBG-13\" }, { id: \"PBG-12\", … }",
            good: "{ id: \"PBG-11\", … }, { id: \"PBG-12\", … }", .elsewhere),
        Check(
            "PROCEDURE_ENDLESS", .error, "procedure.json",
            Text(en: "From a step no way leads to an end.", id: "Dari sebuah langkah tidak ada jalan ke akhir."),
            explanation: Text(
                en: "Requests would go round in circles and never be archived. Let the last step lead to \"end\".",
                id: "Permohonan akan berputar tanpa pernah diarsipkan. Arahkan langkah terakhir ke \"end\"."),
            bad: "{ id: \"PBG-13\", …, next: \"PBG-12\" }", good: "{ id: \"PBG-13\", …, next: \"end\" }", .elsewhere),
        Check(
            "PROCEDURE_CONTRADICTION", .error, "procedure.json",
            Text(en: "Two things in the procedure cannot both be.", id: "Dua hal dalam prosedur saling bertentangan."),
            explanation: Text(
                en: "A least time above the most, a decision whose answers lead to the same step, a paper that is "
                    + "needed and written nowhere. The message says which.",
                id: "Waktu tersingkat melebihi terlama, keputusan yang kedua jawabannya menuju langkah yang sama, atau "
                    + "dokumen yang diperlukan tetapi tidak dibuat. Pesannya menyebut yang mana."),
            bad: "time: { hours: { min: 3, max: 1 } }", good: "time: { hours: { min: 1, max: 3 } }", .elsewhere),
    ]
}
