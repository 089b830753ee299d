import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "data/**/*.test.ts"],
    // Safe because no module keeps mutable state; a third of the time of isolated files.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
