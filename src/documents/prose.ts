import type { Span } from "./report-document.ts";

/** What may stand in a template: a span, spans, or fixed words. */
export type Piece = Span | readonly Span[] | string;

/** One text in both languages, as spans. */
export interface BilingualProse {
  readonly zh: readonly Span[];
  readonly en: readonly Span[];
}

/** Write spans as a template: the text between is fixed words. */
export function prose(strings: TemplateStringsArray, ...pieces: readonly Piece[]): readonly Span[] {
  const spans = strings.flatMap((text, place): Span[] => {
    const piece = pieces[place];
    return [{ kind: "text", text }, ...(piece === undefined ? [] : spansOfPiece(piece))];
  });
  return spans.filter(({ text }) => text !== "");
}

/** Put lists of spans one after the other, with fixed words between. */
export function joinProse(parts: readonly (readonly Span[])[], between: string): readonly Span[] {
  return parts.flatMap((part, place): readonly Span[] =>
    place === 0 || between === "" ? part : [{ kind: "text", text: between }, ...part],
  );
}

function spansOfPiece(piece: Piece): readonly Span[] {
  if (typeof piece === "string") return [{ kind: "text", text: piece }];
  return "kind" in piece ? [piece] : piece;
}
