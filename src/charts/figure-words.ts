import type { Bilingual } from "../core/bilingual.ts";

/** The fixed words of the charts that show more than one row, or what stands behind the rows. */
export const figureWords = {
  // ── what is drawn ──
  target: { zh: "目标", en: "Target" },
  // ── levels and stocks ──
  levelsReading: {
    zh: "读法：柱高为总量，各段由下到上层次渐高，均为模拟的平均，可以相加。",
    en: "How to read: the height of a bar is the total; levels rise from bottom to top. All are means, so they add up.",
  },
  shareBelow: {
    zh: "下图的线为中间值，色带含中间80%的模拟结果。",
    en: "Below, the line is the middle, the band the middle 80% of the simulations.",
  },
  stocksReading: {
    zh: "读法：线为中间值，色带含中间80%的模拟结果；两条线靠近，负担加重。",
    en: "How to read: lines are the middle, bands the middle 80% of the simulations; where the lines draw near, the burden grows.",
  },
  // ── flow ──
  flowReading: {
    zh: "读法：各项为规划期合计的平均；期初存量加流入、减流出，即为期末存量。因四舍五入，末位可能不合。",
    en: "How to read: means summed over the plan; the opening stock plus what flows in less what flows out is the closing stock. Last digits may differ by rounding.",
  },
  opening: { zh: "年末存量", en: "Stock at the end of" },
  netChange: { zh: "变动合计", en: "Change in all" },
  other: { zh: "其他（图中未列）", en: "Other (not listed)" },
  // ── pyramid ──
  pyramidReading: {
    zh: "读法：实心条为规划末年，空心框为基年；框在条外，人变少，条出框外，人变多。",
    en: "How to read: bars are the plan's last year, outlines the base year; an outline beyond its bar means fewer people, a bar beyond its outline more.",
  },
  // ── timeline ──
  timelineReading: {
    zh: "读法：格中为当年起作用的力度，空白为不起作用；力度1为措施在模型中的足额实施。滞后已计入：多数措施在设定之后才起作用。",
    en: "How to read: a cell holds the intensity at work in that year, empty: none; 1 is the lever in full. Lags are counted in: most levers act some time after they are set.",
  },
  timelineEvents: {
    zh: "事件下的数为当年的影响程度，1为足额，负数为回补。",
    en: "Numbers of events are their strength in that year; 1 is in full, below 0 a rebound.",
  },
  levers: { zh: "措施", en: "Levers" },
  events: { zh: "事件", en: "Events" },
  noLevers: { zh: "本情景没有起作用的措施。", en: "No lever is at work in this scenario." },
  // ── time to target ──
  timeReading: {
    zh: "读法：曲线为到当年年末曾达到目标的可能；星号为目标年。到模拟末年仍未达到的，何时达到不作推断。",
    en: "How to read: the curve is the chance of having met the target by the end of each year; the star is the target year. What is not met by the last simulated year is left open.",
  },
  notBy: { zh: "年仍未达到", en: "not met by" },
  onceMet: {
    zh: "曾达到即计入，其后回落不扣除，所以目标年的可能不低于完成把握。",
    en: "Once met counts, a later fall does not undo it; so the value in the target year is no less than the chance of the target.",
  },
  // ── comparison ──
  comparisonReading: {
    zh: "读法：点为与对照情景之差的中间值，线含中间80%的模拟结果；各情景用同样的随机数，差别只来自情景本身。线跨过零，方向尚不确定。",
    en: "How to read: dots are the middle of the difference from the scenario compared with, lines the middle 80% of it. All scenarios share their random numbers, so differences are those of the scenarios. A line across zero leaves the direction open.",
  },
  comparisonSides: {
    zh: "圆点：有利于目标；方块：不利于目标；空心：没有分别。",
    en: "Circles: towards the target; squares: away from it; hollow: no difference.",
  },
  // ── corridor ──
  corridorReading: {
    zh: "读法：空心圆为序时进度，即每年应到的数；▼一线为预警线，越过它，目标已很难完成；实心圆为实际值。",
    en: "How to read: open circles are the pace, where each year should be; the line of ▼ is the trip-wire beyond which the target is all but lost; filled circles are measured.",
  },
  paceReading: {
    zh: "读法：空心圆为序时进度，即每年应到的数；实心圆为实际值。",
    en: "How to read: open circles are the pace, where each year should be; filled circles are measured.",
  },
  pace: { zh: "序时进度", en: "Even pace" },
  wire: { zh: "预警线", en: "Trip-wire" },
  lostSide: { zh: "预警线外：完成把握一成以下", en: "Beyond the trip-wire: less than one chance in ten" },
  soFarSum: { zh: "图中为截至当年的累计数。", en: "Values are sums up to each year." },
  soFarMean: { zh: "预警线对照的是截至当年的年均数。", en: "The trip-wire is for the mean up to each year." },
  soFarWorst: { zh: "预警线对照的是截至当年最差的一年。", en: "The trip-wire is for the worst year so far." },
  // ── conflicts ──
  pairsReading: {
    zh: "读法：方阵中，两项目标互相妨碍（▼）或互相带动（▲），符号越大越强，空白为看不出关联。",
    en: "How to read: in the triangle, two targets get in each other's way (▼) or help each other (▲), the larger the more; empty: no link seen.",
  },
  setsReading: {
    zh: "字母下每列为一组按现有口径不能同时成立的要求。",
    en: "Each lettered column is a set of demands that cannot all hold as they are defined.",
  },
  hurt: { zh: "互相妨碍", en: "In each other's way" },
  help: { zh: "互相带动", en: "Help each other" },
  exclude: { zh: "不能同时成立", en: "Cannot both hold" },
  member: { zh: "在这一组中", en: "In this set" },
  limits: { zh: "外部限制", en: "Limits" },
  conflictNone: { zh: "没有发现不能同时成立的目标。", en: "No targets were found that cannot hold together." },
  // ── effort front ──
  frontReading: {
    zh: "读法：完成把握要求越高，最少要的投入越多；下表为各项措施相应的力度。投入是相对的费力程度，不是资金。",
    en: "How to read: the surer a target is to be kept, the more effort it takes at least; the table below gives the levers' intensities. Effort is relative, not money.",
  },
  effort: { zh: "最少投入", en: "Least effort" },
  probability: { zh: "要求的完成把握", en: "Chance asked for" },
  unreached: { zh: "达不到", en: "out of reach" },
  // ── contour ──
  contourReading: {
    zh: "读法：横纵两轴为两项措施的力度，格中为完成把握（%），线为等把握线；两项都为最低时是现状。其余措施不动。",
    en: "How to read: the axes are the intensities of two levers, a cell holds the chance (%) of meeting what is named above, lines join equal chances; the lower left corner is as things are. All other levers stay.",
  },
  intensity: { zh: "力度", en: "intensity" },
  assumed: {
    zh: "措施的作用和投入都是假设，未经评估。",
    en: "What levers do and cost is assumed; nobody has evaluated it.",
  },
} as const satisfies Record<string, Bilingual>;
