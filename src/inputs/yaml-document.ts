import type { TextRange } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";
import { scalarOffsets } from "./scalar-offsets.ts";
import type { TextLines } from "./text-lines.ts";

/** Steps from the root of a document to one of its values: keys of mappings and places in lists. */
export type YamlPath = readonly (string | number)[];

/** Where one value of a document stands, and what stands below it. */
export interface YamlNode {
  /** Offsets of the value; equal for a key without one. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the key, for the values of a mapping. */
  readonly key: TextRange | null;
  /** Values of a mapping by key, of a list by place; null for a scalar. */
  readonly children: ReadonlyMap<string, YamlNode> | null;
}

/** A YAML file that could be read: its plain value, and where each part of it stands. */
export class YamlDocument {
  readonly lines: TextLines;
  /** Plain objects, arrays, strings, numbers, booleans and null; fresh, so that a reader may change it. */
  readonly value: unknown;
  /** Paths whose content is not known because it was refused already. */
  readonly refused: readonly YamlPath[];
  readonly #root: YamlNode;

  constructor(lines: TextLines, root: YamlNode, value: unknown, refused: readonly YamlPath[]) {
    this.lines = lines;
    this.value = value;
    this.refused = refused;
    this.#root = root;
  }

  /** The path of the file that issues show. */
  get file(): string {
    return this.lines.file;
  }

  /** Keys of the mapping at a path, whether or not their values are sound; empty for anything else. */
  keys(path: YamlPath): readonly string[] {
    return [...(this.#node(path)?.children?.keys() ?? [])];
  }

  /** The key at a path; the value for an item of a list; the nearest key above when nothing stands there. */
  keySpan(path: YamlPath): SourceSpan {
    for (let length = path.length; length > 0; length--) {
      const node = this.#node(path.slice(0, length));
      if (node?.key) return this.lines.span(node.key.start, node.key.end);
      if (node && length === path.length) return this.#firstLine(node);
    }
    return this.#firstLine(this.#root);
  }

  /** The value at a path when it stands in one line; else its key. */
  span(path: YamlPath): SourceSpan {
    const node = this.#node(path);
    if (!node || node.start === node.end) return this.keySpan(path);
    const span = this.lines.span(node.start, node.end);
    const isBlock = node.children !== null && /^[^[{]/.test(this.lines.text.slice(node.start));
    return span.line === span.endLine && !isBlock ? span : this.keySpan(path);
  }

  /** The whole value at a path, which may go over several lines. */
  wholeSpan(path: YamlPath): SourceSpan {
    const node = this.#node(path);
    return node && node.start < node.end ? this.lines.span(node.start, node.end) : this.keySpan(path);
  }

  /**
   * A part of the text at a path.
   *
   * @param text - the text as YAML read it.
   * @param range - offsets in `text`; an empty range is widened to one character.
   * @returns its place in the file, or that of the whole text when YAML escapes hide it.
   */
  textSpan(path: YamlPath, text: string, range: TextRange): SourceSpan {
    const node = this.#node(path);
    const offsets = node && scalarOffsets(text, this.lines.text.slice(node.start, node.end));
    if (!node || !offsets) return this.span(path);
    const start = node.start + offsets[Math.min(range.start, text.length)]!;
    const last = Math.min(Math.max(range.end - 1, range.start), text.length);
    return this.lines.span(start, node.start + offsets[last]! + 1);
  }

  #node(path: YamlPath): YamlNode | undefined {
    let node: YamlNode | undefined = this.#root;
    for (const step of path) node = node?.children?.get(String(step));
    return node;
  }

  /** The first line of a value. */
  #firstLine(node: YamlNode): SourceSpan {
    const rest = this.lines.text.slice(node.start, node.end);
    const feed = rest.search(/\r?\n/);
    return this.lines.span(node.start, feed < 0 ? node.end : node.start + feed);
  }
}
