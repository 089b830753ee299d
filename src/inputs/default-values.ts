/** Settings of a run where a scenario gives none; the last year is then the plan's. */
export const defaultRun = { draws: 8192, seed: 20_201_231, sampling: "sobol" } as const;

/** Size of an event where a scenario does not say. */
export const defaultEventSize = 1;

/** Course of a lever or an event where the model does not say. */
export const defaultCourse: {
  readonly lag: number;
  readonly range: readonly [number, number];
  readonly years: number;
  readonly share: number;
} = { lag: 0, range: [0, 1], years: 1, share: 0.5 };

/** Course of a policy where the register does not say; it starts in the plan's first year. */
export const defaultPolicy = { lag: 0, ramp: 1 } as const;

/** Ages in one bar of a pyramid that does not say. */
export const defaultBand = 5;

/** The reading that a row's own figures have unless it names another. */
export const ownReading = "table";

/** Where the files of a region lie, from its folder, where the plan does not say. */
export const defaultFiles = { model: "model", observations: "observations.csv", policies: "policies.yaml" } as const;
