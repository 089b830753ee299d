import type { Bilingual } from "./bilingual.ts";
import { chooseName, type IssueText, text } from "./issue-text.ts";
import { endOfText } from "./split-tokens.ts";

/** Issues of single files: reading them, YAML, CSV, and the shape of what they hold. */
export const fileIssueTexts = {
  // ── reading ──
  "file/missing": (p: { path: string }) =>
    text(
      `找不到文件 \`${p.path}\`。`,
      `the file \`${p.path}\` does not exist.`,
      "检查路径和文件名的拼写，或补上这个文件。",
      "check the spelling of the path, or add the file.",
    ),
  "file/unreadable": (p: { path: string; reason: string }) =>
    text(
      `\`${p.path}\` 读不出来（${p.reason}）。`,
      `\`${p.path}\` cannot be read (${p.reason}).`,
      "确认它是普通文件，并且有读取权限。",
      "make sure it is a plain file that you may read.",
    ),
  "file/too-large": (p: { bytes: number; limit: number }) =>
    text(
      `文件有 ${megabytes(p.bytes)} MB，超过上限 ${megabytes(p.limit)} MB，没有读取。`,
      `the file has ${megabytes(p.bytes)} MB, more than the limit of ${megabytes(p.limit)} MB, and was not read.`,
      "确认放的是需要的文件；把明细汇总后再放进来。",
      "check that it is the file you meant; summarise the details first.",
    ),
  "file/outside": (p: { path: string; root: string }) =>
    text(
      `\`${p.path}\` 指到了 \`${p.root}\` 之外。`,
      `\`${p.path}\` leads out of \`${p.root}\`.`,
      "把文件放进这个文件夹，不要用指向外面的路径或链接。",
      "put the file into that folder; do not use a path or link that leads out of it.",
    ),
  "file/encoding": (p: { expected: string }) =>
    text(
      `这里的字节不是 ${p.expected} 编码。`,
      `the bytes here are not ${p.expected}.`,
      "用编辑器把文件另存为 UTF-8。",
      "save the file as UTF-8 in your editor.",
    ),
  "file/read-as-gb18030": (_: Record<string, never>) =>
    text(
      "文件不是 UTF-8，已按 GB18030 读取。",
      "the file is not UTF-8; it was read as GB18030.",
      "检查汉字是否正确；另存为“CSV UTF-8”就不再出现这条提示。",
      "check that the Chinese text is right; save it as “CSV UTF-8” and this notice goes away.",
    ),
  "file/byte-order-mark": (_: Record<string, never>) =>
    text(
      "文件开头有字节顺序标记（BOM），已忽略。",
      "the file begins with a byte order mark, which was ignored.",
      "不必修改；另存为不带 BOM 的 UTF-8 就不再出现这条提示。",
      "nothing needs to be done; saved as UTF-8 without BOM, this notice goes away.",
    ),
  "file/extension": (p: { path: string; wanted: string }) =>
    text(
      `\`${p.path}\` 没有读取：只读扩展名为 ${p.wanted} 的文件。`,
      `\`${p.path}\` was not read: only files that end in ${p.wanted} are.`,
      `把扩展名改为 ${p.wanted}，或移走这个文件。`,
      `rename it to end in ${p.wanted}, or move it away.`,
    ),
  "file/none": (p: { path: string; wanted: string }) =>
    text(
      `文件夹 \`${p.path}\` 里没有 ${p.wanted} 文件。`,
      `the folder \`${p.path}\` holds no ${p.wanted} file.`,
      "放入至少一个这样的文件。",
      "add at least one.",
    ),
  "region/unknown": (p: { region: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(`没有名为 \`${p.region}\` 的地区。`, `there is no region \`${p.region}\`.`, mend.zh, mend.en);
  },
  // ── YAML ──
  "yaml/syntax": (p: { reason: Bilingual }) =>
    text(
      `YAML 写法有误：${p.reason.zh}。`,
      `this is not valid YAML: ${p.reason.en}.`,
      "检查这一行的缩进、冒号、引号和括号。",
      "check indentation, colons, quotes and brackets of this line.",
    ),
  "yaml/tab": (_: Record<string, never>) =>
    text(
      "缩进里有制表符（Tab），YAML 不允许。",
      "a tab is used as indentation, which YAML does not allow.",
      "用空格缩进。",
      "indent with spaces.",
    ),
  "yaml/duplicate-key": (p: { key: string; line: number }) =>
    text(
      `键 \`${p.key}\` 写了两次，第一次在第 ${p.line} 行。`,
      `the key \`${p.key}\` stands here twice, first in line ${p.line}.`,
      "删去一个，或改名。",
      "remove one of them, or rename it.",
    ),
  "yaml/alias": (_: Record<string, never>) =>
    text(
      "这里用了 YAML 别名（`*名称`），本工具不支持。",
      "this is a YAML alias (`*name`), which is not supported here.",
      "把内容直接写出来；以 `*` 开头的文字要加引号。",
      "write the content itself; quote a text that begins with `*`.",
    ),
  "yaml/tag": (p: { tag: string }) =>
    text(
      `这里用了 YAML 标签 \`${p.tag}\`，本工具不支持。`,
      `this carries the YAML tag \`${p.tag}\`, which is not supported here.`,
      "去掉标签；以 `!` 开头的文字要加引号。",
      "remove the tag; quote a text that begins with `!`.",
    ),
  "yaml/too-deep": (p: { limit: number }) =>
    text(
      `嵌套超过 ${p.limit} 层。`,
      `this is nested more than ${p.limit} levels deep.`,
      "检查括号是否配对，减少嵌套。",
      "check that the brackets are closed; nest less.",
    ),
  "yaml/too-large": (p: { limit: number }) =>
    text(
      `文件里的 YAML 内容超过 ${p.limit} 个记号。`,
      `the file holds more than ${p.limit} YAML tokens.`,
      "把大的表移到 CSV，或把文件拆开。",
      "move large tables to CSV, or split the file.",
    ),
  "yaml/several-documents": (_: Record<string, never>) =>
    text(
      "一个文件里有不止一份 YAML 文档（`---`）。",
      "the file holds more than one YAML document (`---`).",
      "一份文档放一个文件。",
      "put each document into a file of its own.",
    ),
  "yaml/empty": (_: Record<string, never>) =>
    text("文件是空的。", "the file is empty.", "写入内容，或删去这个文件。", "fill it, or remove the file."),
  "yaml/key-not-text": (_: Record<string, never>) =>
    text(
      "这里的键不是文字或数。",
      "the key here is neither a text nor a number.",
      "写成 `名称: 值`。",
      "write it as `name: value`.",
    ),
  "yaml/unquoted-formula": (p: { text: string }) =>
    text(
      `花括号或方括号里的 \`${p.text}\` 没有加引号，YAML 会在逗号和方括号处把它切断。`,
      `\`${p.text}\` stands unquoted inside { } or [ ], where YAML cuts it at its commas and brackets.`,
      `加引号：\`"${p.text}"\`，或单独写成一行。`,
      `quote it: \`"${p.text}"\`, or give it a line of its own.`,
    ),
  "yaml/cut-text": (p: { text: string }) =>
    text(
      `花括号里的文字 \`${p.text}\` 没有加引号，YAML 在逗号处把它切断了。`,
      `the text \`${p.text}\` stands unquoted inside { }, where YAML cuts it at its comma.`,
      `加引号：\`"${p.text}"\`。`,
      `quote it: \`"${p.text}"\`.`,
    ),
  // ── the shape of a file ──
  "schema/unknown-key": (p: { key: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(`不认识键 \`${p.key}\`。`, `the key \`${p.key}\` is not known here.`, mend.zh, mend.en);
  },
  "schema/missing-key": (p: { key: string }) =>
    text(`缺少键 \`${p.key}\`。`, `the key \`${p.key}\` is missing.`, `补上 \`${p.key}: …\`。`, `add \`${p.key}: …\`.`),
  "schema/type": (p: { expected: Bilingual; seen: Bilingual }) =>
    text(
      `这里应是${p.expected.zh}，写的却是${p.seen.zh}。`,
      `${p.expected.en} is expected here, but this is ${p.seen.en}.`,
      `写成${p.expected.zh}。`,
      `write ${p.expected.en}.`,
    ),
  "schema/choice": (p: { seen: string; nearest: string | undefined; options: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.options);
    return text(`\`${p.seen}\` 不在可选的值之中。`, `\`${p.seen}\` is not one of the choices.`, mend.zh, mend.en);
  },
  "schema/limit": (p: { seen: string; limit: string }) =>
    text(
      `${p.seen} 超出范围，应 ${p.limit}。`,
      `${p.seen} is out of range; it must be ${p.limit}.`,
      `写一个 ${p.limit} 的数。`,
      `write a number that is ${p.limit}.`,
    ),
  "schema/length": (p: { seen: number; limit: string }) =>
    text(
      `这里有 ${p.seen} 项，应 ${p.limit} 项。`,
      `this has ${p.seen} entries; there must be ${p.limit}.`,
      "补足或删去多余的项。",
      "add or remove entries.",
    ),
  "schema/format": (p: { seen: string; expected: Bilingual }) =>
    text(
      `\`${p.seen}\` 的写法不对，应为${p.expected.zh}。`,
      `\`${p.seen}\` is not written as ${p.expected.en}.`,
      `改为${p.expected.zh}。`,
      `write ${p.expected.en}.`,
    ),
  "schema/other": (p: { reason: string }) =>
    text(
      `这里的内容不符合要求（${p.reason}）。`,
      `the content here is not valid (${p.reason}).`,
      "对照说明改正。",
      "compare it with the documentation.",
    ),
  // ── texts of the model language ──
  "formula/syntax": (p: { found: string; expected: Bilingual }) =>
    text(
      `公式在${placeWords(p.found).zh}读不下去，应为${p.expected.zh}。`,
      `the formula cannot be read at ${placeWords(p.found).en}; expected: ${p.expected.en}.`,
      "按公式语言的写法改正这一处。",
      "correct the formula here.",
    ),
  "distribution/syntax": (p: { found: string; expected: Bilingual }) =>
    text(
      `分布在${placeWords(p.found).zh}读不下去，应为${p.expected.zh}。`,
      `the distribution cannot be read at ${placeWords(p.found).en}; expected: ${p.expected.en}.`,
      "写成例如 `normal(0.05, 0.01)` 或 `pert(0.2, 0.3, 0.5)`。",
      "write for example `normal(0.05, 0.01)` or `pert(0.2, 0.3, 0.5)`.",
    ),
  "unit/syntax": (p: { found: string; expected: Bilingual }) =>
    text(
      `单位在${placeWords(p.found).zh}读不下去，应为${p.expected.zh}。`,
      `the unit cannot be read at ${placeWords(p.found).en}; expected: ${p.expected.en}.`,
      "写成例如 `万人`、`人/人次` 或 `1`。",
      "write for example `万人`, `人/人次` or `1`.",
    ),
  // ── CSV ──
  "csv/syntax": (p: { reason: Bilingual }) =>
    text(
      `CSV 写法有误：${p.reason.zh}。`,
      `this is not valid CSV: ${p.reason.en}.`,
      "含逗号、引号或换行的单元格要用一对双引号括起，里面的双引号写两次。",
      "put a cell with a comma, quote or line break between double quotes, and double the quotes inside it.",
    ),
  "csv/empty": (_: Record<string, never>) =>
    text("表里没有表头。", "the table has no header.", "第一行写列名。", "write the column names in the first line."),
  "csv/delimiter": (p: { seen: string }) =>
    text(
      `列之间用的是${p.seen === "\t" ? "制表符" : ` \`${p.seen}\``}，不是逗号。`,
      `the columns are separated by ${p.seen === "\t" ? "tabs" : `\`${p.seen}\``}, not by commas.`,
      "另存为逗号分隔的 CSV。",
      "save it as comma-separated CSV.",
    ),
  "csv/missing-column": (p: { column: string }) =>
    text(
      `缺少列 \`${p.column}\`。`,
      `the column \`${p.column}\` is missing.`,
      `在表头和每一行补上 \`${p.column}\`。`,
      `add \`${p.column}\` to the header and to every row.`,
    ),
  "csv/unknown-column": (p: { column: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(`不认识列 \`${p.column}\`。`, `the column \`${p.column}\` is not known here.`, mend.zh, mend.en);
  },
  "csv/duplicate-column": (p: { column: string }) =>
    text(
      `列 \`${p.column}\` 在表头里有两个。`,
      `the column \`${p.column}\` stands in the header twice.`,
      "删去一个。",
      "remove one of them.",
    ),
  "csv/cell-count": (p: { expected: number; seen: number }) =>
    text(
      `这一行有 ${p.seen} 个单元格，表头有 ${p.expected} 个。`,
      `this row has ${p.seen} cells, but the header has ${p.expected}.`,
      "补上空单元格（逗号），或给含逗号的单元格加双引号。",
      "add the empty cells (commas), or quote the cell that holds a comma.",
    ),
  "csv/cell": (p: { column: string; seen: string; expected: Bilingual }) =>
    text(
      `列 \`${p.column}\` 应是${p.expected.zh}，${p.seen === "" ? "这里却是空的" : `写的却是 \`${p.seen}\``}。`,
      `the column \`${p.column}\` holds ${p.expected.en}, but this is ${p.seen === "" ? "empty" : `\`${p.seen}\``}.`,
      `改为${p.expected.zh}。`,
      `write ${p.expected.en}.`,
    ),
  "csv/more": (p: { more: number; total: number }) =>
    text(
      `同样的问题还有 ${p.more} 处（共 ${p.total} 处），这里起不再逐一列出。`,
      `the same is wrong in ${p.more} more places (${p.total} in all), from here on; they are not listed.`,
      "照前三处一并改正。",
      "mend them like the first three.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;

/** Where a parser of the model language stopped. */
function placeWords(found: string): Bilingual {
  return found === endOfText ? { zh: "结尾处", en: "its end" } : { zh: ` \`${found}\` 处`, en: `\`${found}\`` };
}

/** A number of bytes in megabytes, to one decimal. */
function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
