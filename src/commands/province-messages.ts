import { type Bilingual, plain } from "../core/bilingual.ts";

/** What is said of a province. */
export const provinceMessages = {
  provinceTitle: (p: { regions: number; year: number }): Bilingual => ({
    zh: `${p.regions} 个地区逐次相加，${p.year} 年`,
    en: `${p.regions} regions added up draw by draw, ${p.year}`,
  }),
  outcome: plain("指标", "outcome"),
  unitWord: plain("单位", "unit"),
  middleRange: plain("90% 区间", "90% range"),
  togetherness: plain("与独立之比", "vs independent"),
  togethernessNote: (p: { most: string }): Bilingual => ({
    zh: `与独立之比：合计的标准差除以各地区互不相关时的标准差；1 为互不相关，各地区相似且完全同动时为 ${p.most}。比率是合计之比。`,
    en: `vs independent: sd of the sum over its sd if the regions were independent; 1 is independent, ${p.most} is like regions moving as one. Rates are ratios of sums.`,
  }),
  leftOut: plain("没有全省数：", "No figure of the province: "),
  leftOutRate: plain("比率，规划没有写明分子和分母", "a rate whose numerator and denominator no plan names"),
  leftOutMoney: plain("以货币计，未列入 province.yaml 的 sums", "money that province.yaml does not list under sums"),
  leftOutDuration: plain("年数或时长，不能相加", "a duration, which does not add up"),
  likelyRegions: plain("各行预计可以完成的地区数", "Regions in which each row is met or likely to be"),
  regionsMeeting: plain("地区", "regions"),
  leastRegion: plain("概率最低的地区", "least likely in"),
  severalLeast: (p: { chance: string; count: number }): Bilingual => ({
    zh: `${p.count} 个地区 ${p.chance}`,
    en: `${p.count} regions ${p.chance}`,
  }),
  provinceRight: (p: { province: string; regions: number; scenarios: number }): Bilingual => ({
    zh: `${p.province}：${p.regions} 个地区、${p.scenarios} 个共同情景，没有错误。`,
    en: `${p.province}: ${p.regions} regions, ${p.scenarios} scenarios in common; no errors.`,
  }),
  oneRegionOnly: (p: { province: string; regions: string }): Bilingual => ({
    zh: `\`${p.province}\` 是一个省，这个命令只看一个地区，如 ${p.regions}。`,
    en: `\`${p.province}\` is a province; this command looks at one region, such as ${p.regions}.`,
  }),
} as const;
