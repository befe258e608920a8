/** How often the time is looked at. */
const TICK_MS = 500;

/**
 * Calls back once so much time has gone by in which this process could act; answers how to stop it before.
 * While something else keeps the process busy, whoever waits can't be heard: that time is not held against him.
 */
export function startFairTimer(limitMs: number, onOver: () => void): () => void {
  const tickMs = Math.max(1, Math.min(TICK_MS, limitMs / 4));
  let leftMs = limitMs;
  let beforeMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    leftMs -= Math.min(nowMs - beforeMs, 2 * tickMs);
    beforeMs = nowMs;
    if (leftMs > 0) return;
    clearInterval(timer);
    onOver();
  }, tickMs);
  return () => clearInterval(timer);
}
