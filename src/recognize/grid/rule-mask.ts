import { type Axis, axisOf, type InkMask } from "./ink-mask.ts";
import { centerAt, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * Marks the ink of rules, 1 = ink of a rule. Where a stroke of text runs on past a rule, its crossing stays unmarked,
 * so that erasing the rule leaves the stroke whole.
 */
export function drawRuleMask(ink: InkMask, rules: readonly Segment[], sizes: Sizes): Uint8Array {
  const mask = new Uint8Array(ink.data.length);
  for (const rule of rules) drawRule(ink, mask, rule, crossingsOf(rule, rules), sizes);
  return mask;
}

/** Stretches of a rule where another rule meets it: there all ink is rule. */
function crossingsOf(rule: Segment, rules: readonly Segment[]): [number, number][] {
  const crossings: [number, number][] = [];
  for (const other of rules) {
    if (other.direction === rule.direction) continue;
    const across = centerAt(rule, (other.knots[0] + other.knots[other.knots.length - 1]) / 2);
    if (across < other.from - rule.thicknessPx || across > other.to + rule.thicknessPx) continue;
    const along = centerAt(other, across);
    const half = other.thicknessPx / 2 + 1.5;
    if (along >= rule.from - half && along <= rule.to + half) crossings.push([along - half, along + half]);
  }
  return crossings;
}

function drawRule(
  ink: InkMask,
  mask: Uint8Array,
  rule: Segment,
  crossings: readonly [number, number][],
  sizes: Sizes,
): void {
  const axis = axisOf(ink, rule.direction);
  const { data } = ink;
  const half = rule.thicknessPx / 2 + Math.max(1, 0.04 * sizes.textPx);
  const strokePx = Math.max(2, 0.12 * sizes.textPx);
  const crossed = new Uint8Array(axis.alongPx);
  for (const [from, to] of crossings) crossed.fill(1, Math.max(0, Math.ceil(from)), Math.floor(to) + 1);
  for (let along = Math.max(0, rule.from); along < Math.min(axis.alongPx, rule.to); along++) {
    const center = centerAt(rule, along);
    const first = Math.max(0, Math.round(center - half));
    const last = Math.min(axis.acrossPx - 1, Math.round(center + half));
    const base = along * axis.alongStride;
    if (crossed[along] === 0) {
      const goesUp = runsOn(data, axis, base, first, -1, strokePx);
      if (goesUp || runsOn(data, axis, base, last, 1, strokePx)) continue;
    }
    for (let across = first; across <= last; across++) {
      const at = base + across * axis.acrossStride;
      if (data[at] === 1) mask[at] = 1;
    }
  }
}

/** Whether ink leaves the rule and goes on for as long as a stroke would. */
function runsOn(
  data: Uint8Array,
  axis: Axis,
  base: number,
  edge: number,
  step: 1 | -1,
  strokePx: number,
): boolean {
  for (let distance = 0; distance <= strokePx; distance++) {
    const across = edge + step * distance;
    if (across < 0 || across >= axis.acrossPx || data[base + across * axis.acrossStride] === 0) return false;
  }
  return true;
}
