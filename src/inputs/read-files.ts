import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { fileSpan, type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import type { InputFile } from "./study.ts";
import { TextLines } from "./text-lines.ts";

/** Largest file that is read, in bytes. */
export const fileSizeLimit = 8 * 2 ** 20;

/**
 * Reads the text files of one folder and remembers what it read.
 *
 * Nothing outside the folder is read, whether by `..` or by a symbolic link.
 */
export class FolderReader {
  /** Hashes of the files read so far; paths begin with the folder's label. */
  readonly files: InputFile[] = [];
  /** The texts read so far by the path that issues show. */
  readonly texts = new Map<string, TextLines>();
  readonly #root: string;
  readonly #label: string;
  readonly #issues: Issue[];

  /**
   * @param root - the folder as the person gave it; issues show paths that begin with it.
   * @param label - what the folder is called in `InputFile.path`, the same on every machine.
   * @param issues - receives what is wrong with the files.
   */
  constructor(root: string, label: "data" | "scenarios", issues: Issue[]) {
    this.#root = root;
    this.#label = label;
    this.#issues = issues;
  }

  /** The path that issues show for a path from the folder. */
  shownPath(path: string): string {
    return join(this.#root, path);
  }

  /**
   * Read one text.
   *
   * @param path - from the folder, with forward slashes.
   * @param askedAt - the place that names the file; issues about the file as a whole stand there.
   * @returns the text, or null after an issue.
   */
  readText(path: string, encoding: TextEncoding, askedAt?: SourceSpan): TextLines | null {
    const file = this.shownPath(path);
    const at = askedAt ?? fileSpan(file);
    const bytes = this.#readBytes(path, file, at);
    const text = bytes && decodeText(bytes, file, encoding, this.#issues);
    if (bytes === null || text === null) return null;
    const lines = new TextLines(file, text);
    this.texts.set(file, lines);
    this.files.push({
      path: join(this.#label, path).split(sep).join("/"),
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    return lines;
  }

  /** Whether something stands at a path, readable or not. */
  hasFile(path: string): boolean {
    return existsSync(this.shownPath(path));
  }

  /** Names of what stands in a folder; empty when there is none. */
  fileNames(folder: string): readonly string[] {
    return readNames(this.shownPath(folder)) ?? [];
  }

  /**
   * List the files of a folder by their ending, hidden ones left out, in code-point order of their names.
   *
   * @param extension - with the dot; a file with the look-alike ending `.yml` raises a warning.
   * @param except - name of a file that is not meant, even if it stands there.
   * @returns paths from the root; empty after an issue when there is no such folder or nothing in it.
   */
  listFiles(folder: string, extension: ".yaml", except?: string): string[] {
    const shown = this.shownPath(folder);
    if (!this.#isInside(folder, shown, fileSpan(shown))) return [];
    const names = readNames(shown);
    if (names === null) {
      this.#issues.push(makeIssue("file/missing", fileSpan(shown), { path: shown }));
      return [];
    }
    for (const name of names.filter((n) => /^[^.].*\.yml$/i.test(n))) {
      const path = join(shown, name);
      this.#issues.push(makeIssue("file/extension", fileSpan(path), { path, wanted: extension }, "warning"));
    }
    const wanted = names.filter((name) => name.endsWith(extension) && !name.startsWith(".") && name !== except);
    if (wanted.length === 0) {
      this.#issues.push(makeIssue("file/none", fileSpan(shown), { path: shown, wanted: extension }));
    }
    return wanted.map((name) => `${folder}/${name}`);
  }

  #readBytes(path: string, file: string, at: SourceSpan): Uint8Array | null {
    if (!this.#isInside(path, file, at)) return null;
    try {
      const { size } = statSync(file);
      if (size > fileSizeLimit) {
        this.#issues.push(makeIssue("file/too-large", at, { bytes: size, limit: fileSizeLimit }));
        return null;
      }
      return readFileSync(file);
    } catch (error) {
      this.#issues.push(makeIssue("file/unreadable", at, { path: file, reason: systemReason(error) }));
      return null;
    }
  }

  /** Whether a path exists, stays in the folder and is something that ends when it is read. */
  #isInside(path: string, file: string, at: SourceSpan): boolean {
    const outside = () => makeIssue("file/outside", at, { path: file, root: this.#root });
    if (!isWithin(resolve(this.#root), resolve(this.#root, path))) {
      this.#issues.push(outside());
      return false;
    }
    try {
      const real = realpathSync(file);
      if (!isWithin(realpathSync(this.#root), real)) {
        this.#issues.push(outside());
        return false;
      }
      const status = statSync(real);
      if (status.isFile() || status.isDirectory()) return true;
      this.#issues.push(makeIssue("file/unreadable", at, { path: file, reason: "not a plain file" }));
    } catch (error) {
      const reason = systemReason(error);
      const isMissing = reason === "ENOENT" || reason === "ENOTDIR";
      this.#issues.push(
        isMissing
          ? makeIssue("file/missing", at, { path: file })
          : makeIssue("file/unreadable", at, { path: file, reason }),
      );
    }
    return false;
  }
}

/** Names in a folder in code-point order, or null when it cannot be listed. */
export function readNames(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The system's short name of what went wrong, such as `EACCES`. */
function systemReason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
