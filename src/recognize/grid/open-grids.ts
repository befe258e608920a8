import { type Edge, findEdges, type Lattice, reach } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { latticeToGrid, type PlacedGrid } from "./lattice-to-grid.ts";
import { centerAt, inkedShare, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { withWhiteEdges } from "./white-edges.ts";

/** In text heights: no shorter rule runs over a whole table, and no two of one are farther apart. */
const LEAST_LENGTH = 12;
const LEAST_RULES = 3;

/**
 * Tables that have rules between rows only: at least three long rules from one side to one side, and between them text
 * in columns that white parts. Prose between rules, and rules that stand for themselves, make none.
 */
export function findOpenGrids(
  ink: InkMask,
  rows: readonly Segment[],
  placed: readonly PlacedGrid[],
  sizes: Sizes,
): PlacedGrid[] {
  const free = rows.filter((rule) => looksPlain(rule) && !placed.some((grid) => isIn(rule, grid)));
  return groupByEnds(
    free.filter((rule) => lengthOf(rule) >= LEAST_LENGTH * sizes.textPx),
    sizes,
  )
    .filter((group) => group.length >= LEAST_RULES)
    .flatMap((group): PlacedGrid[] => {
      const lattice = findEdges({ rows: group, columns: [] }, sizes);
      if (lattice === null || lattice.columnEdges.length !== 2) return [];
      const whole = withWhiteEdges(ink, withPartRules(lattice, free, sizes), sizes);
      const grid = whole === null ? null : latticeToGrid(ink, withoutLoose(whole, sizes), sizes);
      return grid === null ? [] : [grid];
    });
}

const looksPlain = (rule: Segment): boolean =>
  inkedShare(rule) >= 0.9 && (rule.looks.clearBoth >= 0.7 || rule.looks.clearOne >= 0.95);

function isIn(rule: Segment, { grid: { box } }: PlacedGrid): boolean {
  const middle = middleOf(rule);
  const across = centerAt(rule, middle);
  return middle >= box[0] && middle <= box[2] && across >= box[1] && across <= box[3];
}

function groupByEnds(rules: readonly Segment[], sizes: Sizes): Segment[][] {
  const groups: Segment[][] = [];
  for (const rule of rules) {
    const group = groups.find(
      ([first]) =>
        Math.abs(first.from - rule.from) <= sizes.sameEndPx &&
        Math.abs(first.to - rule.to) <= sizes.sameEndPx,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

/** With the shorter rules between: below a header's cell, beside merged cells. */
function withPartRules(lattice: Lattice, rules: readonly Segment[], sizes: Sizes): Lattice {
  const { rowEdges, columnEdges } = lattice;
  const [first, last] = [rowEdges[0], rowEdges[rowEdges.length - 1]];
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const known = new Set(rowEdges.flatMap((edge) => edge.rules));
  const parts = rules.filter((rule) => {
    const across = centerAt(rule, middleOf(rule));
    return (
      !known.has(rule) &&
      lengthOf(rule) >= sizes.strongPx &&
      across > first.positionPx + sizes.textPx &&
      across < last.positionPx - sizes.textPx &&
      rule.from >= left - sizes.sameEndPx &&
      rule.to <= right + sizes.sameEndPx
    );
  });
  const edges = rowEdges.map((edge) => ({ ...edge, rules: [...edge.rules] }));
  for (const rule of parts) {
    const across = centerAt(rule, middleOf(rule));
    const same = edges.find((edge) => Math.abs(edge.at(middleOf(rule)) - across) <= sizes.sameEdgePx);
    if (same) same.rules.push(rule);
    else edges.push({ rules: [rule], positionPx: across, at: () => across });
  }
  return { columnEdges, rowEdges: edges.sort((a, b) => a.positionPx - b.positionPx) };
}

/** Without short rules that reach over no whole column: underlined words. */
function withoutLoose({ rowEdges, columnEdges }: Lattice, sizes: Sizes): Lattice {
  const kept = rowEdges
    .map(
      (edge): Edge => ({
        ...edge,
        rules: edge.rules.filter((rule) => {
          const [first, last] = reach(rule, columnEdges, sizes);
          return last > first;
        }),
      }),
    )
    .filter((edge) => edge.isWall || edge.rules.length > 0);
  return { rowEdges: kept, columnEdges };
}
