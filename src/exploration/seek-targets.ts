import type { Result } from "../core/issue.ts";
import { informationDate } from "../reachability/standing.ts";
import {
  describeChances,
  describeLevers,
  describeLimit,
  describeTargets,
  firstBindingChance,
  marginalGains,
  weakestRow,
} from "./describe-policy.ts";
import { type Driver, rankDrivers, rankInputs } from "./drivers.ts";
import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { lastStartYear } from "./last-start-year.ts";
import type { DrawSettings } from "./lever-problem.ts";
import { rangesNeeded } from "./ranges-needed.ts";
import { screenLevers } from "./screen-levers.ts";
import type { LeverAlone, SeekFinding, SeekLastStart, SeekLever } from "./seek-finding.ts";
import { nextSeed, seekMix } from "./seek-mix.ts";
import { type OneLeverSolution, seekOneLever } from "./seek-one-lever.ts";
import { leversReaching, type SeekQuestion, type StudyProblem, settingsOf } from "./study-problem.ts";
import { openProblems, type StudyProblems } from "./study-problems.ts";

/** A question about named levers, or about whichever of them can do anything for the rows. */
export interface SeekRequest extends Omit<SeekQuestion, "levers"> {
  /** One lever, a mix of several, or null: every lever that the settings of the region leave to be used. */
  readonly levers: readonly string[] | null;
  /** Draws of the search for a mix, settled on all draws afterwards; defaults to 512. */
  readonly searchDraws?: number;
}

/** Draws on which levers are screened. */
const SCREEN_DRAWS = 256;
/** Draws on which single levers are compared when the question is about all of them. */
const ALONE_DRAWS = 2048;
/** How many of the inputs that would change the answer are told. */
const TOLD_DRIVERS = 3;

/**
 * Find the least effort of levers that keeps rows of a plan with a probability, or tell why none does.
 *
 * One lever is solved for by itself; several are mixed; without names every lever that reaches the rows is tried alone
 * and then all of them together.
 *
 * @returns the finding; or the issues of a scenario laid over the model.
 * @throws RangeError when a lever is not in the model or no lever reaches the rows.
 */
export function seekTargets(request: SeekRequest, draws: DrawSettings): Result<SeekFinding> {
  const levers = request.levers ?? usableLevers(request);
  if (request.levers === null) return seekAmongAll(request, levers, draws);
  return withProblems({ ...request, levers }, draws, (problems) =>
    levers.length === 1 ? oneLeverFinding(problems, draws) : mixFinding(request, problems, draws),
  );
}

/** Set aside the levers that hardly matter, then search among the others; all that help are tried when those fail. */
function seekAmongAll(request: SeekRequest, levers: readonly string[], draws: DrawSettings): Result<SeekFinding> {
  const screening = { ...draws, draws: Math.min(SCREEN_DRAWS, draws.draws) };
  const opened = openProblems({ ...request, levers }, screening);
  if (!opened.ok) return opened;
  if (opened.value.kind === "unsought")
    return withProblems({ ...request, levers }, screening, () => blankFinding(request, draws));
  const { useful, helpful } = screenLevers(opened.value.problem);
  const named = (places: readonly number[]) => levers.filter((_, place) => places.includes(place));
  const search = (names: readonly string[]) =>
    withProblems({ ...request, levers: names }, draws, (problems) => mixFinding(request, problems, draws));
  const first = search(named(useful));
  const isFinal = !first.ok || first.value.limit?.boundBy !== "levers" || helpful.length <= useful.length;
  const found = isFinal ? first : search(named(helpful));
  if (!found.ok) return found;
  const searched = new Set(found.value.levers.map(({ name }) => name));
  const setAside = levers.filter((name) => !searched.has(name));
  return { ...found, value: { ...found.value, setAside } };
}

/** Make the problems of a question and find their answer; rows that cannot be sought are an answer too. */
function withProblems(
  question: SeekQuestion,
  draws: DrawSettings,
  answer: (problems: StudyProblems) => SeekFinding,
): Result<SeekFinding> {
  const opened = openProblems(question, draws);
  if (!opened.ok) return opened;
  const { warnings, value } = opened;
  if (value.kind === "problems") return { ok: true, warnings, value: answer(value) };
  return { ok: true, warnings, value: { ...blankFinding(question, draws), notAssessed: value.rows } };
}

/** Levers that the region's settings leave to be used and that can change one of the rows. */
function usableLevers({ study, model, indicators }: Pick<SeekQuestion, "study" | "model" | "indicators">): string[] {
  return leversReaching(study, model, indicators).filter((name) => study.seek.levers[name]?.isUsed !== false);
}

function blankFinding(request: Omit<SeekQuestion, "levers">, { draws, seed }: DrawSettings): SeekFinding {
  const { effortExponent, budget } = request.study.seek;
  return {
    status: "not_assessable",
    scenarios: request.scenarios.map(({ id }) => id),
    together: request.isTogether,
    targets: [],
    chances: [],
    levers: [],
    effort: null,
    effortExponent,
    budget,
    metAlready: false,
    firstBindingRow: null,
    limit: null,
    lastStart: null,
    alone: null,
    setAside: [],
    whatWouldChange: [],
    notAssessed: [],
    from: request.from,
    seed,
    freshSeed: nextSeed(seed),
    draws,
    informationDate: informationDate(request.study.observations, request.study.plan, request.asOf),
  };
}

