import type { Bilingual } from "../core/bilingual.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { indexWords } from "./index-words.ts";
import type { OutputFolder, ScenarioFolder } from "./output-folder.ts";

/** How an index can be told from a page of somebody else's. */
export const indexMark = '<meta name="generator" content="planreach index">';

/**
 * Write the index of an output folder: one page in both languages that shows the charts of all scenarios and leads to
 * everything else.
 *
 * The page needs nothing but itself; its links are relative, so that the folder can be moved or zipped as a whole.
 *
 * @returns HTML; every text of a file is escaped.
 */
export function indexPage(folder: OutputFolder): string {
  const { scenarios, together, documents, model, drawings, notebooks } = folder;
  const isInternal = scenarios.some((scenario) => scenario.isInternal);
  const plans = new Map(scenarios.flatMap(({ plan }) => (plan === null ? [] : [[plan.zh, plan]])));
  const sections = [
    section("documents", documents.length > 0, html`<ul>${documents.map((path) => item(link(path, path)))}</ul>`),
    section("together", together.length > 0, html`${together.map(drawing)}`),
    section("scenarios", scenarios.length > 0, scenarioSections(scenarios)),
    section("model", model.length > 0, html`<ul>${model.map((path) => item(modelLink(path)))}</ul>`),
    section("drawings", drawings.length > 0, html`<ul>${drawings.map((path) => item(link(path, path)))}</ul>`),
    section("notebooks", notebooks.length > 0, html`<ul>${notebooks.map((path) => item(link(path, path)))}</ul>`),
  ].filter(({ isThere }) => isThere);
  const contents = sections.map(({ key }) => html`<a href="#${key}">${both(indexWords[key])}</a>`);
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${{ markup: indexMark }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${indexWords.title.zh} · ${indexWords.title.en}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${isInternal ? html`<p class="mark">${both(indexWords.internal)}</p>` : html``}
<h1>${both(indexWords.title)}</h1>
${[...plans.values()].map((plan) => html`<p>${both(plan)}</p>`)}
<nav>${joinHtml(contents, " · ")}</nav>
${sections.map(({ markup: content }) => content)}
</body>
</html>
`;
  return markup;
}

function section(
  key: "documents" | "together" | "scenarios" | "model" | "drawings" | "notebooks",
  isThere: boolean,
  content: Html,
) {
  const markup = html`<section id="${key}"><h2>${both(indexWords[key])}</h2>
${content}</section>
`;
  return { key, isThere, markup };
}

function drawing({ name, svg }: OutputFolder["together"][number]): Html {
  const title = indexWords[name === "overview" ? "overview" : "comparison"];
  return html`<figure><figcaption>${both(title)} ${endings(name)}</figcaption>${{ markup: svg }}</figure>
`;
}

function scenarioSections(scenarios: readonly ScenarioFolder[]): Html {
  return html`<p class="quiet">${indexWords.charts.zh}<br>${indexWords.charts.en}</p>
<p class="quiet">${indexWords.endings.zh}<br>${indexWords.endings.en}</p>
${scenarios.map(scenarioSection)}`;
}

function scenarioSection({ name, label, description, files, charts, hash, informationDate }: ScenarioFolder): Html {
  const data = files.map((file) => {
    const words = file in indexWords ? html` ${both(indexWords[file as keyof typeof indexWords])}` : html``;
    return html`<span class="file">${link(`${name}/${file}`, file)}${words}</span>`;
  });
  const drawn = charts.map(({ file, title }) => item(html`${both(title)} ${endings(`${name}/${file}`)}`));
  const about = `${indexWords.informationDate.zh} ${informationDate} · ${indexWords.run.zh} ${hash}`;
  return html`<h3 id="${name}">${both(label)} <code>${name}</code></h3>
${description === null ? html`` : html`<p>${description.zh}<br><span class="quiet" lang="en">${description.en}</span></p>`}
<p>${joinHtml(data, " · ")}</p>
<p class="quiet">${about}</p>
<ul class="charts">${drawn}</ul>
`;
}

function modelLink(path: string): Html {
  const file = path.split("/").at(-1) ?? path;
  return html`${link(path, file)} ${both(indexWords[file as "model.html" | "causal-diagram.svg"])}`;
}

/** Links to a chart in each form. */
function endings(path: string): Html {
  const links = [
    [".png", "PNG"],
    [".svg", "SVG"],
    [".vl.json", "Vega-Lite"],
  ].map(([ending, word]) => link(`${path}${ending}`, word ?? ""));
  return html`<span class="forms">${joinHtml(links, " ")}</span>`;
}

function link(path: string, word: string): Html {
  return html`<a href="${path.split("/").map(encodeURIComponent).join("/")}">${word}</a>`;
}

function item(content: Html): Html {
  return html`<li>${content}</li>
`;
}

function both({ zh, en }: Bilingual): Html {
  return html`${zh} <span class="quiet" lang="en">${en}</span>`;
}

const style = `
body{font:15px/1.6 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#222b35;margin:2rem auto;max-width:78rem;padding:0 1.25rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:2px solid #1b4b7a}h3{font-size:1.05rem;margin:1.8rem 0 .3rem}
a{color:#1b4b7a}p{margin:.3rem 0}ul{margin:.3rem 0;padding-left:1.2rem}code{font:.85em ui-monospace,Consolas,monospace;color:#5b6670}
.quiet{color:#5b6670;font-size:.9em}.mark{text-align:right;color:#a01818;font-weight:700}
.charts{columns:2;column-gap:2.5rem}.charts li{break-inside:avoid}.forms{white-space:nowrap;font-size:.85em}.forms a{margin-left:.4em}
figure{margin:1.2rem 0}figure svg{max-width:100%;height:auto}figcaption{font-weight:700}
@media (max-width:50rem){.charts{columns:1}}
@media print{@page{size:A4;margin:18mm}body{max-width:none;margin:0;padding:0;font-size:10pt}a{color:inherit;text-decoration:none}figure{break-inside:avoid}figure svg{max-height:240mm}h2,h3{break-after:avoid}}
`;
