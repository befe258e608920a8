import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { lightAlong, lightDown } from "./light-of-steps.ts";
import { onceFor } from "./once-for.ts";

/** A white rule on shaded ground: where it runs, step by step along it, and from where to where. */
export interface WhiteRule {
  direction: "row" | "column";
  from: number;
  to: number;
  /** Where it lies across, at the middle of every step from `from` on. */
  places: number[];
  stepPx: number;
  /** By how many grey levels it is lighter than its ground. */
  light: number;
}

/** In text heights: along a rule grain is evened out over so much; to either side lies its ground, as deep at least. */
const STEP = 1;
const LEAST_STEP_PX = 12;
const BESIDE = 0.3;
const DEEP = 0.5;
/** In grey levels: a rule is lighter than its ground by so much, and the ground of one level to within so much. */
const LEAST_LIGHT = 4;
const MOST_UNEVEN = 5;
/** A darker ground may be ink. */
const DARKEST = 95;
/** In steps: so many of a rule may be hidden in a row, and this share of it in all; a shorter one parts no cells. */
const MOST_GAP = 2;
const LEAST_SEEN = 0.7;
const LEAST_RUN = { row: 6, column: 2.5 };

/**
 * Where white rules run one way on the shaded grounds of a straight page, as lines that are lighter than the even ground on both
 * sides of them. Of every stretch the lighter pixels count, so that words on the ground are none of it, and the white
 * between two lines of words on paper is no rule.
 */
export function findWhiteRules(
  page: GreyPicture,
  direction: WhiteRule["direction"],
  textHeightPx: number,
): WhiteRule[] {
  const stepPx = stepOf(textHeightPx);
  const steps = direction === "row" ? rowLevels(page, stepPx) : lightDown(page, stepPx);
  const seen = steps.map((levels) => whiteIn(levels, textHeightPx));
  return chains(seen, direction, stepPx, (LEAST_RUN[direction] * textHeightPx) / stepPx);
}

/** A page as it was before its light was evened out; the same for all who ask. */
export const unlitOf: (page: GreyPicture) => GreyPicture | null = onceFor(
  ({ widthPx, heightPx, unlit }: GreyPicture) => (unlit ? { widthPx, heightPx, data: unlit } : null),
);

const rowsByStep = onceFor((_: GreyPicture) => new Map<number, Float32Array[]>());

/** How light each line of a page is, step by step along it; worked out once for a page. */
export function rowLevels(page: GreyPicture, stepPx: number): Float32Array[] {
  const known = rowsByStep(page);
  const levels = known.get(stepPx) ?? lightAlong(page, stepPx);
  known.set(stepPx, levels);
  return levels;
}

/** How long a step along a page is. */
export const stepOf = (textHeightPx: number): number =>
  Math.max(LEAST_STEP_PX, Math.round(STEP * textHeightPx));

/** In text heights: rules lie no nearer to one another. */
const APART = 0.8;
/** Of how light a table's other rules are, so light is one of it on the whole, and on so much of its way. */
const ON_THE_WHOLE = 0.5;
const HERE = 0.3;
const LEAST_WAY = 0.75;

/**
 * The rules of a table across that grain hides here and there: beside those known, whose bend they share, and as long.
 * `box` is what the table's rules span.
 */
export function findHiddenRows(
  page: GreyPicture,
  known: readonly WhiteRule[],
  [left, top, right, bottom]: Box,
  textHeightPx: number,
): WhiteRule[] {
  const [model] = [...known].sort((a, b) => b.places.length - a.places.length);
  const light = known.map((rule) => rule.light).sort((a, b) => a - b)[known.length >> 1];
  const stepPx = stepOf(textHeightPx);
  const [first, last] = [Math.round(left / stepPx), Math.round(right / stepPx)];
  const steps = rowLevels(page, stepPx).slice(first, last);
  const [nearPx, apartPx] = [
    Math.max(3, Math.round(BESIDE * textHeightPx)),
    Math.round(APART * textHeightPx),
  ];
  const bend = steps.map((_, step) => {
    const at = Math.min(model.places.length - 1, Math.max(0, step + first - Math.round(model.from / stepPx)));
    return model.places[at] - middlePlace(model);
  });
  const found: WhiteRule[] = [];
  for (let y = top + apartPx; y <= bottom - apartPx; y++) {
    if (known.some((rule) => Math.abs(middlePlace(rule) - y) < apartPx)) continue;
    const lights = steps.map((levels, step) => {
      const at = y + bend[step];
      const beside = Math.max(levels[at - nearPx], levels[at + nearPx]);
      return Math.max(levels[at - 1], levels[at], levels[at + 1]) - beside;
    });
    const mean = lights.reduce((sum, each) => sum + each, 0) / Math.max(1, lights.length);
    const seen = lights.filter((each) => each >= HERE * light).length;
    if (!(mean >= ON_THE_WHOLE * light) || seen < LEAST_WAY * lights.length) continue;
    const rule: WhiteRule = {
      direction: "row",
      from: first * stepPx,
      to: last * stepPx,
      places: bend.map((by) => y + by),
      stepPx,
      light: mean,
    };
    const before = found.at(-1);
    if (before === undefined || y - middlePlace(before) >= apartPx) found.push(rule);
    else if (mean > before.light) found[found.length - 1] = rule;
  }
  return found;
}

