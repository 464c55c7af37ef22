# Kalimantan Utara's day; sourced by script/office-day.
title="Dinas Komunikasi, Informatika, Statistik dan Persandian Provinsi Kalimantan Utara"
prefix=KTR
offset=+08:00
registrar="registrar:Tina Contoh"
technician="technician:Umar Contoh"
actor_01=$registrar
actor_02="agencyHead:Vina Contoh"
actor_03="divisionHead:Wahyu Contoh"
actor_04=$technician
actor_05=$technician
usual=('target="192.0.2.80"' "$admin" 'attachments=[{"kind": "recommendationProof", "name": "rekomendasi.pdf"}]')

before() {
    must add dinkes --opd "Dinas Kesehatan" --letter 440/1/2025 --address 192.0.2.81 --www
    must add disnaker --opd "Dinas Tenaga Kerja" --letter 560/2/2025 --address 192.0.2.82
    must add bkd --opd BKD --letter 800/3/2025 --address 192.0.2.83 --www
    rm hari.txt
    cat >analisis.json <<'JSON'
{
  "needs": "Satu nama untuk layanan daring perangkat daerah",
  "facilities": "Server milik perangkat daerah",
  "budget": "Tanpa biaya",
  "infrastructure": "Satu alamat IP tetap",
  "scope": "Situs web dan formulir pengaduan",
}
JSON
}

letters() {
    local desk=(02 "03 --assign 'Umar Contoh'" "04 --analysis analisis.json")
    local made=(add publish "letter persetujuan" "letter email-akun" 05)

    # The ordinary way.
    form 1 dishut "Dinas Kehutanan"
    plan 1 new "letter tanda-terima" 02 "03 --assign 'Umar Contoh'" "letter disposisi" \
        "04 --analysis analisis.json" "letter laporan-analisis" "${made[@]}"
    # Without the proof of recommendation; it comes later.
    form 2 dispora "Dinas Pemuda dan Olahraga" -attachments
    plan 2 new 02 03 "!04 --analysis analisis.json" "letter pengembalian" "attach recommendationProof" \
        "04 --analysis analisis.json" "${made[@]}"
    # An address of the inner network, then a right one.
    form 3 bapenda Bapenda 'target="10.0.0.5"'
    plan 3 "!new" "letter pengembalian" "again --address 2001:db8::84" "${desk[@]}" "${made[@]}"
    # Another address for a name.
    form 4 disnaker "Dinas Tenaga Kerja" 'kind="change"' 'target="192.0.2.85"'
    plan 4 new "${desk[@]}" "${made[@]}"
    # Another name.
    form 5 bkd BKD 'kind="rename"' 'newName="bkpsdm"' -target
    plan 5 new "${desk[@]}" "${made[@]}"
    # A name is given up, and what belongs to it.
    form 6 dinkes "Dinas Kesehatan" 'kind="delete"' -target
    plan 6 new "${desk[@]}" "${made[@]}"
    # Somebody else's name is not given up.
    form 7 disnaker "Dinas Sosial" 'kind="delete"' -target
    plan 7 new 02 03 "!04 --analysis analisis.json" "04- --note 'Bukan pemegang nama'" "letter penolakan" 05
    # A name that exists.
    form 8 disnaker "Dinas Transmigrasi"
    plan 8 new 02 03 "!04 --analysis analisis.json" "04- --note 'Mohon memilih nama lain'" "letter penolakan" 05
    # The name that was given up this day rests first.
    form 9 dinkes "Dinas Sosial"
    plan 9 last "!new" "letter pengembalian"
    # Comes in the afternoon.
    form 10 satpolpp "Satpol PP"
    plan 10 last new "letter tanda-terima"
}
