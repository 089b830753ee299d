import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `check` says besides the issues, whose texts stand in `core/`. */
export const checkMessages = {
  allRight: (p: { region: string; files: number; scenarios: number; equations: number }): Bilingual => ({
    zh: `${p.region}：${p.files} 个文件、${p.equations} 个方程、${p.scenarios} 个情景，没有错误。`,
    en: `${p.region}: ${p.files} files, ${p.equations} equations, ${p.scenarios} scenarios; no errors.`,
  }),
  issueCount: (p: { errors: number; remarks: number }): Bilingual => ({
    zh: `错误 ${p.errors} 个，提示 ${p.remarks} 条。`,
    en: `${p.errors} error(s), ${p.remarks} remark(s).`,
  }),
  sameKind: (p: { count: number }): Bilingual => ({
    zh: `同类提示另有 ${p.count} 条，位于：`,
    en: `${p.count} more of the same kind, at:`,
  }),
  fullList: plain("全部内容：planreach check --json", "all of them: planreach check --json"),
  identity: plain("恒等式", "identity"),
  tag: plain("编号", "tag"),
  kind: plain("类型", "kind"),
  equality: plain("等式", "equality"),
  bound: plain("界限", "bound"),
  worst: plain("最大偏差", "worst excess"),
  worstAt: plain("出现于", "found in"),
  violatingDraws: plain("不成立的模拟", "failing draws"),
  result: plain("结果", "result"),
  holds: plain("成立", "holds"),
  fails: plain("不成立", "fails"),
  identitiesDone: (p: { count: number; scenarios: number; draws: number; failing: number }): Bilingual => ({
    zh: `${p.count} 个恒等式在 ${p.scenarios} 个情景、各 ${p.draws} 次模拟中核对，不成立 ${p.failing} 个。`,
    en: `${p.count} identities checked under ${p.scenarios} scenarios with ${p.draws} draws each; ${p.failing} fail.`,
  }),
} as const;
