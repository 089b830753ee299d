import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { unwrap } from "../run-study.ts";
import { holdsInternalValues, withoutInternal } from "./without-internal.ts";

const path = "data/tidewick/observations.csv";
const study = () => unwrap(readChangedRegion().result);

test("withoutInternal(study) drops internal observations and keeps every other one as it is", () => {
  const whole = study();
  const cut = withoutInternal(whole);
  expect(holdsInternalValues(whole)).toBe(true);
  expect(holdsInternalValues(cut)).toBe(false);
  expect(cut.observations).toEqual(whole.observations.filter(({ disclosure }) => disclosure === "public"));
});

test("withoutInternal(study) gives the file it cut a hash that says nothing of what was cut, and no other file", () => {
  const hashOf = (value: string) => {
    const changed = readChangedRegion({ [path]: (text) => text.replace("2031-09,0.94", `2031-09,${value}`) });
    return unwrap(changed.result);
  };
  const [one, other] = [hashOf("0.91"), hashOf("0.92")];
  expect(one.files).not.toEqual(other.files);
  expect(withoutInternal(one).files).toEqual(withoutInternal(other).files);
  const kept = (files: typeof one.files) => files.filter((file) => file.path !== path);
  expect(kept(withoutInternal(one).files)).toEqual(kept(one.files));
});

test("withoutInternal(study) gives a study without internal values back as it is", () => {
  const cut = withoutInternal(study());
  expect(withoutInternal(cut)).toBe(cut);
});
