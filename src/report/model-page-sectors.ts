import type { Assumption, Table, VariableSource } from "../inputs/study.ts";
import { explainReaders } from "../model/explain-variable.ts";
import { type UseMoment, usesOf, variableFormulas } from "../model/name-uses.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { type PageWriter, table } from "./page-writer.ts";

/** List the equations of one sector, in the order of its file. */
export function equationTable(page: PageWriter, sector: string): Html {
  const rows = page.study.model.variables.filter((one) => one.sector === sector).map((one) => equationRow(page, one));
  const header = (["name", "unit", "formula", "reads", "readBy", "source"] as const).map((key) => page.say(key));
  return titled(page, "equations", table(header, rows), rows.length);
}

/** List the assumptions and tables of one sector with their values, basis and source. */
export function parameterTable(page: PageWriter, sector: string): Html {
  const { assumptions, tables } = page.study.model;
  const rows = [
    ...assumptions
      .filter((one) => one.sector === sector)
      .map((one) => parameterRow(page, one, assumptionValue(page, one))),
    ...tables.filter((one) => one.sector === sector).map((one) => parameterRow(page, one, tableValue(page, one))),
  ];
  const header = (["name", "value", "unit", "basis", "source", "readBy"] as const).map((key) => page.say(key));
  return titled(page, "parameters", table(header, rows), rows.length);
}

function titled(page: PageWriter, key: "equations" | "parameters", content: Html, count: number): Html {
  return count === 0
    ? html``
    : html`<h3>${page.say(key)}</h3>
${content}`;
}

function equationRow(page: PageWriter, variable: VariableSource): Html[] {
  const { name, label, unitText, over, source } = variable;
  const formulas = variableFormulas(variable).map(({ part, of }) => {
    const condition = of.when === null ? html`` : html` <span class="quiet">when</span> ${page.formula(of.when.text)}`;
    return html`<span class="quiet">${page.say(part)}</span> ${page.formula(of.value.text)}${condition}`;
  });
  const reads = usesOf(variable, page.study.model).map((use) => useLink(page, use.name, [use.moment]));
  const dimensions = over.length === 0 ? "" : `[${over.join(", ")}]`;
  return [
    html`${page.anchor(name, label)} <span class="quiet">${dimensions}</span>`,
    html`${unitText}`,
    joinHtml(formulas.map((formula) => html`<div>${formula}</div>`)),
    joinHtml(reads, ", "),
    readersCell(page, name),
    // An equation needs no source of its own where the names it uses have theirs.
    html`${source ?? "–"}`,
  ];
}

function parameterRow(page: PageWriter, parameter: Assumption | Table, value: Html): Html[] {
  const { name, label, unitText, basis, source } = parameter;
  const keys = {
    plan: "basisPlan",
    data: "basisData",
    definition: "basisDefinition",
    assumption: "basisAssumption",
  } as const;
  const needsNoSource = basis === "definition" && source === null;
  return [
    page.anchor(name, label),
    value,
    html`${unitText}`,
    html`${page.say(keys[basis])}`,
    needsNoSource ? html`–` : page.source(source),
    readersCell(page, name),
  ];
}

function assumptionValue(page: PageWriter, { value, distributionText }: Assumption): Html {
  const central = value === null ? page.say("median") : String(value);
  return html`${central}<br><code>${distributionText ?? page.say("fixed")}</code>`;
}

/** Longest table that is listed cell by cell; longer ones stand in their own files. */
const cellsShown = 24;

function tableValue(page: PageWriter, { content }: Table): Html {
  if (content.kind === "points") return html`<code>${content.points.map(([x, y]) => `${x}: ${y}`).join(", ")}</code>`;
  const { over, values, years } = content;
  const size = `${values.length} ${page.say("values")}`;
  const heading = html`<span class="quiet">[${over.join(", ")}]</span> `;
  if (values.length > cellsShown) return html`${heading}${size}`;
  const isYearly = years !== null && values.length === years.length;
  const cells = [...values].map((value, place) => (isYearly ? `${years[place]}: ${value}` : String(value)));
  return html`${heading}<code>${cells.join(", ")}</code>`;
}

function readersCell(page: PageWriter, name: string): Html {
  const readers = explainReaders(page.study.model, name);
  return joinHtml(
    readers.map((reader) => useLink(page, reader.name, reader.moments)),
    ", ",
  );
}

function useLink(page: PageWriter, name: string, moments: readonly UseMoment[]): Html {
  const words = moments.flatMap((moment) => (moment === "now" ? [] : [page.say(moment)]));
  return html`${page.link(name)}${words.length === 0 ? "" : ` (${words.join(", ")})`}`;
}
