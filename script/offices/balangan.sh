# Balangan's day; sourced by script/office-day.
title="Dinas Komunikasi dan Informatika Kabupaten Balangan"
prefix=BLG
offset=+08:00
registrar="registrar:Ayu Contoh"
technician="technician:Rudi Contoh"
actor_01="agencyHead:Hadi Contoh"
actor_02="divisionHead:Indah Contoh"
actor_03="sectionHead:Joko Contoh"
actor_04=$technician
actor_05=$actor_03
actor_06=$actor_02
actor_07=$technician
actor_08=$actor_03
actor_09=$actor_01
usual=('target="192.0.2.60"' "$admin")

before() {
    must add bkpsdm --opd BKPSDM --letter 800/1/2025 --address 192.0.2.61 --www
    must add disdik --opd "Dinas Pendidikan" --letter 420/2/2025 --address 192.0.2.62
    rm hari.txt
}

letters() {
    local desk=(01 02 03 04 05)
    local made=("06+" 07 publish 08 "letter surat-balasan" "letter berita-acara" 09 "letter laporan")

    # The ordinary way.
    form 1 dinkes "Dinas Kesehatan"
    plan 1 new "letter tanda-terima" "01 --note 'Untuk ditindaklanjuti'" "letter disposisi" 02 03 04 \
        "letter laporan-verifikasi" 05 "letter konsep-laporan" "06+" 07 publish 08 "letter surat-balasan" \
        "letter berita-acara" "letter persetujuan" 09
    # The name is somebody else's.
    form 2 disdik "Dinas Perpustakaan"
    plan 2 new "${desk[@]}" "!06+" "06-" 08 "letter surat-balasan" 09 "letter laporan"
    # The name is the agency's own, and nobody there knows the password any more.
    form 3 bkpsdm BKPSDM "cannotAccess=true" 'kind="passwordReset"' -target
    plan 3 new "${desk[@]}" "06+" reset sheet "handover 'Sari Contoh'" 08 "letter surat-balasan" \
        "letter berita-acara-reset" 09 "letter laporan"
    # The name is the agency's own, and it forgot that it has it.
    form 4 bkpsdm BKPSDM
    plan 4 new "${desk[@]}" "!06+" "06-" 08 "letter surat-balasan" 09
    # The zone as the printed procedure has it, with its misprint.
    form 5 diskominfo.balangkab.go.id "Dinas Kominfo"
    plan 5 "!new" "letter pengembalian" "again --name diskominfo" "${desk[@]}" "${made[@]}"
    # Without a date on the letter.
    form 6 dlh "Dinas Lingkungan Hidup" -letterDate
    plan 6 "!new" "letter pengembalian" "again --letter-date 2026-11-20" "${desk[@]}" "${made[@]}"
    # Several agencies use the name together.
    form 7 layanan "Sekretariat Daerah" 'coordinatedWith=["Dinas Sosial", "RSUD"]' "www=true"
    plan 7 new "${desk[@]}" "letter konsep-laporan" "06+" 07 publish 08 "letter surat-balasan" "letter berita-acara" 09
    # Advice instead of a name.
    form 8 pengumuman "Dinas Perhubungan"
    plan 8 new "${desk[@]}" "06- --reason TECHNICAL_ADVICE --note 'Gunakan halaman pada situs dishub'" 08 \
        "letter saran-teknis" "letter surat-balasan" 09 "letter laporan"
    # A name that cannot be, then an address that cannot be.
    form 9 2dinas "Dinas Sosial" 'target="300.1.1.1"'
    plan 9 "!new" "letter pengembalian" "!again --name dinsos" "again --address 192.0.2.63" "${desk[@]}" "${made[@]}"
    # Comes in the afternoon; the section head has it in the evening.
    form 10 rsud "RSUD Balangan" 'target="rsud.cloud.example.net"'
    plan 10 last new "letter tanda-terima" 01 02
}
