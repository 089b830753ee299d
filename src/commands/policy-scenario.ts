import type { ScenarioToWrite } from "../exploration/scenario-text.ts";
import type { SeekFinding } from "../exploration/seek-finding.ts";
import type { LeverSetting, Study } from "../inputs/study.ts";
import { describeSeek } from "../report/describe-seek.ts";

/** Make a found policy a scenario over the first one that was searched: only levers that it raises are set. */
export function policyScenario(id: string, finding: SeekFinding, study: Study): ScenarioToWrite {
  const [base = ""] = finding.scenarios;
  const label = study.scenarios.find((scenario) => scenario.id === base)?.label ?? { zh: base, en: base };
  const raised = finding.levers.flatMap(({ name, setting, intensity, lower }): [string, LeverSetting][] =>
    setting !== null && intensity !== lower ? [[name, setting]] : [],
  );
  const { seed, draws, freshSeed } = finding;
  return {
    id,
    label: { zh: `${label.zh}＋搜索所得`, en: `${label.en}, as found` },
    description: describeSeek(finding, study.plan),
    base: { id: base },
    levers: Object.fromEntries(raised),
    remarks: [
      `由 seek 写成：${draws} 次模拟，种子 ${seed}，用种子 ${freshSeed} 复核。`,
      `Written by seek: ${draws} draws of seed ${seed}, checked on seed ${freshSeed}.`,
    ],
  };
}
