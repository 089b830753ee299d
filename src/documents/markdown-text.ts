import {
  type Block,
  type FieldBlock,
  plainText,
  type ReportDocument,
  type Span,
  type TableBlock,
} from "./report-document.ts";

/**
 * Lay a document out as Markdown, as GitHub reads it.
 *
 * @param pictureFolder - where the pictures lie, from the document, as PNG files by their names.
 */
export function markdownText(document: ReportDocument, pictureFolder: string): string {
  const { language, title, lead, mark, blocks, contentsTitle } = document;
  const [first = [], ...others] = title;
  const headings = blocks.flatMap((block) => {
    if (block.kind === "annex") return [`- ${block.number} ${inline(block.spans)}`];
    if (block.kind !== "heading" || block.level > 2) return [];
    return [`${block.level === 2 ? "  " : ""}- ${block.number} ${inline(block.spans)}`];
  });
  const parts = [
    ...(mark === null ? [] : [`> **${mark}**`]),
    `# ${inline(first)}${language === "zh" ? "" : ": "}${inline(others[0] ?? [])}`,
    ...others.slice(1).map(inline),
    ...lead.map(inline),
    `**${contentsTitle}**`,
    headings.join("\n"),
    ...blocks.map((block) => markdownBlock(block, pictureFolder, language === "zh" ? "" : " ")),
  ];
  return `${parts.join("\n\n")}\n`;
}

function markdownBlock(block: Block, pictureFolder: string, space: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${escapeText(block.number)}${space}${inline(block.spans)}`;
    case "annex":
      return `## ${block.number} ${inline(block.spans)}`;
    case "paragraph":
      return inline(block.spans);
    case "note":
      return `*${inline(block.spans)}*`;
    case "table":
      return markdownTable(block);
    case "picture": {
      const caption = `${block.number} ${inline(block.caption)}`;
      return `![${caption}](${pictureFolder}/${block.name}.png)\n\n*${caption}*`;
    }
    case "field":
      return markdownField(block);
  }
}

function markdownTable({ number, caption, unit, columns, rows }: TableBlock): string {
  const rules = { left: ":--", center: ":-:", right: "--:" } as const;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const unitText = unit === null ? "" : ` · ${inline(unit)}`;
  return [
    `**${number} ${inline(caption)}**${unitText}\n`,
    line(columns.map(({ header }) => escapeText(header))),
    line(columns.map(({ align }) => rules[align])),
    ...rows.map((cells) => line(cells.map(inline))),
  ].join("\n");
}

function markdownField({ label, prompt, evidenceLabel, evidence }: FieldBlock): string {
  const quoted = evidence.map((spans) => `> ${inline(spans)}`).join("\n>\n");
  return `**${label}** ${escapeText(prompt)}\n\n> ${evidenceLabel}\n>\n${quoted}`;
}

function inline(spans: readonly Span[]): string {
  return escapeText(plainText(spans));
}

/** Escape what Markdown, or HTML in it, would read as its own, and keep a text in one line. */
function escapeText(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_[\]<>|#~]/g, "\\$&");
}
