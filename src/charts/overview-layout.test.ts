import { expect, test } from "vitest";
import { inventedOverview } from "../fixtures/invented-overview.ts";
import { layOutOverview } from "./overview-layout.ts";
import { estimateTextWidth } from "./text-lines.ts";
import { textSize } from "./theme.ts";

test("layOutOverview(data, language) gives a target room for its amount and unit, which are never parted", () => {
  const data = inventedOverview(3, 2);
  const target = { zh: "5年累计不少于10万人次", en: "≥ 10 (10,000 person-times) summed over 2031–2035" };
  const rows = data.rows.map((row, place) => (place === 1 ? { ...row, target } : row));
  const { rows: laidOut, columns } = layOutOverview({ ...data, rows }, "en");
  const lines = laidOut[1]?.names[2]?.lines ?? [];
  expect(lines[0]).toBe("≥ 10 (10,000 person-times)");
  const left = laidOut[1]?.names[2]?.left ?? Number.NaN;
  for (const line of lines) {
    expect(left + estimateTextWidth(line, textSize.body)).toBeLessThan(columns[0]?.left ?? Number.NaN);
  }
});
