import { feasibilityIssueTexts } from "./feasibility-issue-texts.ts";
import { figureIssueTexts } from "./figure-issue-texts.ts";
import { fileIssueTexts } from "./file-issue-texts.ts";
import { forecastIssueTexts } from "./forecast-issue-texts.ts";
import type { IssueText } from "./issue-text.ts";
import { modelIssueTexts } from "./model-issue-texts.ts";
import { planIssueTexts } from "./plan-issue-texts.ts";
import { provinceIssueTexts } from "./province-issue-texts.ts";
import { scenarioIssueTexts } from "./scenario-issue-texts.ts";
import { studyIssueTexts } from "./study-issue-texts.ts";
import { unitIssueTexts } from "./unit-issue-texts.ts";

/**
 * Every issue the toolkit can raise: code → text from the values seen.
 *
 * One catalogue, so that both languages stay complete and a code is never used with the wrong values.
 */
export const issueTexts = {
  ...fileIssueTexts,
  ...planIssueTexts,
  ...provinceIssueTexts,
  ...studyIssueTexts,
  ...forecastIssueTexts,
  ...feasibilityIssueTexts,
  ...figureIssueTexts,
  ...modelIssueTexts,
  ...unitIssueTexts,
  ...scenarioIssueTexts,
} as const satisfies Record<string, (p: never) => IssueText>;

/** Stable name of a kind of issue. */
export type IssueCode = keyof typeof issueTexts;

/** The values that the text of an issue code needs. */
export type IssueParameters<C extends IssueCode> = Parameters<(typeof issueTexts)[C]>[0];
