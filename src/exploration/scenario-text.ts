import type { Bilingual } from "../core/bilingual.ts";
import type { LeverSetting, Scenario } from "../inputs/study.ts";

/** A scenario file to be written: what it is called and which levers it sets over another. */
export interface ScenarioToWrite {
  readonly id: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  /** The scenario that it extends. */
  readonly base: Pick<Scenario, "id">;
  readonly levers: Readonly<Record<string, LeverSetting>>;
  /** Remarks at the top, one a line. */
  readonly remarks?: readonly string[];
}

/**
 * Write the text of a scenario file that lays lever settings over another scenario.
 *
 * Numbers are written in full, so that the file runs to the same bits as the policy that it was made from.
 */
export function scenarioText({ id, label, description, base, levers, remarks = [] }: ScenarioToWrite): string {
  const lines = [
    "# yaml-language-server: $schema=../scenario.schema.json",
    ...(remarks.length > 0 ? ["#", ...remarks.map((remark) => `# ${remark.replaceAll(/\s+/g, " ")}`)] : []),
    `id: ${id}`,
    `label: {zh: ${quoted(label.zh)}, en: ${quoted(label.en)}}`,
    "description:",
    `  zh: ${quoted(description.zh)}`,
    `  en: ${quoted(description.en)}`,
    `extends: ${base.id}`,
  ];
  const settings = Object.entries(levers).map(([name, setting]) => `  ${name}: ${settingText(setting)}`);
  return `${[...lines, ...(settings.length > 0 ? ["levers:", ...settings] : [])].join("\n")}\n`;
}

/** A JSON string is a YAML string too, whatever stands in it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function settingText(setting: LeverSetting): string {
  if (typeof setting === "number") return String(setting);
  return `{${setting.map(({ year, intensity }) => `${year}: ${intensity}`).join(", ")}}`;
}
