import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";

/** Fixed words; they hold no digits. */
export interface TextSpan {
  readonly kind: "text";
  readonly text: string;
}

/** A figure written in digits, bound to the result that it shows. */
export interface NumberSpan {
  readonly kind: "number";
  readonly text: string;
  readonly value: number;
  /** What the value is multiplied by before it is written: 100 for percent. */
  readonly scale: number;
  /** What it is rounded to, in the value's own unit; 0: written exactly. */
  readonly step: number;
  /** Path of the value in the report's data, such as `/run/draws`. */
  readonly from: string;
}

/** A probability said in words, bound to it. */
export interface ChanceSpan {
  readonly kind: "chance";
  readonly text: string;
  readonly value: number;
  readonly from: string;
}

/** A text that an input or another stage wrote, digits and all. */
export interface QuoteSpan {
  readonly kind: "quote";
  readonly text: string;
  readonly from: string;
}

/** A run of text: what everything a person reads in a document is made of. */
export type Span = TextSpan | NumberSpan | ChanceSpan | QuoteSpan;

/** A heading with its number, such as （一） or 2.1. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly number: string;
  readonly spans: readonly Span[];
}

/** The title of an annex, which begins a page of its own. */
export interface AnnexBlock {
  readonly kind: "annex";
  readonly number: string;
  readonly spans: readonly Span[];
}

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly spans: readonly Span[];
}

/** A remark under a table or picture, in smaller type. */
export interface NoteBlock {
  readonly kind: "note";
  readonly spans: readonly Span[];
}

export interface TableColumn {
  readonly header: string;
  /** Part of the width, in any measure; the widths of all columns make the whole. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

/** A table with its title above and its unit at the right. */
export interface TableBlock {
  readonly kind: "table";
  /** Number of the table, such as 表1. */
  readonly number: string;
  readonly caption: readonly Span[];
  readonly unit: readonly Span[] | null;
  readonly columns: readonly TableColumn[];
  /** One list of spans a cell. */
  readonly rows: readonly (readonly (readonly Span[])[])[];
}

/** A chart with its title below. */
export interface PictureBlock {
  readonly kind: "picture";
  readonly number: string;
  readonly caption: readonly Span[];
  /** Name of the picture's file, unique in the document. */
  readonly name: string;
  readonly spec: TopLevelSpec;
}

/** A place that a person has to fill in, with the evidence beside it. */
export interface FieldBlock {
  readonly kind: "field";
  readonly label: string;
  /** What is to be written there, in brackets. */
  readonly prompt: string;
  readonly evidenceLabel: string;
  readonly evidence: readonly (readonly Span[])[];
}

/** A piece of a document: plain data that a renderer lays out. */
export type Block = HeadingBlock | AnnexBlock | ParagraphBlock | NoteBlock | TableBlock | PictureBlock | FieldBlock;

/**
 * A report as plain data, in one language: what `documents/` builds once and every renderer lays out.
 *
 * Every figure in it is bound to the result that it comes from; nothing in it is of the clock or the machine.
 */
export interface ReportDocument {
  readonly language: Language;
  readonly title: readonly (readonly Span[])[];
  /** Lines under the title: what kind of report, as of when, of which run. */
  readonly lead: readonly (readonly Span[])[];
  readonly contentsTitle: string;
  readonly blocks: readonly Block[];
  /** What every page is marked with, such as 内部资料; null: nothing. */
  readonly mark: string | null;
  /** Where the figures come from: path → words; every path of a bound span is in it. */
  readonly provenance: Readonly<Record<string, string>>;
  readonly provenanceTitle: string;
  /** ISO date of what was known, which stands for the date of the document. */
  readonly informationDate: string;
}

/** The charts of a report. */
export interface ReportPictures {
  /** By row of the plan; rows that nothing models have none. */
  readonly rows: Readonly<Record<string, TopLevelSpec>>;
  /** All targets under all scenarios. */
  readonly overview: TopLevelSpec;
  /** What was projected and what came, some rows a picture; none without an evaluation. */
  readonly evaluation: readonly TopLevelSpec[];
}

/** A picture as it was drawn. */
export interface DrawnPicture {
  readonly svg: string;
  readonly png: Uint8Array;
  /** Size on the screen in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pictures of a document by their names. */
export type DrawnPictures = ReadonlyMap<string, DrawnPicture>;

/** All runs of text of a block, in order of reading. */
function spansOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case "table":
      return [...block.caption, ...(block.unit ?? []), ...block.rows.flat(2)];
    case "picture":
      return block.caption;
    case "field":
      return block.evidence.flat();
    default:
      return block.spans;
  }
}

/** All runs of text of a document, in order of reading. */
export function allSpans(document: Pick<ReportDocument, "title" | "lead" | "blocks">): readonly Span[] {
  return [...document.title.flat(), ...document.lead.flat(), ...document.blocks.flatMap(spansOf)];
}

/** The bare text of spans. */
export function plainText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}
