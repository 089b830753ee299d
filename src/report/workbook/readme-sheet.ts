import { holdsInternalValues } from "../../inputs/without-internal.ts";
import { areScenariosDecided } from "../../reachability/decided.ts";
import type { Verdict } from "../../reachability/verdict.ts";
import { countBases } from "../basis-counts.ts";
import type { Book } from "./book.ts";
import { basisSentence, readmeWords } from "./readme-words.ts";
import { type CellLook, type DraftRow, type SheetDraft, sectionRow, textCell } from "./sheet-draft.ts";

/** Draft the sheet that says what the workbook is, how to use it, and what its numbers are and are not. */
export function readmeSheet(book: Book): SheetDraft {
  const { words, run } = book;
  const { language, sheets, say } = words;
  const read = (key: keyof typeof readmeWords) => readmeWords[key][language];
  const isDecided = areScenariosDecided(run.results.map(({ verdicts }) => verdicts));
  const internal = holdsInternalValues(run.study) ? [line(say("internal"), read("internalText"))] : [];
  return {
    name: sheets.readme,
    heading: [run.study.plan.label[language], read("whatText")],
    columns: [
      { title: "", width: 22 },
      { title: "", width: 100 },
    ],
    rows: [
      ...internal,
      ...factRows(book, read),
      sectionRow(read("how")),
      ...(["howAssumption", "howMeasure", "howBack"] as const).map((key, i) => line(String(i + 1), read(key))),
      sectionRow(read("sheets")),
      ...sheetKeys.map((key) => line(sheets[key], read(isDecided && key === "results" ? "decidedResults" : key))),
      sectionRow(read("colours")),
      ...looks.map((look) => line(" ", read(`${look}_basis`), look)),
      sectionRow(read("nature")),
      line("", read("natureModel")),
      line("", read(isDecided ? "natureDecided" : "natureCentral")),
      line("", basisSentence(countBases(run.study.model))[language]),
      sectionRow(read("unknown")),
      ...unknownRows(book, read),
      line("", read("unknownPolicies")),
    ],
    frozenColumns: 0,
  };
}

type Read = (key: keyof typeof readmeWords) => string;

const sheetKeys = [
  "targets",
  "results",
  "assumptions",
  "measures",
  "tables",
  "lookups",
  "projection",
  "steps",
] as const;

const looks = ["plan", "data", "definition", "assumption", "unused"] as const;

function line(name: string, text: string, look: CellLook = "text"): DraftRow {
  return { cells: [textCell(name, look), textCell(text, "wrapped")] };
}

function factRows({ run, result, words }: Book, read: Read): DraftRow[] {
  const { language } = words;
  const { scenario } = result;
  const { hash, draws, seed, informationDate } = run.identity;
  const description = scenario.description[language];
  return [
    line(read("plan"), `${run.study.plan.place[language]} · ${run.study.plan.label[language]}`),
    line(read("scenario"), `${scenario.label[language]}${description === "" ? "" : ` · ${description}`}`),
    line(read("informationDate"), informationDate),
    line(read("run"), hash),
    line(read("draws"), `${draws} · ${seed}`),
  ];
}

/** Rows of the plan that have no verdict, with the reason. */
function unknownRows({ result, words }: Book, read: Read): DraftRow[] {
  const { language } = words;
  const open = result.verdicts.verdicts.filter(isUnknown);
  if (open.length === 0) return [line("", read("unknownNone"))];
  const separator = language === "zh" ? "：" : ": ";
  return open.map(({ label, wording, reason }) => {
    const why = reason === null ? "" : `${separator}${reason[language]}`;
    return line("", `${label[language]} — ${wording[language]}${why}`);
  });
}

function isUnknown({ probability, fact }: Verdict): boolean {
  return probability === null && fact === null;
}
