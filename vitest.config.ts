import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Real OCR keeps both cores busy by itself.
    maxWorkers: 2,
  },
});
