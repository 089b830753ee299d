/** Markup that is safe to stand in a page. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: markup as it is, lists of it, and text, which is escaped. */
export type HtmlPart = Html | readonly Html[] | string | number;

/** Write markup as a template; every value that is no markup itself is escaped, so no text of a file becomes markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const pieces = strings.map((text, place) => text + (place < parts.length ? markupOf(parts[place]!) : ""));
  return { markup: pieces.join("") };
}

/** Escape a text for use between tags and inside quoted attributes. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Put markup one after the other, with a text between. */
export function joinHtml(parts: readonly Html[], between = ""): Html {
  return { markup: parts.map(({ markup }) => markup).join(escapeHtml(between)) };
}

function markupOf(part: HtmlPart): string {
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : joinHtml(part).markup;
}
