# Tulungagung's day; sourced by script/office-day.
title="Dinas Komunikasi dan Informatika Kabupaten Tulungagung"
prefix=TLG
offset=+07:00
registrar="registrar:Gita Contoh"
technician="technician:Yoga Contoh"
# Requests come by the electronic form, which the agency fills in itself.
counter="applicant:E-Layanan"
clerk=$registrar
actor_02=$technician
actor_04=$counter
actor_04b=$registrar
actor_05="agencyHead:Laras Contoh"
actor_06="divisionHead:Made Contoh"
actor_07="sectionHead:Nia Contoh"
actor_08=$technician
actor_09=$technician
actor_10=$actor_07
actor_11=$technician
actor_12=$actor_06
actor_13=$actor_05
actor_14=$registrar
usual=('channel="eForm"' 'hosting="ownServer"' 'target="192.0.2.40"' "$admin" "$technical" -letterNumber -letterDate)

before() {
    must add dinsos --opd "Dinas Sosial" --letter 460/1/2025 --address 192.0.2.41 --www
    must add dispar --opd "Dinas Pariwisata" --letter 556/2/2025 --address 192.0.2.42
    rm hari.txt
}

letters() {
    local signed="attach signedForm --signed-by adminPIC technicalPIC"
    letter_of() { echo "again --letter 555/$1/2026 --letter-date 2026-11-23"; }
    local heads=(05 06 07)
    local ready=(publish "09 --server 127.0.0.1:$port")
    local reply=("10+" "letter surat-balasan" sheet "letter email-akun" 11 "12+" 13 14)

    # The ordinary way, from the form to the reply; the name server is asked before anybody is told.
    form 1 dindikpora "Dinas Pendidikan, Pemuda dan Olahraga"
    plan 1 new 02 "letter formulir" "$signed" 04 04b "$(letter_of 1)" "letter tanda-terima" "${heads[@]}" \
        "letter disposisi" 08 "${ready[@]}" "${reply[@]}" "letter berita-acara"
    # Sent back with a remark, corrected, sent back once more.
    form 2 rsud "RSUD" 'function="Web"'
    plan 2 new "02- --note 'Fungsi belum jelas'" "letter pengembalian" "again --function 'Antrean pasien'" \
        "02- --note 'Sebutkan cakupannya'" "letter pengembalian" "again --function 'Antrean pasien rawat jalan RSUD'" 02 \
        "$signed" 04 04b "$(letter_of 2)" "${heads[@]}" 08 "${ready[@]}" "${reply[@]}"
    # A name that exists: this procedure knows no refusal, the form goes back with free names.
    form 3 dinsos "Dinas Kesehatan"
    plan 3 new "!02" "02- --note 'Nama sudah dipakai, pilih yang lain'" "letter pengembalian" wait \
        "again --name dinkes" 02 "letter formulir"
    # A change of one's own name.
    form 4 dinsos "Dinas Sosial" 'kind="change"' 'target="192.0.2.43"' "www=true"
    plan 4 new 02 "$signed" 04 04b "$(letter_of 4)" "${heads[@]}" 08 "${ready[@]}" "${reply[@]}"
    # Somebody else's name: only its holder may change it.
    form 5 dispar "Dinas Sosial" 'kind="change"' 'target="192.0.2.44"'
    plan 5 new "!02" "02- --note 'Hanya pemegang nama yang dapat mengubahnya'" "letter pengembalian" \
        "cancel --note 'Ditarik pemohon'"
    # Space alone, without a name.
    form 6 - "Dinas Kominfo" 'kind="hosting"' 'hosting="cloud"' "capacityGB=4" -label -target \
        'subject="Permohonan ruang penyimpanan"'
    plan 6 new 02 "$signed" 04 04b "$(letter_of 6)" "${heads[@]}" 08 09 "${reply[@]}"
    # More space than is left: put off, until there is more.
    form 7 arsip "Dinas Arsip" 'hosting="cloud"' "capacityGB=20" -target
    plan 7 new "!02" "letter surat-balasan" wait "capacity 50 --note 'Cakram baru'" 02 "$signed" 04 04b \
        "$(letter_of 7)" "${heads[@]}" 08 "${ready[@]}" "${reply[@]}"
    # One signature is missing on the printed form.
    form 8 ppid "Sekretariat Daerah" 'kind="redirect"' 'target="https://www.example.org/ppid"' -hosting
    plan 8 new 02 "!attach signedForm --signed-by adminPIC" "!04" "$signed" 04 04b "!05" "$(letter_of 8)" \
        "${heads[@]}" 08 "${ready[@]}" "${reply[@]}"
    # Its own name servers; the first try has faults, and the draft is sent back.
    form 9 desa "Dinas Pemberdayaan Masyarakat dan Desa" 'kind="delegation"' -hosting -target \
        'nameServers=["ns1.desa.tulungagung.go.id=198.51.100.60", "ns2.example.net"]'
    plan 9 new 02 "$signed" 04 04b "$(letter_of 9)" "${heads[@]}" 08 publish 09 "10- --note 'Glue belum benar'" 08 \
        publish 09 "10+" "12- --note 'Salah alamat'" "10+" sheet "letter email-akun" 11 "letter surat-balasan" \
        "12+" 13 14
    # Handed in late; on the division head's desk in the evening.
    form 10 bpbd "BPBD" 'target=["192.0.2.45", "2001:db8::45"]'
    plan 10 last new 02 "letter formulir" "$signed" 04 04b "$(letter_of 10)" 05
}
