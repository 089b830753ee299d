import { isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, parseDocument, type YAMLError } from "yaml";
import type { TextRange } from "../core/expression.ts";
import { fileSpan, type Issue, makeIssue } from "../core/issue.ts";
import type { IssueCode, IssueParameters } from "../core/issue-texts.ts";
import type { TextLines } from "./text-lines.ts";
import { cutFormula, unbalancedText } from "./unquoted-formula.ts";
import { YamlDocument, type YamlNode, type YamlPath } from "./yaml-document.ts";
import { yamlReason } from "./yaml-reasons.ts";

/** Deepest nesting of a document. */
export const yamlDepthLimit = 40;
/** Most tokens of a document, white space and comments counted. */
const yamlTokenLimit = 400_000;

/**
 * Parse one YAML document of the core schema (YAML 1.2: dates, `yes` and `no` stay texts).
 *
 * Aliases, tags, keys that are no scalars, several documents and deep nesting are refused. A document with an error of
 * syntax is not read any further; anything else that is refused is left out of the value and named in `refused`.
 *
 * @param issues - receives everything that is wrong, each at its place.
 * @returns the document, or null when nothing reliable could be read.
 */
export function parseYaml(lines: TextLines, issues: Issue[]): YamlDocument | null {
  if (!isBounded(lines, issues)) return null;
  const document = parseDocument(lines.text, {
    schema: "core",
    version: "1.2",
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  if (document.errors.length > 0) {
    reportErrors(lines, document.errors, issues);
    return null;
  }
  if (document.contents === null || isEmptyScalar(document.contents)) {
    issues.push(makeIssue("yaml/empty", fileSpan(lines.file), {}));
    return null;
  }
  return new YamlReader(lines, issues).read(document.contents as ParsedNode);
}

/** By these the lexer marks documents and scalars; they stand for no character of the text. */
const lexerMarks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001F"]);

/** Whether the text is small and shallow enough to be parsed without running out of stack or time. */
function isBounded(lines: TextLines, issues: Issue[]): boolean {
  let offset = 0;
  let flowDepth = 0;
  let compactDepth = 0;
  let count = 0;
  for (const token of new Lexer().lex(lines.text)) {
    count++;
    if (token === "[" || token === "{") flowDepth++;
    else if (token === "]" || token === "}") flowDepth--;
    else if (token === "-" || token === "?" || token === ":") compactDepth++;
    else if (token === "\n" || token === "\r\n" || token === ",") compactDepth = 0;
    if (Math.max(flowDepth, compactDepth) > yamlDepthLimit) {
      issues.push(makeIssue("yaml/too-deep", lines.span(offset, offset + 1), { limit: yamlDepthLimit }));
      return false;
    }
    if (count > yamlTokenLimit) {
      issues.push(makeIssue("yaml/too-large", lines.span(offset, offset + 1), { limit: yamlTokenLimit }));
      return false;
    }
    if (!lexerMarks.has(token)) offset += token.length;
  }
  return true;
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.source;
}

/** A text without quotes, which YAML may have cut. */
function isPlainText(node: unknown): node is { value: string; range: readonly [number, number, number] } {
  return isScalar(node) && node.type === "PLAIN" && typeof node.value === "string" && node.range != null;
}

/** Errors that, once made, are found again in line after line. */
const lastingErrors: ReadonlySet<string> = new Set(["BAD_INDENT", "UNEXPECTED_TOKEN", "MULTILINE_IMPLICIT_KEY"]);

/** Tell the errors of syntax, one a line, leaving out those that only follow from an earlier one. */
function reportErrors(lines: TextLines, errors: readonly YAMLError[], issues: Issue[]): void {
  const tabs = errors.filter((error) => error.code === "TAB_AS_INDENT");
  const told = new Set<number>();
  for (const error of tabs.length > 0 ? tabs : errors) {
    const at = lines.span(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
    if (told.has(at.line) || (told.size > 0 && lastingErrors.has(error.code))) continue;
    told.add(at.line);
    const cut = cutFormula(lines.line(at.line) ?? "");
    if (cut) {
      const lineStart = error.pos[0] - (at.column - 1);
      const place = lines.span(lineStart + cut.range.start, lineStart + cut.range.end);
      issues.push(makeIssue("yaml/unquoted-formula", place, { text: cut.text }));
    } else if (error.code === "TAB_AS_INDENT") issues.push(makeIssue("yaml/tab", at, {}));
    else if (error.code === "MULTIPLE_DOCS") issues.push(makeIssue("yaml/several-documents", at, {}));
    else issues.push(makeIssue("yaml/syntax", at, { reason: yamlReason(error.code, error.message) }));
  }
}

/** Turns the parser's nodes into plain values and places. */
class YamlReader {
  readonly #lines: TextLines;
  readonly #issues: Issue[];
  readonly #refused: YamlPath[] = [];

  constructor(lines: TextLines, issues: Issue[]) {
    this.#lines = lines;
    this.#issues = issues;
  }

  read(contents: ParsedNode): YamlDocument | null {
    const { node, value } = this.#convert(contents, [], null, false);
    if (this.#refused.some((path) => path.length === 0)) return null;
    return new YamlDocument(this.#lines, node, value, this.#refused);
  }

  /** Convert one node; `inFlow` says that it stands inside { } or [ ]. */
  #convert(
    parsed: ParsedNode | null,
    path: YamlPath,
    key: TextRange | null,
    inFlow: boolean,
  ): { node: YamlNode; value: unknown } {
    const [start, end] = parsed?.range ?? [key?.end ?? 0, key?.end ?? 0];
    const scalar = { node: { start, end, key, children: null }, value: null };
    if (path.length > yamlDepthLimit) return this.#refuse(path, scalar, "yaml/too-deep", { limit: yamlDepthLimit });
    if (parsed === null) return scalar;
    if (isAlias(parsed)) return this.#refuse(path, scalar, "yaml/alias", {});
    if (parsed.tag !== undefined) return this.#refuse(path, scalar, "yaml/tag", { tag: parsed.tag });
    if (isScalar(parsed)) return { node: scalar.node, value: parsed.value };
    const isFlow = inFlow || parsed.flow === true;
    const cut = isFlow ? this.#cutText(parsed, end) : null;
    if (cut !== null) return this.#refuse(path, scalar, cut.code, { text: cut.text }, cut.range);
    const children = new Map<string, YamlNode>();
    const value = isMap(parsed)
      ? this.#convertMap(parsed.items, path, isFlow, children)
      : this.#convertList(parsed.items as (ParsedNode | null)[], path, isFlow, children);
    return { node: { start, end, key, children }, value };
  }

  #convertMap(
    pairs: readonly { key: ParsedNode | null; value: ParsedNode | null }[],
    path: YamlPath,
    isFlow: boolean,
    children: Map<string, YamlNode>,
  ): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (const pair of pairs) {
      const key = this.#keyText(pair.key, pair.value);
      if (key === null) continue;
      const first = children.get(key.text);
      if (first?.key) {
        const line = this.#lines.span(first.key.start, first.key.end).line;
        this.#report("yaml/duplicate-key", key.range, { key: key.text, line });
        continue;
      }
      const { node, value } = this.#convert(pair.value, [...path, key.text], key.range, isFlow);
      children.set(key.text, node);
      entries.push([key.text, value]);
    }
    // `fromEntries` makes own properties even of a key such as `__proto__`.
    return Object.fromEntries(entries);
  }

  #convertList(
    items: readonly (ParsedNode | null)[],
    path: YamlPath,
    isFlow: boolean,
    children: Map<string, YamlNode>,
  ): unknown[] {
    return items.map((item, place) => {
      // A pair in a flow list, as in [a: 1], is a mapping of one entry and comes as such from the parser.
      const { node, value } = this.#convert(item, [...path, place], null, isFlow);
      children.set(String(place), node);
      return value;
    });
  }

  /** The text of a key as it was written, so that 2022 and "2022" are the same key. */
  #keyText(key: ParsedNode | null, value: ParsedNode | null): { text: string; range: TextRange } | null {
    const range = { start: key?.range[0] ?? value?.range[0] ?? 0, end: key?.range[1] ?? value?.range[0] ?? 0 };
    if (isScalar(key) && key.tag === undefined && !isEmptyScalar(key)) {
      const isText = typeof key.value === "string";
      return { text: isText ? (key.value as string) : (key.source ?? String(key.value)), range };
    }
    this.#report("yaml/key-not-text", range, {});
    return null;
  }

  /** The text that YAML has cut at its commas, when a direct part of a flow collection shows one. */
  #cutText(
    parsed: ParsedNode,
    end: number,
  ): { code: "yaml/unquoted-formula" | "yaml/cut-text"; text: string; range: TextRange } | null {
    const pairs = isMap(parsed) ? parsed.items : [];
    const parts: unknown[] = isSeq(parsed) ? parsed.items : pairs.flatMap((pair) => [pair.key, pair.value]);
    for (const part of parts) {
      if (!isPlainText(part)) continue;
      const text = unbalancedText(part.value, this.#lines.text.slice(part.range[0], end));
      if (text === null) continue;
      return { code: "yaml/unquoted-formula", text, range: { start: part.range[0], end: part.range[0] + text.length } };
    }
    // A key without a colon, after a text, is what stood behind a comma of that text.
    const place = pairs.findIndex((pair, i) => i > 0 && pair.value === null && isPlainText(pairs[i - 1]!.value));
    if (place < 0) return null;
    const range = { start: pairs[place - 1]!.value!.range[0], end: pairs[place]!.key.range[1] };
    return { code: "yaml/cut-text", text: this.#lines.text.slice(range.start, range.end), range };
  }

  #refuse<C extends IssueCode, T extends { node: YamlNode }>(
    path: YamlPath,
    place: T,
    code: C,
    parameters: IssueParameters<C>,
    range: TextRange = place.node,
  ): T {
    this.#refused.push(path);
    this.#report(code, range, parameters);
    return place;
  }

  #report<C extends IssueCode>(code: C, range: TextRange, parameters: IssueParameters<C>): void {
    this.#issues.push(makeIssue(code, this.#lines.span(range.start, range.end), parameters));
  }
}
