import type { Bilingual } from "./bilingual.ts";

/** What must stand beside every size of a lever or policy: no one has measured what it does. */
export const neverEvaluated: Bilingual = { zh: "假设，未经评估", en: "an assumption, never evaluated" };
