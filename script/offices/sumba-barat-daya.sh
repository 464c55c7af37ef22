# Sumba Barat Daya's day; sourced by script/office-day.
title="Dinas Komunikasi dan Informatika Kabupaten Sumba Barat Daya"
prefix=SBD
offset=+08:00
registrar="registrar:Maria Contoh"
technician="technician:Paulus Contoh"
addressee="Bupati Sumba Barat Daya"
actor_01="divisionHead:Agus Contoh"
actor_02=$actor_01
actor_03=$technician
actor_04=$technician
actor_05=$technician
actor_06=$technician
actor_07=$technician
actor_08=$technician
actor_09=$actor_01
usual=('kind="email"' 'hosting="cloud"' "capacityGB=1" 'emailAccounts=["info", "humas"]' "$admin")

before() {
    printf '%s\n' "surel IN A 192.0.2.25" >>"zones/$zone/static.zone"
    sed -i '/^  mail: {/,/^  }/s/host: null/host: "surel"/' "zones/$zone/zone.json"
    must add dinkes --opd "Dinas Kesehatan" --letter 440/1/2025 --hosting 2 --mail
    rm hari.txt
}

letters() {
    local made=(04 05 06 publish sheet 07 08 "letter laporan" "handover 'Sari Contoh'" \
        "letter berita-acara-serah-terima" 09)
    local desk=(01 "02 --schedule 2026-11-23")

    # A name with three mailboxes.
    form 1 dispendik "Dinas Pendidikan" "capacityGB=2" 'emailAccounts=["info", "humas", "sekretariat"]'
    plan 1 new "letter tanda-terima" 01 "letter disposisi" "02 --schedule 2026-11-23" "letter jadwal" 03 \
        "letter laporan-verifikasi" "${made[@]}"
    # More space than there is: put off, and taken up again when disks are added.
    form 2 diskominfo "Dinas Kominfo" "capacityGB=20"
    plan 2 new "${desk[@]}" "!03" "letter surat-balasan" wait "capacity 50 --note 'Cakram baru'" 03 \
        "letter surat-balasan" "${made[@]}"
    # The letter should have gone to the regent.
    form 3 bappeda Bappeda 'addressee="Kepala Dinas Kominfo"'
    plan 3 new "${desk[@]}" 03 "letter laporan-verifikasi" "${made[@]}"
    # The name is somebody else's.
    form 4 dinkes "RSUD Waikabubak Contoh"
    plan 4 new "${desk[@]}" "!03+" "03- --reason DUPLICATE" "letter penolakan"
    # Mailboxes at a name that is written otherwise.
    form 5 dinsos "Dinas Sosial" 'emailAccounts=["info@dinsoss.sbdkab.go.id"]'
    plan 5 "!new" "letter pengembalian" "again --mailbox info humas" "${desk[@]}" 03 "${made[@]}"
    # Without mailboxes and without anybody who answers for it.
    form 6 dishub "Dinas Perhubungan" -emailAccounts -adminPIC
    plan 6 "!new" "letter pengembalian"
    # A name without mail.
    form 7 dpmptsp DPMPTSP 'kind="new"' -emailAccounts
    plan 7 new "${desk[@]}" 03 "${made[@]}"
    # Taken back by the agency.
    form 8 kesbangpol Kesbangpol
    plan 8 new "${desk[@]}" "cancel --note 'Ditarik dengan surat 200/8/2026'"
    # Planned for tomorrow.
    form 9 bkd BKD
    plan 9 new 01 "02 --schedule 2026-11-24 --assign 'Paulus Contoh'" "letter jadwal"
    # Comes in the afternoon.
    form 10 satpolpp "Satpol PP"
    plan 10 last new "letter tanda-terima"
}
