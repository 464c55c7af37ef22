# Purbalingga's day; sourced by script/office-day.
title="Dinas Komunikasi dan Informatika Kabupaten Purbalingga"
prefix=PBG
offset=+07:00
registrar="registrar:Sari Contoh"
technician="technician:Budi Contoh"
actor_01=$registrar
actor_02="agencyHead:Dewi Contoh"
actor_03="divisionHead:Rini Contoh"
actor_04=$technician
actor_05=$technician
actor_06=$actor_03
actor_07=$technician
actor_08=$registrar
actor_09="sectionHead:Tono Contoh"
actor_10="secretary:Wati Contoh"
actor_11=$actor_02
actor_12=$registrar
actor_13=$registrar
usual=('hosting="ownServer"' "capacityGB=2" 'target="192.0.2.20"' "$admin" "$technical")

# What the register has from the year before.
before() {
    must add dinkes --opd "Dinas Kesehatan" --letter 440/1/2025 --address 192.0.2.10 --www
    must add bappeda --opd Bappeda --letter 050/2/2025 --hosting 3
    rm hari.txt
}

letters() {
    local papers="attach suratKuasa identitas --hardcopy 'Lemari 2, map 14'"
    local desk=(02 "03 --schedule 2026-11-24" "$papers" 04 05)
    local reply=(09+ 10 11)
    local close=(12 "13" "letter laporan")
    # What is drafted at step 8 is signed at step 11; the report is written when it is asked for.
    local made=("06+" 07 publish 08 "letter persetujuan" "letter berita-acara" "${reply[@]}" "${close[@]}")

    # The ordinary way.
    form 1 dindik "Dinas Pendidikan" "www=true"
    plan 1 new "letter tanda-terima" "02 --note 'Tindak lanjuti'" "letter disposisi" 03 "letter jadwal" "$papers" 04 05 \
        "letter laporan-verifikasi" "${made[@]}"
    # A name that somebody else has: refused, with a letter.
    form 2 DINKES "Dinas Sosial"
    plan 2 new "${desk[@]}" "!06+" "06- --note 'Mohon memilih nama lain'" 08 "letter penolakan" "${reply[@]}" \
        "${close[@]}"
    # Whoever has it and cannot get in: another password, and the zone stays.
    form 3 dinkes "Dinas Kesehatan" "cannotAccess=true"
    plan 3 new "${desk[@]}" "06+" "reset" "sheet" "handover 'Sari Contoh'" 08 "letter surat-balasan" \
        "letter berita-acara-reset" "${reply[@]}" "${close[@]}"
    # Incomplete at the counter; all that is missing is told at once.
    form 4 dishub "Dinas Perhubungan" -capacityGB -function
    plan 4 "!new" "letter pengembalian" wait "again --capacity 2 --function 'Info lalu lintas'" "${desk[@]}" "${made[@]}"
    # A web address is no matter of the DNS: it goes to the redirector.
    form 5 ppid "Sekretariat Daerah" 'kind="redirect"' 'target="https://www.example.org/ppid"' -hosting -capacityGB
    plan 5 new "${desk[@]}" "${made[@]}"
    # More space than there is: put off, and taken up again when disks are added.
    form 6 perpustakaan "Dinas Arsip dan Perpustakaan" 'hosting="cloud"' "capacityGB=20" -target
    plan 6 new "${desk[@]}" "!06+" "letter surat-balasan" wait "capacity 50 --note 'Cakram baru, BAST 027/12/2026'" \
        "${made[@]}"
    # The draft is sent back, and written anew.
    form 7 dlh "Dinas Lingkungan Hidup" 'target="dlh.cloud.example.net"'
    plan 7 new "${desk[@]}" "06+" 07 publish 08 "09- --note 'Nomor surat keliru'" 08 "letter persetujuan" \
        "letter berita-acara" "${reply[@]}" "${close[@]}"
    # Not for the government.
    form 8 pasar "Dinas Perdagangan" 'purposeClass="commercial"'
    plan 8 new "${desk[@]}" "!06+" "06-" 08 "letter penolakan" "${reply[@]}" "${close[@]}"
    # Comes by e-mail and without the papers: they are still awaited in the evening.
    form 9 satpolpp "Satpol PP" 'channel="email"'
    plan 9 new 02 03 "!04" "letter pengembalian"
    # Comes last and stays with the division head.
    form 10 rsud "RSUD" 'purposeClass="publicService"' 'target=["192.0.2.30", "2001:db8::30"]'
    plan 10 last new "letter tanda-terima" 02
}
