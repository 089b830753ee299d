import type { Bilingual, Language } from "../core/bilingual.ts";
import { splitTokens } from "../core/split-tokens.ts";
import type { Study } from "../inputs/study.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { modelPageWords } from "./model-page-words.ts";

/** Writes what all parts of the model's page share: words of its language, names as links, formulas, sources. */
export class PageWriter {
  readonly study: Study;
  readonly language: Language;
  readonly #anchors: ReadonlySet<string>;

  constructor(study: Study, language: Language) {
    this.study = study;
    this.language = language;
    const { variables, assumptions, tables, switches } = study.model;
    const named = [...variables, ...assumptions, ...tables, ...switches];
    this.#anchors = new Set(named.map(({ name }) => name));
  }

  /** A fixed word of the page. */
  say(key: keyof typeof modelPageWords): string {
    return modelPageWords[key][this.language];
  }

  /** A label in the page's language, and in the other one beside it. */
  both(label: Bilingual | null): Html {
    if (label === null) return html``;
    const [own, other] = this.language === "zh" ? [label.zh, label.en] : [label.en, label.zh];
    return html`${own} <span class="quiet" lang="${this.language === "zh" ? "en" : "zh-CN"}">${other}</span>`;
  }

  /** A name with its label, where links to it lead; levers and events have names of their own. */
  anchor(name: string, label: Bilingual | null, kind: "value" | "lever" | "event" = "value"): Html {
    return html`<code id="${kind === "value" ? name : `${kind}-${name}`}">${name}</code><br>${this.both(label)}`;
  }

  /** The name of a variable, assumption, table or switch as a link, or as it is when the model has no such name. */
  link(name: string): Html {
    return this.#anchors.has(name) ? html`<a href="#${name}"><code>${name}</code></a>` : html`<code>${name}</code>`;
  }

  /** The name of a lever as a link. */
  leverLink(name: string): Html {
    return html`<a href="#lever-${name}"><code>${name}</code></a>`;
  }

  /** A formula with its names as links; dimensions and functions stay text. */
  formula(text: string): Html {
    const tokens = splitTokens(text);
    if (!tokens.ok) return html`<code>${text}</code>`;
    const pieces: Html[] = [];
    let at = 0;
    for (const { kind, text: word, range } of tokens.value) {
      if (kind !== "word" || !this.#anchors.has(word)) continue;
      pieces.push(html`${text.slice(at, range.start)}<a href="#${word}">${word}</a>`);
      at = range.end;
    }
    return html`<code>${pieces}${text.slice(at)}</code>`;
  }

  /** Where a number comes from, or that it names no source. */
  source(source: string | null): Html {
    return source === null ? html`<span class="missing">${this.say("noSource")}</span>` : html`${source}`;
  }

  /** Rows of the plan by their numbers, as links. */
  rowLinks(ids: readonly string[]): Html {
    const rows = this.study.plan.indicators.filter(({ id }) => ids.includes(id));
    return joinHtml(
      rows.map(({ id, row, label }) => html`<a href="#row-${id}" title="${label[this.language]}">${row ?? id}</a>`),
      ", ",
    );
  }
}

/** A table with a header; no rows: no table. */
export function table(header: readonly string[], rows: readonly (readonly Html[])[]): Html {
  if (rows.length === 0) return html``;
  const head = header.map((word) => html`<th>${word}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  );
  return html`<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`;
}
