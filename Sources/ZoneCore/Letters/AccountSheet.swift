/// Lembar data akun: user name and password of one account, on a single sheet that is handed over against a
/// signature. The password goes through here to paper and is kept nowhere.
public enum AccountSheet {
    public static func document(
        _ context: LetterContext, sheet: String, user: String, password: String, receiver: String? = nil
    ) -> LetterDocument {
        var fields: [LetterDocument.Field] = [.init("Nomor lembar", "\(strong: sheet)")]
        if !context.name.isEmpty { fields.append(.init("Nama subdomain", "\(context.name)")) }
        fields += [
            .init("Perangkat daerah", "\(context.form.opd)"), .init("Nama pengguna", "\(strong: user)"),
            .init("Kata sandi", "\(strong: password)"), .init("Diterbitkan", "\(context.moment(context.now))"),
            .init("Agenda", "\(context.summary.id)"),
        ]
        return context.document(
            "Lembar Data Akun",
            [
                context.letterhead, .heading(["LEMBAR DATA AKUN", "RAHASIA", "hanya satu lembar; tidak ada salinan"]),
                .fields(fields),
                .numbered([
                    "Kata sandi diganti pada saat pertama kali masuk; setelah itu lembar ini dimusnahkan.",
                    "Lembar ini tidak difoto, disalin, atau dikirim melalui surel dan pesan.",
                    "Bila lembar ini hilang, mintalah pengaturan ulang; lembar ini lalu tidak berlaku lagi.",
                ]),
                .signatures([
                    context.signature(.technician, above: ["Yang menyerahkan,"]),
                    .init(above: ["Yang menerima, tanggal ……………………"], name: receiver ?? ""),
                ]),
            ])
    }
}
