/// The style of printed letters: A4 with the margins of official letters, a page on the screen that looks the same.
enum LetterStyle {
    static let sheet = """
        @page { size: A4; margin: 1.8cm 2cm 2cm 2.5cm; }
        * { box-sizing: border-box; }
        html { background: #e8e8e8; }
        body { background: #fff; color: #000; font: 11pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif;
          margin: 0 auto; max-width: 21cm; min-height: 29.7cm; overflow-wrap: break-word; padding: 1.8cm 2cm 2cm 2.5cm;
          position: relative; }
        p { margin: 0 0 .7em; text-align: justify; }
        header { border-bottom: 4px double #000; margin-bottom: 1.2em; padding-bottom: .5em; }
        header p { line-height: 1.2; margin: 0; text-align: center; }
        header .office { font-size: 15pt; font-weight: bold; text-transform: uppercase; }
        header .address { font-size: 10pt; }
        h1 { font-size: 13pt; line-height: 1.35; margin: 0 0 1em; text-align: center; }
        h2 { break-after: avoid; font-size: 11pt; margin: 1em 0 .4em; }
        ol, ul { margin: 0 0 .7em; padding-left: 1.6em; }
        li { margin-bottom: .25em; text-align: justify; }
        table { border-collapse: collapse; margin: 0 0 .8em; }
        th, td { text-align: left; vertical-align: top; }
        .fields th { font-weight: normal; padding-right: .6em; white-space: nowrap; }
        .fields .colon { padding-right: .5em; }
        .fields td { overflow-wrap: anywhere; }
        .grid { font-size: 10pt; width: calc(100% - 1px); }
        .grid th, .grid td { border: 1px solid #000; padding: .2em .4em; }
        .grid th { background: #f0f0f0; text-align: center; }
        .grid thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .opening { display: flex; gap: 1em; justify-content: space-between; }
        .opening .date { text-align: right; white-space: nowrap; }
        .addressee { margin: .6em 0 1.2em; text-align: left; }
        .signatures { break-before: avoid; break-inside: avoid; display: grid; gap: 1.5em 2em;
          grid-template-columns: 1fr 1fr;
          margin-top: 1.6em; }
        .signatures.single .signature { grid-column: 2; }
        .signature { break-inside: avoid; display: flex; flex-direction: column; justify-content: space-between;
          min-height: 8.5em; }
        .signature p { margin: 0; text-align: left; }
        .copies { break-before: avoid; break-inside: avoid; font-size: 10.5pt; margin-top: 1.6em; }
        .copies p { margin: 0; }
        footer { border-top: 1px solid #888; color: #333; font-size: 8.5pt; margin-top: 2em; padding-top: .4em; }
        .draft { border: 1px solid #a00; color: #a00; padding: .2em .6em; text-align: center; }
        .watermark { color: rgba(160, 0, 0, .11); font-size: 88pt; font-weight: bold; left: 50%; pointer-events: none;
          position: fixed; top: 50%; transform: translate(-50%, -50%) rotate(-35deg);
          white-space: nowrap; }
        @media print {
          html { background: none; }
          body { margin: 0; max-width: none; min-height: 0; padding: 0; }
        }
        @media screen and (max-width: 600px) {
          body { padding: 1em; }
          .opening { flex-direction: column-reverse; gap: 0; }
          .opening .date { text-align: left; }
          .signatures { display: block; }
          .signature { margin-bottom: 1.5em; }
          .grid { display: block; overflow-x: auto; }
        }

        """
}
