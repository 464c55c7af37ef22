/// The look of the status pages: one column on a telephone, tables on a desk, black on white on paper.
public enum HTMLStyle {
    public static let sheet = """
        :root { --ink: #1a2530; --soft: #51606d; --line: #d5dce2; --ground: #f4f6f8; --accent: #0b5d7a; --late: #a3201b;
          --late-ground: #fdeceb; --good: #1d6b3a; }
        * { box-sizing: border-box; }
        html { background: var(--ground); color: var(--ink); }
        body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; margin: 0 auto; max-width: 76rem;
          overflow-wrap: break-word; padding: 0 1rem 3rem; }
        header { border-bottom: 3px solid var(--accent); margin-bottom: 1.5rem; padding: 1.25rem 0 .75rem; }
        header p { color: var(--soft); margin: 0; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .6rem; }
        p { margin: 0 0 .75rem; }
        a { color: var(--accent); }
        a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .75rem 0 0;
          padding: 0; }
        nav a { display: inline-block; padding: .3rem 0; }
        nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
        .tiles { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
          list-style: none; margin: 0; padding: 0; }
        .tiles li { background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
        .tiles strong { display: block; font-size: 1.6rem; font-variant-numeric: tabular-nums; line-height: 1.2; }
        .tiles span { color: var(--soft); }
        .tiles .late strong { color: var(--late); }
        .wide { background: #fff; border: 1px solid var(--line); border-radius: .5rem; overflow-x: auto; }
        table { border-collapse: collapse; font-size: .94rem; width: 100%; }
        th, td { border-top: 1px solid var(--line); padding: .5rem .75rem; text-align: left; vertical-align: top; }
        thead th { background: #e9eef2; border-top: 0; font-weight: 600; white-space: nowrap; }
        th button { background: none; border: 0; color: inherit; cursor: pointer; font: inherit; padding: 0; }
        th button::after { color: var(--soft); content: " \\2195"; }
        th[aria-sort=ascending] button::after { content: " \\2191"; }
        th[aria-sort=descending] button::after { content: " \\2193"; }
        td.number { font-variant-numeric: tabular-nums; text-align: right; }
        td.plain { white-space: nowrap; }
        td.step { min-width: 15rem; }
        .fields th { background: none; border-top: 1px solid var(--line); font-weight: 600; width: 14rem; }
        .fields tr:first-child > * { border-top: 0; }
        .mark { border-radius: .8rem; display: inline-block; font-size: .86rem; padding: .05rem .6rem; }
        .mark.late { background: var(--late-ground); color: var(--late); font-weight: 600; }
        .mark.good { background: #e6f3ea; color: var(--good); }
        .mark.waits { background: #eef1f4; color: var(--soft); }
        .search { margin: 0 0 .75rem; }
        .search label { display: block; font-weight: 600; }
        .search input { border: 1px solid #8896a3; border-radius: .375rem; font: inherit; max-width: 100%;
          padding: .45rem .6rem; width: 24rem; }
        .bar { background: #e1e7ec; border-radius: .5rem; height: .9rem; margin: .25rem 0 .5rem; max-width: 40rem;
          overflow: hidden; }
        .bar div { background: var(--accent); height: 100%; }
        .bar.full div { background: var(--late); }
        .timeline { border-left: 3px solid var(--line); list-style: none; margin: 0; padding: 0 0 0 1.1rem; }
        .timeline li { margin: 0 0 1rem; position: relative; }
        .timeline li::before { background: var(--accent); border-radius: 50%; content: ""; height: .7rem;
          left: -1.55rem; position: absolute; top: .45rem; width: .7rem; }
        .timeline li.open::before { background: #fff; border: 3px solid var(--accent); }
        .timeline time { color: var(--soft); display: block; font-size: .9rem; }
        .timeline p { margin: 0; }
        .empty { color: var(--soft); }
        footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; margin-top: 2.5rem;
          padding-top: .75rem; }
        @media screen and (max-width: 40rem) {
          h1 { font-size: 1.35rem; }
          .wide { background: none; border: 0; }
          .wide thead { display: none; }
          .wide table, .wide tbody, .wide tr, .wide td, .wide th { display: block; width: 100%; }
          .wide tr { background: #fff; border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .75rem;
            padding: .4rem .9rem; }
          .wide tr[hidden] { display: none; }
          .wide td { border-top: 0; display: grid; gap: .5rem; grid-template-columns: 7.5rem minmax(0, 1fr);
            overflow-wrap: anywhere; padding: .2rem 0; text-align: left; }
          .wide td::before { color: var(--soft); content: attr(data-label); font-size: .88rem; }
          .wide td:empty { display: none; }
          .wide td.plain { white-space: normal; }
          .wide td.step { min-width: 0; }
          .wide td .mark { justify-self: start; }
          .wide td.number { text-align: left; }
          .wide.card { background: #fff; border: 1px solid var(--line); padding: .4rem 0; }
          .wide .fields tr { border: 0; margin: 0; padding: 0 .9rem; }
          .wide .fields th { border-top: 0; padding: .3rem 0 0; width: auto; }
          .wide .fields td { display: block; padding: 0 0 .3rem; }
        }
        @page { margin: 1.5cm; size: A4 landscape; }
        @media print {
          html { background: none; }
          body { font-size: 10pt; max-width: none; padding: 0; }
          nav, .search { display: none; }
          .wide { border: 0; overflow: visible; }
          th, td { padding: .3rem .4rem; }
          td.plain { white-space: normal; }
          td.step { min-width: 11rem; }
          thead { display: table-header-group; }
          tr, .timeline li { break-inside: avoid; }
          th button::after { content: ""; }
          a { color: inherit; text-decoration: none; }
          .mark { border: 1px solid; }
        }

        """

