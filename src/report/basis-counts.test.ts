import { expect, test } from "vitest";
import type { ModelSource } from "../inputs/study.ts";
import { countBases } from "./basis-counts.ts";

test("countBases(model) counts assumptions and tables by basis; a definition needs no source", () => {
  const one = (basis: string, source: string | null) => ({ basis, source });
  const model = {
    assumptions: [one("plan", "p. 3"), one("assumption", null), one("definition", null)],
    tables: [one("data", null), one("assumption", "an expert")],
  } as unknown as ModelSource;
  expect(countBases(model)).toEqual({ count: 5, plan: 1, data: 1, definition: 1, assumption: 2, unsourced: 2 });
});
