import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startFairTimer } from "../../src/scan/fair-timer.ts";

function keepBusy(ms: number): void {
  const startedMs = performance.now();
  while (performance.now() - startedMs < ms);
}

describe("a fair timer", () => {
  it("is over after its time, once", async () => {
    let calls = 0;
    startFairTimer(50, () => calls++);
    await wait(1000);
    expect(calls).toBe(1);
  });

  it("doesn't hold the time in which nothing could be heard against who waits", async () => {
    let isOver = false;
    const stop = startFairTimer(400, () => {
      isOver = true;
    });
    keepBusy(900);
    await wait(1);
    expect(isOver).toBe(false);
    stop();
    await wait(600);
    expect(isOver).toBe(false);
  });
});