    /// Search and sort in a table of the page. Without it the table is there all the same, in its own order.
    static func script(label: String) -> String {
        // The label is ours; still nothing in it may end the text or the script.
        let quoted = label.filter { $0 != "\"" && $0 != "\\" && $0 != "<" }
        return """
            (function () {
              "use strict";
              var table = document.getElementById("list");
              if (!table) { return; }
              var body = table.tBodies[0];
              var rows = Array.prototype.slice.call(body.rows);
              var box = document.createElement("p");
              box.className = "search";
              var label = document.createElement("label");
              label.textContent = "\(quoted)";
              label.htmlFor = "search";
              var input = document.createElement("input");
              input.type = "search";
              input.id = "search";
              box.append(label, input);
              var status = document.createElement("span");
              status.setAttribute("role", "status");
              status.className = "empty";
              box.append(" ", status);
              table.parentNode.before(box);
              var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
              function search() {
                var words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
                var shown = 0;
                rows.forEach(function (row, index) {
                  row.hidden = !words.every(function (word) { return texts[index].indexOf(word) >= 0; });
                  if (!row.hidden) { shown += 1; }
                });
                status.textContent = words.length ? shown + " / " + rows.length : "";
              }
              input.addEventListener("input", search);
              var order = new Intl.Collator(document.documentElement.lang, { numeric: true });
              Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
                var button = document.createElement("button");
                button.type = "button";
                button.textContent = cell.textContent;
                cell.textContent = "";
                cell.append(button);
                button.addEventListener("click", function () {
                  var down = cell.getAttribute("aria-sort") === "ascending";
                  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
                    other.removeAttribute("aria-sort");
                  });
                  cell.setAttribute("aria-sort", down ? "descending" : "ascending");
                  rows.slice().sort(function (left, right) {
                    var way = order.compare(left.cells[column].textContent, right.cells[column].textContent);
                    return down ? -way : way;
                  }).forEach(function (row) { body.append(row); });
                });
              });
            })();
            """
    }
}
