import { neverEvaluated } from "../core/never-evaluated.ts";
import { printDistribution } from "../core/print-distribution.ts";
import type { Effect, Policy } from "../inputs/study.ts";
import { type LeverReach, rowsOf } from "../model/lever-reach.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { type PageWriter, table } from "./page-writer.ts";

/** List the rows of the plan, each with the levers that can move it. */
export function rowTable(page: PageWriter, reach: readonly LeverReach[]): Html {
  const rows = page.study.plan.indicators.map(({ id, row, label, unitText, variable }) => {
    const levers = reach.filter(({ rows: reached }) => reached.includes(id)).map(({ lever }) => page.leverLink(lever));
    return [
      html`<span id="row-${id}">${row ?? id}</span>`,
      page.both(label),
      html`${unitText}`,
      variable === null ? html`–` : page.link(variable),
      joinHtml(levers, ", "),
    ];
  });
  return table(["", page.say("name"), page.say("unit"), page.say("variable"), page.say("levers")], rows);
}

/** List the levers with what they act on, the rows that they can move and the policies that feed them. */
export function leverTable(page: PageWriter, reach: readonly LeverReach[]): Html {
  const { model, policies } = page.study;
  const rows = model.levers.map(({ name, label, effects, lag, source }) => {
    const feeding = policies.filter(({ levers }) => levers.includes(name));
    return [
      page.anchor(name, label, "lever"),
      effectsCell(page, effects),
      html`${lag}`,
      page.rowLinks(reach.find(({ lever }) => lever === name)?.rows ?? []),
      joinHtml(feeding.map(policyLink), ", "),
      page.source(source),
    ];
  });
  const header = (["name", "actsOn", "lag", "reaches", "fedBy", "source"] as const).map((key) => page.say(key));
  return html`${evaluationNote(page)}${table(header, rows)}`;
}

/** List the policies chapter by chapter with the levers that they feed and the rows that they can move. */
export function policyTables(page: PageWriter, reach: readonly LeverReach[]): Html {
  const { policies } = page.study;
  const chapters = [...new Set(policies.map(({ chapter }) => chapter))];
  const parts = chapters.map((chapter) => {
    const rows = policies
      .filter((policy) => policy.chapter === chapter)
      .map((policy) => policyRow(page, policy, reach));
    const header = (["section", "name", "feeds", "weight", "lag", "reaches"] as const).map((key) => page.say(key));
    return html`<h3>${page.say("chapter")} ${chapter}</h3>
${table(["", ...header], rows)}`;
  });
  return policies.length === 0 ? html`` : html`${evaluationNote(page)}${parts}`;
}

function policyRow(page: PageWriter, policy: Policy, reach: readonly LeverReach[]): Html[] {
  const { number, section, label, levers, weight, lag } = policy;
  const reached = rowsOf(
    reach.filter(({ lever }) => levers.includes(lever)),
    page.study.plan.indicators,
  );
  return [
    html`<span id="policy-${number}">${number}</span>`,
    html`${section}`,
    page.both(label),
    joinHtml(
      levers.map((lever) => page.leverLink(lever)),
      ", ",
    ),
    html`${weight}`,
    html`${lag}`,
    page.rowLinks(reached),
  ];
}

/** List the events with what they act on. */
export function eventTable(page: PageWriter): Html {
  const rows = page.study.model.events.map(({ name, label, effects, source }) => [
    page.anchor(name, label, "event"),
    effectsCell(page, effects),
    page.source(source),
  ]);
  return table([page.say("name"), page.say("actsOn"), page.say("source")], rows);
}

/** List the switches with their options, the default in bold. */
export function switchTable(page: PageWriter): Html {
  const rows = page.study.model.switches.map(({ name, label, options, default: standard }) => {
    const names = options.map((option) => (option === standard ? html`<b>${option}</b>` : html`${option}`));
    return [page.anchor(name, label), joinHtml(names, ", ")];
  });
  return table([page.say("name"), page.say("options")], rows);
}

function effectsCell(page: PageWriter, effects: readonly Effect[]): Html {
  const signs = { multiply: "×", add: "+", set: "=" } as const;
  const lines = effects.map(({ target, operation, value }) => {
    const size = typeof value === "number" ? String(value) : printDistribution(value);
    return html`<div>${page.link(target)} ${signs[operation]} <code>${size}</code></div>`;
  });
  return joinHtml(lines);
}

function policyLink({ number }: Policy): Html {
  return html`<a href="#policy-${number}">${number}</a>`;
}

function evaluationNote({ language }: PageWriter): Html {
  const note = neverEvaluated[language];
  return html`<p class="missing">${language === "zh" ? `作用大小：${note}。` : `What they do is ${note}.`}</p>
`;
}
