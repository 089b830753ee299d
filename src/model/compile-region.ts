import { type Issue, makeIssue, type Result } from "../core/issue.ts";
import { printUnit } from "../core/print-unit.ts";
import { unitsEqual } from "../core/unit.ts";
import type { Study } from "../inputs/study.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { observableUnits } from "./namespace.ts";
import { withTables } from "./with-tables.ts";

/**
 * Compile the study of a region whose model another region shares: the equations are that one's, the tables its own.
 *
 * @param model - compiled from `first`.
 * @returns the model, or an issue for each figure that `observed(…)` reads and that the region lacks or has in another
 *   unit.
 * @throws RangeError as {@link withTables} does.
 */
export function compileRegion(model: CompiledModel, first: Study, study: Study): Result<CompiledModel> {
  const wanted = observableUnits(first);
  const found = observableUnits(study);
  const issues = model.observed.flatMap((name): Issue[] => {
    const [unit, seen] = [wanted.get(name), found.get(name)];
    if (unit && seen && unitsEqual(unit, seen)) return [];
    const units = { unit: unit ? printUnit(unit) : "1", seen: seen ? printUnit(seen) : null };
    return [makeIssue("province/other-unit", study.plan.at, { name, region: study.region, ...units })];
  });
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, warnings: [], value: withTables(model, study.model) };
}
