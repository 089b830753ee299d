import type { Plan } from "./study.ts";

/**
 * The plan whose base year and figures a run starts from: the plan before while this plan's base year is not observed,
 * else the plan itself.
 */
export function startingPlan(plan: Plan): Plan {
  return plan.continues ?? plan;
}
