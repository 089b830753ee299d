import type { Bilingual, Language } from "../core/bilingual.ts";
import { benchMessages } from "./bench-messages.ts";
import { checkMessages } from "./check-messages.ts";
import { consistencyMessages } from "./consistency-messages.ts";
import { diffMessages } from "./diff-messages.ts";
import { evaluateMessages } from "./evaluate-messages.ts";
import { explainMessages } from "./explain-messages.ts";
import { forecastMessages } from "./forecast-messages.ts";
import { helpMessages } from "./help-messages.ts";
import { provinceMessages } from "./province-messages.ts";
import { reportMessages } from "./report-messages.ts";
import { resultMessages } from "./result-messages.ts";
import { seekMessages } from "./seek-messages.ts";
import { standingMessages } from "./standing-messages.ts";

/**
 * Every word that the commands say, in both languages: name → text from the values seen.
 *
 * One catalogue, so that no text exists in one language only; issues have theirs in `core/issue-texts.ts`.
 */
export const messages = {
  ...helpMessages,
  ...checkMessages,
  ...resultMessages,
  ...standingMessages,
  ...seekMessages,
  ...diffMessages,
  ...explainMessages,
  ...forecastMessages,
  ...evaluateMessages,
  ...consistencyMessages,
  ...provinceMessages,
  ...reportMessages,
  ...benchMessages,
} as const;

type Messages = typeof messages;

/** Says one message in the language of the command. */
export type Say = <K extends keyof Messages>(key: K, ...parameters: Parameters<Messages[K]>) => string;

/** Make the function that says messages in one language. */
export function sayIn(language: Language): Say {
  return (key, ...parameters) => (messages[key] as (...given: typeof parameters) => Bilingual)(...parameters)[language];
}
