import { createHash } from "node:crypto";
import { type Html, html, joinHtml } from "../report/html.ts";
import { htmlScript, htmlStyle } from "./html-parts.ts";
import {
  type Block,
  type DrawnPictures,
  type FieldBlock,
  type PictureBlock,
  plainText,
  type ReportDocument,
  type Span,
  type TableBlock,
} from "./report-document.ts";

/**
 * Lay a document out as one HTML file that needs nothing else: pictures, style and the script that sorts tables inside.
 *
 * Every figure leads to a line at the end that says where it comes from. A policy in the page forbids any request.
 *
 * @returns HTML; every text is escaped.
 */
export function htmlPage(document: ReportDocument, pictures: DrawnPictures): string {
  return new HtmlLayout(document, pictures).page();
}

class HtmlLayout {
  readonly #document: ReportDocument;
  readonly #pictures: DrawnPictures;
  /** Number of the line that says where a figure comes from, by the words that it says. */
  readonly #lines: ReadonlyMap<string, number>;

  constructor(document: ReportDocument, pictures: DrawnPictures) {
    this.#document = document;
    this.#pictures = pictures;
    const sources = [...new Set(Object.values(document.provenance))];
    this.#lines = new Map(sources.map((source, place) => [source, place + 1]));
  }

  page(): string {
    const { language, title, lead, mark, blocks } = this.#document;
    const scriptHash = createHash("sha256").update(htmlScript).digest("base64");
    const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; img-src data:`;
    const { markup } = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.map(plainText).join(" ")}</title>
<style>${{ markup: htmlStyle }}</style>
</head>
<body>
${mark === null ? html`` : html`<div class="mark">${mark}</div>`}
<header>
${title.map((line, place) => html`<p class="title title-${place + 1}">${this.#spans(line)}</p>`)}
${lead.map((line) => html`<p class="lead">${this.#spans(line)}</p>`)}
</header>
${this.#contents()}
<main>
${blocks.map((block, place) => this.#block(block, place))}
</main>
${this.#sources()}
<script>${{ markup: htmlScript }}</script>
</body>
</html>
`;
    return markup;
  }

  #contents(): Html {
    const { blocks, contentsTitle, provenanceTitle } = this.#document;
    const entries = blocks.flatMap((block, place): Html[] => {
      if (block.kind !== "annex" && (block.kind !== "heading" || block.level > 2)) return [];
      const level = block.kind === "annex" ? 1 : block.level;
      return [
        html`<li class="level-${level}"><a href="#s${place}">${block.number} ${plainText(block.spans)}</a></li>
`,
      ];
    });
    return html`<nav><h2>${contentsTitle}</h2><ul>
${entries}<li class="level-1"><a href="#sources">${provenanceTitle}</a></li>
</ul></nav>`;
  }

  #block(block: Block, place: number): Html {
    switch (block.kind) {
      case "heading":
        return this.#heading(block.level, block.number, block.spans, place);
      case "annex":
        return html`<h2 class="annex" id="s${place}"><span>${block.number}</span> ${this.#spans(block.spans)}</h2>
`;
      case "paragraph":
        return html`<p>${this.#spans(block.spans)}</p>
`;
      case "note":
        return html`<p class="note">${this.#spans(block.spans)}</p>
`;
      case "table":
        return this.#table(block);
      case "picture":
        return this.#picture(block);
      case "field":
        return this.#field(block);
    }
  }

  #heading(level: 1 | 2 | 3, number: string, spans: readonly Span[], place: number): Html {
    const content = html`${number}${this.#document.language === "zh" ? "" : " "}${this.#spans(spans)}`;
    if (level === 1)
      return html`<h2 id="s${place}">${content}</h2>
`;
    return level === 2
      ? html`<h3 id="s${place}">${content}</h3>
`
      : html`<h4 id="s${place}">${content}</h4>
`;
  }

  #table({ number, caption, unit, columns, rows }: TableBlock): Html {
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => html`<col style="width:${((width / total) * 100).toFixed(1)}%">`);
    const heads = columns.map(
      ({ header, align }) => html`<th scope="col" class="${align}"><button type="button">${header}</button></th>`,
    );
    const body = rows.map((cells) => {
      const tds = cells.map((spans, i) => {
        const [first] = spans.flatMap((span) => (span.kind === "number" || span.kind === "chance" ? [span.value] : []));
        const key = first === undefined ? html`` : html` data-value="${first}"`;
        return html`<td class="${columns[i]?.align ?? "left"}"${key}>${this.#spans(spans)}</td>`;
      });
      return html`<tr>${tds}</tr>
`;
    });
    return html`<div class="table"><p class="caption">${number}　${this.#spans(caption)}</p>
${unit === null ? html`` : html`<p class="unit">${this.#spans(unit)}</p>`}
<table class="${rows.length > 40 ? "long" : ""}"><colgroup>${widths}</colgroup>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
  }

  #picture({ number, caption, name }: PictureBlock): Html {
    const picture = this.#pictures.get(name);
    if (picture === undefined) throw new RangeError(`htmlPage: every picture must have been drawn; got ${name}`);
    const title = `${number} ${plainText(caption)}`;
    const svg = picture.svg.replace("<svg ", `<svg role="img" aria-label="${html`${title}`.markup}" `);
    return html`<figure>${{ markup: svg }}<figcaption>${number}　${this.#spans(caption)}</figcaption></figure>
`;
  }

  #field({ label, prompt, evidenceLabel, evidence }: FieldBlock): Html {
    return html`<div class="field"><div class="evidence"><b>${evidenceLabel}</b>${evidence.map((spans) => html`<p>${this.#spans(spans)}</p>`)}</div>
<div class="fill"><b>${label}</b><p>${prompt}</p></div></div>
`;
  }

  #sources(): Html {
    const { provenanceTitle } = this.#document;
    const lines = [...this.#lines].map(
      ([source, number]) => html`<li id="n${number}">${source}</li>
`,
    );
    return html`<section id="sources"><h2>${provenanceTitle}</h2><ol>
${lines}</ol></section>`;
  }

  #spans(spans: readonly Span[]): Html {
    return joinHtml(spans.map((span) => this.#span(span)));
  }

  /** Figures lead to where they come from, and say it when they are pointed at; quoted texts have digits at times. */
  #span(span: Span): Html {
    if (span.kind === "text" || (span.kind === "quote" && !/\d/.test(span.text))) return html`${span.text}`;
    const source = this.#document.provenance[span.from] ?? "";
    const number = this.#lines.get(source) ?? 0;
    const exact = span.kind === "quote" ? "" : ` · ${span.value}`;
    return html`<a class="n" href="#n${number}" title="${source}${exact}">${span.text}</a>`;
  }
}
