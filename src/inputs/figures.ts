import type { Bilingual } from "../core/bilingual.ts";

/** Figures of a region besides those of its rows: `data/<region>/figures.yaml`, or none. */
export interface RegionFigures {
  readonly levels: readonly LevelsFigure[];
  readonly stocks: readonly StocksFigure[];
  readonly flows: readonly FlowFigure[];
  readonly pyramids: readonly PyramidFigure[];
  readonly maps: readonly MapFigure[];
}

interface NamedFigure {
  /** Unique among the figures of its kind. */
  readonly id: string;
  readonly label: Bilingual;
}

/** Levels on top of each other, year by year, and the share of some of them. */
export interface LevelsFigure extends NamedFigure {
  /** Names of scalar variables in one unit, lowest level first. */
  readonly variables: readonly string[];
  readonly share: string | null;
}

/** Two stocks against each other, and their ratio. */
export interface StocksFigure extends NamedFigure {
  /** Names of scalar variables in one unit. */
  readonly variables: readonly [string, string];
  readonly ratio: string | null;
}

/** What flows into and out of a stock over the years of the plan. */
export interface FlowFigure extends NamedFigure {
  readonly stock: string;
  /** Names of scalar flows in the stock's unit. */
  readonly inflows: readonly string[];
  readonly outflows: readonly string[];
}

/** People by two groups and by age, in the base year and in the plan's last year. */
export interface PyramidFigure extends NamedFigure {
  /** Over a dimension of two named elements, then one of whole numbers. */
  readonly variable: string;
  /** Ages in one bar. */
  readonly band: number;
}

/** Chance of meeting rows together over the intensities of two levers. */
export interface MapFigure extends NamedFigure {
  readonly indicators: readonly string[];
  readonly levers: readonly [string, string];
  readonly scenario: string;
}

/** A region that asks for no figures of its own. */
export const noFigures: RegionFigures = { levels: [], stocks: [], flows: [], pyramids: [], maps: [] };
