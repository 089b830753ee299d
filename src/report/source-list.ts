import type { Bilingual } from "../core/bilingual.ts";

/** Sources that are named one by one. */
const shown = 3;

/** Name where figures come from: the first three sources, without their web addresses, and how many more there are. */
export function sourceList(sources: readonly string[]): Bilingual {
  const titles = sources.map(withoutAddress).slice(0, shown);
  const more = sources.length - titles.length;
  return {
    zh: `${titles.join("；")}${more > 0 ? `；另 ${more} 处` : ""}`,
    en: `${titles.join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
  };
}

/** A source that is an address alone is kept. */
function withoutAddress(source: string): string {
  return source.replace(/[;；,，]?\s*https?:\/\/\S+/g, "").trim() || source;
}