/** What every finding tells of the policy found, or of the best that there is. */
function describedFinding(
  problem: StudyProblem,
  points: { readonly before: PolicyPoint; readonly after: PolicyPoint | null; readonly fresh: PolicyPoint | null },
  best: PolicyPoint,
  draws: DrawSettings,
): SeekFinding {
  const binding = firstBindingChance(problem, best);
  const row = weakestRow(problem, binding, best);
  const gains = points.after && marginalGains(problem, points.after);
  return {
    ...blankFinding(problem.question, draws),
    targets: describeTargets(problem, points),
    chances: describeChances(problem, points, gains),
    levers: describeLevers(problem, points.after, gains),
    effort: points.after?.effort ?? null,
    firstBindingRow: problem.rows[row]?.indicator ?? null,
    whatWouldChange: driversAt(problem, best, row).slice(0, TOLD_DRIVERS),
  };
}

function driversAt(problem: StudyProblem, point: PolicyPoint, row: number): Driver[] {
  const { question, rows, simulators } = problem;
  const { scenario, comparison } = rows[row] as StudyProblem["rows"][number];
  const place = question.scenarios.findIndex(({ id }) => id === scenario);
  const drawn = simulators[place]?.drawnWith(settingsOf(problem, point.intensities, place));
  return drawn ? rankDrivers(rankInputs(question.study, drawn), point.statistics[row] as Float64Array, comparison) : [];
}

function oneLeverFinding({ problem, make }: StudyProblems, draws: DrawSettings): SeekFinding {
  const found = seekOneLever(problem, 0);
  const { before, after, status, limit, isMetAlready } = found;
  const fresh = after && evaluatePolicy(make({ ...draws, seed: nextSeed(draws.seed) }), after.intensities);
  const best = after ?? limit?.point ?? before;
  const described = describedFinding(problem, { before, after, fresh }, best, draws);
  return {
    ...described,
    status,
    metAlready: isMetAlready,
    levers: described.levers.map((lever) => withBand(lever, found)),
    limit:
      limit &&
      describeLimit(problem, limit.point, {
        boundBy: "levers",
        reason: limit.reason,
        rangesNeeded: limit.reason === "range_too_short" ? rangesNeeded(problem, limit.point) : null,
      }),
    lastStart: status === "met" && !isMetAlready ? lastStartOf(problem) : null,
  };
}

function withBand(lever: SeekLever, { band, keptUpTo }: OneLeverSolution): SeekLever {
  return { ...lever, band, keptUpTo };
}

function lastStartOf(problem: StudyProblem): SeekLastStart {
  const { year, byYear } = lastStartYear(problem, 0);
  return {
    year,
    byYear: byYear.map((start) => ({
      year: start.year,
      probability: Math.min(...start.probabilities),
      kept: start.isKept,
    })),
  };
}

function mixFinding(request: SeekRequest, { problem, make }: StudyProblems, draws: DrawSettings): SeekFinding {
  const { searchDraws } = request;
  const found = seekMix(make, { ...draws, ...(searchDraws === undefined ? {} : { searchDraws }) });
  const { before, policy, fresh, corner, boundBy, isMetAlready } = found;
  const described = describedFinding(problem, { before, after: policy, fresh }, policy ?? corner.point, draws);
  const isAll = request.levers === null;
  const alone = isAll ? leversAlone(make({ ...draws, draws: Math.min(ALONE_DRAWS, draws.draws) })) : null;
  const isAnyEnough = isMetAlready || (alone?.some(({ status }) => status === "met") ?? true);
  return {
    ...described,
    status: found.status === "met" && !isAnyEnough ? "needs_mix" : found.status,
    metAlready: isMetAlready,
    alone,
    limit: boundBy && describeLimit(problem, corner.point, { boundBy, reason: null, rangesNeeded: found.rangesNeeded }),
  };
}

/** What each lever of a problem does by itself, the most helpful first. */
function leversAlone(problem: StudyProblem): LeverAlone[] {
  const smallest = (point: PolicyPoint) => Math.min(...point.chances.map(({ probability }) => probability));
  const alone = problem.levers.map((lever, place): LeverAlone => {
    const { status, intensity, before, after, limit } = seekOneLever(problem, place, { steps: 4, tolerance: 1e-2 });
    const best = after ?? limit?.point ?? before;
    return {
      name: lever.name,
      label: lever.turnable[0]?.lever.label ?? { zh: lever.name, en: lever.name },
      status,
      intensity,
      before: smallest(before),
      best: smallest(best),
      bestIntensity: best.intensities[place] as number,
      reason: limit?.reason ?? null,
    };
  });
  return alone.sort((a, b) => b.best - a.best || (a.name < b.name ? -1 : 1));
}
