import type { Bilingual, Language } from "../core/bilingual.ts";
import type { Sector } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import type { LeverReach } from "../model/lever-reach.ts";
import { countBases } from "./basis-counts.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { eventTable, leverTable, policyTables, rowTable, switchTable } from "./model-page-measures.ts";
import { equationTable, parameterTable } from "./model-page-sectors.ts";
import { PageWriter, table } from "./page-writer.ts";
import type { RunOutput } from "./run-output.ts";

/**
 * Write the page that lists a model: every equation with what it reads, every assumption and table with basis and source,
 * every lever with the rows it can move, every policy.
 *
 * One file without scripts, to be read offline; the same study and language give the same bytes.
 *
 * @returns HTML; every text of a file is escaped.
 */
export function modelPage(
  run: Pick<RunOutput, "study" | "identity" | "language">,
  reach: readonly LeverReach[],
): string {
  const { study, identity, language } = run;
  const page = new PageWriter(study, language);
  const { plan } = study;
  const title = `${plan.label[language]} · ${page.say("title")}`;
  const colon = language === "zh" ? "：" : ": ";
  const body = html`
${holdsInternalValues(study) ? html`<p><b>${page.say("internal")}</b></p>` : html``}<h1>${title}</h1>
<p class="quiet">${page.say("informationDate")} ${identity.informationDate} · ${page.say("run")} ${identity.hash}</p>
${summary(page)}
<p><a href="causal-diagram.svg">${page.say("diagram")}</a></p>
${contents(page)}
${listedSectors(page).map(({ id, label }) => sectorSection(page, id, label))}
${section(page, "rows", rowTable(page, reach))}
${section(page, "levers", leverTable(page, reach))}
${section(page, "policies", policyTables(page, reach))}
${section(page, "events", eventTable(page))}
${section(page, "switches", switchTable(page))}`;
  return documentOf(
    title,
    language,
    html`${body}
<footer class="quiet">${plan.place[language]}${colon}${study.region}</footer>`,
  );
}

function documentOf(title: string, language: Language, body: Html): string {
  const { markup } = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>${body}
</body>
</html>
`;
  return markup;
}

/** How many parameters there are by basis, and how many of each name no source. */
function summary(page: PageWriter): Html {
  const { model } = page.study;
  const { count, unsourced } = countBases(model);
  const all = [...model.assumptions, ...model.tables];
  const keys = {
    plan: "basisPlan",
    data: "basisData",
    definition: "basisDefinition",
    assumption: "basisAssumption",
  } as const;
  const rows = Object.entries(keys).map(([basis, key]) => {
    const some = all.filter((one) => one.basis === basis);
    const without = some.filter(({ source }) => source === null).length;
    return [page.say(key), some.length, basis === "definition" ? "–" : without].map((cell) => html`${cell}`);
  });
  const last = [page.say("all"), count, unsourced].map((cell) => html`<b>${cell}</b>`);
  const words = (["basis", "count", "unsourced"] as const).map((key) => page.say(key));
  return html`<p>${page.say("equations")} ${model.variables.length} · ${page.say("parameters")} ${count} · ${page.say("levers")} ${model.levers.length} · ${page.say("policies")} ${page.study.policies.length}</p>
${table(words, [...rows, last])}`;
}

/** Sectors that state an equation, an assumption or a table; files of levers and events alone have neither. */
function listedSectors({ study: { model } }: PageWriter): readonly Sector[] {
  const stating = new Set([...model.variables, ...model.assumptions, ...model.tables].map(({ sector }) => sector));
  return model.sectors.filter(({ id }) => stating.has(id));
}

function contents(page: PageWriter): Html {
  const sectors = listedSectors(page).map(({ id, label }) => html`<a href="#sector-${id}">${label[page.language]}</a>`);
  const others = (["rows", "levers", "policies", "events", "switches"] as const).map(
    (key) => html`<a href="#section-${key}">${page.say(key)}</a>`,
  );
  return html`<nav><b>${page.say("contents")}</b> ${joinHtml([...sectors, ...others], " · ")}</nav>`;
}

function sectorSection(page: PageWriter, id: string, label: Bilingual): Html {
  return html`<section id="sector-${id}">
<h2>${page.both(label)}</h2>
${equationTable(page, id)}
${parameterTable(page, id)}
</section>
`;
}

function section(page: PageWriter, key: "rows" | "levers" | "policies" | "events" | "switches", content: Html): Html {
  return html`<section id="section-${key}">
<h2>${page.say(key)}</h2>
${content}
</section>
`;
}

const style = `
body{font:14px/1.55 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#222b35;margin:2rem auto;max-width:78rem;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:2px solid #1b4b7a}h3{font-size:1rem;margin-bottom:.4rem}
table{border-collapse:collapse;width:100%;margin-bottom:1rem}th{text-align:left;font-weight:600;color:#5b6670}
td,th{border-bottom:1px solid #e3e7eb;padding:.35rem .6rem .35rem 0;vertical-align:top;overflow-wrap:anywhere}
code{font:12.5px/1.5 ui-monospace,Consolas,monospace}a{color:#1b4b7a;text-decoration:none}a:hover{text-decoration:underline}
.quiet{color:#5b6670}.missing{color:#b4501e}:target{background:#fff3c4}nav{line-height:2}
`;