/** Where a rule lies at the middle of its way. */
export const middlePlace = ({ places }: WhiteRule): number => places[places.length >> 1];

/** The places of a step where a white rule may run: the lightest of those that are lighter than even ground on both sides. */
function whiteIn(levels: Float32Array, textHeightPx: number): Map<number, number> {
  const [near, far] = [BESIDE, DEEP].map((share) => Math.max(3, Math.round(share * textHeightPx)));
  const found = new Map<number, number>();
  for (let at = far; at < levels.length - far; at++) {
    const [before, after] = [levels[at - near], levels[at + near]];
    if (levels[at] - Math.max(before, after) < LEAST_LIGHT) continue;
    if (levels[at] < levels[at - 1] || levels[at] <= levels[at + 1]) continue;
    const evenSides =
      Number(Math.abs(before - levels[at - far]) <= MOST_UNEVEN) +
      Number(Math.abs(after - levels[at + far]) <= MOST_UNEVEN);
    // A black rule is dark, but never so deep.
    if (evenSides >= (Math.min(before, after) < DARKEST ? 2 : 1))
      found.set(at, levels[at] - Math.max(before, after));
  }
  return found;
}

/** What goes on from step to step at one place, or right beside it. */
function chains(
  seen: readonly Map<number, number>[],
  direction: "row" | "column",
  stepPx: number,
  leastSteps: number,
): WhiteRule[] {
  const left = seen.map((places) => new Map(places));
  const rules: WhiteRule[] = [];
  for (const [start, places] of left.entries()) {
    for (const [place, strength] of places) {
      const run = [place];
      let [last, count, light] = [start, 1, strength];
      for (let step = start + 1; step < left.length && step - last <= MOST_GAP + 1; step++) {
        const near = run[run.length - 1];
        const next = [near, near - 1, near + 1, near - 2, near + 2].find((each) => left[step].has(each));
        run.push(next ?? near);
        if (next === undefined) continue;
        light += left[step].get(next) ?? 0;
        left[step].delete(next);
        last = step;
        count++;
      }
      const length = last - start + 1;
      if (length < leastSteps || count < LEAST_SEEN * length) continue;
      rules.push({
        direction,
        from: start * stepPx,
        to: (last + 1) * stepPx,
        places: run.slice(0, length),
        stepPx,
        light: light / count,
      });
    }
  }
  return joined(rules);
}

/** Rules with pieces that end where another begins as one. */
function joined(rules: readonly WhiteRule[]): WhiteRule[] {
  const whole: WhiteRule[] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const at = whole.findIndex(
      (one) =>
        rule.to > one.to &&
        Math.abs(rule.from - one.to) <= rule.stepPx &&
        Math.abs(rule.places[0] - one.places[one.places.length - 1]) <= SAME_PLACE_PX,
    );
    if (at < 0) whole.push(rule);
    else whole[at] = joinedTo(whole[at], rule);
  }
  return whole;
}

const SAME_PLACE_PX = 2;

function joinedTo(one: WhiteRule, next: WhiteRule): WhiteRule {
  const steps = Math.round((next.to - one.from) / one.stepPx);
  const skipped = Math.round((next.from - one.from) / one.stepPx);
  const places = Array.from({ length: steps }, (_, step) =>
    step >= skipped ? next.places[step - skipped] : one.places[Math.min(step, one.places.length - 1)],
  );
  const light =
    (one.light * one.places.length + next.light * next.places.length) /
    (one.places.length + next.places.length);
  return { ...one, to: next.to, places, light };
}
