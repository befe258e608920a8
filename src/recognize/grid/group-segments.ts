import type { Direction } from "./ink-mask.ts";
import { EDGED, isUnbroken, UNBROKEN } from "./looks.ts";
import { columnsGoOn, hasEndRule, runAlongside } from "./open-sides.ts";
import { centerAt, inkedShare, lengthOf, meet, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** Rules that meet one another. */
export interface Group {
  rows: Segment[];
  columns: Segment[];
}

/**
 * Sorts segments into groups of rules that meet. Short pieces join only where both their ends touch rules of one
 * group: that is what tells them from strokes of text. Segments of no group are left out.
 */
export function groupSegments(rows: readonly Segment[], columns: readonly Segment[], sizes: Sizes): Group[] {
  const isStrong = (segment: Segment) => lengthOf(segment) >= sizes.strongPx && looksSure(segment, sizes);
  const strong = [...rows, ...columns].filter(isStrong);
  const parents = strong.map((_, index) => index);
  const met = new Set<number>();
  for (let a = 0; a < strong.length; a++) {
    for (let b = a + 1; b < strong.length; b++) {
      if (strong[a].direction === strong[b].direction || !meet(strong[a], strong[b], sizes)) continue;
      union(parents, a, b);
      met.add(a).add(b);
    }
  }
  uniteOpenSided(strong, parents, met, sizes);
  addWeak(
    strong,
    [...rows, ...columns].filter((segment) => !isStrong(segment) && looksPlain(segment, sizes)),
    parents,
    new Set(strong.filter((segment) => isWithinCell(segment, strong, sizes))),
    sizes,
  );
  uniteOverNames(strong, parents, sizes);
  return gather(strong, parents).filter((group) => group.rows.length > 0 && group.columns.length > 0);
}

/**
 * The group with the short pieces that hang between one of its rules and a border left out.
 * `borders` are the positions of such borders, by the direction of the pieces that end there.
 */
export function withHanging(
  group: Group,
  pieces: readonly Segment[],
  borders: Record<Direction, readonly number[]>,
  sizes: Sizes,
): Group {
  const rules = [...group.rows, ...group.columns];
  const known = new Set(rules);
  const ends = (piece: Segment, end: number) =>
    touched(piece, end, rules, sizes) >= 0
      ? "rule"
      : borders[piece.direction].some((border) => Math.abs(border - end) <= sizes.cornerPx)
        ? "border"
        : "nothing";
  const hanging = pieces.filter((piece) => {
    if (known.has(piece) || !looksPlain(piece, sizes)) return false;
    const both = [ends(piece, piece.from), ends(piece, piece.to)];
    return both.includes("rule") && !both.includes("nothing");
  });
  return {
    rows: [...group.rows, ...hanging.filter((piece) => piece.direction === "row")],
    columns: [...group.columns, ...hanging.filter((piece) => piece.direction === "column")],
  };
}

/**
 * Strokes of a few neighbouring characters may line up; a rule of their length must look better than they do. A long
 * one beside text, as those of a whole line may be, must run on between the characters.
 */
function looksSure(segment: Segment, sizes: Sizes): boolean {
  const { clearBoth, clearOne, dark, edged, inked, solid } = segment.looks;
  const length = lengthOf(segment) / sizes.textPx;
  if (edged < EDGED) return false;
  if (length >= 10) return clearBoth >= 0.5 || dark >= 0.8 || inked >= UNBROKEN;
  if (length < 5) return inkedShare(segment) >= 0.9 && clearBoth >= 0.82;
  return clearBoth >= 0.75 || (clearOne >= 0.95 && clearBoth >= 0.5 && solid >= 0.95) || dark >= 0.8;
}

function looksPlain(segment: Segment, sizes: Sizes): boolean {
  const { clearBoth, clearOne } = segment.looks;
  // With white all along its sides it may have a hole.
  return (
    inkedShare(segment) >= (clearBoth >= 0.9 ? 0.7 : 0.85) &&
    (clearBoth >= 0.6 || (clearBoth >= 0.25 && clearOne >= 0.9) || isUnbroken(segment, sizes))
  );
}

/**
 * Tables without side borders fall apart where a row is merged over their whole width: nothing crosses there; those
 * without a top and a bottom, where a column is. Long rules with equal ends, nothing at either end, belong together.
 */
function uniteOpenSided(strong: Segment[], parents: number[], met: ReadonlySet<number>, sizes: Sizes): void {
  const isOpen = strong.map((segment) => !hasEndRule(segment, strong, sizes));
  for (let a = 0; a < strong.length; a++) {
    for (let b = a + 1; b < strong.length; b++) {
      if (strong[a].direction !== strong[b].direction || !isOpen[a] || !isOpen[b]) continue;
      if (!met.has(a) && !met.has(b)) continue;
      if (runAlongside(strong[a], strong[b], strong, sizes)) union(parents, a, b);
    }
  }
}

/** The same where rows are so low that their uprights are short pieces: these end above a name's row and go on below it. */
function uniteOverNames(rules: readonly Segment[], parents: number[], sizes: Sizes): void {
  const long = rules.filter(
    (rule) => rule.direction === "row" && lengthOf(rule) >= sizes.strongPx && !hasEndRule(rule, rules, sizes),
  );
  for (const one of long) {
    for (const other of long) {
      const [a, b] = [one, other].map((rule) => rules.indexOf(rule));
      if (a >= b || find(parents, a) === find(parents, b)) continue;
      if (runAlongside(one, other, rules, sizes) && columnsGoOn(one, other, rules, sizes))
        union(parents, a, b);
    }
  }
}

function gather(strong: readonly Segment[], parents: number[]): Group[] {
  const groups = new Map<number, Group>();
  strong.forEach((segment, index) => {
    const root = find(parents, index);
    const group = groups.get(root) ?? { rows: [], columns: [] };
    groups.set(root, group);
    (segment.direction === "row" ? group.rows : group.columns).push(segment);
  });
  return [...groups.values()];
}

/** In text heights: a stroke of a character, and what stands between it and the rule above, is no longer. */
const LONGEST_STROKE = 1.3;

/** Whether a rule lies free between two long ones that run by on either side of it, and touches none. */
function isWithinCell(segment: Segment, strong: readonly Segment[], sizes: Sizes): boolean {
  const across = centerAt(segment, middleOf(segment));
  let [isAfterOne, isBeforeOne] = [false, false];
  for (const other of strong) {
    if (other.direction === segment.direction) continue;
    if (across < other.from - sizes.cornerPx || across > other.to + sizes.cornerPx) continue;
    const along = centerAt(other, across);
    const slack = sizes.touchPx + other.thicknessPx / 2;
    const runsBy = other.from < across && other.to > across;
    if (along < segment.from - slack) isAfterOne ||= runsBy;
    else if (along > segment.to + slack) isBeforeOne ||= runsBy;
    else return false;
  }
  return isAfterOne && isBeforeOne;
}

/**
 * Adds short pieces that hang between two rules, which they unite; one may hang on another. No piece of a character's
 * height unites one that lies free `inCells` with one that doesn't: that is a line of text set right below a rule, its
 * lowest strokes, and upright ones between the two.
 */
function addWeak(
  rules: Segment[],
  weak: readonly Segment[],
  parents: number[],
  inCells: ReadonlySet<Segment>,
  sizes: Sizes,
): void {
  const isStroke = (piece: Segment, ends: number[]): boolean =>
    lengthOf(piece) <= LONGEST_STROKE * sizes.textPx &&
    ends.filter((end) => inCells.has(rules[end])).length === 1;
  let left = weak;
  for (let round = 0; round < 3; round++) {
    const rest: Segment[] = [];
    for (const whole of left) {
      const piece = withoutTail(whole, rules, sizes);
      const atFrom = touched(piece, piece.from, rules, sizes);
      const atTo = touched(piece, piece.to, rules, sizes);
      if (atFrom < 0 || atTo < 0 || isStroke(piece, [atFrom, atTo])) {
        rest.push(whole);
        continue;
      }
      parents.push(find(parents, atFrom));
      rules.push(piece);
      union(parents, atFrom, atTo);
    }
    if (rest.length === left.length) return;
    left = rest;
  }
}

/** A piece that runs on past the last rule it crosses, as where a stroke of text stands in its line, ends at that rule. */
function withoutTail(piece: Segment, rules: readonly Segment[], sizes: Sizes): Segment {
  const isOpen = [piece.from, piece.to].map((end) => touched(piece, end, rules, sizes) < 0);
  if (isOpen[0] === isOpen[1]) return piece;
  const crossings = rules
    .filter((rule) => rule.direction !== piece.direction && meet(piece, rule, sizes))
    .map((rule) => ({ at: centerAt(rule, centerAt(piece, middleOf(piece))), half: rule.thicknessPx / 2 }));
  const ends = crossings.map(({ at, half }) =>
    isOpen[1]
      ? { from: piece.from, to: Math.ceil(at + half) }
      : { from: Math.floor(at - half), to: piece.to },
  );
  const inside = ends.filter(
    ({ from, to }) => from >= piece.from && to <= piece.to && to - from >= sizes.weakPx,
  );
  const longest = inside.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!longest) return piece;
  const stretches = piece.stretches
    .map(([start, end]): [number, number] => [Math.max(start, longest.from), Math.min(end, longest.to)])
    .filter(([start, end]) => end > start);
  return { ...piece, ...longest, stretches };
}

/** The index of a rule that a piece's end touches; -1 when there is none. */
function touched(piece: Segment, end: number, rules: readonly Segment[], sizes: Sizes): number {
  const across = centerAt(piece, end);
  const outward = end === piece.from ? -1 : 1;
  return rules.findIndex((rule) => {
    if (rule.direction === piece.direction) return false;
    const half = rule.thicknessPx / 2;
    if (across < rule.from - sizes.touchPx - half || across > rule.to + sizes.touchPx + half) return false;
    const short = (centerAt(rule, across) - end) * outward;
    return short <= sizes.touchPx + half && short >= -sizes.cornerPx - half;
  });
}

function find(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root];
  parents[index] = root;
  return root;
}

function union(parents: number[], a: number, b: number): void {
  parents[find(parents, a)] = find(parents, b);
}
