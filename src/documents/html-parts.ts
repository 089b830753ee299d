/** Style of the HTML report, on the screen and on A4 paper. */
export const htmlStyle = `
:root{--ink:#222b35;--quiet:#5b6670;--line:#d5dbe1;--blue:#1b4b7a;--tint:#f4f7fa;--warm:#b4501e}
*{box-sizing:border-box}
body{font:16px/1.75 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:var(--ink);max-width:60rem;margin:2.5rem auto;padding:0 1.25rem}
header{text-align:center;margin-bottom:2rem}.title{margin:.2rem 0;font-weight:700;font-size:1.75rem;line-height:1.35}.title-1{font-size:1.35rem}.title-3{font-size:1.05rem;font-weight:400}
.lead,.note,.unit{color:var(--quiet);font-size:.875rem}.note{margin:.3rem 0}.lead{margin-top:.8rem}
h2{font-size:1.4rem;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--blue)}h3{font-size:1.15rem;margin:2.2rem 0 .6rem}h4{font-size:1rem;margin:1.8rem 0 .4rem}
p{margin:.5rem 0}nav{background:var(--tint);padding:.5rem 1.5rem 1rem;border-radius:6px}nav h2{border:0;margin:.5rem 0;font-size:1.1rem}nav ul{list-style:none;margin:0;padding:0;columns:2;column-gap:2rem}nav li{break-inside:avoid}.level-2{padding-left:1.5rem;font-size:.9rem}
a{color:var(--blue);text-decoration:none}a:hover{text-decoration:underline}a.n{color:inherit;border-bottom:1px dotted #9aa6b2}a.n:hover,a.n:focus{color:var(--blue);background:#e8f0f8;text-decoration:none}
.table{margin:1.4rem 0;overflow-x:auto}.caption{text-align:center;font-weight:700;margin:0}.unit{text-align:right;margin:0 0 .2rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.35rem .45rem;vertical-align:top;overflow-wrap:anywhere}thead th{border-top:2px solid var(--ink);border-bottom:1px solid var(--ink);vertical-align:bottom}tbody tr:last-child td{border-bottom:2px solid var(--ink)}tbody tr:hover{background:var(--tint)}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
th button{font:inherit;font-weight:700;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}th button:hover{color:var(--blue)}th[aria-sort=ascending] button::after{content:" ▲";font-size:.7em}th[aria-sort=descending] button::after{content:" ▼";font-size:.7em}
figure{margin:1.2rem 0;text-align:center}figure svg{max-width:100%;height:auto}figcaption{font-size:.9rem;font-weight:700;margin-top:.3rem}
.field{display:grid;grid-template-columns:1fr 1fr;gap:0;border:1px solid var(--line);margin:.6rem 0;font-size:.925rem}.field>div{padding:.6rem .9rem}.evidence{background:var(--tint)}.fill{border-left:1px solid var(--line)}.fill p{color:var(--warm)}
#sources{font-size:.875rem}#sources li:target{background:#fff3c4}
.mark{position:sticky;top:0;text-align:right;color:#a01818;font-weight:700;background:#fff;padding:.2rem 0;z-index:1}
@media (max-width:40rem){nav ul{columns:1}.field{grid-template-columns:1fr}.fill{border-left:0;border-top:1px solid var(--line)}}
@page{size:A4;margin:22mm 20mm 20mm}
@media print{body{font-size:10.5pt;max-width:none;margin:0;padding:0}h2,h3,h4,.caption{break-after:avoid}figure,.field,tr{break-inside:avoid}thead{display:table-header-group}.annex{break-before:page}nav{background:none;border:1px solid var(--line)}a,a.n{color:inherit;border:0}table{font-size:8.5pt}.long{font-size:7pt}th button{display:contents}th button::after{content:""!important}figure svg{max-height:105mm;width:auto}.mark{position:fixed;top:0;right:0;padding:0;background:none}tbody tr:hover{background:none}}
`;

/**
 * Script of the HTML report: a click on a head sorts its table, a second one the other way round, a third restores it.
 *
 * Figures are sorted by their value, whatever is written; cells without one come last.
 */
export const htmlScript = `
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
    const was = head.getAttribute("aria-sort");
    const now = was === null ? "ascending" : was === "ascending" ? "descending" : null;
    for (const other of heads) other.removeAttribute("aria-sort");
    if (now === null) return body.append(...original);
    head.setAttribute("aria-sort", now);
    const sign = now === "ascending" ? 1 : -1;
    const key = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const isNumber = original.some((row) => typeof key(row) === "number");
    body.append(...[...original].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (!isNumber) return sign * x.localeCompare(y, document.documentElement.lang, { numeric: true });
      if (typeof x !== "number" || typeof y !== "number") return (typeof x !== "number") - (typeof y !== "number");
      return sign * (x - y);
    }));
  }));
}
`;
